// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"

#include <algorithm>

// An order that came to nothing is offered once more.
namespace kontor {

namespace {

//! The same as it was agreed, with all that is not fixed left to be decided anew.
Cart copyOf(const Cart &ordered, OrderId id, const QString &name, Timestamp now)
{
    Cart cart = ordered;
    cart.id = id;
    cart.state = CartState::Open;
    cart.heldAs = name;
    cart.receipt.clear();
    cart.openedAt = now;
    cart.revision = 0;
    cart.tenders.clear();
    cart.checkedAge = 0; // whom it was asked of may not be whom it is asked of
    if (cart.wishedFor.isValid() && cart.wishedFor >= now.day())
        return cart;
    cart.wishedFor = {};
    if (cart.collectBy == Timestamp{})
        return cart;
    // As many days to collect it as there were.
    const QDate ready = ordered.wishedFor.isValid() ? ordered.wishedFor : ordered.openedAt.day();
    const qint64 days = std::max<qint64>(0, ready.daysTo(now.day()));
    cart.collectBy.ms = cart.collectBy.day().addDays(days).endOfDay().toMSecsSinceEpoch();
    return cart;
}

} // namespace

Result<OrderId> CartService::offerAnew(const Command &command, OrderId original, OrderId id,
                                       const QString &name)
{
    return perform<CommandName::CartOfferAnew>(command, [&](Transaction &tx) -> Result<OrderId> {
        const auto ordered = m_store.find(original);
        if (!ordered)
            return ordered.error();
        if (!ordered->has_value() || (*ordered)->state != CartState::Ordered)
            return Error(CartError::NotFound);
        if ((*ordered)->till != command.till)
            return Error(CartError::NotAtThisTill);
        if ((*ordered)->fulfilment == Fulfilment::Counter)
            return Error(CartError::HandedOver);
        const QString heldAs = name.simplified();
        if (heldAs.isEmpty() || heldAs.size() > maxNameLength)
            return Error(CartError::BadText);
        const auto before = m_store.offeredAnew(original);
        if (!before)
            return before.error();
        if (before->has_value() && (*before)->state == CartState::Ordered)
            return Error(CartError::OfferedAlready);
        if (before->has_value() && (*before)->state == CartState::Open &&
            !(*before)->lines.isEmpty())
            return (*before)->id;
        const Cart cart = copyOf(**ordered, id, heldAs, tx.at());
        if (const auto added = insertWithLines(tx, cart); !added)
            return added.error();
        if (const auto kept = m_store.updateHeader(tx, cart); !kept)
            return kept.error();
        if (const auto noted = m_store.noteOfferedAnew(tx, original, id); !noted)
            return noted.error();
        return id;
    });
}

Result<> CartService::insertWithLines(Transaction &tx, const Cart &cart)
{
    const auto added = m_store.insert(tx, cart);
    if (!added)
        return added.error();
    if (!*added)
        return Error(CartError::AlreadyExists);
    for (const CartLine &line : cart.lines) {
        if (const auto inserted = m_store.insertLine(tx, cart.id, line); !inserted)
            return inserted;
    }
    return {};
}

} // namespace kontor
