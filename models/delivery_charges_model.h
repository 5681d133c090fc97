// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

#include <QAbstractTableModel>

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
class DeliveryChargesModel : public QAbstractTableModel
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

    void look();
    //! Takes the place of the row for the same case.
    Result<> add(const TypedCharge &typed);
    void remove(int row);
    //! As it can be typed again.
    TypedCharge typed(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void failed(const kontor::Error &error);

private:
    Result<DeliveryCharge> understood(const TypedCharge &typed) const;
    void save(QList<DeliveryCharge> table);
    void show(const QList<DeliveryCharge> &table);

    const ShopAccess &m_access;
    QList<DeliveryCharge> m_table;
};

} // namespace kontor
