// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/store.h"

#include <functional>
#include <type_traits>
#include <vector>

namespace kontor {

class Topic;

//! Why something happens: stands in every event, so that its history can be told.
struct Cause
{
    Timestamp at;      //!< when it happened in the shop
    CommandId command; //!< the command that began the chain
    QString actor;     //!< who gave it
    //! The event that this follows from, as "topic:number", or what the world outside brought
    //! about, as "intent:id"; empty for a command.
    QString event;
};

//! One transaction of a store; rolls back unless it is committed. Events are appended to the
//! store's topic at the very end, so that on a server the numbers are taken in the order of the
//! commits.
class Transaction
{
public:
    static Result<std::unique_ptr<Transaction>> begin(Store &store);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    template <class... Values>
    Result<qint64> run(const char *sql, const Values &...values)
    {
        return m_store.run(sql, values...);
    }

    Store &store() { return m_store; }
    const Cause &cause() const { return m_cause; }
    void setCause(Cause cause) { m_cause = std::move(cause); }
    Timestamp at() const { return m_cause.at; }

    //! Grows with every statement that changes rows and every appended event.
    qint64 changes() const { return m_store.writes() + qint64(m_appended.size()); }

    //! Writes the appended events and commits; then runs what was asked for with afterCommit().
    Result<> commit();
    void afterCommit(std::function<void()> action) { m_afterCommit.push_back(std::move(action)); }

private:
    friend class Topic;

    struct Appended
    {
        const char *type;
        SubjectId subject;
        QByteArray data;
        Cause cause;
    };

    explicit Transaction(Store &store) : m_store(store) {}

    Store &m_store;
    Cause m_cause;
    Topic *m_topic = nullptr;
    std::vector<Appended> m_appended;
    std::vector<std::function<void()>> m_afterCommit;
    bool m_done = false;
};

//! Runs work(Transaction &), which answers a Result, and commits if that is a success.
template <class Work>
std::invoke_result_t<Work, Transaction &> inTransaction(Store &store, Work work)
{
    auto begun = Transaction::begin(store);
    if (!begun)
        return begun.error();
    Transaction &tx = **begun;
    auto result = work(tx);
    if (!result)
        return result;
    if (const auto committed = tx.commit(); !committed)
        return committed.error();
    return result;
}

} // namespace kontor
