// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/totals.h"

namespace kontor {

inline const Currency euro("EUR");

inline CartLine sold(qint64 priceMicros, qint64 thousandths, int rate,
                     const Discount &discount = {})
{
    CartLine line;
    line.quantity = {thousandths};
    line.unitPrice = {priceMicros, euro};
    line.taxRate = {rate};
    line.discount = discount;
    line.returnedGross = line.returnedTax = {0, euro};
    return line;
}

inline CartLine piece(qint64 cents, int rate, const Discount &discount = {})
{
    return sold(cents * 10'000, 1000, rate, discount);
}

inline CartLine returned(qint64 cents, int rate)
{
    CartLine line = sold(cents * 10'000, -1000, rate);
    line.disposition = Disposition::Restock;
    return line;
}

inline CartLine returnedByReceipt(qint64 cents, int rate, qint64 gross, qint64 tax)
{
    CartLine line = returned(cents, rate);
    line.originalOrder = OrderId::named({1}, "sale");
    line.originalLine = 1;
    line.returnedGross = {gross, euro};
    line.returnedTax = {tax, euro};
    return line;
}

inline Cart cartOf(const QList<CartLine> &lines, bool taxIncluded = true,
                   const Discount &discount = {})
{
    Cart cart;
    cart.currency = lines.isEmpty() ? euro : lines.first().unitPrice.currency;
    cart.taxIncluded = taxIncluded;
    cart.discount = discount;
    cart.lines = lines;
    for (qsizetype i = 0; i < lines.size(); ++i)
        cart.lines[i].line = int(i) + 1;
    return cart;
}

} // namespace kontor
