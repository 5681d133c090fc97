// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/way_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

class OrderWayCounterTest : public WayTest
{
    Q_OBJECT
private:
    //! Two packets of tea, gone with the customer, whose card cannot be captured.
    OrderId soldOnCredit() { return soldByCard(u"pm_card_kontor_captureDeclined"_s); }

private Q_SLOTS:
    void cashSettlesAtOnce()
    {
        const OrderId order = shop().sell(Fulfilment::Counter, TenderKind::Cash);
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), QString());
        QCOMPARE(shop().mailsAbout(order), QString());
    }

    void stockMayGoBelowZero()
    {
        const OrderId order = shop().sell(Fulfilment::Counter, TenderKind::Cash, 12);
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"-2 on hand, 0 reserved"_s);
    }

    void aCardAuthorisedBeforeIsCaptured()
    {
        const OrderId cart = paidByCard();
        QCOMPARE(shop().stateOf(cart), u"no order, Held"_s);
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
    }

    void cashAndCardShareAnOrder()
    {
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        shop().put(cart, shop().tea, 2);
        const Money byCard{2000, shop().totalOf(cart).currency};
        const auto card = TenderId::make(shop().clock().now());
        must(shop()->payment().authorise(shop().command(), cart, card, byCard, u"pm_card_visa"_s));
        must(shop()->cart().addTender(shop().command(), cart, {byCard, card, TenderKind::Card},
                                      {0, byCard.currency}));
        shop().pay(cart, TenderKind::Cash, shop().totalOf(cart) - byCard);
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 20.00"_s);
    }

    void aCardDeclinedAfterwardsBecomesDueAndIsPaidInAtTheTill()
    {
        const OrderId cart = soldByCard(u"pm_card_chargeDeclined"_s);
        QCOMPARE(shop().stateOf(cart), u"Placed, Due"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);

        must(shop()->cart().payInDue(shop().command(), cart, shop().totalOf(cart)));
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"1 declined"_s);
    }

    void whatIsDueCanBeWrittenOff()
    {
        const OrderId order = soldOnCredit();
        QCOMPARE(shop().stateOf(order), u"Placed, Due"_s);
        must(shop()->payment().writeOff(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 declined, 1 canceled"_s);
    }

    void aCaptureThatFailsIsNeverACancellation()
    {
        const OrderId order = soldOnCredit();
        QCOMPARE(shop().stateOf(order), u"Placed, Due"_s);
        const auto refused = shop()->order().cancel(shop().command(), order, CancelReason::ByStaff);
        QVERIFY(!refused && refused.error().is(OrderError::AtTheCounter));
        must(shop()->payment().captureAgain(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Placed, Due"_s);
        must(shop()->cart().payInDue(shop().command(), order, shop().totalOf(order)));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 2 declined, 1 canceled"_s);
    }

    void whatIsDueIsCapturedAgain()
    {
        const OrderId cart = paidByCard();
        shop().strike(u"/v1/"_s, 1, u"refuse"_s);
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Placed, Due"_s);
        must(shop()->payment().captureAgain(shop().command(), cart));
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 declined, 1 captured 24.00"_s);
    }

    void anAbandonedCartGivesTheAuthorisationUp()
    {
        const OrderId cart = paidByCard();
        must(shop()->cart().abandon(shop().command(), cart));
        settle();
        QCOMPARE(shop().stateOf(cart), u"no order, Abandoned"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 canceled"_s);
    }

    void aCardTakenBackFromTheCartIsGivenUpWhenItIsOrdered()
    {
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        shop().put(cart, shop().tea, 2);
        const TenderId card = shop().payByCard(cart, u"pm_card_visa"_s);
        must(shop()->cart().removeTender(shop().command(), cart, card));
        shop().pay(cart, TenderKind::Cash, shop().totalOf(cart));
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 canceled"_s);
    }

    void taxOfSeveralRatesIsTheSameFromTillToLedger_data()
    {
        QTest::addColumn<bool>("taxIncluded");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("tax");
        // 36.00 at 20 % and 10.50 at 5 %.
        QTest::newRow("prices include the tax") << true << qint64(4650) << qint64(650);
        QTest::newRow("the tax is added") << false << qint64(5423) << qint64(773);
    }
    void taxOfSeveralRatesIsTheSameFromTillToLedger()
    {
        QFETCH(bool, taxIncluded);
        const auto cart = OrderId::make(shop().clock().now());
        const Currency currency("GBP");
        must(shop()->cart().open(shop().command(), cart, {currency, taxIncluded, 1}));
        shop().put(cart, shop().tea, 3);
        shop().put(cart, shop().book, 1);
        shop().payByCard(cart, u"pm_card_visa"_s);
        const Receipt receipt = shop().order(cart);
        settle();

        QTEST(receipt.total.minor, "total");
        qint64 tax = 0;
        qint64 gross = 0;
        const auto lines = must(shop()->order().lines(cart));
        for (const OrderedLine &line : lines) {
            tax += line.tax.minor;
            gross += line.gross.minor;
        }
        QTEST(tax, "tax");
        QCOMPARE(gross, receipt.total.minor);
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(),
                 u"1 authorised, 1 captured "_s + receipt.total.toPlainString());
    }
};

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderWayCounterTest)
#include "order_way_counter_test.moc"
