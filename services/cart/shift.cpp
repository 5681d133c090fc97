// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/shift.h"

#include "services/cart/cart_topic.h"

#include <algorithm>

namespace kontor {

namespace {

void addTax(QList<ShiftTax> &taxes, TaxRate rate, const Money &base, const Money &tax)
{
    auto place = std::ranges::lower_bound(taxes, rate, {}, &ShiftTax::rate);
    if (place == taxes.end() || place->rate != rate)
        place = taxes.insert(place, {{0, base.currency}, rate, {0, tax.currency}});
    place->base += base;
    place->tax += tax;
}

} // namespace

ShiftTotals ShiftTotals::none(Currency currency)
{
    ShiftTotals totals;
    for (Money *amount : {&totals.cashRounding, &totals.discounts, &totals.drops,
                          &totals.duesPaidIn, &totals.paidIn, &totals.paidOut,
                          &totals.refundsPaidOut, &totals.returnsGross, &totals.salesGross})
        amount->currency = currency;
    totals.of(TenderKind::Cash);
    return totals;
}

ShiftTender &ShiftTotals::of(TenderKind kind)
{
    auto place = std::ranges::lower_bound(tenders, kind, {}, &ShiftTender::kind);
    if (place == tenders.end() || place->kind != kind) {
        const Money nothing{0, currency()};
        place = tenders.insert(place, {nothing, nothing, kind, nothing});
    }
    return *place;
}

void ShiftTotals::addLine(const OrderedLine &line)
{
    if (line.isReturn()) {
        returnsGross -= line.gross;
        addTax(returnsTaxes, line.taxRate, line.tax - line.gross, -line.tax);
        return;
    }
    salesGross += line.gross;
    discounts += line.discount;
    addTax(salesTaxes, line.taxRate, line.gross - line.tax, line.tax);
}

void ShiftTotals::addMove(DrawerMoveKind kind, const Money &amount)
{
    switch (kind) {
    case DrawerMoveKind::PaidIn:
        paidIn += amount;
        return;
    case DrawerMoveKind::PaidOut:
        paidOut += amount;
        return;
    case DrawerMoveKind::Drop:
        drops += amount;
        return;
    case DrawerMoveKind::Opened:
        ++drawerOpenings;
        return;
    }
}

void addReceipt(ShiftTotals &totals, const ShoppingCartOrdered &order)
{
    ++totals.receipts;
    if (totals.firstReceipt.isEmpty())
        totals.firstReceipt = order.receipt;
    totals.lastReceipt = order.receipt;
    totals.sales += std::ranges::all_of(order.lines, &OrderedLine::isReturn) ? 0 : 1;
    totals.returns += std::ranges::any_of(order.lines, &OrderedLine::isReturn) ? 1 : 0;
    for (const OrderedLine &line : order.lines)
        totals.addLine(line);
    totals.cashRounding += order.cashRounding;
    for (const Tender &tender : order.tenders) {
        ShiftTender &sums = totals.of(tender.kind);
        if (tender.amount.isNegative())
            sums.givenBack -= tender.amount;
        else
            sums.taken += tender.amount;
    }
}

bool isCountedAtTill(TenderKind kind)
{
    switch (kind) {
    case TenderKind::Cash:
    case TenderKind::Card:
        return true;
    case TenderKind::SavedCard:
    case TenderKind::Link:
    case TenderKind::Outside:
        return false;
    }
    return false;
}

QList<TenderCount> expectedCounts(const Shift &shift, const ShiftTotals &totals)
{
    QList<TenderCount> counts;
    for (const ShiftTender &tender : totals.tenders) {
        if (!isCountedAtTill(tender.kind))
            continue;
        Money expected = tender.taken - tender.givenBack;
        if (tender.kind == TenderKind::Cash)
            expected += shift.floatAmount + totals.paidIn + totals.duesPaidIn - totals.paidOut -
                        totals.drops - totals.refundsPaidOut;
        counts.append({{0, totals.currency()}, expected, tender.kind});
    }
    return counts;
}

} // namespace kontor
