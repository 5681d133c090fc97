// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/totals.h"

#include "services/catalog/delivery_charge.h"

#include <algorithm>
#include <map>

namespace kontor {

namespace {

constexpr int wholeBasisPoints = 10'000;

Money percentOf(const Money &amount, int basisPoints)
{
    return {divideRounded(Int128(amount.minor) * basisPoints, wholeBasisPoints), amount.currency};
}

//! What a discount takes off a positive amount: never more than the amount.
Money discountOn(const Money &amount, const Discount &discount)
{
    if (discount == Discount{} || amount.minor <= 0)
        return {0, amount.currency};
    const Money percent = percentOf(amount, discount.percentBasisPoints);
    const Money both = percent + Money{discount.amountMinor, amount.currency};
    return std::min(both, amount);
}

OrderedLine orderedLine(const CartLine &line, const Money &base)
{
    OrderedLine ordered;
    ordered.line = line.line;
    ordered.product = line.product;
    ordered.sku = line.sku;
    ordered.name = line.name;
    ordered.note = line.note;
    ordered.quantity = line.quantity;
    ordered.unitPrice = line.unitPrice;
    ordered.taxRate = line.taxRate;
    ordered.stocked = line.stocked;
    ordered.weightGrams = line.weightGrams;
    ordered.disposition = line.disposition;
    ordered.originalOrder = line.originalOrder;
    ordered.originalLine = line.originalLine;
    if (line.isReturnByReceipt()) {
        ordered.gross = -line.returnedGross;
        ordered.tax = -line.returnedTax;
    } else if (line.quantity.isNegative()) {
        ordered.gross = base;
    } else {
        ordered.gross = base - discountOn(base, line.discount);
    }
    return ordered;
}

OrderedLine chargeLine(const CartCharge &charge, int number)
{
    OrderedLine line;
    line.line = number;
    line.product = DeliveryCharge::product();
    line.name = charge.name;
    line.quantity = Quantity::pieces(1);
    line.unitPrice = UnitPrice::of(charge.amount);
    line.taxRate = charge.taxRate;
    line.stocked = false;
    line.gross = charge.amount;
    return line;
}

void spreadOrderDiscount(QList<OrderedLine> &lines, const Discount &discount, Currency currency)
{
    Money sold{0, currency};
    QList<qint64> weights;
    for (const OrderedLine &line : lines) {
        const bool counts = !line.isReturn() && !line.gross.isNegative();
        weights.append(counts ? line.gross.minor : 0);
        if (counts)
            sold += line.gross;
    }
    const Money off = discountOn(sold, discount);
    if (off.isZero())
        return;
    const auto parts = allocate(off, weights);
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i].gross -= parts[i];
}

//! Tax of one group of lines of one rate and one direction, allocated to them. When tax is added,
//! gross is still net here and becomes gross.
void taxGroup(const QList<OrderedLine *> &group, bool taxIncluded)
{
    Money sum{0, group.first()->gross.currency};
    QList<qint64> weights;
    for (const OrderedLine *line : group) {
        sum += line->gross;
        weights.append(std::abs(line->gross.minor));
    }
    const TaxRate rate = group.first()->taxRate;
    const auto parts =
        allocate(taxIncluded ? includedTax(sum, rate) : addedTax(sum, rate), weights);
    for (qsizetype i = 0; i < group.size(); ++i) {
        group[i]->tax = parts[i];
        if (!taxIncluded)
            group[i]->gross += parts[i];
    }
}

void computeTaxes(QList<OrderedLine> &lines, bool taxIncluded)
{
    std::map<std::pair<TaxRate, bool>, QList<OrderedLine *>> groups;
    for (OrderedLine &line : lines) {
        if (line.originalOrder.isNull())
            groups[{line.taxRate, line.gross.isNegative()}].append(&line);
    }
    for (const auto &[key, group] : groups)
        taxGroup(group, taxIncluded);
}

} // namespace

Result<CartTotals> totalsOf(const Cart &cart)
{
    CartTotals totals;
    totals.total = Money{0, cart.currency};
    totals.lines.reserve(cart.lines.size());
    Money turnover = totals.total;
    QList<Money> bases;
    bases.reserve(cart.lines.size());
    for (const CartLine &line : cart.lines) {
        const auto base = lineTotal(line.unitPrice, line.quantity);
        if (!base)
            return base.error();
        bases.append(*base);
        totals.lines.append(orderedLine(line, *base));
        const auto soFar = checkedAdd(turnover, totals.lines.last().gross.abs());
        if (!soFar)
            return soFar.error();
        if (soFar->minor > Money::maxMinor)
            return Error(MoneyError::Overflow, QStringLiteral("the cart is worth too much"));
        turnover = *soFar;
    }
    if (cart.discount != Discount{})
        spreadOrderDiscount(totals.lines, cart.discount, cart.currency);
    if (cart.charge) {
        const int last = cart.lines.isEmpty() ? 0 : cart.lines.last().line;
        totals.lines.append(chargeLine(*cart.charge, last + 1));
        bases.append(cart.charge->amount);
    }
    for (qsizetype i = 0; i < totals.lines.size(); ++i) {
        OrderedLine &line = totals.lines[i];
        line.tax.currency = cart.currency;
        const bool netYet = !cart.taxIncluded && line.originalOrder.isNull();
        line.discount =
            bases[i] - (netYet || cart.taxIncluded ? line.gross : line.gross - line.tax);
    }
    computeTaxes(totals.lines, cart.taxIncluded);

    std::map<TaxRate, TaxTotal> taxes;
    for (const OrderedLine &line : totals.lines) {
        const auto sum = checkedAdd(totals.total, line.gross);
        if (!sum)
            return sum.error();
        totals.total = *sum;
        auto &tax = taxes
                        .try_emplace(line.taxRate,
                                     TaxTotal{{0, cart.currency}, line.taxRate, {0, cart.currency}})
                        .first->second;
        tax.gross += line.gross;
        tax.tax += line.tax;
    }
    for (const auto &[rate, tax] : taxes)
        totals.taxes.append(tax);
    return totals;
}

Money cashRoundingOf(const Cart &cart, const Money &total)
{
    Money rest = total;
    bool cash = false;
    for (const CartTender &taken : cart.tenders) {
        if (taken.tender.kind == TenderKind::Cash)
            cash = true;
        else
            rest -= taken.tender.amount;
    }
    if (!cash)
        return {0, total.currency};
    return roundedToCash(rest, cart.cashStep) - rest;
}

qint64 cashStepOf(Currency currency)
{
    static const std::pair<Currency, qint64> steps[] = {
        {Currency("AUD"), 5},   {Currency("CAD"), 5},  {Currency("CHF"), 5},
        {Currency("CZK"), 100}, {Currency("DKK"), 50}, {Currency("HKD"), 10},
        {Currency("HUF"), 500}, {Currency("ILS"), 10}, {Currency("MYR"), 5},
        {Currency("NOK"), 100}, {Currency("NZD"), 10}, {Currency("SEK"), 100},
        {Currency("SGD"), 5},   {Currency("ZAR"), 10},
    };
    for (const auto &[rounded, step] : steps) {
        if (rounded == currency)
            return step;
    }
    return 1;
}

} // namespace kontor
