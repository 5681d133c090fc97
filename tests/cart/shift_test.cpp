// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/shift_bench.h"

using namespace Qt::StringLiterals;

namespace kontor {

//! What belongs to a shift, and what it adds up to.
class ShiftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_shop = std::make_unique<ShiftBench>(); }
    void cleanup() { m_shop.reset(); }

    void aSaleBelongsToTheOpenShift();
    void theFirstSaleOpensAShiftThatNobodyCounted();
    void aTillThatAsksForAFloatSellsNothingBefore();
    void historyBelongsToNoShift();
    void salesAndReturnsAreToldApart();
    void changeLeavesTheDrawerAsItShould();
    void theSmallestCoinIsSummedUp();
    void theDrawerFollowsEveryMove();
    void paidOutAndOpenedNeedAReason();
    void anXReportChangesNothing();
    void givenUpCartsAreCounted();
    void everyMoveIsAnEvent();
    void anOpenShiftSurvivesReopeningOfTheStore();
    void anotherCurrencyIsRefused();

private:
    std::unique_ptr<ShiftBench> m_shop;
};

void ShiftTest::aSaleBelongsToTheOpenShift()
{
    m_shop->open(10'000);
    const ShiftId shift = m_shop->x().shift.id;
    QVERIFY(!shift.isNull());
    m_shop->sell({m_shop->lamp});
    QCOMPARE(m_shop->bench.lastEvent<ShoppingCartOrdered>().shift, shift);
    m_shop->close(m_shop->cash(11'999));
    m_shop->sell({m_shop->lamp});
    const ShiftId next = m_shop->bench.lastEvent<ShoppingCartOrdered>().shift;
    QVERIFY(!next.isNull());
    QVERIFY(next != shift);
}

void ShiftTest::theFirstSaleOpensAShiftThatNobodyCounted()
{
    QVERIFY(!m_shop->till().xReport(u"T1"_s)->has_value());
    m_shop->sell({m_shop->lamp});
    QVERIFY(!m_shop->x().shift.floatCounted);
    QCOMPARE(m_shop->x().shift.floatAmount, m_shop->euros(0));
    QCOMPARE(m_shop->x().shift.openedBy, u"owner"_s);
    QCOMPARE(m_shop->x().totals.sales, 1);
    const auto again = m_shop->till().openShift(m_shop->bench.owner(), m_shop->euros(100));
    QVERIFY(!again && again.error().is(CartError::ShiftOpenAlready));
    QVERIFY(!m_shop->close(m_shop->cash(1999)).shift.floatCounted);
}

void ShiftTest::aTillThatAsksForAFloatSellsNothingBefore()
{
    m_shop->bench.rules.needsFloat = true;
    m_shop->bench.reopen();
    const OrderId cart = m_shop->bench.cartWith({m_shop->lamp});
    const Tender tender = m_shop->bench.tender(1999);
    const auto taken = m_shop->till().addTender(m_shop->bench.owner(), cart, tender, tender.amount);
    QVERIFY(!taken && taken.error().is(CartError::NoShift));
    m_shop->open(5000);
    CartBench::must(m_shop->till().addTender(m_shop->bench.owner(), cart, tender, tender.amount));
    CartBench::must(m_shop->till().order(m_shop->bench.owner(), cart));
    QVERIFY(m_shop->x().shift.floatCounted);
    QCOMPARE(m_shop->x().counts.first().expected, m_shop->euros(6999));
}

void ShiftTest::historyBelongsToNoShift()
{
    ImportedSale sale;
    sale.order = OrderId::named({1}, "old");
    sale.settings = {m_shop->bench.euro, true, 1};
    CartLine line;
    line.line = 1;
    line.product = m_shop->lamp;
    line.quantity = Quantity::pieces(1);
    line.unitPrice = UnitPrice::of(m_shop->euros(1999));
    line.returnedGross = line.returnedTax = m_shop->euros(0);
    sale.lines = {line};
    CartBench::must(m_shop->till().bookImported(m_shop->bench.owner(), sale));
    QVERIFY(m_shop->bench.lastEvent<ShoppingCartOrdered>().shift.isNull());
    QVERIFY(!m_shop->till().xReport(u"T1"_s)->has_value());
}

void ShiftTest::salesAndReturnsAreToldApart()
{
    m_shop->open(10'000);
    const auto first = m_shop->sell({m_shop->lamp, m_shop->oil});
    m_shop->takeBack(m_shop->oil);
    const OrderId exchange = m_shop->bench.cartWith({m_shop->lamp});
    CartBench::must(m_shop->till().setDiscount(m_shop->bench.owner(), exchange, 1, {1000, 0}));
    CartBench::must(m_shop->till().addReturnWithoutReceipt(
        m_shop->bench.owner(), exchange, m_shop->oil, Quantity::pieces(1), Disposition::Restock));
    const auto last = m_shop->pay(exchange, TenderKind::Card);
    const ShiftTotals totals = m_shop->x().totals;
    QCOMPARE(totals.receipts, 3);
    QCOMPARE(totals.firstReceipt, first.number);
    QCOMPARE(totals.lastReceipt, last.number);
    QCOMPARE(totals.sales, 2);
    QCOMPARE(totals.returns, 2);
    QCOMPARE(totals.salesGross, m_shop->euros(1999 + 535 + 1799));
    QCOMPARE(totals.discounts, m_shop->euros(200));
    QCOMPARE(totals.returnsGross, m_shop->euros(2 * 535));
    const QList<ShiftTax> sold{{m_shop->euros(500), {700}, m_shop->euros(35)},
                               {m_shop->euros(1666 + 1499), {2000}, m_shop->euros(333 + 300)}};
    QVERIFY(totals.salesTaxes == sold);
    const QList<ShiftTax> returned{{m_shop->euros(1000), {700}, m_shop->euros(70)}};
    QVERIFY(totals.returnsTaxes == returned);
    const QList<ShiftTender> tenders{
        {m_shop->euros(0), m_shop->euros(535), TenderKind::Cash, m_shop->euros(1999 + 535)},
        {m_shop->euros(0), m_shop->euros(0), TenderKind::Card, m_shop->euros(1799 - 535)}};
    QVERIFY(totals.tenders == tenders);
    QCOMPARE(m_shop->x().counts.first().expected, m_shop->euros(10'000 + 1999));
}

void ShiftTest::changeLeavesTheDrawerAsItShould()
{
    m_shop->open(10'000);
    m_shop->sell({m_shop->lamp}, TenderKind::Cash, 1);
    m_shop->sell({m_shop->oil}, TenderKind::Cash, 465);
    QCOMPARE(m_shop->x().totals.cash().change, m_shop->euros(466));
    QCOMPARE(m_shop->x().totals.cash().taken, m_shop->euros(2534));
    QCOMPARE(m_shop->x().counts.first().expected, m_shop->euros(12'534));
}

void ShiftTest::theSmallestCoinIsSummedUp()
{
    m_shop->open(0);
    m_shop->sell({m_shop->lamp}, TenderKind::Cash, 0, 5);
    QCOMPARE(m_shop->x().totals.cashRounding, m_shop->euros(1));
    QCOMPARE(m_shop->x().counts.first().expected, m_shop->euros(2000));
    QCOMPARE(m_shop->x().totals.salesGross, m_shop->euros(1999));
}

void ShiftTest::theDrawerFollowsEveryMove()
{
    m_shop->open(10'000);
    const auto order = OrderId::named({1}, "sale");
    CartBench::must(m_shop->till().payIn(m_shop->bench.owner(), m_shop->euros(2000), {}));
    CartBench::must(m_shop->till().payOut(m_shop->bench.owner(), m_shop->euros(700), u"stamps"_s));
    CartBench::must(m_shop->till().drop(m_shop->bench.owner(), m_shop->euros(5000), {}));
    CartBench::must(m_shop->till().openDrawer(m_shop->bench.owner(), u"change for a note"_s));
    CartBench::must(
        m_shop->till().payOutRefund(m_shop->bench.owner(), {order, TenderId::named({1}, "t"),
                                                            m_shop->euros(300), m_shop->euros(0)}));
    CartBench::must(m_shop->till().payInDue(m_shop->bench.owner(), order, m_shop->euros(110)));
    const ShiftReport report = m_shop->x();
    QCOMPARE(report.totals.paidIn, m_shop->euros(2000));
    QCOMPARE(report.totals.paidOut, m_shop->euros(700));
    QCOMPARE(report.totals.drops, m_shop->euros(5000));
    QCOMPARE(report.totals.drawerOpenings, 1);
    QCOMPARE(report.totals.refundsPaidOut, m_shop->euros(300));
    QCOMPARE(report.totals.duesPaidIn, m_shop->euros(110));
    QCOMPARE(report.counts.first().expected, m_shop->euros(10'000 + 2000 - 700 - 5000 - 300 + 110));
    QCOMPARE(report.moves.size(), 4);
    QCOMPARE(report.moves[1].reason, u"stamps"_s);
    QVERIFY(report.moves[3].kind == DrawerMoveKind::Opened);
    QCOMPARE(m_shop->bench.lastEvent<DuePaidIn>().shift, report.shift.id);
}

void ShiftTest::paidOutAndOpenedNeedAReason()
{
    m_shop->open(10'000);
    const auto out = m_shop->till().payOut(m_shop->bench.owner(), m_shop->euros(700), u"  "_s);
    QVERIFY(!out && out.error().is(CartError::BadText));
    const auto opened = m_shop->till().openDrawer(m_shop->bench.owner(), {});
    QVERIFY(!opened && opened.error().is(CartError::BadText));
    const auto nothing = m_shop->till().payIn(m_shop->bench.owner(), m_shop->euros(0), {});
    QVERIFY(!nothing && nothing.error().is(CartError::BadAmount));
    const auto negative = m_shop->till().drop(m_shop->bench.owner(), m_shop->euros(-5), {});
    QVERIFY(!negative && negative.error().is(CartError::BadAmount));
    const auto foreign = m_shop->till().payIn(m_shop->bench.owner(), {5, Currency("USD")}, {});
    QVERIFY(!foreign && foreign.error().is(CartError::BadAmount));
    QVERIFY(m_shop->x().moves.isEmpty());
}

void ShiftTest::anXReportChangesNothing()
{
    m_shop->open(10'000);
    m_shop->sell({m_shop->lamp});
    const auto events = m_shop->bench.events().size();
    QVERIFY(m_shop->x() == m_shop->x());
    QVERIFY(!m_shop->x().isZ());
    QCOMPARE(m_shop->bench.events().size(), events);
    m_shop->sell({m_shop->lamp});
    QCOMPARE(m_shop->x().totals.receipts, 2);
}

void ShiftTest::givenUpCartsAreCounted()
{
    m_shop->open(0);
    CartBench::must(
        m_shop->till().abandon(m_shop->bench.owner(), m_shop->bench.cartWith({m_shop->lamp})));
    CartBench::must(m_shop->till().abandon(m_shop->bench.owner(), m_shop->bench.opened()));
    QCOMPARE(m_shop->x().totals.abandoned, 1);
}

void ShiftTest::everyMoveIsAnEvent()
{
    m_shop->open(10'000);
    CartBench::must(m_shop->till().payOut(m_shop->bench.owner(), m_shop->euros(700), u"stamps"_s));
    const auto moved = m_shop->bench.lastEvent<DrawerMoved>();
    QVERIFY(moved == (DrawerMoved{m_shop->euros(700), DrawerMoveKind::PaidOut, u"stamps"_s,
                                  m_shop->x().shift.id, u"T1"_s}));
    const ShiftReport report = m_shop->close(m_shop->cash(9300));
    const auto closed = m_shop->bench.lastEvent<ShiftClosed>();
    QCOMPARE(closed.number, 1);
    QVERIFY(closed.totals == report.totals);
    QVERIFY(closed.counts == report.counts);
    QStringList types;
    for (const StoredEvent &event : m_shop->bench.events()) {
        types.append(event.type);
        QCOMPARE(event.subject, subject(report.shift.id));
    }
    QCOMPARE(types, (QStringList{u"ShiftOpened"_s, u"DrawerMoved"_s, u"ShiftClosed"_s}));
}

void ShiftTest::anOpenShiftSurvivesReopeningOfTheStore()
{
    m_shop->open(10'000);
    m_shop->sell({m_shop->lamp});
    CartBench::must(m_shop->till().openDrawer(m_shop->bench.owner(), u"to look"_s));
    const ShiftReport before = m_shop->x();
    m_shop->bench.reopen();
    QVERIFY(m_shop->x() == before);
    m_shop->sell({m_shop->lamp});
    QCOMPARE(m_shop->x().counts.first().expected, m_shop->euros(13'998));
}

void ShiftTest::anotherCurrencyIsRefused()
{
    CartBench::must(m_shop->till().openShift(m_shop->bench.owner(), {0, Currency("USD")}));
    const OrderId cart = m_shop->bench.cartWith({m_shop->lamp});
    const Tender tender = m_shop->bench.tender(1999);
    CartBench::must(m_shop->till().addTender(m_shop->bench.owner(), cart, tender, tender.amount));
    const auto ordered = m_shop->till().order(m_shop->bench.owner(), cart);
    QVERIFY(!ordered && ordered.error().is(MoneyError::MixedCurrencies));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShiftTest)
#include "shift_test.moc"
