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
    , m_attention(
          {access.order, access.payment, access.shipping, access.notification, access.services})
    , m_watch(access, statePauseMs)
{
    connect(&m_attention, &Attention::changed, this, &ShopState::changed);
    connect(&m_watch, &TopicWatch::grown, this, &ShopState::refresh);
    connect(&access.payment, &PaymentService::callsChanged, &m_watch, &TopicWatch::note);
    connect(&m_poll, &QTimer::timeout, this, &ShopState::refresh);
    m_poll.start(statePollMs);
}

void ShopState::noteCalls(std::optional<int> calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    Q_EMIT changed();
}

void ShopState::refresh()
{
    call(m_access.payment, &PaymentService::openCalls)
        .then(this, [this](const Result<QList<OpenCall>> &calls) {
            noteCalls(calls ? std::optional(int(calls->size())) : std::nullopt);
        });
    m_attention.refresh();
}

} // namespace kontor
