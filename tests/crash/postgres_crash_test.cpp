// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop_settings.h"
#include "services/audit/audit.h"
#include "tests/crash/crash_run.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int tills = 4;
constexpr int longestLifeMs = 2500;
constexpr int ordersPerLife = 15;
//! Longer than a dead till's claim on its calls (ExternalCalls::leaseMs).
constexpr int settleLimitMs = 150'000;

} // namespace

//! Four tills share one server, and die one after the other.
class PostgresCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fourTillsThatDieLoseAndDoubleNothing_data();
    void fourTillsThatDieLoseAndDoubleNothing();

private:
    QStringList arguments(int till, int orders) const;
    QString storeUrl(const QString &service, int till) const;
    std::unique_ptr<WorkerProcess> live(int till, int orders, const QString &crashAt) const;
    void auditAll() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QRandomGenerator m_random{1};
    QString m_prefix;
    bool m_notified = true;
};

QString PostgresCrashTest::storeUrl(const QString &service, int till) const
{
    if (service == u"cart"_s)
        return u"sqlite:%1/T%2/cart.sqlite"_s.arg(m_folder->path()).arg(till);
    return u"%1?schema=%2%3"_s.arg(qEnvironmentVariable("KONTOR_POSTGRES_URL"), m_prefix, service);
}

QStringList PostgresCrashTest::arguments(int till, int orders) const
{
    QStringList list{u"--data"_s,    m_folder->filePath(u"T%1"_s.arg(till)),
                     u"--till"_s,    u"T%1"_s.arg(till),
                     u"--outside"_s, m_sandbox->url(),
                     u"--journal"_s, m_folder->filePath(u"journal"_s),
                     u"--orders"_s,  QString::number(orders)};
    for (const QString &service : ShopSettings::services())
        list << u"--store"_s << service + u'=' + storeUrl(service, till);
    if (!m_notified)
        list << u"--deaf"_s;
    return list;
}

std::unique_ptr<WorkerProcess> PostgresCrashTest::live(int till, int orders,
                                                       const QString &crashAt) const
{
    QStringList list = arguments(till, orders);
    list << u"--seed"_s << QString::number(QRandomGenerator::global()->generate());
    if (!crashAt.isEmpty())
        list << u"--crash-at"_s << crashAt;
    return std::make_unique<WorkerProcess>(
        QCoreApplication::applicationDirPath() + u"/crash_worker"_s, list);
}

void PostgresCrashTest::auditAll() const
{
    AuditInput input;
    input.nowMs = QDateTime::currentMSecsSinceEpoch();
    for (const QString &service : ShopSettings::services()) {
        if (service != u"cart"_s)
            input.stores.insert(service, storeUrl(service, 0));
    }
    for (int till = 0; till < tills; ++till)
        input.stores.insert(u"cart:T%1"_s.arg(till), storeUrl(u"cart"_s, till));
    input.ledger = m_sandbox->ledger();
    input.acknowledged = m_folder->filePath(u"journal"_s);
    const auto report = audit(input);
    QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
    for (const Finding &finding : report->findings)
        qWarning().noquote() << finding.invariant << finding.store << finding.row
                             << finding.expected << finding.found;
    QVERIFY(report->isSound());
    qInfo().noquote() << u"%1 orders, %2 events, %3 still under way"_s.arg(report->orders)
                             .arg(report->events)
                             .arg(report->ordersUnderWay);
    QVERIFY2(report->ordersUnderWay == 0, qPrintable(report->underWay.join(u'\n')));
}

void PostgresCrashTest::fourTillsThatDieLoseAndDoubleNothing_data()
{
    QTest::addColumn<bool>("notified");
    QTest::addColumn<bool>("restart");
    QTest::newRow("notified, the server restarts in between") << true << true;
    QTest::newRow("without notifications") << false << false;
}

void PostgresCrashTest::fourTillsThatDieLoseAndDoubleNothing()
{
    if (!qEnvironmentVariableIsSet("KONTOR_POSTGRES_URL")) {
        if (qEnvironmentVariableIsSet("KONTOR_CI"))
            QFAIL("there is no PostgreSQL server; scripts/with-postgres starts one");
        QSKIP("there is no PostgreSQL server; scripts/with-postgres starts one");
    }
    QFETCH(bool, notified);
    QFETCH(bool, restart);
    m_notified = notified;
    m_prefix = notified ? u"crash_heard_"_s : u"crash_deaf_"_s;
    m_folder = std::make_unique<QTemporaryDir>();
    m_sandbox = std::make_unique<SandboxProcess>();
    QCOMPARE(m_sandbox->start(m_folder->path()), QString());
    for (int till = 0; till < tills; ++till)
        QDir(m_folder->path()).mkdir(u"T%1"_s.arg(till));

    const int given = qEnvironmentVariableIntValue("KONTOR_POSTGRES_KILLS");
    const int wanted = given > 0 ? given : 24;
    std::array<std::unique_ptr<WorkerProcess>, tills> workers;
    int kills = 0;
    int killsAtSteps = 0;
    int lives = 0;
    bool restarted = !restart;
    while (kills < wanted) {
        for (int till = 0; till < tills; ++till) {
            auto &worker = workers[size_t(till)];
            if (worker && worker->isAlive())
                continue;
            if (worker && worker->ended().killed) {
                ++kills;
                ++killsAtSteps;
            }
            // Every other life ends by itself between two steps.
            const QString step = crashSteps()[lives / 2 % crashSteps().size()];
            const bool endsItself = lives++ % 2 == 0;
            worker = live(till, ordersPerLife,
                          endsItself ? step + u'/' + QString::number(m_random.bounded(1, 6))
                                     : QString());
        }
        const size_t victim = size_t(m_random.bounded(tills));
        const qint64 age = m_random.bounded(longestLifeMs);
        while (workers[victim]->isAlive() && workers[victim]->ageMs() < age) {
        }
        if (workers[victim]->isAlive()) {
            workers[victim]->kill();
            workers[victim].reset();
            ++kills;
        }
        if (!restarted && kills > wanted / 2) {
            restarted = true;
            const QString command = qEnvironmentVariable("KONTOR_POSTGRES_RESTART");
            QVERIFY2(!command.isEmpty(), "KONTOR_POSTGRES_RESTART is not set");
            QCOMPARE(QProcess::execute(u"/bin/sh"_s, {u"-c"_s, command}), 0);
        }
    }
    for (auto &worker : workers)
        worker.reset();
    for (int till = 0; till < tills; ++till)
        workers[size_t(till)] = live(till, 0, {});
    for (auto &worker : workers) {
        while (worker->isAlive() && worker->ageMs() < settleLimitMs) {
        }
        const auto ended = worker->isAlive() ? worker->giveUp() : worker->ended();
        QVERIFY2(ended.quiet, qPrintable(ended.killed ? u"it crashed"_s : ended.complaint));
    }
    qInfo().noquote() << kills << "kills," << killsAtSteps << "of them between two steps";
    QVERIFY(killsAtSteps > 0);
    auditAll();
}

QTEST_GUILESS_MAIN(PostgresCrashTest)
#include "postgres_crash_test.moc"
