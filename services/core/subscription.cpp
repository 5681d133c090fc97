// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/subscription.h"

namespace kontor {

Subscription::Subscription(Store &own, const Clock &clock, StoreUrl publisher,
                           QString publisherService, QString source)
    : m_own(own)
    , m_clock(clock)
    , m_publisher(std::move(publisher))
    , m_publisherService(std::move(publisherService))
    , m_source(std::move(source))
{
}

Result<TopicReader *> Subscription::reader()
{
    // Opened late, so that the connection belongs to the thread that pumps.
    if (!m_reader) {
        auto opened = TopicReader::open(m_publisher, m_publisherService, m_source);
        if (!opened)
            return opened.error();
        m_reader = std::move(*opened);
    }
    return m_reader.get();
}

QString Subscription::causeText(const StoredEvent &event) const
{
    return m_source + u':' + QString::number(event.seq);
}

Result<qint64> Subscription::position() const
{
    const auto seq = m_own.first(
        "SELECT seq FROM topic_cursor WHERE source = ?",
        [](const Row &row) { return row.integer(0); }, m_source);
    if (!seq)
        return seq.error();
    return seq->value_or(0);
}

Result<std::optional<qint64>> Subscription::lockedCursor(Transaction &tx)
{
    if (const auto made = tx.run(
            "INSERT INTO topic_cursor (source, seq) VALUES (?, 0) ON CONFLICT (source) DO NOTHING",
            m_source);
        !made)
        return made.error();
    return m_own.first(
        "SELECT seq FROM topic_cursor WHERE source = ? FOR UPDATE SKIP LOCKED",
        [](const Row &row) { return row.integer(0); }, m_source);
}

Result<int> Subscription::pump(int limit)
{
    const auto source = reader();
    if (!source)
        return source.error();
    // Looking first costs no write lock when there is nothing to do.
    const auto seen = position();
    if (!seen)
        return seen.error();
    auto next = (*source)->after(*seen, limit);
    if (!next)
        return next.error();
    if (next->isEmpty())
        return 0;

    // A handler that changes something and then declines must leave no trace: what went before it
    // is done again without it, and then its verdict is recorded alone. So it is with one that
    // failed, since a server takes no more statements after a wrong one.
    qint64 expected = *seen;
    std::optional<Handled> verdict;
    for (;;) {
        auto begun = Transaction::begin(m_own);
        if (!begun)
            return begun.error();
        Transaction &tx = **begun;
        const auto cursor = lockedCursor(tx);
        if (!cursor)
            return cursor.error();
        if (!cursor->has_value())
            return 0;
        if (**cursor != expected) {
            // Another application was here in between.
            expected = **cursor;
            verdict.reset();
            next = (*source)->after(**cursor, limit);
            if (!next)
                return next.error();
            if (next->isEmpty())
                return 0;
        }
        const auto events = next->first(std::min<qsizetype>(next->size(), limit));
        const auto declined = takeAll(events, **cursor, verdict, tx);
        if (!declined)
            return declined.error();
        if (const auto &[index, handled] = *declined; handled) {
            if (index == 0)
                verdict = handled;
            else
                limit = int(index);
            continue;
        }
        if (const auto moved = tx.run("UPDATE topic_cursor SET seq = ? WHERE source = ?",
                                      events.last().seq, m_source);
            !moved)
            return moved.error();
        if (const auto committed = tx.commit(); !committed)
            return committed.error();
        return int(events.size());
    }
}

Result<Subscription::Declined> Subscription::takeAll(const QList<StoredEvent> &events,
                                                     qint64 cursor,
                                                     const std::optional<Handled> &verdict,
                                                     Transaction &tx)
{
    // Most often nothing is held up at all; that is asked once and not for each event.
    auto anyHeldUp = m_own.exists("SELECT 1 FROM waiting WHERE source = ? "
                                  "UNION ALL SELECT 1 FROM parked WHERE source = ?",
                                  m_source, m_source);
    if (!anyHeldUp)
        return anyHeldUp.error();
    for (qsizetype i = 0; i < events.size(); ++i) {
        const StoredEvent &event = events[i];
        if (event.seq != cursor + 1 + i)
            return Error(
                StoreError::Corrupt,
                QStringLiteral("%1: event %2 is missing").arg(m_source).arg(cursor + 1 + i));
        const auto handler = m_handlers.constFind(event.type);
        if (handler == m_handlers.cend())
            continue;
        const auto blocked = *anyHeldUp ? isBlocked(event) : false;
        if (!blocked)
            return blocked.error();
        const bool decided = i == 0 && verdict;
        const auto before = tx.changes();
        const Handled handled = decided    ? *verdict
                                : *blocked ? Handled::notYet()
                                           : (*handler)(event, tx);
        if (handled.isTrouble())
            return *handled.error();
        if (!decided && (handled.isFailed() || (handled.isNotYet() && tx.changes() != before)))
            return Declined{i, handled};
        if (const auto recorded = record(event, handled, tx); !recorded)
            return recorded.error();
        anyHeldUp = *anyHeldUp || !handled.isDone();
    }
    return Declined{0, std::nullopt};
}

Result<> Subscription::record(const StoredEvent &event, const Handled &handled, Transaction &tx)
{
    Result<qint64> written = 0;
    if (handled.isDone())
        written = tx.run("INSERT INTO inbox (source, seq) VALUES (?, ?)", m_source, event.seq);
    else if (handled.isNotYet())
        written = tx.run("INSERT INTO waiting (source, seq, subject) VALUES (?, ?, ?)", m_source,
                         event.seq, event.subject);
    else
        written = tx.run("INSERT INTO parked (source, seq, subject, type, reason, parked_at) "
                         "VALUES (?, ?, ?, ?, ?, ?)",
                         m_source, event.seq, event.subject, event.type, handled.error()->text(),
                         m_clock.now());
    if (!written)
        return written.error();
    return {};
}

Result<bool> Subscription::isBlocked(const StoredEvent &event)
{
    const auto waiting =
        m_own.exists("SELECT 1 FROM waiting WHERE subject = ? AND source = ? AND seq < ?",
                     event.subject, m_source, event.seq);
    if (!waiting || *waiting)
        return waiting;
    return m_own.exists("SELECT 1 FROM parked WHERE subject = ? AND source = ? AND seq < ?",
                        event.subject, m_source, event.seq);
}

Result<std::optional<qint64>> Subscription::positionAtHead()
{
    const auto source = reader();
    if (!source)
        return source.error();
    const auto taken = position();
    if (!taken)
        return taken.error();
    // Read after the cursor, so that it cannot be the smaller one because time passed in between.
    const auto head = (*source)->head();
    if (!head)
        return head.error();
    if (*taken > *head)
        return Error(
            StoreError::Corrupt,
            QStringLiteral("%1: the topic ends at event %2, but %3 has taken event %4 of it")
                .arg(m_source)
                .arg(*head)
                .arg(m_own.service())
                .arg(*taken));
    return *taken == *head ? std::optional(*taken) : std::nullopt;
}

Result<int> Subscription::retryWaiting()
{
    const auto numbers = m_own.all(
        "SELECT seq FROM waiting WHERE source = ? ORDER BY seq",
        [](const Row &row) { return row.integer(0); }, m_source);
    if (!numbers)
        return numbers.error();
    int applied = 0;
    for (const qint64 seq : *numbers) {
        const auto done = retry(seq);
        if (!done)
            return done.error();
        applied += *done ? 1 : 0;
    }
    return applied;
}

Result<bool> Subscription::retry(qint64 seq)
{
    const auto source = reader();
    if (!source)
        return source.error();
    const auto event = (*source)->at(seq);
    if (!event)
        return event.error();
    if (!event->has_value())
        return Error(StoreError::Corrupt,
                     QStringLiteral("%1: event %2 is missing").arg(m_source).arg(seq));
    const auto handler = m_handlers.constFind((*event)->type);
    const auto handle = [&](Transaction &tx) {
        // An event that this version no longer handles has no effect, as in pump().
        return handler == m_handlers.cend() ? Handled::done() : (*handler)(**event, tx);
    };

    std::optional<Handled> verdict;
    for (;;) {
        auto begun = Transaction::begin(m_own);
        if (!begun)
            return begun.error();
        Transaction &tx = **begun;
        const auto cursor = lockedCursor(tx);
        if (!cursor)
            return cursor.error();
        const auto waits =
            m_own.exists("SELECT 1 FROM waiting WHERE source = ? AND seq = ?", m_source, seq);
        const auto blocked = isBlocked(**event);
        if (!waits || !blocked)
            return waits ? blocked.error() : waits.error();
        if (!cursor->has_value() || !*waits || *blocked)
            return false;
        const Handled handled = verdict ? *verdict : handle(tx);
        if (handled.isTrouble())
            return *handled.error();
        if (handled.isNotYet())
            return false;
        if (handled.isFailed() && !verdict) {
            verdict = handled;
            continue;
        }
        if (const auto gone =
                tx.run("DELETE FROM waiting WHERE source = ? AND seq = ?", m_source, seq);
            !gone)
            return gone.error();
        if (const auto recorded = record(**event, handled, tx); !recorded)
            return recorded.error();
        if (const auto committed = tx.commit(); !committed)
            return committed.error();
        return handled.isDone();
    }
}

} // namespace kontor
