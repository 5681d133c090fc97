// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cart/cart_bench.h"

namespace kontor {

//! A till with two products and what is done with it all day.
class ShiftBench
{
public:
    CartService &till() const { return *bench.service; }
    Money euros(qint64 cents) const { return bench.euros(cents); }
    ShiftReport x() const
    {
        const auto report = till().xReport(QStringLiteral("T1"));
        CartBench::must(report);
        if (!report->has_value())
            qFatal("no shift is open");
        return **report;
    }
    //! A sale paid with one tender.
    Receipt sell(const QList<ProductId> &products, TenderKind kind = TenderKind::Cash,
                 qint64 givenMore = 0, qint64 cashStep = 1) const
    {
        const OrderId cart = bench.opened({bench.euro, true, cashStep});
        for (const ProductId product : products)
            CartBench::must(till().addLine(bench.owner(), cart, product, Quantity::pieces(1)));
        return pay(cart, kind, givenMore);
    }
    Receipt pay(OrderId cart, TenderKind kind, qint64 givenMore = 0) const
    {
        const Cart found = bench.look(cart);
        const auto totals = totalsOf(found);
        CartBench::must(totals);
        const Tender tender = bench.tender(
            (totals->total + cashRoundingOf(withTender(found, kind), totals->total)).minor, kind);
        CartBench::must(
            till().addTender(bench.owner(), cart, tender, tender.amount + euros(givenMore)));
        const auto receipt = till().order(bench.owner(), cart);
        CartBench::must(receipt);
        return *receipt;
    }
    Cart withTender(Cart cart, TenderKind kind) const
    {
        cart.tenders.append({bench.tender(0, kind), euros(0), 0});
        return cart;
    }
    Receipt takeBack(ProductId product, TenderKind kind = TenderKind::Cash) const
    {
        const OrderId cart = bench.opened();
        CartBench::must(till().addReturnWithoutReceipt(bench.owner(), cart, product,
                                                       Quantity::pieces(1), Disposition::Restock));
        return pay(cart, kind);
    }
    void open(qint64 cents) const
    {
        CartBench::must(till().openShift(bench.owner(), euros(cents)));
    }
    ShiftCount cash(qint64 cents, const QString &reason = {}) const
    {
        ShiftCount count;
        count.amounts = {{TenderKind::Cash, euros(cents)}};
        count.reason = reason;
        return count;
    }
    ShiftReport close(const ShiftCount &count) const
    {
        const auto report = till().closeShift(bench.owner(), count);
        CartBench::must(report);
        return *report;
    }

    CartBench bench;
    const ProductId lamp = bench.product(QStringLiteral("lamp"), 1999);
    const ProductId oil = bench.product(QStringLiteral("oil"), 535, {700});
};

} // namespace kontor
