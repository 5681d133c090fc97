// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart.h"

#include <QString>

namespace kontor {

//! The number that a person typed, in units of 10^-digits; a comma marks the decimals as well as a
//! point does.
Result<qint64> typedNumber(const QString &text, int digits);

//! A rate in percent, from 0 to 100.
Result<TaxRate> typedTaxRate(const QString &text);

//! A price of one, which may be finer than the smallest coin.
Result<UnitPrice> typedPrice(const QString &text, Currency currency);

//! "10 %" is a percentage, "2.50" an amount; nothing typed is no discount.
Result<Discount> typedDiscount(const QString &text, Currency currency);
//! As it can be read back; empty for no discount, and for one that is both.
QString editableText(const Discount &discount, Currency currency);

} // namespace kontor
