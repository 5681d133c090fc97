// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/order/order_service.h"

namespace kontor {

namespace {

CancelReason reasonFor(PaymentFailure failure)
{
    switch (failure) {
    case PaymentFailure::OutOfStock:
        return CancelReason::OutOfStock;
    case PaymentFailure::Declined:
        return CancelReason::Declined;
    case PaymentFailure::CaptureFailed:
        return CancelReason::CaptureFailed;
    case PaymentFailure::Expired:
        return CancelReason::Expired;
    }
    Q_UNREACHABLE();
}

//! The customer still wants the goods, and is told by a person how else to pay.
bool needsPerson(CancelReason reason)
{
    return reason == CancelReason::Declined || reason == CancelReason::CaptureFailed;
}

QString noParcel() { return QStringLiteral("only a delivery has a parcel"); }

QList<GoodsLine> goodsOf(const QList<OrderedLine> &lines)
{
    QList<GoodsLine> goods;
    goods.reserve(lines.size());
    for (const OrderedLine &line : lines) {
        if (line.stocked)
            goods.append({line.disposition, line.line, line.product, line.quantity});
    }
    return goods;
}

//! What a part of the quantity that is left brings of the amount that is left: all of it if it is
//! the last part.
Money shareOf(const Money &amountLeft, Quantity part, Quantity left)
{
    return {divideRounded(Int128(amountLeft.minor) * part.thousandths, left.thousandths),
            amountLeft.currency};
}

//! At the counter the goods are gone even while their money is due.
bool isHandedOver(const Order &order)
{
    return order.state == OrderState::Completed || order.fulfilment == Fulfilment::Counter;
}

} // namespace

OrderService::OrderService(Store &store, OrderTopic &topic, const Clock &clock,
                           const Rights &rights)
    : Service(store, clock, rights)
    , m_topic(topic)
    , m_store(store)
{
}

void OrderService::consume(const CartTopic &topic)
{
    subscribe(topic)
        .on<ShoppingCartOrdered>(this, &OrderService::on)
        .on<ShoppingCartAbandoned>(this, &OrderService::on);
}

void OrderService::consume(const PaymentTopic &topic)
{
    subscribe(topic)
        .on<PaymentProcessed>(this, &OrderService::on)
        .on<PaymentFailed>(this, &OrderService::on)
        .on<PaymentRequested>(this, &OrderService::on)
        .on<PaymentRefunded>(this, &OrderService::on);
}

void OrderService::consume(const ShippingTopic &topic)
{
    subscribe(topic)
        .on<ShippingProcessed>(this, &OrderService::on)
        .on<ShippingFailed>(this, &OrderService::on)
        .on<ShippingDelivered>(this, &OrderService::on);
}

template <class Act>
Handled OrderService::withOrder(Transaction &tx, OrderId id, Act act) const
{
    const auto order = m_store.locked(tx, id);
    if (!order)
        return order.error();
    return order->has_value() ? act(**order) : Handled::notYet();
}

template <class Act>
Handled OrderService::withParcel(Transaction &tx, OrderId id, Act act) const
{
    return withOrder(tx, id, [&act](const Order &order) -> Handled {
        return order.fulfilment == Fulfilment::Delivery ? act(order) : Handled::failed(noParcel());
    });
}

Handled OrderService::on(const ShoppingCartOrdered &event, Transaction &tx)
{
    const auto added = m_store.insert(tx, event);
    if (!added)
        return added.error();
    if (!*added)
        return Handled::done();
    for (const OrderedLine &line : event.lines) {
        if (line.originalOrder.isNull())
            continue;
        const auto used = m_store.useHold(tx, event.order, line);
        if (!used)
            return used.error();
        if (!*used)
            return Handled::failed(QStringLiteral("line %1 of %2 returns what nobody holds for it")
                                       .arg(line.line)
                                       .arg(event.receipt));
    }
    // What was held for it and then left out of the cart may come back another time.
    if (const auto released = m_store.releaseHoldsOf(tx, event.order); !released)
        return released.error();
    m_topic.append(tx, OrderProcessed{event.order, event.receipt, event.customer, event.fulfilment,
                                      event.backorder, goodsOf(event.lines), event.total,
                                      event.wishedFor});
    return Handled::done();
}

Handled OrderService::on(const ShoppingCartAbandoned &event, Transaction &tx)
{
    return m_store.closeReturnCart(tx, event.order);
}

void OrderService::sayCompleted(const Order &order, Transaction &tx)
{
    m_topic.append(tx, OrderCompleted{order.id, order.receipt, order.customer, order.fulfilment});
}

Handled OrderService::on(const PaymentProcessed &event, Transaction &tx)
{
    const auto next = [&] {
        switch (event.fulfilment) {
        case Fulfilment::Counter:
            return OrderState::Completed;
        case Fulfilment::Pickup:
            return OrderState::Ready;
        case Fulfilment::Delivery:
            return OrderState::Paid;
        }
        Q_UNREACHABLE();
    }();
    const auto moved = m_store.move(tx, event.order, OrderState::Placed, next);
    if (!moved)
        return moved.error();
    if (!moved->has_value()) {
        const auto known = m_store.find(event.order);
        if (!known)
            return known.error();
        // Cancelled: staff were faster, the money goes back. Otherwise it was said before.
        return known->has_value() ? Handled::done() : Handled::notYet();
    }
    const Order &order = **moved;
    switch (next) {
    case OrderState::Completed:
        sayCompleted(order, tx);
        return Handled::done();
    case OrderState::Ready:
        m_topic.append(tx, OrderReady{order.id, order.receipt, order.customer, order.collectBy});
        return Handled::done();
    case OrderState::Placed:
    case OrderState::Paid:
    case OrderState::Cancelled:
        return Handled::done();
    }
    Q_UNREACHABLE();
}

Result<> OrderService::cancelFor(const Order &order, CancelReason reason, Transaction &tx)
{
    if (const auto cancelled = m_store.cancel(tx, order.id, reason, needsPerson(reason));
        !cancelled)
        return cancelled;
    m_topic.append(tx, OrderCancelled{order.id, order.receipt, order.customer, reason});
    return {};
}

Handled OrderService::on(const PaymentFailed &event, Transaction &tx)
{
    return withOrder(tx, event.order, [&](const Order &order) -> Handled {
        switch (order.state) {
        case OrderState::Placed:
            if (order.fulfilment == Fulfilment::Counter)
                return Handled::failed(
                    QStringLiteral("a counter order cannot fail: its goods are gone"));
            return cancelFor(order, reasonFor(event.reason), tx);
        case OrderState::Cancelled:
            return Handled::done();
        case OrderState::Paid:
        case OrderState::Ready:
        case OrderState::Completed:
            return Handled::failed(QStringLiteral("the order is paid already"));
        }
        Q_UNREACHABLE();
    });
}

Handled OrderService::on(const PaymentRequested &event, Transaction &tx)
{
    return withOrder(tx, event.order, [](const Order &) { return Handled::done(); });
}

Handled OrderService::on(const PaymentRefunded &event, Transaction &tx)
{
    return withOrder(tx, event.order, [&](const Order &order) -> Handled {
        const RefundNote note =
            event.stage == RefundStage::Done ? RefundNote::Done : RefundNote::Begun;
        if (order.refund >= note)
            return Handled::done();
        return m_store.noteRefund(tx, event.order, note);
    });
}

Handled OrderService::on(const ShippingProcessed &event, Transaction &tx)
{
    return withParcel(tx, event.order, [&](const Order &order) -> Handled {
        switch (order.state) {
        case OrderState::Placed:
            return Handled::notYet();
        case OrderState::Paid:
        case OrderState::Cancelled: // the parcel has left: that wins over the cancellation
            if (const auto completed = m_store.complete(tx, event.order); !completed)
                return completed.error();
            sayCompleted(order, tx);
            return Handled::done();
        case OrderState::Completed:
            return Handled::done();
        case OrderState::Ready:
            return Handled::failed(noParcel());
        }
        Q_UNREACHABLE();
    });
}

Handled OrderService::on(const ShippingFailed &event, Transaction &tx)
{
    return withParcel(tx, event.order, [&](const Order &order) -> Handled {
        switch (order.state) {
        case OrderState::Placed:
            return Handled::notYet();
        case OrderState::Paid:
            return cancelFor(order,
                             event.reason == ShippingFailure::Recalled
                                 ? CancelReason::Recalled
                                 : CancelReason::NotDeliverable,
                             tx);
        case OrderState::Cancelled:
            return Handled::done();
        case OrderState::Completed:
            return Handled::failed(QStringLiteral("the parcel has left already"));
        case OrderState::Ready:
            return Handled::failed(noParcel());
        }
        Q_UNREACHABLE();
    });
}

Handled OrderService::on(const ShippingDelivered &event, Transaction &tx)
{
    return withParcel(tx, event.order, [&](const Order &order) -> Handled {
        switch (order.state) {
        case OrderState::Completed:
            return Handled::done();
        case OrderState::Placed:
        case OrderState::Paid:
        case OrderState::Cancelled:
            return Handled::notYet();
        case OrderState::Ready:
            return Handled::failed(noParcel());
        }
        Q_UNREACHABLE();
    });
}

Result<HeldReturn> OrderService::holdReturn(const Command &command, const ReturnRequest &request)
{
    return perform<CommandName::OrderHoldReturn>(
        command, [&](Transaction &tx) -> Result<HeldReturn> {
            // Locked, so that nobody else holds the same piece at the same time.
            const auto order = m_store.locked(tx, request.originalOrder);
            if (!order)
                return order.error();
            if (!order->has_value())
                return Error(OrderError::NotFound);
            const auto open = m_store.mayReturn(tx, request.returnCart);
            if (!open)
                return open.error();
            if (!*open)
                return Error(OrderError::ReturnCartClosed);
            const auto found = m_store.returnable(request.originalOrder, request.originalLine);
            if (!found)
                return found.error();
            if (!isHandedOver(**order) || !found->has_value() || request.quantity.thousandths <= 0)
                return Error(OrderError::NothingToReturn);
            const OrderedLine &line = (*found)->line;
            const Quantity left = (*found)->left();
            if (line.quantity.isNegative() || request.quantity > left)
                return Error(OrderError::NothingToReturn,
                             QStringLiteral("%1 of %2 thousandths are returned or held already")
                                 .arg((*found)->gone.thousandths)
                                 .arg(line.quantity.thousandths));
            const Money gross = shareOf(line.gross - (*found)->goneGross, request.quantity, left);
            const Money tax = shareOf(line.tax - (*found)->goneTax, request.quantity, left);
            if (const auto held = m_store.insertHold(tx, request, gross, tax); !held)
                return held.error();
            return HeldReturn{
                request.hold, request.originalOrder, request.originalLine, line.product, line.sku,
                line.name,    request.quantity,      line.unitPrice,       line.taxRate, gross,
                tax,          line.stocked};
        });
}

Result<> OrderService::releaseReturn(const Command &command, ReturnHoldId hold)
{
    return perform<CommandName::OrderReleaseReturn>(command, [&](Transaction &tx) -> Result<> {
        const auto released = m_store.releaseHold(tx, hold);
        if (!released)
            return released.error();
        if (!*released)
            return Error(OrderError::HoldNotFound);
        return {};
    });
}

Result<> OrderService::keepReturns(const Command &command, OrderId returnCart,
                                   const QList<CarriedReturn> &carried)
{
    return perform<CommandName::OrderKeepReturns>(command, [&](Transaction &tx) -> Result<> {
        const auto holds = m_store.holdsOf(returnCart);
        if (!holds)
            return holds.error();
        QList<CarriedReturn> kept = carried;
        for (const OrderStore::Hold &hold : *holds) {
            if (kept.removeOne(hold.carried))
                continue;
            if (const auto released = m_store.releaseHold(tx, hold.id); !released)
                return released.error();
        }
        return {};
    });
}

Result<QList<ReturnableLine>> OrderService::returnable(OrderId id) const
{
    const auto lines = m_store.lines(id);
    if (!lines)
        return lines.error();
    QList<ReturnableLine> all;
    for (const OrderedLine &line : *lines) {
        if (line.isReturn())
            continue;
        const auto found = m_store.returnable(id, line.line);
        if (!found)
            return found.error();
        if (found->has_value())
            all.append(**found);
    }
    return all;
}

Result<> OrderService::cancel(const Command &command, OrderId id, CancelReason reason)
{
    return perform<CommandName::OrderCancel>(command, [&](Transaction &tx) -> Result<> {
        const auto order = m_store.locked(tx, id);
        if (!order)
            return order.error();
        if (!order->has_value())
            return Error(OrderError::NotFound);
        if ((*order)->fulfilment == Fulfilment::Counter)
            return Error(OrderError::AtTheCounter);
        switch ((*order)->state) {
        case OrderState::Placed:
        case OrderState::Paid:
        case OrderState::Ready:
            break;
        case OrderState::Completed:
            return Error(OrderError::AlreadyComplete);
        case OrderState::Cancelled:
            return Error(OrderError::AlreadyCancelled);
        }
        return cancelFor(**order, reason, tx);
    });
}

Result<> OrderService::letGo(const Command &command, OrderId id)
{
    return perform<CommandName::OrderLetGo>(command, [&](Transaction &tx) -> Result<> {
        const auto order = m_store.locked(tx, id);
        if (!order)
            return order.error();
        if (!order->has_value())
            return Error(OrderError::NotFound);
        return m_store.letGo(tx, id);
    });
}

Result<> OrderService::handOver(const Command &command, OrderId id)
{
    return perform<CommandName::OrderHandOver>(command, [&](Transaction &tx) -> Result<> {
        const auto moved = m_store.move(tx, id, OrderState::Ready, OrderState::Completed);
        if (!moved)
            return moved.error();
        if (!moved->has_value()) {
            const auto known = m_store.find(id);
            if (!known)
                return known.error();
            return Error(known->has_value() ? OrderError::NotReady : OrderError::NotFound);
        }
        sayCompleted(**moved, tx);
        return {};
    });
}

} // namespace kontor
