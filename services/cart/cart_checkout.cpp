// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"

#include <algorithm>

namespace kontor {

namespace {

bool waitsForCustomer(TenderKind kind)
{
    return kind == TenderKind::SavedCard || kind == TenderKind::Link;
}

bool isReturnWithoutReceipt(const CartLine &line)
{
    return line.quantity.isNegative() && !line.isReturnByReceipt();
}

//! Whether the cart may be paid with this, where `due` is to be paid in all.
Result<> acceptable(const Cart &cart, const Tender &tender, const Money &due)
{
    const bool counter = cart.fulfilment == Fulfilment::Counter;
    if (waitsForCustomer(tender.kind) && cart.customer.isNull())
        return Error(CartError::NeedsCustomer);
    if (tender.kind == TenderKind::Cash && !counter)
        return Error(CartError::TenderNotHere, QStringLiteral("cash is taken at the counter only"));
    if (waitsForCustomer(tender.kind) && counter)
        return Error(CartError::TenderNotHere,
                     QStringLiteral("at the counter a card is authorised before"));
    if (!tender.amount.isZero() && tender.amount.isNegative() != due.isNegative())
        return Error(CartError::BadAmount,
                     QStringLiteral("money is taken or given back, not both"));
    const bool byCard = tender.kind != TenderKind::Cash && tender.kind != TenderKind::Outside;
    if (byCard && tender.amount.isNegative() &&
        std::ranges::none_of(cart.lines, &CartLine::isReturnByReceipt))
        return Error(CartError::TenderNotHere,
                     QStringLiteral("without receipt nothing says which card had paid"));
    return {};
}

//! Whether the cart may be ordered as it is; says what is missing.
Result<> ready(const Cart &cart, const Money &due, QDate today)
{
    if (cart.lines.isEmpty())
        return Error(CartError::Empty);
    const bool returns = std::ranges::any_of(
        cart.lines, [](const CartLine &line) { return line.quantity.isNegative(); });
    if (returns && cart.fulfilment != Fulfilment::Counter)
        return Error(CartError::ReturnNotHere,
                     QStringLiteral("goods come back at the counter only"));
    if (cart.fulfilment == Fulfilment::Delivery && cart.address.isNull())
        return Error(CartError::NeedsAddress);
    if (cart.wishedFor.isValid() && cart.wishedFor < today)
        return Error(CartError::PastDate);
    if (cart.ageToAsk() > 0)
        return Error(CartError::AgeNotChecked);
    Money paid{0, cart.currency};
    for (const CartTender &taken : cart.tenders) {
        if (const auto accepted = acceptable(cart, taken.tender, due); !accepted)
            return accepted;
        paid += taken.tender.amount;
    }
    if (paid != due)
        return Error(CartError::NotPaidInFull, QStringLiteral("the tenders are %1, due is %2")
                                                   .arg(paid.toPlainString(), due.toPlainString()));
    return {};
}

ShoppingCartOrdered orderedEvent(const Cart &cart, const CartTotals &totals, const Money &rounding)
{
    ShoppingCartOrdered event;
    event.order = cart.id;
    event.receipt = cart.receipt;
    event.till = cart.till;
    event.fulfilment = cart.fulfilment;
    event.backorder = cart.backorder;
    event.customer = cart.customer;
    event.address = cart.address;
    event.collectBy = cart.collectBy;
    event.wishedFor = cart.wishedFor;
    event.note = cart.note;
    event.lines = totals.lines;
    event.taxes = totals.taxes;
    event.taxIncluded = cart.taxIncluded;
    event.total = totals.total;
    event.cashRounding = rounding;
    for (const CartTender &taken : cart.tenders)
        event.tenders.append(taken.tender);
    event.withoutReceipt = std::ranges::any_of(cart.lines, isReturnWithoutReceipt);
    return event;
}

} // namespace

Result<> CartService::addTender(const Command &command, OrderId id, const Tender &tender,
                                const Money &given)
{
    return perform<CommandName::CartAddTender>(command, [&](Transaction &tx) -> Result<> {
        auto cart = changeable(id, true);
        if (!cart)
            return cart.error();
        if (tender.amount.currency != cart->currency || given.currency != cart->currency)
            return Error(MoneyError::MixedCurrencies);
        if (cart->ageToAsk() > 0)
            return Error(CartError::AgeNotChecked);
        // The smallest coin may round what is to be paid in cash to nothing.
        const bool worthless = tender.amount.isZero() && tender.kind != TenderKind::Cash;
        if (tender.id.isNull() || worthless || tender.amount.abs().minor > Money::maxMinor)
            return Error(CartError::BadAmount);
        if (const auto allowed = maySell(command.till); !allowed)
            return allowed;
        if (const auto added = m_store.insertTender(tx, id, {tender, given, cart->revision});
            !added)
            return added;
        return m_store.updateHeader(tx, *cart);
    });
}

Result<> CartService::removeTender(const Command &command, OrderId id, TenderId tender)
{
    return perform<CommandName::CartRemoveTender>(command, [&](Transaction &tx) -> Result<> {
        const auto cart = changeable(id, true);
        if (!cart)
            return cart.error();
        const auto removed = m_store.removeTender(tx, id, tender);
        if (!removed)
            return removed.error();
        if (!*removed)
            return Error(CartError::UnknownTender);
        return m_store.updateHeader(tx, *cart);
    });
}

Result<Receipt> CartService::place(Transaction &tx, Cart cart, OpenShift *shift)
{
    const auto totals = totalsOf(cart);
    if (!totals)
        return totals.error();
    const Money rounding = cashRoundingOf(cart, totals->total);
    if (const auto checked = ready(cart, totals->total + rounding, tx.at().day()); !checked)
        return checked.error();
    const auto number = m_store.nextReceipt(tx, cart.till);
    if (!number)
        return number.error();
    cart.receipt = *number;
    auto event = orderedEvent(cart, *totals, rounding);
    if (shift) {
        event.shift = shift->shift.id;
        addReceipt(shift->totals, event);
        for (const CartTender &taken : cart.tenders)
            shift->totals.of(taken.tender.kind).change += taken.change();
        if (const auto summed = m_shifts.updateTotals(tx, *shift); !summed)
            return summed.error();
    }
    m_topic.append(tx, event);
    return Receipt{cart.id, *number, totals->total, rounding};
}

Result<Receipt> CartService::order(const Command &command, OrderId id)
{
    return perform<CommandName::CartOrder>(command, [&](Transaction &tx) -> Result<Receipt> {
        const auto cart = changeable(id, true);
        if (!cart)
            return cart.error();
        if (cart->till != command.till)
            return Error(CartError::NotAtThisTill);
        auto shift = shiftFor(tx, command, cart->currency);
        if (!shift)
            return shift.error();
        const auto receipt = place(tx, *cart, &*shift);
        if (!receipt)
            return receipt;
        if (const auto ordered = m_store.setOrdered(tx, id, receipt->number); !ordered)
            return ordered.error();
        if (const auto forgotten = m_store.removeSteps(tx, id); !forgotten)
            return forgotten.error();
        return receipt;
    });
}

} // namespace kontor
