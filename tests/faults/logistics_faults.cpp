// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/logistics_faults.h"

#include "tests/faults/doomed_process.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int callLimitMs = 20'000;
constexpr qint64 stepMs = 21'000;
constexpr int rounds = 16;
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int lateEndMs = 2 * lateMs;

//! What a step calls first, and what it looks at when that was struck.
QList<QByteArray> pathsOf(ParcelStep step)
{
    return step == ParcelStep::Label ? QList<QByteArray>{"/transactions"}
                                     : QList<QByteArray>{"/refunds", "/transactions"};
}

} // namespace

LogisticsFaults::LogisticsFaults()
{
    TestCertificates::trust(m_addresses.certificates().authorityFile());
}

void LogisticsFaults::newOrder()
{
    m_bench.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    open({QDateTime::currentMSecsSinceEpoch()});
    m_order = OrderId::make(m_clock->now());
}

void LogisticsFaults::open(Timestamp now)
{
    m_bench.reset();
    m_logistics.reset();
    m_clock = std::make_unique<ManualClock>(now);
    m_logistics = std::make_unique<StruckLogistics>(m_sandbox.baseUrl(), *m_clock);
    m_logistics->observe([this] { m_late.start(); }, {});
    m_bench = std::make_unique<ShippingBench>(*m_clock, *m_logistics, addressInBerlin(),
                                              std::nullopt, m_folder->path());
}

Shipment LogisticsFaults::parcel() const
{
    const auto found = m_bench->shipping->shipment(m_order);
    return found ? *found : Shipment();
}

WorldEffect LogisticsFaults::effect(const char *kind)
{
    return m_ledger.effect(m_order, QLatin1String(kind));
}

QString LogisticsFaults::take(ParcelStep step, const Strikes &strikes, Continuation continuation)
{
    const int visitsBefore = strikes.isEmpty() ? 0 : m_addresses.connections(strikes[0]->way);
    if (!strikes.isEmpty() || m_isStruck)
        m_sandbox.setFaults(faultRules(strikes, pathsOf(step)));
    m_isStruck = !strikes.isEmpty();
    m_isLate = std::ranges::any_of(strikes, &OutsideFault::isLate);
    m_late.start();
    if (continuation == Continuation::Killed) {
        if (const QString wrong = takeAndDie(step, strikes); !wrong.isEmpty())
            return wrong;
    } else {
        m_logistics->strike(m_addresses.misled(strikes, m_sandbox.baseUrl()));
        beginStep(*m_bench, step, m_order);
    }
    if (continuation == Continuation::Lapsed) {
        if (const QString wrong = quieten() + contradiction(); !wrong.isEmpty())
            return wrong;
        awaitLateEffects();
        lapseOffer();
        m_clock->advance(dayMs);
    }
    const QString wrong = settle();
    return wrong.isEmpty() && !strikes.isEmpty() ? strikesMissed(strikes, visitsBefore) : wrong;
}

//! The step in a process of its own, which ends as the power goes.
QString LogisticsFaults::takeAndDie(ParcelStep step, const Strikes &strikes)
{
    const Timestamp now = m_clock->now();
    m_bench.reset();
    QList<MisledCall> calls = m_addresses.misled(strikes, m_sandbox.baseUrl());
    const MisledCall first = calls.takeFirst();
    const auto name = nameOf(step);
    const QString wrong = runUntilKilled(
        u"logistics_worker"_s,
        {u"--stores"_s, m_folder->path(), u"--authority"_s,
         m_addresses.certificates().authorityFile(), u"--outside"_s, m_sandbox.baseUrl().toString(),
         u"--step"_s, QLatin1String(name.data(), int(name.size())), u"--order"_s,
         m_order.toString(), u"--now"_s, QString::number(now.ms), u"--strike"_s,
         first.address.toString(), u"--patience"_s, QString::number(first.patienceMs)});
    if (!wrong.isEmpty())
        return wrong;
    open(now);
    m_logistics->strike(calls);
    return {};
}

//! The offer whose label is still being bought has expired.
void LogisticsFaults::lapseOffer()
{
    const auto open = m_bench->shipping->openIntents();
    KONTOR_CHECK(bool(open));
    for (const Intent &intent : *open) {
        const auto request = decode<LabelRequest>(intent.request);
        if (intent.kind == u"label" && request)
            m_sandbox.control(u"/_sandbox/lapse/"_s + request->rate);
    }
}

//! The clock of the service runs ahead of that on the wall, but no effect may come later by it than
//! it would.
void LogisticsFaults::awaitLateEffects()
{
    const auto isOver = [this] { return m_late.hasExpired(lateEndMs); };
    KONTOR_CHECK(!m_isLate || QTest::qWaitFor(isOver, callLimitMs));
}

//! Until no call is under way.
QString LogisticsFaults::quieten()
{
    QElapsedTimer timer;
    timer.start();
    m_bench->pump();
    while (m_logistics->underWay() > 0) {
        if (timer.elapsed() > callLimitMs)
            return u"a call was never answered"_s;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        m_bench->pump();
    }
    return {};
}

//! Lets time pass until nothing is open any more.
QString LogisticsFaults::settle()
{
    for (int round = 0; round < rounds; ++round) {
        if (const QString wrong = quieten() + contradiction(); !wrong.isEmpty())
            return wrong;
        awaitLateEffects();
        if (isAtRest())
            return contradiction();
        m_clock->advance(stepMs);
    }
    const auto state = nameOf(parcel().state);
    return u"it does not come to rest: "_s + QLatin1String(state.data(), int(state.size()));
}

bool LogisticsFaults::isAtRest() const
{
    const auto open = m_bench->shipping->openIntents();
    const ShipmentState state = parcel().state;
    return open && open->isEmpty() && state != ShipmentState::Quoting &&
           state != ShipmentState::Buying && state != ShipmentState::Recalling;
}

//! What the store says, held against what has happened in the world.
QString LogisticsFaults::contradiction()
{
    const int bought = effect("label.purchased").times;
    const int voided = effect("label.voided").times;
    if (bought > 1 || voided > 1)
        return u"labels were bought %1 times and voided %2 times"_s.arg(bought).arg(voided);
    const Shipment shipment = parcel();
    const auto state = nameOf(shipment.state);
    const QString says =
        u"the store says %1, "_s.arg(QLatin1String(state.data(), int(state.size())));
    if (!shipment.label.isEmpty() && bought == 0)
        return says + u"with a label that nobody sold"_s;
    if (shipment.state == ShipmentState::NeedsCorrection && bought > 0)
        return says + u"but the label was bought"_s;
    if ((shipment.voidState == VoidState::Voided) != (voided == 1) &&
        shipment.voidState != VoidState::Wanted)
        return says + u"and of the void what the ledger does not"_s;
    const auto sold = m_ledger.effect(m_order, u"label.purchased"_s);
    if (shipment.state == ShipmentState::Labelled && sold.euroMinor != shipment.price.minor)
        return says + u"with another price than the label had"_s;
    return {};
}

QString LogisticsFaults::strikesMissed(const Strikes &strikes, int before)
{
    const OutsideFault &first = *strikes.first();
    if (first.way == Way::Sandbox) {
        const QJsonObject calls = m_sandbox.asked(u"/_sandbox/calls"_s);
        return calls[u"rules"_s][0][u"fired"_s].toInt() == 1 ? QString()
                                                             : u"the fault did not strike"_s;
    }
    const int now = m_addresses.connections(first.way);
    const bool seen = now < 0 ? m_logistics->strikesLeft() < strikes.size() : now > before;
    return seen ? QString() : u"nobody came to the bad address"_s;
}

} // namespace kontor
