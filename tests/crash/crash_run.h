// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/crash/worker_process.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <memory>

namespace kontor {

//! Every step between two services (a commit, before and after) and between an intent and its
//! outcome, as "service/step".
const QStringList &crashSteps();

//! Runs a shop that is killed again and again, and audits it after each recovery.
class CrashRun
{
public:
    struct Plan
    {
        QString worker;                   //!< the program
        QStringList steps = crashSteps(); //!< at which it is killed
        int kills = 200;
        int killsPerAudit = 1;
        quint32 seed = 1;
        int ordersPerLife = 12;
        int livesPerShop = 20; //!< then a new shop begins, so that the audits stay short
        bool stopAtFirstFinding = false;
        int settleLimitMs = 60'000;
    };

    explicit CrashRun(const Plan &plan);

    //! Empty if all went well; else what went wrong first.
    QString run();
    //! What the audits found, with the kill that came before.
    const QStringList &findings() const { return m_findings; }
    //! A table of where the kills fell, and the times from restart to ready.
    QString summary() const;
    int kills() const { return m_kills; }
    int killsInRecovery() const { return m_inRecovery; }
    //! Those at which no kill fell.
    QStringList missedSteps() const;

private:
    QString openShop();
    //! One life; it ends at a kill point, after a time, or by itself.
    WorkerProcess::Ended live(int orders, const QString &crashAt, int killAfterMs);
    QString settle();
    void auditNow(const QString &lastKill);
    QString oneKill();
    //! With which occurrence of it is meant, below the given one.
    QString nextStep(int occurrences);

    Plan m_plan;
    QRandomGenerator m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QMap<QString, int> m_where;
    QList<qint64> m_readyMs;
    QStringList m_findings;
    int m_kills = 0;
    int m_inRecovery = 0;
    int m_step = 0;
    bool m_isTorn = false; //!< the last kill is not recovered from yet
};

} // namespace kontor
