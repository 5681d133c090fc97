// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/external_calls.h"

#include <QPointer>

#include <algorithm>

namespace kontor {

namespace {

Intent intentFrom(const Row &row)
{
    return {row.id<IntentId>(0),
            row.text(1),
            row.id<SubjectId>(2),
            row.bytes(3),
            row.named<IntentState>(4),
            int(row.integer(5)),
            row.time(6),
            row.text(7),
            row.truth(8)};
}

//! Waits 0.2 s, 0.4 s, … up to ten seconds: an order that is stuck for that long should not wait
//! much longer once the system outside is well again, and no more than maxInFlight calls ask at a
//! time.
qint64 backoffMs(int attempts) { return std::min<qint64>(10'000, 200LL << std::min(attempts, 6)); }

} // namespace

ExternalCalls::ExternalCalls(Store &store, const Clock &clock, Send send, Outcome outcome)
    : m_store(store)
    , m_clock(clock)
    , m_send(std::move(send))
    , m_outcome(std::move(outcome))
    , m_circuit(clock)
{
}

Result<> ExternalCalls::intend(Transaction &tx, IntentId id, const QString &kind, SubjectId subject,
                               const QByteArray &request, Timestamp notBefore)
{
    const auto made =
        tx.run("INSERT INTO intent (id, kind, subject, request, state, created_at, next_at) "
               "VALUES (?, ?, ?, ?, 'Created', ?, ?) ON CONFLICT (id) DO NOTHING",
               id, kind, subject, request, tx.at(), notBefore);
    if (!made)
        return made.error();
    return {};
}

Result<int> ExternalCalls::sendDue()
{
    const int room = m_circuit.room(maxInFlight - m_inFlight, m_inFlight);
    if (room <= 0)
        return 0;
    const Timestamp now = m_clock.now();
    // Looking first costs no write lock when there is nothing to do.
    const auto anyDue =
        m_store.exists("SELECT 1 FROM intent WHERE state <> 'Done' AND next_at <= ?", now);
    if (!anyDue)
        return anyDue.error();
    if (!*anyDue && !m_firstLook)
        return 0;
    const auto claimed = claim(now, room);
    if (!claimed)
        return claimed.error();
    m_firstLook = false;
    for (const Intent &intent : *claimed) {
        ++m_inFlight;
        m_store.reached("sending");
        m_send(intent, [self = QPointer<ExternalCalls>(this), intent](const CallReply &reply) {
            if (self)
                self->replied(intent, reply);
        });
    }
    return int(claimed->size());
}

Result<QList<Intent>> ExternalCalls::claim(Timestamp now, int room)
{
    return inTransaction(m_store, [&](Transaction &tx) -> Result<QList<Intent>> {
        if (m_firstLook && m_store.dialect() == Dialect::Sqlite) {
            // One process owns this store, so whatever was in flight died with the one before.
            if (const auto freed = tx.run("UPDATE intent SET next_at = 0 WHERE state = 'Sent'");
                !freed)
                return freed.error();
        }
        const auto claimed = m_store.all(
            "UPDATE intent SET unsure = CASE WHEN state = 'Created' THEN 0 ELSE 1 END, "
            "state = 'Sent', attempts = attempts + 1, sent_at = ?, next_at = ? "
            "WHERE id IN (SELECT id FROM intent WHERE state <> 'Done' AND next_at <= ? "
            "ORDER BY next_at, id LIMIT ?) AND state <> 'Done' AND next_at <= ? "
            "RETURNING id, kind, subject, request, state, attempts - 1, created_at, note, "
            "unsure",
            intentFrom, now, Timestamp{now.ms + leaseMs}, now, room, now);
        if (!claimed)
            return claimed.error();
        for (const Intent &intent : *claimed) {
            if (const auto begun =
                    tx.run("INSERT INTO attempt (intent, number, sent_at) VALUES (?, ?, ?)",
                           intent.id, intent.attempts + 1, now);
                !begun)
                return begun.error();
        }
        return *claimed;
    });
}

void ExternalCalls::replied(const Intent &intent, const CallReply &reply)
{
    --m_inFlight;
    m_store.reached("replied");
    listen(reply);
    auto done =
        reply.kind == CallReply::Kind::Definite ? close(intent, reply) : postpone(intent, reply);
    if (!done && !isPassing(done.error()))
        done = postpone(intent, {CallReply::Kind::Unknown, {}, done.error().text()});
    // Should the store be in trouble now, the lease runs out and the intent is sent again under its
    // key.
    if (!done)
        qWarning("intent %s: %s", qPrintable(intent.id.toString()),
                 qPrintable(done.error().text()));
    Q_EMIT settled();
}

void ExternalCalls::listen(const CallReply &reply)
{
    const bool wasSound = m_circuit.isSound();
    switch (reply.reach) {
    case CallReply::Reach::NotAsked:
        break;
    case CallReply::Reach::Missed:
        m_circuit.missed();
        if (wasSound)
            Q_EMIT lost(reply.note);
        break;
    case CallReply::Reach::Answered:
        m_circuit.answered();
        if (!wasSound)
            Q_EMIT found();
        break;
    }
}

Result<> ExternalCalls::noteAttempt(Transaction &tx, const Intent &intent, const CallReply &reply)
{
    return withoutValue(
        tx.run("UPDATE attempt SET came = ?, note = ? WHERE intent = ? AND number = ?", reply.kind,
               reply.note, intent.id, intent.attempts + 1));
}

Result<> ExternalCalls::close(const Intent &intent, const CallReply &reply)
{
    return inTransaction(m_store, [&](Transaction &tx) -> Result<> {
        tx.setCause({m_clock.stamp(intent.createdAt),
                     {},
                     QStringLiteral("system"),
                     QStringLiteral("intent:") + intent.id.toString()});
        if (const auto noted = noteAttempt(tx, intent, reply); !noted)
            return noted;
        return settle(tx, intent, reply.outcome);
    });
}

Result<> ExternalCalls::settle(Transaction &tx, const Intent &intent, const QByteArray &outcome)
{
    const auto closed = tx.run("UPDATE intent SET state = 'Done', outcome = ?, note = '' WHERE "
                               "id = ? AND state <> 'Done'",
                               outcome, intent.id);
    if (!closed)
        return closed.error();
    if (*closed == 0)
        return {};
    return m_outcome(intent, outcome, tx);
}

Result<> ExternalCalls::postpone(const Intent &intent, const CallReply &reply)
{
    const bool unknown = reply.kind == CallReply::Kind::Unknown;
    const qint64 waitMs = reply.waitMs > 0 ? reply.waitMs : backoffMs(intent.attempts);
    const Timestamp next{m_clock.now().ms + waitMs};
    return inTransaction(m_store, [&](Transaction &tx) -> Result<> {
        if (const auto noted = noteAttempt(tx, intent, reply); !noted)
            return noted;
        // Once unknown it stays so until it is answered, even if the next try does not leave the
        // house.
        const auto noted = tx.run(
            "UPDATE intent SET state = ?, next_at = ?, note = ? WHERE id = ? AND state <> 'Done'",
            unknown || intent.unsure ? IntentState::Unknown : IntentState::Created, next,
            reply.note, intent.id);
        if (!noted)
            return noted.error();
        return {};
    });
}

Result<QList<Intent>> ExternalCalls::openIntents() const
{
    return m_store.all(
        "SELECT id, kind, subject, request, state, attempts, created_at, note, unsure FROM intent "
        "WHERE state <> 'Done' ORDER BY created_at, id",
        intentFrom);
}

Result<std::optional<Intent>> ExternalCalls::find(IntentId id) const
{
    return m_store.first("SELECT id, kind, subject, request, state, attempts, created_at, note, "
                         "unsure FROM intent WHERE id = ?",
                         intentFrom, id);
}

Result<> ExternalCalls::hurry(Transaction &tx, IntentId id)
{
    m_circuit.tryNow();
    const auto moved = tx.run(
        "UPDATE intent SET next_at = 0 WHERE id = ? AND state IN ('Created', 'Unknown')", id);
    if (!moved)
        return moved.error();
    return {};
}

Result<qint64> ExternalCalls::hurry(Transaction &tx, SubjectId subject)
{
    m_circuit.tryNow();
    return tx.run("UPDATE intent SET next_at = 0 WHERE subject = ? AND next_at > ? AND state IN "
                  "('Created', 'Unknown')",
                  subject, m_clock.now());
}

Result<> ExternalCalls::hurryAll(Transaction &tx)
{
    m_circuit.tryNow();
    const auto moved =
        tx.run("UPDATE intent SET next_at = 0 WHERE state IN ('Created', 'Unknown')");
    if (!moved)
        return moved.error();
    return {};
}

} // namespace kontor
