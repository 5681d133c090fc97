// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/logistics_faults.h"
#include "tests/faults/seeds.h"

#include <QRandomGenerator>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int pairsInEveryRun = 100;

//! What strikes the purchase of a label and its void.
struct Pair
{
    Strikes strikes[2];
    Continuation continuations[2] = {Continuation::RunOn, Continuation::RunOn};
};

Pair pairOf(quint32 seed)
{
    QRandomGenerator random(seed);
    const auto anyFault = [&random] {
        return &outsideFaults()[random.bounded(int(outsideFaults().size()))];
    };
    Pair pair;
    const int first = random.bounded(2);
    const int second = random.bounded(2) == 0 ? first : 1;
    pair.strikes[first].append(anyFault());
    pair.strikes[second].append(anyFault());
    pair.continuations[random.bounded(2) == 0 ? first : second] =
        Continuation(random.bounded(int(Continuation::Lapsed) + 1));
    return pair;
}

QString textOf(const Pair &pair)
{
    static const QStringList continuations{u"runs on"_s, u"is killed"_s, u"its offer expires"_s};
    QStringList text;
    for (int i = 0; i < 2; ++i) {
        QStringList faults;
        for (const OutsideFault *fault : pair.strikes[i])
            faults.append(QLatin1String(fault->name));
        if (!faults.isEmpty())
            text.append(u"%1: %2, %3"_s.arg(i == 0 ? u"buy"_s : u"void"_s, faults.join(u" and "_s),
                                            continuations[int(pair.continuations[i])]));
    }
    return text.join(u"; "_s);
}

} // namespace

//! Two random faults on the way of a parcel.
class LogisticsPairsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoFaultsBuyOneLabel();

private:
    QString run(const Pair &pair);

    LogisticsFaults m_shop;
};

void LogisticsPairsTest::twoFaultsBuyOneLabel()
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

QString LogisticsPairsTest::run(const Pair &pair)
{
    m_shop.newOrder();
    if (const QString wrong =
            m_shop.take(ParcelStep::Label, pair.strikes[0], pair.continuations[0]);
        !wrong.isEmpty())
        return wrong;
    if (m_shop.parcel().state != ShipmentState::Labelled)
        return m_shop.parcel().state == ShipmentState::NeedsCorrection
                   ? QString()
                   : u"there is neither a label nor a task"_s;
    if (const QString wrong = m_shop.take(ParcelStep::Void, pair.strikes[1], pair.continuations[1]);
        !wrong.isEmpty())
        return wrong;
    if (m_shop.bytesRevealed() != 0)
        return u"something went to a server that is not the right one"_s;
    const VoidState after = m_shop.parcel().voidState;
    return after == VoidState::Voided || after == VoidState::Refused
               ? QString()
               : u"the label is neither voided nor a task"_s;
}

QTEST_GUILESS_MAIN(LogisticsPairsTest)
#include "logistics_pairs_test.moc"
