// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart.h"

namespace kontor {

//! What a cart comes to.
struct CartTotals
{
    QList<OrderedLine> lines;
    QList<TaxTotal> taxes; //!< in order of rate
    Money total;           //!< Σ gross

    bool operator==(const CartTotals &) const = default;
};

//! Computes the amounts of a cart. Discounts go line percentage, line amount, order percentage,
//! order amount; the order's are allocated over the sold lines by largest remainder, and no line
//! falls below zero; the charge for a delivery, which is the last line, is left out of them. Tax is
//! computed once for each rate (sold and returned lines apart, so that a return mirrors its sale)
//! and allocated to the lines, so that the sum over the lines and the sum over the rates are the
//! same.
Result<CartTotals> totalsOf(const Cart &cart);

//! What the smallest coin adds to or takes off the part that is paid in cash: the rest after the
//! other tenders. Zero if nothing is paid in cash.
Money cashRoundingOf(const Cart &cart, const Money &total);

//! The smallest coin of a currency in minor units, where the smallest are no longer in use.
qint64 cashStepOf(Currency currency);

} // namespace kontor
