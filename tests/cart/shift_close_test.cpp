// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/shift_bench.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace kontor {

//! How a shift is counted and closed, and what its Z report keeps.
class ShiftCloseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_shop = std::make_unique<ShiftBench>(); }
    void cleanup() { m_shop.reset(); }

    void aCountThatFitsNeedsNoReason();
    void aDifferenceNeedsAReason();
    void everyTenderHasToBeCounted();
    void whatIsNotCountedAtTheTillIsOnlyTold();
    void badCountsAreRefused_data();
    void badCountsAreRefused();
    void aSaleThatIsBeingPaidKeepsTheShiftOpen();
    void heldCartsAreNamedAndCarryOver();
    void zReportsAreAGaplessSeriesForEachTill();
    void aZReportIsKeptAsItWas();
    void aZReportCannotBeChanged();
    void theSameCloseTwiceIsOneReport();
    void perpetualTotalsGoOn();
    void theReportSaysHowFarTheTopicsWent();
    void reportsAreQuickAfterManySales();

private:
    template <class E>
    void refused(const ShiftCount &count, E error) const
    {
        const auto report = m_shop->till().closeShift(m_shop->bench.owner(), count);
        QVERIFY2(!report, "it was closed");
        QVERIFY2(report.error().is(error), qPrintable(report.error().text()));
        QVERIFY(!m_shop->x().isZ());
    }

    std::unique_ptr<ShiftBench> m_shop;
};

void ShiftCloseTest::aCountThatFitsNeedsNoReason()
{
    m_shop->open(10'000);
    m_shop->sell({m_shop->lamp});
    ShiftCount count;
    count.coins = {{2, m_shop->euros(5000)},
                   {1, m_shop->euros(1000)},
                   {4, m_shop->euros(200)},
                   {198, m_shop->euros(1)}};
    refused(count, CartError::NeedsReason);
    count.coins.last().count = 199;
    const ShiftReport report = m_shop->close(count);
    QCOMPARE(report.counts.first().counted, m_shop->euros(11'999));
    QVERIFY(report.counts.first().difference().isZero());
    QVERIFY(report.coins == count.coins);
    QVERIFY(!m_shop->till().xReport(u"T1"_s)->has_value());
}

void ShiftCloseTest::aDifferenceNeedsAReason()
{
    m_shop->open(10'000);
    refused(m_shop->cash(9990), CartError::NeedsReason);
    refused(m_shop->cash(9990, u"   "_s), CartError::NeedsReason);
    const ShiftReport report = m_shop->close(m_shop->cash(9990, u" a  coin\nwas foreign "_s));
    QCOMPARE(report.counts.first().difference(), m_shop->euros(-10));
    QCOMPARE(report.reason, u"a coin was foreign"_s);
    QCOMPARE(m_shop->bench.lastEvent<ShiftClosed>().reason, report.reason);
}

void ShiftCloseTest::everyTenderHasToBeCounted()
{
    m_shop->open(10'000);
    m_shop->sell({m_shop->lamp}, TenderKind::Card);
    refused(m_shop->cash(10'000), CartError::NotCounted);
    ShiftCount count;
    count.amounts = {{TenderKind::Card, m_shop->euros(1999)}};
    refused(count, CartError::NotCounted);
    count.amounts.append({TenderKind::Cash, m_shop->euros(10'000)});
    const ShiftReport report = m_shop->close(count);
    QCOMPARE(report.counts.size(), 2);
    QCOMPARE(report.counts[1].expected, m_shop->euros(1999));
    QVERIFY(report.counts[1].difference().isZero());
}

void ShiftCloseTest::whatIsNotCountedAtTheTillIsOnlyTold()
{
    m_shop->open(0);
    m_shop->sell({m_shop->lamp}, TenderKind::Outside);
    ShiftCount count = m_shop->cash(0);
    count.amounts.append({TenderKind::Outside, m_shop->euros(1999)});
    refused(count, CartError::BadAmount);
    const ShiftReport report = m_shop->close(m_shop->cash(0));
    QCOMPARE(report.counts.size(), 1);
    QCOMPARE(report.totals.tenders.last().taken, m_shop->euros(1999));
}

void ShiftCloseTest::badCountsAreRefused_data()
{
    const Currency euro("EUR");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<Money>("value");
    QTest::newRow("fewer than none") << qint64(-1) << Money{100, euro};
    QTest::newRow("more than a drawer holds") << qint64(1'000'001) << Money{1, euro};
    QTest::newRow("a coin of nothing") << qint64(1) << Money{0, euro};
    QTest::newRow("a coin of less than nothing") << qint64(1) << Money{-5, euro};
    QTest::newRow("another currency") << qint64(1) << Money{5, Currency("USD")};
    QTest::newRow("beyond all amounts") << qint64(1) << Money{Money::maxMinor + 1, euro};
}

void ShiftCloseTest::badCountsAreRefused()
{
    QFETCH(const qint64, count);
    QFETCH(const Money, value);
    m_shop->open(0);
    ShiftCount coins;
    coins.coins = {{count, value}};
    coins.reason = u"why not"_s;
    refused(coins, CartError::BadAmount);
}

void ShiftCloseTest::aSaleThatIsBeingPaidKeepsTheShiftOpen()
{
    m_shop->open(0);
    const OrderId cart = m_shop->bench.cartWith({m_shop->lamp});
    const Tender part = m_shop->bench.tender(1000);
    CartBench::must(m_shop->till().addTender(m_shop->bench.owner(), cart, part, part.amount));
    refused(m_shop->cash(0), CartError::PaymentUnderWay);
    CartBench::must(m_shop->till().removeTender(m_shop->bench.owner(), cart, part.id));
    // A card may be unknown for days.
    const Tender card = m_shop->bench.tender(1999, TenderKind::Card);
    CartBench::must(m_shop->till().addTender(m_shop->bench.owner(), cart, card, card.amount));
    m_shop->close(m_shop->cash(0));
}

void ShiftCloseTest::heldCartsAreNamedAndCarryOver()
{
    m_shop->open(0);
    const OrderId cart = m_shop->bench.cartWith({m_shop->lamp});
    CartBench::must(m_shop->till().hold(m_shop->bench.owner(), cart, u"The lady with the dog"_s));
    QCOMPARE(m_shop->close(m_shop->cash(0)).heldCarts, QStringList{u"The lady with the dog"_s});
    CartBench::must(m_shop->till().recall(m_shop->bench.owner(), cart));
    m_shop->pay(cart, TenderKind::Cash);
    QCOMPARE(m_shop->x().totals.receipts, 1);
    QVERIFY(m_shop->x().heldCarts.isEmpty());
}

void ShiftCloseTest::zReportsAreAGaplessSeriesForEachTill()
{
    for (int number = 1; number <= 3; ++number) {
        m_shop->open(0);
        refused(m_shop->cash(5), CartError::NeedsReason);
        QCOMPARE(m_shop->close(m_shop->cash(0)).number, number);
    }
    const Command other = m_shop->bench.by(u"owner"_s, u"T2"_s);
    CartBench::must(m_shop->till().openShift(other, m_shop->euros(0)));
    const auto report =
        m_shop->till().closeShift(m_shop->bench.by(u"owner"_s, u"T2"_s), m_shop->cash(0));
    CartBench::must(report);
    QCOMPARE(report->number, 1);
    const auto all = m_shop->till().zReports(u"T1"_s, 2);
    CartBench::must(all);
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->first().number, 3);
}

void ShiftCloseTest::aZReportIsKeptAsItWas()
{
    m_shop->open(10'000);
    m_shop->sell({m_shop->lamp, m_shop->oil}, TenderKind::Cash, 3);
    CartBench::must(m_shop->till().payOut(m_shop->bench.owner(), m_shop->euros(700), u"stamps"_s));
    const ShiftReport report = m_shop->close(m_shop->cash(11'834));
    m_shop->sell({m_shop->lamp});
    m_shop->bench.reopen();
    const auto kept = m_shop->till().zReport(u"T1"_s, 1);
    CartBench::must(kept);
    QVERIFY(kept->has_value());
    QVERIFY(**kept == report);
    QVERIFY(!m_shop->till().zReport(u"T1"_s, 2)->has_value());
    QCOMPARE(m_shop->bench.events().last().type, u"ShoppingCartOrdered"_s);
}

void ShiftCloseTest::aZReportCannotBeChanged()
{
    m_shop->open(0);
    m_shop->close(m_shop->cash(0));
    for (const char *sql : {"UPDATE z_report SET number = 7", "DELETE FROM z_report",
                            "UPDATE shift SET float_amount = 1"}) {
        const auto changed = m_shop->bench.store().run(sql);
        QVERIFY2(!changed, sql);
    }
    QVERIFY(m_shop->till().zReport(u"T1"_s, 1)->has_value());
}

void ShiftCloseTest::theSameCloseTwiceIsOneReport()
{
    m_shop->open(0);
    const Command command = m_shop->bench.owner();
    const auto first = m_shop->till().closeShift(command, m_shop->cash(0));
    CartBench::must(first);
    const auto again = m_shop->till().closeShift(command, m_shop->cash(0));
    CartBench::must(again);
    QVERIFY(*again == *first);
    QCOMPARE(m_shop->till().zReports(u"T1"_s, 10)->size(), 1);
    const auto other = m_shop->till().closeShift(m_shop->bench.owner(), m_shop->cash(0));
    QVERIFY(!other && other.error().is(CartError::NoShift));
}

void ShiftCloseTest::perpetualTotalsGoOn()
{
    m_shop->open(0);
    m_shop->sell({m_shop->lamp});
    QCOMPARE(m_shop->close(m_shop->cash(1999)).perpetualSales, m_shop->euros(1999));
    m_shop->open(0);
    m_shop->sell({m_shop->oil, m_shop->oil});
    m_shop->takeBack(m_shop->oil);
    QCOMPARE(m_shop->x().perpetualSales, m_shop->euros(1999 + 1070));
    const ShiftReport report = m_shop->close(m_shop->cash(535));
    QCOMPARE(report.perpetualSales, m_shop->euros(1999 + 1070));
    QCOMPARE(report.perpetualReturns, m_shop->euros(535));
    QCOMPARE(m_shop->bench.lastEvent<ShiftClosed>().perpetualReturns, m_shop->euros(535));
}

void ShiftCloseTest::theReportSaysHowFarTheTopicsWent()
{
    m_shop->open(0);
    m_shop->sell({m_shop->lamp});
    const StoredEvent head = m_shop->bench.events().last();
    ShiftCount count = m_shop->cash(1999);
    count.marks = {{QString(64, u'a'), 12, u"order"_s}, {QString(64, u'b'), 9, u"cart:T1"_s}};
    const ShiftReport report = m_shop->close(count);
    const QList<TopicMark> marks{{QString::fromLatin1(head.hash.toHex()), head.seq, u"cart:T1"_s},
                                 count.marks.first()};
    QVERIFY(report.marks == marks);
}

//! Prints; what it shows is that the time does not grow with the sales.
void ShiftCloseTest::reportsAreQuickAfterManySales()
{
    bool given = false;
    const int sales = qEnvironmentVariableIntValue("KONTOR_SHIFT_SALES", &given);
    m_shop->open(0);
    const int count = given ? sales : 200;
    for (int i = 0; i < count; ++i)
        m_shop->sell({m_shop->lamp});
    QElapsedTimer timer;
    timer.start();
    const ShiftReport report = m_shop->x();
    const qint64 xNanoseconds = timer.nsecsElapsed();
    timer.start();
    const ShiftReport z = m_shop->close(m_shop->cash(1999LL * count));
    const qint64 zNanoseconds = timer.nsecsElapsed();
    qInfo("%d sales: X %.2f ms, Z %.2f ms", count, double(xNanoseconds) / 1e6,
          double(zNanoseconds) / 1e6);
    QCOMPARE(report.totals.receipts, count);
    QCOMPARE(z.totals.salesGross, m_shop->euros(1999LL * count));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShiftCloseTest)
#include "shift_close_test.moc"
