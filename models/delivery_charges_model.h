// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_table_model.h"

namespace kontor {

//! What people type of one row of the table of delivery charges.
struct TypedCharge
{
    QString country; //!< empty: all others
    QString weight;  //!< in kilograms; empty: any
    QString value;   //!< empty: any
    QString amount;
    QString tax; //!< in percent
    QString name;

    bool operator==(const TypedCharge &) const = default;
};

//! The table of what deliveries cost, to be looked at and changed.
class DeliveryChargesModel : public ShopTableOf<DeliveryCharge>
{
    Q_OBJECT
public:
    enum Column
    {
        CountryColumn,
        WeightColumn,
        ValueColumn,
        AmountColumn,
        TaxColumn,
        NameColumn,
        ColumnCount
    };

    explicit DeliveryChargesModel(const ShopAccess &access, QObject *parent = nullptr);

    //! Takes the place of the row for the same case.
    Result<> add(const TypedCharge &typed);
    //! As it can be typed again.
    TypedCharge typed(int row) const;

private:
    bool isBefore(const DeliveryCharge &one, const DeliveryCharge &other) const override;
    QString text(const DeliveryCharge &charge, int column) const override;
    Result<DeliveryCharge> understood(const TypedCharge &typed) const;
};

} // namespace kontor
