// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/payment_faults.h"
#include "tests/faults/seeds.h"

#include <QRandomGenerator>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int pairsInEveryRun = 300;

//! The way of an order, and what strikes it.
struct Pair
{
    QList<PaymentStep> steps;
    Fulfilment fulfilment = Fulfilment::Pickup;
    QList<Strikes> strikes; //!< for each step
    QList<Continuation> continuations;
};

Pair pairOf(quint32 seed)
{
    QRandomGenerator random(seed);
    static const QList<Pair> ways{
        {{PaymentStep::Authorise, PaymentStep::Capture, PaymentStep::Refund},
         Fulfilment::Pickup,
         {},
         {}},
        {{PaymentStep::Authorise, PaymentStep::Capture}, Fulfilment::Counter, {}, {}},
        {{PaymentStep::Authorise, PaymentStep::Void}, Fulfilment::Counter, {}, {}},
        {{PaymentStep::Status, PaymentStep::Refund}, Fulfilment::Pickup, {}, {}}};
    const auto anyFault = [&random] {
        return &outsideFaults()[random.bounded(int(outsideFaults().size()))];
    };
    Pair pair = ways[random.bounded(int(ways.size()))];
    const int count = int(pair.steps.size());
    const int first = random.bounded(count);
    const int second = random.bounded(2) == 0 ? first : random.bounded(first, count);
    pair.strikes.resize(count);
    pair.continuations.fill(Continuation::RunOn, count);
    pair.strikes[first].append(anyFault());
    pair.strikes[second].append(anyFault());
    pair.continuations[random.bounded(2) == 0 ? first : second] =
        Continuation(random.bounded(int(Continuation::Lapsed) + 1));
    return pair;
}

QString textOf(const Pair &pair)
{
    static const QStringList continuations{u"runs on"_s, u"is killed"_s, u"loses its key"_s};
    QStringList text;
    for (qsizetype i = 0; i < pair.steps.size(); ++i) {
        QStringList faults;
        for (const OutsideFault *fault : pair.strikes[i])
            faults.append(QLatin1String(fault->name));
        if (faults.isEmpty())
            continue;
        const auto step = nameOf(pair.steps[i]);
        text.append(u"%1: %2, %3"_s.arg(QLatin1String(step.data(), int(step.size())),
                                        faults.join(u" and "_s),
                                        continuations[int(pair.continuations[i])]));
    }
    return text.join(u"; "_s);
}

} // namespace

//! Two random faults on the way of an order.
class PaymentPairsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoFaultsMoveTheMoneyOnce();

private:
    QString run(const Pair &pair);

    PaymentFaults m_shop;
};

void PaymentPairsTest::twoFaultsMoveTheMoneyOnce()
{
    Seeds seeds(pairsInEveryRun);
    seeds.run([this](quint32 seed) {
        const Pair pair = pairOf(seed);
        const QString wrong = run(pair);
        return wrong.isEmpty() ? wrong : u"%1 (%2)"_s.arg(wrong, textOf(pair));
    });
    qInfo("%s", qPrintable(seeds.summary()));
    QVERIFY2(seeds.findings().isEmpty(), qPrintable(seeds.findings().join(u'\n')));
}

QString PaymentPairsTest::run(const Pair &pair)
{
    if (const QString wrong = m_shop.orderReady(pair.steps.first(), pair.fulfilment);
        !wrong.isEmpty())
        return wrong;
    for (qsizetype i = 0; i < pair.steps.size(); ++i) {
        if (const QString wrong =
                m_shop.take(pair.steps[i], pair.strikes[i], pair.continuations[i]);
            !wrong.isEmpty())
            return wrong;
        if (m_shop.end() == StepEnd::Task) {
            if (const QString wrong = m_shop.resolveTask(pair.steps[i]); !wrong.isEmpty())
                return wrong;
        }
        if (m_shop.bytesRevealed() != 0)
            return u"something went to a server that is not the right one"_s;
        if (m_shop.end() != StepEnd::Done)
            break;
    }
    return {};
}

QTEST_GUILESS_MAIN(PaymentPairsTest)
#include "payment_pairs_test.moc"
