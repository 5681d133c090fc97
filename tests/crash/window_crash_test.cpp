// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/crash_run.h"

#include <QTest>

using namespace kontor;
using namespace Qt::StringLiterals;

class WindowCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameCartIsBackAndPaidIsPaidOnce();
    void aCartThatIsNotBackIsNoticed();

private:
    static CrashRun::Plan planFor(const QString &worker);
};

CrashRun::Plan WindowCrashTest::planFor(const QString &worker)
{
    CrashRun::Plan plan;
    plan.worker = QCoreApplication::applicationDirPath() + u'/' + worker;
    plan.seed = quint32(qEnvironmentVariableIntValue("KONTOR_CRASH_SEED"));
    plan.steps = crashSteps().filter(QRegularExpression(u"^(cart|order|inventory|payment)/"_s));
    plan.killsPerAudit = 4;
    return plan;
}

void WindowCrashTest::theSameCartIsBackAndPaidIsPaidOnce()
{
    CrashRun::Plan plan = planFor(u"window_worker"_s);
    plan.kills = qEnvironmentVariableIntValue("KONTOR_WINDOW_KILLS");
    if (plan.kills == 0)
        plan.kills = 40;
    CrashRun run(plan);
    const QString complaint = run.run();
    qInfo().noquote() << run.summary();
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    QVERIFY2(run.findings().isEmpty(), qPrintable(run.findings().join(u'\n')));
    QCOMPARE(run.kills(), plan.kills);
}

void WindowCrashTest::aCartThatIsNotBackIsNoticed()
{
    CrashRun run(planFor(u"window_worker_forgetful"_s));
    const QString complaint = run.run();
    qInfo().noquote() << "noticed after" << run.kills() << "kills:" << complaint;
    QVERIFY(complaint.contains(u"the till is at"_s));
}

QTEST_GUILESS_MAIN(WindowCrashTest)
#include "window_crash_test.moc"
