// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/topic.h"

#include <QHash>

#include <functional>
#include <optional>

namespace kontor {

//! What a handler made of an event.
class Handled
{
public:
    //! It took effect, or rightly has none.
    static Handled done() { return Handled(Kind::Done, {}); }
    //! What it builds on has not arrived: it waits, and so does what follows for its subject.
    static Handled notYet() { return Handled(Kind::NotYet, {}); }
    //! It can never take effect by itself: it is parked for a person, with the reason.
    static Handled failed(const QString &reason)
    {
        return Handled(Kind::Failed, Error(StoreError::Constraint, reason));
    }
    //! So that a handler may return the result of its last statement.
    template <class T>
    Handled(const Result<T> &result)
        : m_kind(result                      ? Kind::Done
                 : isPassing(result.error()) ? Kind::Trouble
                                             : Kind::Failed)
    {
        if (!result)
            m_error = result.error();
    }
    Handled(const Error &error)
        : m_kind(isPassing(error) ? Kind::Trouble : Kind::Failed)
        , m_error(error)
    {
    }

    bool isDone() const { return m_kind == Kind::Done; }
    bool isNotYet() const { return m_kind == Kind::NotYet; }
    bool isFailed() const { return m_kind == Kind::Failed; }
    //! Passing trouble (busy, disk full, server lost): the event is tried again, not parked.
    bool isTrouble() const { return m_kind == Kind::Trouble; }
    const std::optional<Error> &error() const { return m_error; }

private:
    enum class Kind
    {
        Done,
        NotYet,
        Failed,
        Trouble
    };
    Handled(Kind kind, std::optional<Error> error) : m_kind(kind), m_error(std::move(error)) {}

    Kind m_kind;
    std::optional<Error> m_error;
};

//! An event that failed for good, as staff see it.
struct ParkedEvent
{
    QString source;
    qint64 seq = 0;
    SubjectId subject;
    QString type;
    QString reason;
    Timestamp parkedAt;

    bool operator==(const ParkedEvent &) const = default;
};

//! A durable consumer of one topic. Its cursor lies in the subscriber's store and moves in the
//! transaction of the effects, so each event takes effect exactly once. It always reads the log
//! from the cursor: starting, catching up and running live are one code path.
class Subscription
{
public:
    Subscription(Store &own, const Clock &clock, const Topic &topic)
        : Subscription(own, clock, topic.url(), topic.service(), topic.source())
    {
    }
    Subscription(Store &own, const Clock &clock, StoreUrl publisher, QString publisherService,
                 QString source);

    const QString &source() const { return m_source; }
    const StoreUrl &publisher() const { return m_publisher; }
    const QString &publisherService() const { return m_publisherService; }

    //! Handles events of type E by member(event, tx).
    template <class E, class Service>
    Subscription &on(Service *service, Handled (Service::*member)(const E &, Transaction &))
    {
        m_handlers.insert(
            QString::fromLatin1(E::type),
            [this, service, member](const StoredEvent &event, Transaction &tx) -> Handled {
                auto envelope = decode<Envelope<E>>(event.bytes);
                if (!envelope)
                    return envelope.error();
                tx.setCause({envelope->at, envelope->command, envelope->actor, causeText(event)});
                return (service->*member)(envelope->data, tx);
            });
        return *this;
    }

    //! Handles the next events, at most limit of them, in one transaction; answers how many were
    //! taken. An error means passing trouble: nothing was changed, and the same call may be made
    //! again.
    Result<int> pump(int limit);

    //! The number of the last event of the topic if all were taken; empty if some are left.
    Result<std::optional<qint64>> positionAtHead();

    //! Tries the events that wait once more; answers how many took effect.
    Result<int> retryWaiting();

private:
    using Handler = std::function<Handled(const StoredEvent &, Transaction &)>;
    //! The event of a batch, by its index, whose handler failed, or changed something and then did
    //! not say Done.
    struct Declined
    {
        qsizetype index = 0;
        std::optional<Handled> handled;
    };

    QString causeText(const StoredEvent &event) const;
    Result<TopicReader *> reader();
    //! The number of the last event that was taken; 0 if none was.
    Result<qint64> position() const;
    //! Nothing if another application holds this cursor.
    Result<std::optional<qint64>> lockedCursor(Transaction &tx);
    Result<Declined> takeAll(const QList<StoredEvent> &events, qint64 cursor,
                             const std::optional<Handled> &verdict, Transaction &tx);
    Result<> record(const StoredEvent &event, const Handled &handled, Transaction &tx);
    //! Whether an earlier event of the same subject and topic waits or is parked.
    Result<bool> isBlocked(const StoredEvent &event);
    Result<bool> retry(qint64 seq);

    Store &m_own;
    const Clock &m_clock;
    StoreUrl m_publisher;
    QString m_publisherService;
    QString m_source;
    std::unique_ptr<TopicReader> m_reader;
    QHash<QString, Handler> m_handlers;
};

} // namespace kontor
