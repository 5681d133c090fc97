// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order_view.h"

#include "services/core/call.h"

namespace kontor {

namespace {

constexpr int watchPauseMs = 60;
constexpr int parcelPollMs = 1000;

bool isBeingBooked(ShipmentState state)
{
    switch (state) {
    case ShipmentState::Quoting:
    case ShipmentState::Buying:
    case ShipmentState::Recalling:
        return true;
    case ShipmentState::Labelled:
    case ShipmentState::HandedOver:
    case ShipmentState::Delivered:
    case ShipmentState::NeedsCorrection:
    case ShipmentState::Failed:
    case ShipmentState::Recalled:
    case ShipmentState::Dropped:
        return false;
    }
    return false;
}

} // namespace

OrderView::OrderView(const ShopAccess &access, const ReaderThread<StoryReader> &reader,
                     QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_story(reader)
    , m_watch(access, watchPauseMs)
{
    m_parcelPoll.setSingleShot(true);
    m_parcelPoll.setInterval(parcelPollMs);
    connect(&m_watch, &TopicWatch::grown, this, &OrderView::refresh);
    connect(&m_story, &StoryModel::told, this, &OrderView::changed);
    connect(&m_story, &StoryModel::failed, this, &OrderView::refused);
    connect(&m_parcelPoll, &QTimer::timeout, this, &OrderView::askShipment);
}

void OrderView::setOrder(OrderId order)
{
    if (m_id == order)
        return;
    m_id = order;
    m_order.reset();
    m_shipment.reset();
    m_payment.reset();
    m_customerName.clear();
    m_parcelPoll.stop();
    m_lines.setLines({});
    m_story.setOrder(order);
    Q_EMIT changed();
    refresh();
}

void OrderView::refresh()
{
    if (m_id.isNull())
        return;
    const OrderId id = m_id;
    call(m_access.order, &OrderService::order, id)
        .then(this, [this, id](const Result<std::optional<Order>> &order) {
            if (id != m_id)
                return;
            if (!order) {
                Q_EMIT refused(order.error());
                return;
            }
            show(*order);
        });
    m_story.refresh();
}

void OrderView::show(const std::optional<Order> &order)
{
    const bool first = order && !m_order;
    m_order = order;
    if (first) {
        askLines();
        askCustomer();
    }
    if (order && order->fulfilment == Fulfilment::Delivery)
        askShipment();
    if (order)
        askPayment();
    Q_EMIT changed();
}

void OrderView::askLines()
{
    const OrderId id = m_id;
    call(m_access.order, &OrderService::lines, id)
        .then(this, [this, id](const Result<QList<OrderedLine>> &lines) {
            if (id != m_id)
                return;
            if (lines)
                m_lines.setLines(*lines);
            else
                Q_EMIT refused(lines.error());
        });
}

void OrderView::askCustomer()
{
    if (m_order->customer.isNull())
        return;
    const OrderId id = m_id;
    call(m_access.account, &AccountService::account, m_order->customer)
        .then(this, [this, id](const Result<Account> &account) {
            if (id != m_id)
                return;
            if (!account) {
                Q_EMIT refused(account.error());
                return;
            }
            m_customerName = account->details.name;
            Q_EMIT changed();
        });
}

void OrderView::askPayment()
{
    const OrderId id = m_id;
    call(m_access.payment, &PaymentService::payment, id)
        .then(this, [this, id](const Result<PaymentOverview> &payment) {
            if (id != m_id)
                return;
            if (payment)
                m_payment = *payment;
            else if (!payment.error().is(PaymentError::UnknownOrder))
                Q_EMIT refused(payment.error());
            Q_EMIT changed();
        });
}

void OrderView::askShipment()
{
    const OrderId id = m_id;
    call(m_access.shipping, &ShippingService::shipment, id)
        .then(this, [this, id](const Result<Shipment> &shipment) {
            if (id != m_id)
                return;
            if (shipment)
                showShipment(*shipment);
            else if (shipment.error().is(ShippingError::NoShipment))
                showShipment(std::nullopt);
            else
                Q_EMIT refused(shipment.error());
        });
}

void OrderView::showShipment(const std::optional<Shipment> &shipment)
{
    m_shipment = shipment;
    const bool paid = m_order && m_order->state == OrderState::Paid;
    if (paid && (!shipment || isBeingBooked(shipment->state)))
        m_parcelPoll.start();
    Q_EMIT changed();
}

bool OrderView::parcelIsHere() const
{
    return m_shipment && m_order && m_order->state == OrderState::Paid &&
           (m_shipment->state == ShipmentState::Labelled ||
            m_shipment->state == ShipmentState::NeedsCorrection ||
            m_shipment->state == ShipmentState::Quoting ||
            m_shipment->state == ShipmentState::Buying);
}

bool OrderView::canCancel() const
{
    if (!m_order || m_order->fulfilment == Fulfilment::Counter)
        return false;
    switch (m_order->state) {
    case OrderState::Placed:
    case OrderState::Ready:
        return true;
    case OrderState::Paid:
        return !m_shipment || parcelIsHere();
    case OrderState::Completed:
    case OrderState::Cancelled:
        return false;
    }
    return false;
}

bool OrderView::canHandOver() const
{
    if (!m_order)
        return false;
    if (m_order->fulfilment == Fulfilment::Pickup)
        return m_order->state == OrderState::Ready;
    return m_shipment && m_shipment->state == ShipmentState::Labelled;
}

bool OrderView::hasLabel() const
{
    return m_shipment && (m_shipment->state == ShipmentState::Labelled ||
                          m_shipment->state == ShipmentState::HandedOver);
}

bool OrderView::canRecall() const { return parcelIsHere(); }

void OrderView::done(const Result<> &done)
{
    if (!done)
        Q_EMIT refused(done.error());
    refresh();
}

bool OrderView::canReturn() const
{
    return m_order &&
           (m_order->state == OrderState::Completed || m_order->fulfilment == Fulfilment::Counter);
}

void OrderView::cancel()
{
    const auto answered = [this](const Result<> &cancelled) { done(cancelled); };
    if (canRecall())
        return call(m_access.shipping, &ShippingService::recall, m_access.command(), m_id)
            .then(this, answered);
    call(m_access.order, &OrderService::cancel, m_access.command(), m_id, CancelReason::ByStaff)
        .then(this, answered);
}

void OrderView::handOver()
{
    const auto answered = [this](const Result<> &handedOver) { done(handedOver); };
    if (m_order && m_order->fulfilment == Fulfilment::Pickup)
        call(m_access.order, &OrderService::handOver, m_access.command(), m_id)
            .then(this, answered);
    else
        call(m_access.shipping, &ShippingService::handOver, m_access.command(), m_id)
            .then(this, answered);
}

} // namespace kontor
