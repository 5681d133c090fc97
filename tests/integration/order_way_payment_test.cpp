// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/way_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Deliveries whose money does not come as it should.
class OrderWayPaymentTest : public WayTest
{
    Q_OBJECT
private:
    void payLink(OrderId order)
    {
        const auto tender = must(shop()->payment().payment(order)).tenders.first();
        shop().sandbox().control(u"/_sandbox/pay/"_s + tender.session);
    }
    OrderId soldByLink()
    {
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::Link);
        settle();
        return order;
    }

private Q_SLOTS:
    void aDeclinedCardCancelsTheOrder()
    {
        shop().saveCard(u"pm_card_visa_chargeDeclinedInsufficientFunds"_s);
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::SavedCard);
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 declined"_s);
        QCOMPARE(shop().mailsAbout(order), u"OrderCancelled, OrderConfirmed, PaymentFailed"_s);
    }

    void aCaptureThatFailsCancelsADeliveryAndKeepsNothing()
    {
        shop().saveCard(u"pm_card_kontor_captureDeclined"_s);
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::SavedCard);
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 declined, 1 canceled"_s);
        QCOMPARE(shop().labelsOutside(), QString());
    }

    void anUnknownOutcomeIsResolvedAndChargedOnce_data()
    {
        QTest::addColumn<int>("nth");
        QTest::addColumn<QString>("fault");
        QTest::newRow("the answer to the authorisation is lost") << 1 << u"dropAfter"_s;
        QTest::newRow("the authorisation never arrives") << 1 << u"dropBefore"_s;
        QTest::newRow("the authorisation is answered too late") << 1 << u"delayAfter"_s;
        QTest::newRow("the authorisation is done too late") << 1 << u"delay"_s;
        QTest::newRow("the answer to the capture is lost") << 2 << u"dropAfter"_s;
        QTest::newRow("the capture is done too late") << 2 << u"delay"_s;
        QTest::newRow("the capture is answered with rubbish") << 2 << u"garbage"_s;
        QTest::newRow("the capture is answered in part") << 2 << u"truncated"_s;
        QTest::newRow("the server fails after the capture") << 2 << u"serverErrorAfter"_s;
    }
    void anUnknownOutcomeIsResolvedAndChargedOnce()
    {
        QFETCH(int, nth);
        QFETCH(QString, fault);
        shop().strike(u"/v1/"_s, nth, fault);
        const OrderId order = shop().labelled();
        must(shop()->shipping().handOver(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
    }

    void ifOneTenderFailsTheOthersAreGivenBack_data()
    {
        QTest::addColumn<int>("refused");
        QTest::addColumn<QString>("money");
        QTest::newRow("an authorisation fails") << 2 << u"1 authorised, 1 declined, 1 canceled"_s;
        QTest::newRow("a capture fails")
            << 4 << u"2 authorised, 1 declined, 1 captured 10.00, 1 canceled, 1 refunded 10.00"_s;
    }
    void ifOneTenderFailsTheOthersAreGivenBack()
    {
        QFETCH(int, refused);
        const OrderId cart = shop().openCart(Fulfilment::Delivery);
        shop().put(cart, shop().tea, 2);
        const Money part{1000, shop().totalOf(cart).currency};
        shop().pay(cart, TenderKind::SavedCard, part);
        shop().pay(cart, TenderKind::SavedCard, shop().totalOf(cart) - part);
        shop().strike(u"/v1/"_s, refused, u"refuse"_s);
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QTEST(shop().moneyOutside(), "money");
        QCOMPARE(shop().labelsOutside(), QString());
    }

    void severalTendersAreOneOrder()
    {
        const OrderId cart = shop().openCart(Fulfilment::Delivery);
        shop().put(cart, shop().tea, 2);
        const Money part{1000, shop().totalOf(cart).currency};
        shop().pay(cart, TenderKind::SavedCard, part);
        shop().pay(cart, TenderKind::SavedCard, shop().totalOf(cart) - part);
        shop().order(cart);
        reachLabel(cart);
        must(shop()->shipping().handOver(shop().command(), cart));
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"2 authorised, 2 captured 24.00"_s);
    }

    void aLinkThatIsPaidCompletesTheOrder()
    {
        const OrderId order = soldByLink();
        QCOMPARE(shop().stateOf(order), u"Placed, Open"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 2 reserved"_s);
        payLink(order);
        shop().clock().forward(PaymentSettings().pollIntervalMs);
        reachLabel(order);
        must(shop()->shipping().handOver(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().mailsAbout(order), u"OrderConfirmed, PaymentLink, Shipped"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
    }

    void aLinkThatNobodyPaysExpires()
    {
        const OrderId order = soldByLink();
        shop().clock().forward(PaymentSettings().linkLifetimeMs + 1000);
        reach([&] { return shop().stateOf(order) == u"Cancelled, Refunded"_s; }, "cancelled");
        settle();
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), QString());
        QCOMPARE(shop().sandbox().ledger(u"checkout.expired"_s).size(), 1);
        QCOMPARE(shop().mailsAbout(order),
                 u"OrderCancelled, OrderConfirmed, PaymentFailed, PaymentLink"_s);
    }

    void aLinkPaidAtTheLastMomentCounts()
    {
        const OrderId order = soldByLink();
        payLink(order);
        shop().clock().forward(PaymentSettings().linkLifetimeMs + 1000);
        reachLabel(order);
        must(shop()->shipping().handOver(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
    }

    void aLinkIsMadeInvalidWhenTheGoodsAreMissing()
    {
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::Link, 11);
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().moneyOutside(), QString());
        QVERIFY(shop().sandbox().ledger(u"checkout.created"_s).size() ==
                shop().sandbox().ledger(u"checkout.expired"_s).size());
    }
};

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderWayPaymentTest)
#include "order_way_payment_test.moc"
