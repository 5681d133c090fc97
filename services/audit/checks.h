// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/ledger.h"

#include <map>

namespace kontor::auditing {

//! Source → what was read of it.
using Scans = std::map<QString, TopicScan>;

//! A20: the file is whole, ours, and of a version that is known.
Result<> checkFile(StoreReader &store, Findings &findings);

//! A10: no service has read further in a topic than the topic goes. If one has, events are gone.
Result<> checkCursors(StoreReader &consumer, const QMap<QString, TopicEnd> &topics,
                      Findings &findings);

//! A9: what each service has read of the topics, and that it took each event once. Marks the orders
//! that are still under way; answers whether everything is read to its end.
Result<bool> checkReading(StoreReader &consumer, const Scans &topics, Facts &facts,
                          Findings &findings);

//! Which events of a topic a service handles; "cart" stands for all tills. Null: there is no such
//! arrow.
const QSet<QString> *handledEvents(const QString &consumer, const QString &topic);

struct IntentCount
{
    qint64 all = 0;
    qint64 open = 0;
};
//! A14: no call is without an answer for longer than the limit, unless a person knows. Marks the
//! orders of open calls.
Result<IntentCount> checkIntents(StoreReader &store, const AuditInput &input, Facts &facts,
                                 Findings &findings);

//! A11: every command once, whole, and none lost that was answered.
class CommandCheck
{
public:
    explicit CommandCheck(Findings &findings) : m_findings(findings) {}

    Result<> takeStore(StoreReader &store);
    //! To be given the events when the commands of all stores were taken.
    void takeEvent(const QString &store, const LoggedEvent &event);
    Result<> compareJournal(const QString &file);
    qint64 count() const { return m_known.size(); }

private:
    Findings &m_findings;
    QHash<QUuid, QString> m_known; //!< command → its store
};

//! A1: the amounts of a ShoppingCartOrdered, computed again from its lines.
void checkTotals(const QString &source, const LoggedEvent &event, Findings &findings);

//! A12: the receipts of a till, in the order of its events; at the end its series.
class ReceiptCheck
{
public:
    ReceiptCheck(const QString &source, Findings &findings)
        : m_source(source)
        , m_till(source.section(QLatin1Char(':'), 1))
        , m_findings(findings)
    {
    }

    void take(const LoggedEvent &event);
    Result<> compareSeries(StoreReader &cart);

private:
    QString m_source;
    QString m_till;
    Findings &m_findings;
    qint64 m_last = 0;
};

//! A5: the steps of each order are steps that orders take, and money of a cancelled one went back.
void checkSteps(Facts &facts, Findings &findings);

//! A7, the part of the returns: no more comes back by receipt than was sold on it.
void checkReturns(Facts &facts, Findings &findings);

//! A6, A7, and A17 of the stock; answers how many moves there are.
Result<qint64> checkStock(StoreReader &inventory, Facts &facts, Findings &findings);

//! A2 to A4, and A17 of the payments. Without a ledger the world outside is not looked at.
Result<> checkPayments(StoreReader &payment, const Ledger *ledger, Facts &facts, Findings &findings,
                       AuditReport &report);

//! A17: a service's tables are what the events tell. Orders under way are compared only as far as
//! the service decides alone.
Result<> compareCarts(StoreReader &cart, Facts &facts, Findings &findings);
Result<> compareDrawer(StoreReader &cart, Facts &facts, Findings &findings);
Result<> compareOrders(StoreReader &orders, Facts &facts, Findings &findings);
Result<> compareHolds(StoreReader &orders, Facts &facts, Findings &findings);
//! And A16: a label that a parcel bears was bought, says the ledger, if there is one.
Result<> compareShipments(StoreReader &shipping, const Ledger *ledger, Facts &facts,
                          Findings &findings);

//! A21: each job of a till's print queue follows from a sale or a command, once.
Result<> checkPrintJobs(StoreReader &devices, Facts &facts, Findings &findings);

} // namespace kontor::auditing
