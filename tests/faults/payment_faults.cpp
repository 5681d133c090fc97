// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/payment_faults.h"

#include "tests/faults/doomed_process.h"

#include <QDir>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int callLimitMs = 20'000;
// Longer than the service waits before it makes a call again.
constexpr qint64 stepMs = 21'000;
constexpr int rounds = 6;
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
//! What is done late has its effect by then.
constexpr int lateEndMs = 2 * lateMs;

template <class Enum>
QString nameText(Enum value)
{
    const auto name = nameOf(value);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

PaymentFaults::PaymentFaults()
{
    TestCertificates::trust(m_addresses.certificates().authorityFile());
    StruckSystem nobody{QUrl()};
    const PaymentShop made(m_newShop.path(), nobody, paymentSettings({}));
}

void PaymentFaults::open(const QString &folder, Timestamp now)
{
    m_shop.reset();
    m_system = std::make_unique<StruckSystem>(m_sandbox.baseUrl());
    m_system->observe([this] { m_late.start(); }, {});
    m_shop = std::make_unique<PaymentShop>(folder, *m_system, paymentSettings(m_sandbox.baseUrl()));
    if (now.ms > 0)
        m_shop->clock.advance(now.ms - m_shop->clock.now().ms);
}

void PaymentFaults::setFaults(const Strikes &strikes)
{
    if (!strikes.isEmpty() || m_isStruck)
        m_sandbox.setFaults(faultRules(strikes, {"/v1/"}));
    m_isStruck = !strikes.isEmpty();
}

QString PaymentFaults::orderReady(PaymentStep step, Fulfilment fulfilment)
{
    setFaults({});
    m_shop.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    for (const QString &file : QDir(m_newShop.path()).entryList(QDir::Files))
        KONTOR_CHECK(QFile::copy(m_newShop.filePath(file), m_folder->filePath(file)));
    open(m_folder->path(), {});
    m_order = {m_shop->newOrder(), m_shop->newTender(), fulfilment};
    if (step == PaymentStep::Status)
        return requestLink();
    QList<PaymentStep> before;
    if (step != PaymentStep::Authorise)
        before.append(PaymentStep::Authorise);
    if (step == PaymentStep::Refund)
        before.append(PaymentStep::Capture);
    for (const PaymentStep earlier : before) {
        const QString wrong = take(earlier, {}, Continuation::RunOn);
        if (!wrong.isEmpty() || m_end != StepEnd::Done)
            return u"before it, %1: %2 %3"_s.arg(nameText(earlier), nameText(m_end), wrong);
    }
    return {};
}

QString PaymentFaults::requestLink()
{
    m_order.tender =
        m_shop->sell(m_order.order, m_order.fulfilment, TenderKind::Link, PaidOrder::minor);
    m_shop->inInventory(InventoryProcessed{m_order.order});
    if (const QString wrong = quieten(); !wrong.isEmpty())
        return wrong;
    if (tender().state != TenderState::Requested)
        return u"the link was not made: "_s + nameText(tender().state);
    m_sandbox.control(u"/_sandbox/pay/"_s + tender().session);
    return {};
}

QString PaymentFaults::take(PaymentStep step, const Strikes &strikes, Continuation continuation)
{
    const int visitsBefore = strikes.isEmpty() ? 0 : m_addresses.connections(strikes.first()->way);
    setFaults(strikes);
    m_isLate = std::ranges::any_of(strikes, &OutsideFault::isLate);
    m_late.start();
    if (continuation == Continuation::Killed) {
        if (const QString wrong = takeAndDie(step, strikes); !wrong.isEmpty())
            return wrong;
    } else {
        m_system->strike(m_addresses.misled(strikes, m_sandbox.baseUrl()));
        beginStep(*m_shop, step, m_order);
    }
    if (continuation == Continuation::Lapsed) {
        if (const QString wrong = quieten() + contradiction(); !wrong.isEmpty())
            return wrong;
        awaitLateEffects();
        m_sandbox.control(u"/_sandbox/lapse/idempotency-keys"_s);
        m_shop->clock.advance(dayMs);
    }
    if (const QString wrong = settle(step); !wrong.isEmpty())
        return wrong;
    m_end = endOf(step);
    return strikes.isEmpty() ? QString() : strikesMissed(strikes, visitsBefore);
}

//! The step in a process of its own, which ends as the power goes.
QString PaymentFaults::takeAndDie(PaymentStep step, const Strikes &strikes)
{
    const Timestamp now = m_shop->clock.now();
    m_shop.reset();
    QList<MisledCall> calls = m_addresses.misled(strikes, m_sandbox.baseUrl());
    const MisledCall first = calls.takeFirst();
    const QStringList arguments{u"--stores"_s,     m_folder->path(),
                                u"--authority"_s,  m_addresses.certificates().authorityFile(),
                                u"--outside"_s,    m_sandbox.baseUrl().toString(),
                                u"--step"_s,       nameText(step),
                                u"--order"_s,      m_order.order.toString(),
                                u"--tender"_s,     m_order.tender.toString(),
                                u"--fulfilment"_s, nameText(m_order.fulfilment),
                                u"--now"_s,        QString::number(now.ms),
                                u"--strike"_s,     first.address.toString(),
                                u"--patience"_s,   QString::number(first.patienceMs)};
    if (const QString wrong = runUntilKilled(u"payment_worker"_s, arguments); !wrong.isEmpty())
        return wrong;
    open(m_folder->path(), now);
    m_system->strike(calls);
    return {};
}

//! Until no call is under way.
QString PaymentFaults::quieten()
{
    QElapsedTimer timer;
    timer.start();
    m_shop->run();
    while (m_system->underWay() > 0) {
        if (timer.elapsed() > callLimitMs)
            return u"a call was never answered"_s;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        m_shop->run();
    }
    return {};
}

//! The clock of the service runs ahead of that on the wall, but no effect may come later by it than
//! it would.
void PaymentFaults::awaitLateEffects()
{
    const auto isOver = [this] { return m_late.hasExpired(lateEndMs); };
    KONTOR_CHECK(!m_isLate || QTest::qWaitFor(isOver, callLimitMs));
}

//! Lets time pass until the step has come to its end, or nobody learns any more what it is.
QString PaymentFaults::settle(PaymentStep step)
{
    for (int round = 0; round < 2 * rounds; ++round) {
        if (const QString wrong = quieten() + contradiction(); !wrong.isEmpty())
            return wrong;
        awaitLateEffects();
        if (isAtRest())
            return contradiction();
        m_shop->clock.advance(round == rounds ? dayMs : stepMs);
    }
    return endOf(step) == StepEnd::Task ? QString() : u"it does not come to rest"_s;
}

bool PaymentFaults::isAtRest() const
{
    const auto open = m_shop->service.openCalls();
    return open && open->isEmpty() && tender().state != TenderState::Requested;
}

StepEnd PaymentFaults::endOf(PaymentStep step) const
{
    if (!isAtRest())
        return StepEnd::Task;
    const TenderState state = tender().state;
    switch (step) {
    case PaymentStep::Authorise:
        return state == TenderState::Authorised ? StepEnd::Done : StepEnd::Refused;
    case PaymentStep::Capture:
    case PaymentStep::Status:
        return state == TenderState::Captured && payment().state == PaymentState::Settled
                   ? StepEnd::Done
                   : StepEnd::Refused;
    case PaymentStep::Refund:
        return state == TenderState::Refunded && payment().state == PaymentState::Refunded
                   ? StepEnd::Done
                   : StepEnd::Refused;
    case PaymentStep::Void:
        return state == TenderState::Voided ? StepEnd::Done : StepEnd::Refused;
    }
    Q_UNREACHABLE();
}

QString PaymentFaults::resolveTask(PaymentStep step)
{
    const auto open = m_shop->service.openCalls();
    if (!open || open->size() != 1 || open->first().intent.state != IntentState::Unknown)
        return u"there is no task for a person"_s;
    const auto resolved = m_shop->service.resolve(m_shop->command(), open->first().intent.id,
                                                  CallVerdict::DidNotHappen, {});
    if (!resolved)
        return resolved.error().text();
    const QString wrong = settle(step);
    m_end = endOf(step);
    return wrong;
}

//! That the faults were there: a test of faults that do not strike proves nothing.
QString PaymentFaults::strikesMissed(const Strikes &strikes, int before)
{
    const OutsideFault &first = *strikes.first();
    if (first.way == Way::Sandbox) {
        const QJsonObject calls = m_sandbox.asked(u"/_sandbox/calls"_s);
        return calls[u"rules"_s][0][u"fired"_s].toInt() == 1 ? QString()
                                                             : u"the fault did not strike"_s;
    }
    const int now = m_addresses.connections(first.way);
    const bool seen = now < 0 ? m_system->strikesLeft() < strikes.size() : now > before;
    return seen ? QString() : u"nobody came to the bad address"_s;
}

} // namespace kontor
