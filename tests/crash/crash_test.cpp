// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/crash_run.h"

#include <QTest>

using namespace kontor;
using namespace Qt::StringLiterals;

class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noKillLosesOrDoublesAnything();
    void aCursorOutsideTheTransactionIsCaught();

private:
    static QString program(const char *name)
    {
        return QCoreApplication::applicationDirPath() + u'/' + QLatin1String(name);
    }
};

void CrashTest::noKillLosesOrDoublesAnything()
{
    CrashRun::Plan plan;
    plan.worker = program("crash_worker");
    plan.kills = qEnvironmentVariableIntValue("KONTOR_CRASH_KILLS");
    if (plan.kills == 0)
        plan.kills = 200;
    // A short form does not come round to all of them.
    constexpr int killsForAll = 200;
    plan.everyStep = plan.kills >= killsForAll;
    plan.seed = quint32(qEnvironmentVariableIntValue("KONTOR_CRASH_SEED"));
    CrashRun run(plan);
    const QString complaint = run.run();
    qInfo().noquote() << run.summary();
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    QVERIFY2(run.findings().isEmpty(), qPrintable(run.findings().join(u'\n')));
    QVERIFY(run.kills() >= plan.kills);
    if (!plan.everyStep)
        return;
    QVERIFY2(run.missedSteps().isEmpty(), qPrintable(run.missedSteps().join(u' ')));
    // The last recoveries may have been too short to be struck.
    QVERIFY(run.killsInRecovery() * 6 >= plan.kills);
}

void CrashTest::aCursorOutsideTheTransactionIsCaught()
{
    CrashRun::Plan plan;
    plan.worker = program("crash_worker_broken");
    plan.stopAtFirstFinding = true;
    plan.settleLimitMs = 15'000;
    CrashRun run(plan);
    const QString complaint = run.run();
    qInfo().noquote() << "the broken subscription was noticed after" << run.kills()
                      << "kills:" << complaint << run.findings().value(0);
    QVERIFY(!complaint.isEmpty() || !run.findings().isEmpty());
}

QTEST_GUILESS_MAIN(CrashTest)
#include "crash_test.moc"
