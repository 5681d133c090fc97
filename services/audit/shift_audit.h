// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/findings.h"
#include "services/audit/store_reader.h"
#include "services/audit/topic_scan.h"

#include <QSet>

#include <map>

namespace kontor::auditing {

//! What a shift adds up, each sum under its name.
using ShiftSums = QMap<QString, qint64>;

struct ShiftFacts
{
    QString till;
    qint64 floatAmount = 0;
    ShiftSums sums;
    QString firstReceipt;
    QString lastReceipt;
    QJsonObject closed; //!< empty: it is open
};

//! A13: the sums of each shift and its Z report follow from its receipts and the moves of its
//! drawer. One for each till's topic.
class ShiftCheck
{
public:
    ShiftCheck(const QString &source, Findings &findings) : m_source(source), m_findings(findings)
    {
    }

    void take(const LoggedEvent &event);
    //! To be asked when all events were taken.
    Result<> compareTables(StoreReader &cart);

private:
    void open(const LoggedEvent &event);
    void close(const LoggedEvent &event);
    void takeOrder(ShiftFacts &shift, const QJsonObject &order);
    //! The shift that the event says it belongs to; null if it says none, or one that is not open.
    ShiftFacts *shiftOf(const LoggedEvent &event);
    void compareSums(const QString &row, const ShiftSums &expected, const ShiftSums &found);
    void compareCounts(const ShiftFacts &shift, const QJsonObject &closed);
    void comparePerpetual(const QJsonObject &closed);
    Result<> takeChange(StoreReader &cart);
    Result<> compareReports(StoreReader &cart);
    Result<> compareOpen(StoreReader &cart);
    Result<> compareMoves(StoreReader &cart);
    void expect(const QString &row, const QString &expected, const QString &found);

    QString m_source;
    Findings &m_findings;
    std::map<QUuid, ShiftFacts> m_shifts;
    QMap<QString, QUuid> m_open; //!< by till
    QMap<QString, qint64> m_numbers;
    QHash<QUuid, QUuid> m_orders; //!< to its shift
    ShiftSums m_perpetual;        //!< by till and currency
};

} // namespace kontor::auditing
