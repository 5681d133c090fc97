// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/order/order.h"

#include <QLocale>

// How values are written for people.
namespace kontor {

//! With the currency's sign and decimals, "£23.91" or "−4,50 €"; never goes through floating point.
QString amountText(const Money &amount, const QLocale &locale = QLocale());
//! As amountText(), but without the sign and so that it can be typed into and read back.
QString editableText(const Money &amount, const QLocale &locale = QLocale());
QString unitPriceText(const UnitPrice &price, const QLocale &locale = QLocale());
//! "2", or "0.450" where it is no whole number.
QString quantityText(Quantity quantity, const QLocale &locale = QLocale());
//! As quantityText(), but it can be read back.
QString editableText(Quantity quantity, QLocale locale = QLocale());
//! "20", "5.5": percent, without the sign.
QString taxRateText(TaxRate rate, const QLocale &locale = QLocale());
//! Day and time in the zone of this machine.
QString momentText(Timestamp at, const QLocale &locale = QLocale());
QString timeText(Timestamp at, const QLocale &locale = QLocale());
QString dayText(QDate day, const QLocale &locale = QLocale());
inline QString dayText(Timestamp at, const QLocale &locale = QLocale())
{
    return dayText(at.day(), locale);
}

QString nameText(Fulfilment fulfilment);
QString nameText(OrderState state);
QString nameText(CancelReason reason);
QString nameText(TenderKind kind);

} // namespace kontor
