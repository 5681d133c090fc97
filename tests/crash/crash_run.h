// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/audit.h"

#include <QElapsedTimer>
#include <QMap>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace kontor {

//! Runs a shop that is killed again and again, and audits it after each recovery.
class CrashRun
{
public:
    struct Plan
    {
        QString worker; //!< the program
        int kills = 200;
        quint32 seed = 1;
        int ordersPerLife = 12;
        int livesPerShop = 20; //!< then a new shop begins, so that the audits stay short
        bool stopAtFirstFinding = false;
    };

    explicit CrashRun(const Plan &plan);
    ~CrashRun();

    //! Empty if all went well; else what went wrong first.
    QString run();
    //! What the audits found, with the kill that came before.
    const QStringList &findings() const { return m_findings; }
    //! A table of where the kills fell, and the times from restart to ready.
    QString summary() const;
    int kills() const { return m_kills; }

private:
    struct Ended
    {
        bool killed = false;
        bool quiet = false;
        qint64 readyMs = -1;
        QString complaint;
    };

    QString openShop();
    //! A life that works; a kill point, or a time after which it is killed.
    Ended live(int orders, const QString &crashAt, int killAfterMs);
    QString settle();
    void auditNow(const QString &lastKill);
    QString oneKill();
    QString nextStep();

    Plan m_plan;
    QRandomGenerator m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_sandbox;
    QUrl m_outside;
    QMap<QString, int> m_where;
    QList<qint64> m_readyMs;
    QStringList m_findings;
    qint64 m_acknowledged = 0;
    qint64 m_orders = 0;
    int m_kills = 0;
    int m_inRecovery = 0;
    int m_step = 0;
};

} // namespace kontor
