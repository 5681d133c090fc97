// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart_topic.h"
#include "services/core/transaction.h"
#include "services/order/order.h"

namespace kontor {

//! Orders, their lines as they were sold, and what is held for return.
class OrderStore
{
public:
    explicit OrderStore(Store &store) : m_store(store) {}

    Result<std::optional<Order>> find(OrderId id) const;
    //! The same, and nobody else changes the order until the transaction ends.
    Result<std::optional<Order>> locked(Transaction &tx, OrderId id) const;
    Result<std::optional<Order>> findByReceipt(const QString &receipt) const;
    //! Newest first, those before the given one if it is not null.
    Result<QList<Order>> newest(OrderId before, int limit) const;
    Result<QList<OrderedLine>> lines(OrderId id) const;
    //! Cancelled ones that nobody has let go yet; the oldest first.
    Result<QList<Order>> needingPerson() const;
    //! Ready pickups whose collect-by date has passed.
    Result<QList<Order>> uncollected(Timestamp now) const;

    //! Answers false if the order is known already.
    Result<bool> insert(Transaction &tx, const ShoppingCartOrdered &event);
    //! Moves the order on if it is in the state `from`; answers the order as it is then, or
    //! nothing.
    Result<std::optional<Order>> move(Transaction &tx, OrderId id, OrderState from, OrderState to);
    Result<> cancel(Transaction &tx, OrderId id, CancelReason reason, bool needsPerson);
    Result<> letGo(Transaction &tx, OrderId id);
    Result<> complete(Transaction &tx, OrderId id);
    Result<> noteRefund(Transaction &tx, OrderId id, RefundNote note);

    Result<std::optional<ReturnableLine>> returnable(OrderId order, int line) const;
    struct Hold
    {
        ReturnHoldId id;
        CarriedReturn carried;
    };
    //! Those that are neither used nor released.
    Result<QList<Hold>> holdsOf(OrderId returnCart) const;
    Result<> insertHold(Transaction &tx, const ReturnRequest &request, const Money &gross,
                        const Money &tax);
    //! Answers whether there was such a hold: for this line, this quantity and these amounts.
    Result<bool> useHold(Transaction &tx, OrderId returnCart, const OrderedLine &line);
    Result<bool> releaseHold(Transaction &tx, ReturnHoldId hold);
    Result<> releaseHoldsOf(Transaction &tx, OrderId returnCart);
    //! An abandoned cart holds nothing any more, and never will.
    Result<> closeReturnCart(Transaction &tx, OrderId returnCart);
    //! Whether a cart can still carry returns: it is neither ordered nor abandoned.
    Result<bool> mayReturn(Transaction &tx, OrderId returnCart);

private:
    Store &m_store;
};

} // namespace kontor
