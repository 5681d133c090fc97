// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/money.h"

#include <optional>

namespace kontor {

//! The amount in the payment system's units, which are not everywhere those of ISO 4217; none where
//! it cannot be said in them, or where they are in doubt.
std::optional<qint64> toStripeAmount(const Money &money);
//! The amount that the payment system names; none where toStripeAmount() could not have said it.
std::optional<Money> fromStripeAmount(qint64 amount, Currency currency);
//! The payment system's name of the currency: lower case.
QString toStripeCurrency(Currency currency);

} // namespace kontor
