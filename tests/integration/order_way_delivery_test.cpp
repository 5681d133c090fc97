// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/way_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Orders that are not taken away from the counter, as they should go, and where goods are missing.
class OrderWayDeliveryTest : public WayTest
{
    Q_OBJECT
private Q_SLOTS:
    void aDeliveryIsCompletedByTheCarrier()
    {
        const OrderId order = shop().labelled();
        QCOMPARE(shop().stateOf(order), u"Paid, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 2 reserved"_s);
        must(shop()->shipping().handOver(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().mailsAbout(order), u"OrderConfirmed, Shipped"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
        QCOMPARE(shop().labelsOutside(), u"1 purchased"_s);
    }

    void theCarriersScanCompletesADeliveryToo()
    {
        const OrderId order = shop().labelled();
        const QString tracking = must(shop()->shipping().shipment(order)).trackingNumber;
        shop().sandbox().control(u"/_sandbox/deliver/"_s + tracking);
        shop().clock().forward(TrialShop::lookAfterMs);
        reach([&] { return shop().shipmentOf(order) == ShipmentState::Delivered; }, "delivered");
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().mailsAbout(order), u"Delivered, OrderConfirmed, Shipped"_s);
    }

    void aCommandGivenTwiceTakesEffectOnce()
    {
        const OrderId cart = shop().openCart(Fulfilment::Delivery);
        shop().put(cart, shop().tea, 2);
        shop().pay(cart, TenderKind::SavedCard, shop().totalOf(cart));
        const Command given = shop().command();
        const Receipt first = must(shop()->cart().order(given, cart));
        settle();
        const Receipt second = must(shop()->cart().order(given, cart));
        settle();
        QCOMPARE(first, second);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 2 reserved"_s);
    }

    void whatIsOutOfStockIsNotEvenAskedFor()
    {
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::SavedCard, 11);
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().moneyOutside(), QString());
    }

    void whatIsOutOfStockIsNeverCharged()
    {
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::SavedCard, 11);
        reach([&] { return shop().moneyOutside() == u"1 authorised"_s; }, "authorised",
              &shop()->inventory());
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 canceled"_s);
        QCOMPARE(shop().labelsOutside(), QString());
        QCOMPARE(shop().mailsAbout(order), u"OrderCancelled, OrderConfirmed"_s);
    }

    void aBackorderWaitsForTheGoods()
    {
        const OrderId cart = shop().openCart(Fulfilment::Delivery, true);
        shop().put(cart, shop().tea, 12);
        shop().pay(cart, TenderKind::SavedCard, shop().totalOf(cart));
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Placed, Open"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised"_s);

        shop().receive(shop().tea, 5);
        reachLabel(cart);
        must(shop()->shipping().handOver(shop().command(), cart));
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"3 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 144.00"_s);
        QCOMPARE(shop().mailsAbout(cart), u"Backordered, OrderConfirmed, Shipped"_s);
    }

    void aPickupIsReadyThenHandedOver()
    {
        const OrderId order = shop().sell(Fulfilment::Pickup, TenderKind::SavedCard);
        settle();
        QCOMPARE(shop().stateOf(order), u"Ready, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 2 reserved"_s);
        must(shop()->order().handOver(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
        QCOMPARE(shop().labelsOutside(), QString());
        QCOMPARE(shop().mailsAbout(order), u"OrderConfirmed, OrderReady"_s);
    }

    void aPickupThatNobodyCollectsBecomesATask()
    {
        const qint64 dayMs = 24 * 60 * 60 * 1000;
        const Timestamp tomorrow{shop().clock().now().ms + dayMs};
        const OrderId cart = shop().openCart(Fulfilment::Pickup, false, tomorrow);
        shop().put(cart, shop().tea, 2);
        shop().pay(cart, TenderKind::SavedCard, shop().totalOf(cart));
        shop().order(cart);
        settle();
        QCOMPARE(must(shop()->order().uncollected()).size(), 0);
        shop().clock().forward(dayMs + 1);
        QCOMPARE(must(shop()->order().uncollected()).size(), 1);

        must(shop()->order().cancel(shop().command(), cart, CancelReason::NotCollected));
        settle();
        QCOMPARE(must(shop()->order().uncollected()).size(), 0);
        QCOMPARE(shop().stateOf(cart), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00, 1 refunded 24.00"_s);
        QCOMPARE(shop().mailsAbout(cart),
                 u"OrderCancelled, OrderConfirmed, OrderReady, Refunded"_s);
    }
};

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderWayDeliveryTest)
#include "order_way_delivery_test.moc"
