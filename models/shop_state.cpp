// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shop_state.h"

#include "services/core/call.h"

namespace kontor {

namespace {

constexpr int statePauseMs = 500;
// For what no topic of orders or payment tells of.
constexpr int statePollMs = 5000;

} // namespace

ShopState::ShopState(const ShopAccess &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_watch(access, statePauseMs)
{
    connect(&m_watch, &TopicWatch::grown, this, &ShopState::refresh);
    connect(&m_poll, &QTimer::timeout, this, &ShopState::refresh);
    m_poll.start(statePollMs);
}

template <class List>
auto ShopState::counted(int ShopState::*count)
{
    return [this, count](const Result<List> &list) {
        const int now = list ? int(list->size()) : this->*count;
        if (now == this->*count)
            return;
        this->*count = now;
        Q_EMIT changed();
    };
}

void ShopState::refresh()
{
    call(m_access.payment, &PaymentService::openCalls)
        .then(this, counted<QList<OpenCall>>(&ShopState::m_calls));
    call(m_access.payment, &PaymentService::dues)
        .then(this, counted<QList<Payment>>(&ShopState::m_dues));
    call(m_access.payment, &PaymentService::refundsDue)
        .then(this, counted<QList<RefundToPay>>(&ShopState::m_refunds));
    call(m_access.shipping, &ShippingService::tasks)
        .then(this, counted<QList<Shipment>>(&ShopState::m_parcels));
    call(m_access.order, &OrderService::uncollected)
        .then(this, counted<QList<Order>>(&ShopState::m_pickups));
}

} // namespace kontor
