// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/id.h"
#include "services/core/money.h"

#include <QList>
#include <QString>

#include <optional>

namespace kontor {

//! One row of the table of what a delivery costs: to where, and from what weight and value of the
//! goods on.
struct DeliveryCharge
{
    static constexpr int maxNameLength = 100;

    QString country; //!< ISO 3166, two capital letters; empty: all that have no rows of their own
    int fromGrams = 0;
    Money fromValue; //!< of the goods, as the customer pays them
    Money amount;    //!< as prices are quoted: with tax, or without
    TaxRate taxRate;
    QString name; //!< on the receipt

    bool operator==(const DeliveryCharge &) const = default;

    //! Stands for the product on its line.
    static ProductId product() { return ProductId::named({}, "delivery charge"); }
};

//! What a table says of goods: of the rows of their country that they reach, the one from the
//! highest value on, and among those the one from the highest weight on. Nothing: no row fits.
std::optional<DeliveryCharge> chargeFor(const QList<DeliveryCharge> &table, const QString &country,
                                        qint64 grams, const Money &value);

//! What no table may lack or exceed, or say twice.
Result<> checkDeliveryCharges(const QList<DeliveryCharge> &table);

} // namespace kontor
