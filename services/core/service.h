// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/command.h"
#include "services/core/rights.h"
#include "services/core/subscription.h"

#include <QObject>

#include <memory>
#include <vector>

class QTimer;

namespace kontor {

class ExternalCalls;
class Listener;

//! What every service is built on: commands that take effect once, and events of other services'
//! topics that take effect once. An ordinary synchronous class; app/ gives it a thread.
class Service : public QObject
{
    Q_OBJECT
public:
    ~Service() override;

    //! As its store is called.
    const QString &name() const { return m_db.service(); }

    //! Handles what waits in the topics and the calls that are due, a batch of each; answers how
    //! much there was. Zero means that nothing is left to do now. An error means passing trouble.
    Result<int> pump();

    //! Whether nothing is under way here: all topics read, nothing waiting, no call to the outside
    //! open. A topic that ends before what was taken from it is an error: part of it was lost.
    Result<bool> isQuiet() const;

    //! If nothing is under way here, how many events were taken from all topics so far; empty if
    //! something is. Whoever asks several services one after the other, and then again, learns from
    //! equal numbers that nothing travelled past while asking.
    Result<std::optional<qint64>> takenIfQuiet() const;

    //! Lives by itself from now on: handles what is there, then whatever a topic or a clock wakes
    //! it for. To be called in the service's own thread, with its event loop running.
    //! listens: a server's notifications wake it; without them it looks every two seconds.
    void start(bool listens = true);

    Result<QList<ParkedEvent>> parkedEvents() const;
    //! Puts the parked events of a subject back in line, to be tried again.
    Result<> retryParked(const Command &command, const QString &source, SubjectId subject);

    //! How many events one transaction takes at most.
    static constexpr int batchSize = 256;

public Q_SLOTS:
    void wake();

Q_SIGNALS:
    //! Trouble that stops this service for now; it goes on trying by itself.
    void troubled(const QString &service, const QString &detail);
    void recovered(const QString &service);

protected:
    Service(Store &store, const Clock &clock, const Rights &rights);

    Store &db() const { return m_db; }
    const Clock &clock() const { return m_clock; }

    Subscription &subscribe(const Topic &topic);
    //! Trouble for as long as there is a reason.
    void tellHeldUp(const QString &reason);

    //! How long after an event this service looks, in milliseconds: what comes in the meantime goes
    //! into the same transaction. For services that nobody at the counter waits for.
    virtual int patienceMs() const { return 0; }

    //! Wakes with each of its answers, and tells when the system outside does not answer.
    void watch(const ExternalCalls &calls);

    //! The calls to the outside that are due; part of pump(), also when a topic cannot be read.
    virtual Result<int> reachOut() { return 0; }

    //! Runs a command: checks the right, finds the first answer if the command was given before,
    //! else does the work and records its answer, all in one transaction. Work is
    //! Result<T>(Transaction &).
    template <CommandName name, class Work>
    std::invoke_result_t<Work, Transaction &> perform(const Command &command, Work work)
    {
        using Answer = std::invoke_result_t<Work, Transaction &>;
        constexpr Right right = rightFor(name);
        if (!m_rights.allows(command.actor, right))
            return Error(RightsError::NotAllowed,
                         QStringLiteral("%1 may not do this").arg(command.actor));
        if (m_together) {
            const auto before = m_together->changes();
            Answer answer = performIn<Answer>(*m_together, command, name, work);
            if (!answer && m_together->changes() != before)
                m_halfDone = answer.error();
            return answer;
        }
        const Answer answer = inTransaction(
            m_db, [&](Transaction &tx) { return performIn<Answer>(tx, command, name, work); });
        if (answer)
            return answer;
        // The commit may have happened although it did not say so: this one, or that of an earlier
        // try, which was still under way when its answer was looked for.
        const auto before = firstAnswer(command, name);
        if (before && before->has_value())
            return decoded<Answer>(**before);
        return answer;
    }

    //! Commands given within work() share one transaction and stand or fall together; for imports.
    //! Work may go on after a command that was refused before it changed anything.
    template <class Work>
    Result<> together(Work work)
    {
        KONTOR_CHECK(!m_together);
        return inTransaction(m_db, [&](Transaction &tx) -> Result<> {
            m_together = &tx;
            m_halfDone.reset();
            const Result<> done = work();
            m_together = nullptr;
            if (done && m_halfDone)
                return *m_halfDone;
            return done;
        });
    }

private:
    void listen();
    void wakeSoon();

    template <class Answer, class Work>
    Answer performIn(Transaction &tx, const Command &command, CommandName name, Work &work)
    {
        const auto before = firstAnswer(command, name);
        if (!before)
            return before.error();
        if (before->has_value())
            return decoded<Answer>(**before);
        tx.setCause({command.at, command.id, command.actor, {}});
        Answer answer = work(tx);
        if (!answer)
            return answer;
        if (const auto recorded = recordAnswer(tx, command, name, encoded(answer)); !recorded)
            return recorded.error();
        return answer;
    }

    template <class T>
    static QByteArray encoded(const Result<T> &answer)
    {
        if constexpr (std::is_void_v<T>)
            return QByteArrayLiteral("null");
        else
            return encode(*answer);
    }
    template <class Answer>
    static Answer decoded(const QByteArray &bytes)
    {
        if constexpr (std::is_same_v<Answer, Result<>>)
            return {};
        else
            return decode<std::remove_cvref_t<decltype(*std::declval<Answer>())>>(bytes);
    }

    Result<std::optional<QByteArray>> firstAnswer(const Command &command, CommandName name) const;
    Result<> recordAnswer(Transaction &tx, const Command &command, CommandName name,
                          const QByteArray &answer);

    Store &m_db;
    const Clock &m_clock;
    const Rights &m_rights;
    Transaction *m_together = nullptr;
    std::optional<Error> m_halfDone;
    std::vector<std::unique_ptr<Subscription>> m_subscriptions;
    std::unique_ptr<QTimer> m_poll;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    bool m_woken = false;
    bool m_wakesSoon = false;
    bool m_inTrouble = false;
    std::optional<QString> m_lost; //!< why the system outside does not answer
};

} // namespace kontor
