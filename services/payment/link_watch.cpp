// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/link_watch.h"

namespace kontor {

namespace {

constexpr int linksAtOnce = 8;

} // namespace

LinkWatch::LinkWatch(Store &store, const Clock &clock, PaymentSystem &system,
                     Settlement &settlement, PaymentOutcomes &outcomes, qint64 intervalMs)
    : m_db(store)
    , m_store(store)
    , m_clock(clock)
    , m_system(system)
    , m_settlement(settlement)
    , m_outcomes(outcomes)
    , m_intervalMs(intervalMs)
{
}

Result<int> LinkWatch::lookAtDue()
{
    const Timestamp now = m_clock.now();
    const auto links = m_store.linksToLookAt(now, linksAtOnce);
    if (!links)
        return links.error();
    for (const PaymentTender &tender : *links) {
        if (tender.linkExpires <= now) {
            if (const auto expired = expire(tender); !expired)
                return expired.error();
            continue;
        }
        const auto noted = inTransaction(m_db, [&](Transaction &tx) {
            return m_store.lookAgainAt(tx, tender.id, {now.ms + m_intervalMs});
        });
        if (!noted)
            return noted.error();
        look(tender);
    }
    return int(links->size());
}

void LinkWatch::setCause(Transaction &tx, const PaymentTender &tender) const
{
    tx.setCause({m_clock.now(),
                 {},
                 QStringLiteral("system"),
                 QStringLiteral("link:") + tender.id.toString()});
}

Result<> LinkWatch::expire(const PaymentTender &tender)
{
    return inTransaction(m_db, [&](Transaction &tx) -> Result<> {
        setCause(tx, tender);
        const auto order = m_settlement.find(tx, tender.order);
        if (!order)
            return order.error();
        auto current = m_store.tender(tender.id);
        if (!current)
            return current.error();
        if ((*current)->state != TenderState::Requested)
            return {};
        return m_settlement.expireLink(tx, **current);
    });
}

void LinkWatch::look(const PaymentTender &tender)
{
    PaymentCall call;
    call.order = tender.order;
    call.tender = tender.id;
    call.amount = tender.amount;
    call.reference = tender.session;
    m_system.lookAtLink(call, [this, tender](const CallReply &reply) {
        if (reply.kind != CallReply::Kind::Definite)
            return;
        // Should the store be in trouble now, the next look finds the same.
        if (const auto taken = take(tender, reply); !taken)
            qWarning("payment link: %s", qPrintable(taken.error().text()));
        Q_EMIT changed();
    });
}

Result<> LinkWatch::take(const PaymentTender &tender, const CallReply &reply)
{
    const auto outcome = decode<PaymentOutcome>(reply.outcome);
    if (!outcome)
        return outcome.error();
    if (outcome->result == PaymentResult::Pending)
        return {};
    return inTransaction(m_db, [&](Transaction &tx) {
        setCause(tx, tender);
        return m_outcomes.takeLook(tender.id, tender.order, *outcome, tx);
    });
}

} // namespace kontor
