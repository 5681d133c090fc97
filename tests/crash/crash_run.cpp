// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/crash_run.h"

#include "app/shop_settings.h"
#include "services/audit/audit.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int workLimitMs = 30'000;
constexpr int longestLifeMs = 900;
constexpr int longestRecoveryMs = 200;

} // namespace

const QStringList &crashSteps()
{
    static const QStringList steps = [] {
        QStringList all;
        for (const auto *service :
             {"cart", "order", "inventory", "payment", "shipping", "notification", "account"}) {
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

CrashRun::CrashRun(const Plan &plan) : m_plan(plan), m_random(plan.seed) {}

QString CrashRun::openShop()
{
    m_sandbox.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkdir(u"shop"_s);
    m_sandbox = std::make_unique<SandboxProcess>();
    return m_sandbox->start(m_folder->path());
}

WorkerProcess::Ended CrashRun::live(int orders, const QString &crashAt, int killAfterMs)
{
    QStringList arguments{u"--data"_s,    m_folder->filePath(u"shop"_s),
                          u"--outside"_s, m_sandbox->url(),
                          u"--journal"_s, m_folder->filePath(u"journal"_s),
                          u"--seed"_s,    QString::number(m_random.generate()),
                          u"--orders"_s,  QString::number(orders)};
    if (!crashAt.isEmpty())
        arguments << u"--crash-at"_s << crashAt;
    WorkerProcess worker(m_plan.worker, arguments);
    while (worker.isAlive()) {
        if (killAfterMs >= 0 && worker.ageMs() >= killAfterMs)
            worker.kill();
        if (worker.ageMs() > (orders > 0 ? workLimitMs : m_plan.settleLimitMs))
            return worker.giveUp();
    }
    return worker.ended();
}

QString CrashRun::nextStep(int occurrences)
{
    const QString step = m_plan.steps[m_step++ % m_plan.steps.size()];
    return step + u'/' + QString::number(m_random.bounded(1, occurrences));
}

QString CrashRun::oneKill()
{
    // Two of three kills fall at a counted step, the third at any moment; one in five during the
    // recovery from the one before, which is short.
    const bool recovering = m_isTorn;
    const bool anyMoment = m_kills % 3 == 2;
    const QString step = anyMoment ? QString() : nextStep(recovering ? 3 : 12);
    const int longest = recovering ? longestRecoveryMs : longestLifeMs;
    const int after = anyMoment ? m_random.bounded(longest) : -1;
    const auto ended = live(recovering ? 0 : m_plan.ordersPerLife, step, after);
    if (!ended.complaint.isEmpty())
        return ended.complaint;
    // A life that came to its end before the kill does not count as one.
    if (!ended.killed) {
        m_isTorn = false;
        return {};
    }
    ++m_kills;
    m_inRecovery += recovering ? 1 : 0;
    const QString where = anyMoment ? u"any moment"_s : step.section(u'/', 0, 1);
    ++m_where[where];
    m_isTorn = !recovering && m_inRecovery < (m_kills + 1) / 5;
    if (m_isTorn || m_kills % m_plan.killsPerAudit != 0)
        return {};
    if (const QString complaint = settle(); !complaint.isEmpty())
        return complaint;
    auditNow(u"%1 (kill %2, seed %3)"_s.arg(where).arg(m_kills).arg(m_plan.seed));
    return {};
}

QStringList CrashRun::missedSteps() const
{
    QStringList missed = m_plan.steps;
    missed.removeIf([this](const QString &step) { return m_where.contains(step); });
    return missed;
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
    input.nowMs = QDateTime::currentMSecsSinceEpoch();
    for (const QString &name : ShopSettings::services())
        input.stores.insert(name == u"cart"_s ? u"cart:T1"_s : name,
                            u"sqlite:"_s + m_folder->filePath(u"shop/%1.sqlite"_s.arg(name)));
    input.ledger = m_sandbox->ledger();
    const QString journal = m_folder->filePath(u"journal"_s);
    if (QFile::exists(journal))
        input.acknowledged = journal;
    const auto report = audit(input);
    if (!report) {
        m_findings.append(u"after a kill at %1: %2"_s.arg(lastKill, report.error().text()));
        return;
    }
    for (const Finding &finding : report->findings) {
        m_findings.append(u"after a kill at %1: %2 %3: %4 (expected %5, found %6)"_s.arg(
            lastKill, finding.invariant, finding.store, finding.row, finding.expected,
            finding.found));
    }
}

QString CrashRun::run()
{
    int tries = 0;
    while (m_kills < m_plan.kills) {
        if (tries++ % m_plan.livesPerShop == 0) {
            m_isTorn = false;
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
    QString text = u"%1 kills, %2 of them during a recovery, %3 violations\n"_s.arg(m_kills)
                       .arg(m_inRecovery)
                       .arg(m_findings.size());
    for (auto where = m_where.cbegin(); where != m_where.cend(); ++where)
        text += u"  %1  %2\n"_s.arg(where.value(), 4).arg(where.key());
    if (m_readyMs.isEmpty())
        return text;
    QList<qint64> times = m_readyMs;
    std::ranges::sort(times);
    return text +
           u"from restart to ready: median %1 ms, longest %2 ms\n"_s.arg(times[times.size() / 2])
               .arg(times.last());
}

} // namespace kontor
