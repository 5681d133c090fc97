// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/circuit.h"
#include "services/core/codec.h"
#include "services/core/transaction.h"

#include <QObject>

#include <functional>

namespace kontor {

enum class IntentState
{
    Created,
    Sent,
    Unknown,
    Done
};
template <>
struct EnumNames<IntentState>
{
    static constexpr std::string_view names[] = {"Created", "Sent", "Unknown", "Done"};
};

//! A call to the world outside that we mean to make, committed before it is made. Its id is the
//! idempotency key: one intent has one effect, however often it is sent.
struct Intent
{
    IntentId id;
    QString kind;
    SubjectId subject;
    QByteArray request; //!< canonical JSON, as the service wrote it
    IntentState state = IntentState::Created;
    int attempts = 0; //!< how often it was sent before this time
    Timestamp createdAt;
    QString note;        //!< why it is not done yet
    bool unsure = false; //!< an earlier try may have had its effect

    bool operator==(const Intent &) const = default;
};

//! What came of sending an intent once.
struct CallReply
{
    enum class Kind
    {
        Definite, //!< the system answered; outcome says what, success or refusal
        NotSent,  //!< surely nothing happened: may be sent again at once
        Wait,     //!< the system asks to wait (busy, the same key in progress)
        Unknown,  //!< it may have happened; resolved by asking again under the same key, or by
                  //!< looking it up
    };

    enum class Reach
    {
        Answered,
        Missed,   //!< the system was not reached, or gave no proper answer
        NotAsked, //!< it was settled, or failed, in the house
    };

    Kind kind = Kind::Unknown;
    QByteArray outcome; //!< Definite: canonical JSON for the service
    QString note;       //!< the others: in words, for staff and log
    qint64 waitMs = 0;  //!< the others: until it is made again; 0: as ExternalCalls thinks fit
    Reach reach = Reach::Answered;

    CallReply missed() &&
    {
        reach = Reach::Missed;
        return std::move(*this);
    }
    CallReply notAsked() &&
    {
        reach = Reach::NotAsked;
        return std::move(*this);
    }
};
template <>
struct EnumNames<CallReply::Kind>
{
    static constexpr std::string_view names[] = {"Definite", "NotSent", "Wait", "Unknown"};
};

//! A service's way to its external system: intents are committed, sent, and their outcome committed
//! with the event that it causes. Open intents are resumed after a start; nothing is sent inside a
//! transaction.
class ExternalCalls : public QObject
{
    Q_OBJECT
public:
    //! Sends an intent and answers later, in this thread, exactly once. attempts > 0: it was sent
    //! before.
    using Send = std::function<void(const Intent &, std::function<void(const CallReply &)>)>;
    //! Takes a definite outcome into the service's tables, in the transaction that closes the
    //! intent.
    using Outcome = std::function<Result<>(const Intent &, const QByteArray &, Transaction &)>;

    ExternalCalls(Store &store, const Clock &clock, Send send, Outcome outcome);

    //! Commits the wish; the same id again changes nothing. Not sent before notBefore.
    Result<> intend(Transaction &tx, IntentId id, const QString &kind, SubjectId subject,
                    const QByteArray &request, Timestamp notBefore = {});
    //! Sends what is due, as far as the limit of calls in flight and the circuit allow; answers how
    //! many were sent.
    Result<int> sendDue();
    int inFlight() const { return m_inFlight; }

    Result<QList<Intent>> openIntents() const;
    Result<std::optional<Intent>> find(IntentId id) const;
    //! Makes an open intent due at once (staff ask for it).
    Result<> hurry(Transaction &tx, IntentId id);
    //! The same for those about a thing; answers how many were not due yet.
    Result<qint64> hurry(Transaction &tx, SubjectId subject);
    //! The same for all of them: what kept them from being answered was mended.
    Result<> hurryAll(Transaction &tx);
    //! Closes an intent with what a person found out about it; a reply that comes later changes
    //! nothing.
    Result<> settle(Transaction &tx, const Intent &intent, const QByteArray &outcome);

    static constexpr int maxInFlight = 8;
    //! For how long a sent intent is left alone: longer than any call may take, so that a crashed
    //! process's calls are taken up by the next, and no call is made twice at the same time.
    static constexpr qint64 leaseMs = 45'000;

Q_SIGNALS:
    //! An outcome was committed, or a call failed and is due again later.
    void settled();
    //! The system outside does not answer any more, for that reason, or answers again.
    void lost(const QString &note);
    void found();

private:
    Result<QList<Intent>> claim(Timestamp now, int room);
    void replied(const Intent &intent, const CallReply &reply);
    void listen(const CallReply &reply);
    Result<> noteAttempt(Transaction &tx, const Intent &intent, const CallReply &reply);
    Result<> close(const Intent &intent, const CallReply &reply);
    Result<> postpone(const Intent &intent, const CallReply &reply);

    Store &m_store;
    const Clock &m_clock;
    Send m_send;
    Outcome m_outcome;
    Circuit m_circuit;
    int m_inFlight = 0;
    bool m_firstLook = true;
};

} // namespace kontor
