// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart_topic.h"
#include "services/core/service.h"
#include "services/order/order_store.h"
#include "services/payment/payment_topic.h"
#include "services/shipping/shipping_topic.h"

namespace kontor {

//! Answers for orders: their states, their lines as they were sold, and what may still come back.
class OrderService : public Service
{
    Q_OBJECT
public:
    OrderService(Store &store, OrderTopic &topic, const Clock &clock, const Rights &rights);

    void consume(const CartTopic &topic);
    void consume(const PaymentTopic &topic);
    void consume(const ShippingTopic &topic);

    //! Reserves what comes back by receipt for a return's cart: never more than was sold and is not
    //! back yet. What it brings is the line's own amount in proportion; the last part takes the
    //! rest.
    Result<HeldReturn> holdReturn(const Command &command, const ReturnRequest &request);
    Result<> releaseReturn(const Command &command, ReturnHoldId hold);
    //! Releases what is held for a cart and is no longer among what it carries.
    Result<> keepReturns(const Command &command, OrderId returnCart,
                         const QList<CarriedReturn> &carried);
    //! A counter order is never cancelled, a completed one is returned.
    Result<> cancel(const Command &command, OrderId order, CancelReason reason);
    //! Somebody has dealt with the customer of an order that failed, or will not: it is no task any
    //! more.
    Result<> letGo(const Command &command, OrderId order);
    //! The customer collects a pickup.
    Result<> handOver(const Command &command, OrderId order);

    Result<std::optional<Order>> order(OrderId id) const { return m_store.find(id); }
    Result<std::optional<Order>> orderByReceipt(const QString &receipt) const
    {
        return m_store.findByReceipt(receipt);
    }
    Result<QList<OrderedLine>> lines(OrderId id) const { return m_store.lines(id); }
    //! What was sold by this order, line by line, and what of it may come back.
    Result<QList<ReturnableLine>> returnable(OrderId id) const;
    Result<QList<Order>> newest(OrderId before, int limit) const
    {
        return m_store.newest(before, limit);
    }
    //! Tasks: orders that were cancelled because the customer's card did not pay, until they are
    //! let go.
    Result<QList<Order>> declined() const { return m_store.needingPerson(); }
    //! Tasks: pickups that nobody collected in time.
    Result<QList<Order>> uncollected() const { return m_store.uncollected(clock().now()); }

private:
    Handled on(const ShoppingCartOrdered &event, Transaction &tx);
    Handled on(const ShoppingCartAbandoned &event, Transaction &tx);
    Handled on(const PaymentProcessed &event, Transaction &tx);
    Handled on(const PaymentFailed &event, Transaction &tx);
    Handled on(const PaymentRequested &event, Transaction &tx);
    Handled on(const PaymentRefunded &event, Transaction &tx);
    Handled on(const ShippingProcessed &event, Transaction &tx);
    Handled on(const ShippingFailed &event, Transaction &tx);
    Handled on(const ShippingDelivered &event, Transaction &tx);

    //! What act(order) makes of an event about a known order; an unknown one is waited for.
    template <class Act>
    Handled withOrder(Transaction &tx, OrderId id, Act act) const;
    //! The same for events that only a delivery can have.
    template <class Act>
    Handled withParcel(Transaction &tx, OrderId id, Act act) const;
    Result<> cancelFor(const Order &order, CancelReason reason, Transaction &tx);
    void sayCompleted(const Order &order, Transaction &tx);

    OrderTopic &m_topic;
    OrderStore m_store;
};

} // namespace kontor
