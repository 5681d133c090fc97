// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shop_state.h"

#include "services/core/call.h"

#include <algorithm>

namespace kontor {

namespace {

constexpr int statePauseMs = 500;
// For what no topic of orders or payment tells of.
constexpr int statePollMs = 5000;

const Intent &intentOf(const OpenCall &call) { return call.intent; }
const Intent &intentOf(const Intent &intent) { return intent; }

//! How many have an outcome that nobody knows.
template <class Open>
std::optional<int> unclear(const Result<QList<Open>> &calls)
{
    if (!calls)
        return std::nullopt;
    return int(std::ranges::count_if(
        *calls, [](const Open &open) { return intentOf(open).state == IntentState::Unknown; }));
}

} // namespace

ShopState::ShopState(const ShopAccess &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_watch(access, statePauseMs)
{
    for (const Service *service : access.services)
        m_parked[service] = 0;
    connect(&m_watch, &TopicWatch::grown, this, &ShopState::refresh);
    connect(&m_poll, &QTimer::timeout, this, &ShopState::refresh);
    m_poll.start(statePollMs);
}

QList<ShopState::Count> ShopState::tasks() const
{
    QList<Count> all{
        m_unclearPayments, m_unclearShippings, m_parcels, m_pickups, m_dues, m_refunds, m_mails};
    for (const auto &[service, count] : m_parked)
        all.append(count);
    return all;
}

int ShopState::attention() const
{
    int sum = 0;
    for (const Count &count : tasks())
        sum += count.value_or(0);
    return sum;
}

bool ShopState::attentionIsKnown() const
{
    return std::ranges::all_of(tasks(), [](const Count &count) { return count.has_value(); });
}

void ShopState::note(Count &count, Count now)
{
    if (now == count)
        return;
    count = now;
    Q_EMIT changed();
}

template <class Entry>
auto ShopState::counted(Count &count)
{
    return [this, &count](const Result<QList<Entry>> &list) {
        note(count, list ? Count(int(list->size())) : Count());
    };
}

void ShopState::refresh()
{
    call(m_access.payment, &PaymentService::openCalls)
        .then(this, [this](const Result<QList<OpenCall>> &calls) {
            note(m_calls, calls ? Count(int(calls->size())) : Count());
            note(m_unclearPayments, unclear(calls));
        });
    call(m_access.payment, &PaymentService::dues).then(this, counted<Payment>(m_dues));
    call(m_access.payment, &PaymentService::refundsDue).then(this, counted<RefundToPay>(m_refunds));
    call(m_access.shipping, &ShippingService::tasks).then(this, counted<Shipment>(m_parcels));
    call(m_access.shipping, &ShippingService::openIntents)
        .then(this, [this](const Result<QList<Intent>> &intents) {
            note(m_unclearShippings, unclear(intents));
        });
    call(m_access.order, &OrderService::uncollected).then(this, counted<Order>(m_pickups));
    call(m_access.notification, &NotificationService::inState, MailState::Failed)
        .then(this, counted<QueuedMail>(m_mails));
    for (Service *service : m_access.services)
        call(*service, &Service::parkedEvents).then(this, counted<ParkedEvent>(m_parked[service]));
}

} // namespace kontor
