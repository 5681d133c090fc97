// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <atomic>
#include <functional>

// The auditor computes with code of its own: of the rest of Kontor it shares Result and nothing
// else. The numbers of the invariants (A1, A2, …) are those of docs/architecture.md.
namespace kontor {

enum class AuditError
{
    CannotRead, //!< a store is not there or does not answer
    Damaged,    //!< a store's file is not whole
    BadRecord,  //!< the ledger or the journal is not there, or is something else
    Stopped,    //!< as was asked for
};
KONTOR_ERROR_DOMAIN(AuditError);

//! A place of a topic's chain that was noted outside, such as on a Z report.
struct Anchor
{
    QString source;
    qint64 seq = 0;
    QByteArray hash; //!< in hex
};

struct AuditInput
{
    //! Service → URL of its store; a till's cart store as "cart:<till>".
    QHash<QString, QString> stores;
    QString ledger;       //!< the external systems' own record; empty: what lies outside is not
                          //!< looked at
    QString acknowledged; //!< one id a line, of the commands that were answered; may be empty
    QList<Anchor> anchors;
    qint64 intentLimitMs = 15 * 60 * 1000; //!< how long a call may stay without an answer
    qint64 nowMs = 0;                      //!< UTC; calls are as old as this says
    //! How many events have been read, of how many; may be empty.
    std::function<void(qint64 done, qint64 total)> progress;
    const std::atomic_bool *stop = nullptr; //!< set from another thread: ends with Stopped
};

//! The first row that violates an invariant.
struct Finding
{
    QString invariant; //!< "A6"
    QString store;
    QString row; //!< in words
    QString expected;
    QString found;
    qint64 more = 0; //!< further rows that violate the same invariant
};

//! What a settled order still has to receive or to give.
struct OwedAmount
{
    QString order;
    QString receipt;
    qint64 dueMinor = 0;
    qint64 refundDueMinor = 0;
    QString currency;
};

//! How far a topic goes.
struct TopicEnd
{
    qint64 seq = 0;
    QByteArray hash; //!< in hex
};

struct AuditReport
{
    QList<Finding> findings; //!< in the order of the invariants
    QList<OwedAmount> owed;
    QMap<QString, TopicEnd> topics;
    qint64 events = 0;
    qint64 orders = 0;
    qint64 lines = 0;
    qint64 moves = 0;
    qint64 payments = 0;
    qint64 commands = 0;
    qint64 intents = 0;
    qint64 ledgerLines = 0;
    //! To the payment and the logistics system, believed because no ledger was given.
    qint64 unverifiedCalls = 0;
    qint64 ordersUnderWay = 0; //!< left out of what holds only for an order at rest
    QStringList underWay;      //!< the first of them, each with what it waits for
    bool quiet = false;        //!< all topics are read to their ends and no call is open
    bool still = true;         //!< false: the stores kept changing, so they were not compared
    qint64 elapsedMs = 0;

    bool isSound() const { return findings.isEmpty(); }
};

//! Recomputes the invariants from the stores and, where given, the external systems' ledger.
//! Changes nothing; an error means that something could not be read at all.
Result<AuditReport> audit(const AuditInput &input);

//! The part of it that shows whether a topic was altered: numbers, chain, head and anchors, and
//! that no service has taken more of a topic than there is.
Result<AuditReport> verify(const AuditInput &input);

} // namespace kontor
