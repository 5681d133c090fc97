// SPDX-License-Identifier: GPL-3.0-or-later
#include "crash_run.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <csignal>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int sandboxStartMs = 10'000;
constexpr int settleLimitMs = 60'000;
constexpr int workLimitMs = 30'000;
constexpr int longestLifeMs = 900;

//! Every step between two services (a commit, before and after) and between an intent and its outcome.
const QStringList &crashSteps()
{
    static const QStringList steps = [] {
        QStringList all;
        for (const auto *service : {"cart", "order", "inventory", "payment", "shipping", "notification", "account"}) {
            for (const auto *step : {"begin", "commit", "committed"})
                all.append(QLatin1String(service) + u'/' + QLatin1String(step));
        }
        for (const auto *service : {"payment", "shipping", "notification"}) {
            for (const auto *step : {"sending", "replied"})
                all.append(QLatin1String(service) + u'/' + QLatin1String(step));
        }
        return all;
    }();
    return steps;
}

} // namespace

CrashRun::CrashRun(const Plan &plan) : m_plan(plan), m_random(plan.seed) {}

CrashRun::~CrashRun()
{
    if (m_sandbox) {
        m_sandbox->kill();
        m_sandbox->waitForFinished();
    }
}

QString CrashRun::openShop()
{
    if (m_sandbox) {
        m_sandbox->kill();
        m_sandbox->waitForFinished();
    }
    m_folder = std::make_unique<QTemporaryDir>();
    const QString ledger = m_folder->filePath(u"ledger.jsonl"_s);
    const QString portFile = m_folder->filePath(u"port"_s);
    QDir(m_folder->path()).mkdir(u"shop"_s);
    m_sandbox = std::make_unique<QProcess>();
    m_sandbox->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_sandbox->start(QCoreApplication::applicationDirPath() + u"/kontor-sandbox"_s,
                     {u"--ledger"_s, ledger, u"--port-file"_s, portFile});
    QElapsedTimer waited;
    for (waited.start(); !QFile::exists(portFile); QThread::msleep(5)) {
        if (waited.elapsed() > sandboxStartMs)
            return u"the sandbox does not start"_s;
    }
    QFile file(portFile);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    m_outside = QUrl(u"http://127.0.0.1:%1"_s.arg(QString::fromLatin1(file.readAll().trimmed())));
    return {};
}

CrashRun::Ended CrashRun::live(int orders, const QString &crashAt, int killAfterMs)
{
    Ended ended;
    QProcess worker;
    worker.setProcessChannelMode(QProcess::SeparateChannels);
    QStringList arguments{u"--data"_s,    m_folder->filePath(u"shop"_s),    u"--outside"_s,
                          m_outside.toString(), u"--journal"_s, m_folder->filePath(u"journal"_s),
                          u"--seed"_s,    QString::number(m_random.generate()), u"--orders"_s,
                          QString::number(orders)};
    if (!crashAt.isEmpty())
        arguments << u"--crash-at"_s << crashAt;
    QElapsedTimer life;
    life.start();
    worker.start(m_plan.worker, arguments);
    QByteArray said;
    const int limit = orders > 0 ? workLimitMs : settleLimitMs;
    while (worker.state() != QProcess::NotRunning) {
        worker.waitForReadyRead(2);
        said += worker.readAllStandardOutput();
        if (ended.readyMs < 0 && said.contains("READY"))
            ended.readyMs = life.elapsed();
        if (killAfterMs >= 0 && life.elapsed() >= killAfterMs)
            worker.kill();
        if (life.elapsed() > limit) {
            worker.kill();
            worker.waitForFinished();
            ended.complaint = u"it did not come to rest within %1 s: %2"_s.arg(limit / 1000).arg(
                QString::fromUtf8(worker.readAllStandardError().right(2000)));
            return ended;
        }
    }
    said += worker.readAllStandardOutput();
    ended.quiet = said.contains("QUIET");
    ended.killed = worker.exitStatus() == QProcess::CrashExit;
    if (!ended.killed && worker.exitCode() != 0)
        ended.complaint = QString::fromUtf8(worker.readAllStandardError().right(2000));
    return ended;
}

QString CrashRun::nextStep()
{
    const QString step = crashSteps()[m_step++ % crashSteps().size()];
    return step + u'/' + QString::number(m_random.bounded(1, 12));
}

QString CrashRun::oneKill()
{
    // Two of three kills fall at a counted step, the third at any moment; one in five during the recovery.
    const bool recovering = m_kills % 5 == 4;
    const bool anyMoment = m_kills % 3 == 2;
    const QString step = anyMoment ? QString() : nextStep();
    const int after = anyMoment ? m_random.bounded(longestLifeMs) : -1;
    const auto ended = live(recovering ? 0 : m_plan.ordersPerLife, step, after);
    if (!ended.complaint.isEmpty())
        return ended.complaint;
    // A life that came to its end before the kill does not count as one.
    if (!ended.killed)
        return {};
    ++m_kills;
    m_inRecovery += recovering ? 1 : 0;
    const QString where = anyMoment ? u"any moment"_s : step.section(u'/', 0, 1);
    ++m_where[where];
    // What was killed during a recovery must itself be recovered from, so there is no settling in between.
    if (m_kills % 5 == 4)
        return {};
    if (const QString complaint = settle(); !complaint.isEmpty())
        return complaint;
    auditNow(u"%1 (kill %2, seed %3)"_s.arg(where).arg(m_kills).arg(m_plan.seed));
    return {};
}

QString CrashRun::settle()
{
    const auto ended = live(0, {}, -1);
    if (!ended.complaint.isEmpty())
        return ended.complaint;
    if (!ended.quiet)
        return u"the shop did not come to rest"_s;
    m_readyMs.append(ended.readyMs);
    return {};
}

void CrashRun::auditNow(const QString &lastKill)
{
    AuditInput input;
    for (const auto *service :
         {"account", "catalog", "cart", "order", "inventory", "payment", "shipping", "notification"}) {
        const QString name = QLatin1String(service);
        input.stores.insert(name == u"cart"_s ? u"cart:T1"_s : name,
                            u"sqlite:"_s + m_folder->filePath(u"shop/%1.sqlite"_s.arg(name)));
    }
    input.ledger = m_folder->filePath(u"ledger.jsonl"_s);
    const QString journal = m_folder->filePath(u"journal"_s);
    if (QFile::exists(journal))
        input.acknowledged = journal;
    const auto report = audit(input);
    if (!report) {
        m_findings.append(u"after a kill at %1: %2"_s.arg(lastKill, report.error().text()));
        return;
    }
    m_orders = std::max(m_orders, report->orders);
    for (const Finding &finding : report->findings) {
        m_findings.append(u"after a kill at %1: %2 %3: %4 (expected %5, found %6)"_s.arg(
            lastKill, finding.invariant, finding.store, finding.row, finding.expected, finding.found));
    }
}

QString CrashRun::run()
{
    int tries = 0;
    while (m_kills < m_plan.kills) {
        if (tries++ % m_plan.livesPerShop == 0) {
            if (const QString complaint = openShop(); !complaint.isEmpty())
                return complaint;
        }
        if (const QString complaint = oneKill(); !complaint.isEmpty())
            return u"after kill %1: %2"_s.arg(m_kills).arg(complaint);
        if (m_plan.stopAtFirstFinding && !m_findings.isEmpty())
            break;
        if (tries > 10 * m_plan.kills)
            return u"the lives end before they can be killed"_s;
    }
    return {};
}

QString CrashRun::summary() const
{
    QString text = u"%1 kills, %2 of them during a recovery, %3 violations\n"_s.arg(m_kills).arg(m_inRecovery).arg(
        m_findings.size());
    for (auto where = m_where.cbegin(); where != m_where.cend(); ++where)
        text += u"  %1  %2\n"_s.arg(where.value(), 4).arg(where.key());
    if (m_readyMs.isEmpty())
        return text;
    QList<qint64> times = m_readyMs;
    std::ranges::sort(times);
    return text + u"from restart to ready: median %1 ms, longest %2 ms\n"_s.arg(times[times.size() / 2]).arg(times.last());
}

} // namespace kontor
