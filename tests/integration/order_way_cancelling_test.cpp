// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/way_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Deliveries that staff cancel, at each point of their way.
class OrderWayCancellingTest : public WayTest
{
    Q_OBJECT
private:
    Result<> cancel(OrderId order)
    {
        return shop()->order().cancel(shop().command(), order, CancelReason::ByStaff);
    }
    //! One service handles what waits for it, nothing else moves.
    void let(Service &service)
    {
        while (must(service.pump()) > 0) {
        }
    }

private Q_SLOTS:
    void beforeTheReservation()
    {
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::SavedCard);
        let(shop()->order());
        must(cancel(order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().labelsOutside(), QString());
        QCOMPARE(shop().sandbox().ledger(u"payment.captured"_s).size(), 0);
        QCOMPARE(shop().mailsAbout(order), u"OrderCancelled, OrderConfirmed"_s);
    }

    void beforeThePayment()
    {
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::SavedCard);
        let(shop()->order());
        let(shop()->inventory());
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 2 reserved"_s);
        must(cancel(order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().labelsOutside(), QString());
    }

    void afterThePayment()
    {
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::SavedCard);
        reach([&] { return shop().stateOf(order) == u"Paid, Settled"_s; }, "paid",
              &shop()->shipping());
        must(cancel(order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00, 1 refunded 24.00"_s);
        QCOMPARE(shop().mailsAbout(order), u"OrderCancelled, OrderConfirmed, Refunded"_s);
    }

    void afterTheLabelByRecall()
    {
        const OrderId order = shop().labelled();
        must(shop()->shipping().recall(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00, 1 refunded 24.00"_s);
        QCOMPARE(shop().labelsOutside(), u"1 purchased, 1 voided"_s);
    }

    void afterTheLabelByCancelling()
    {
        const OrderId order = shop().labelled();
        must(cancel(order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().shipmentOf(order), ShipmentState::Dropped);
        QCOMPARE(shop().labelsOutside(), u"1 purchased, 1 voided"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00, 1 refunded 24.00"_s);
    }

    void afterTheParcelLeftNothingIsCancelled()
    {
        const OrderId order = shop().labelled();
        must(shop()->shipping().handOver(shop().command(), order));
        settle();
        const auto cancelled = cancel(order);
        QVERIFY(!cancelled && cancelled.error().is(OrderError::AlreadyComplete));
        const auto recalled = shop()->shipping().recall(shop().command(), order);
        QVERIFY(!recalled && recalled.error().is(ShippingError::ParcelHasLeft));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().labelsOutside(), u"1 purchased"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
    }

    void aParcelThatLeftWinsOverTheCancellationThatCrossesIt()
    {
        const OrderId order = shop().labelled();
        must(cancel(order));
        must(shop()->shipping().handOver(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order).section(u", "_s, 0, 0), u"Completed"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().labelsOutside(), u"1 purchased"_s);
        // Which came first at Payment decides whether anything was given back; that is due then.
        if (shop().sandbox().ledger(u"payment.refunded"_s).isEmpty()) {
            QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        } else {
            QCOMPARE(shop().stateOf(order), u"Completed, Due"_s);
            must(shop()->cart().payInDue(shop().command(), order, shop().totalOf(order)));
            settle();
            QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        }
    }

    void whatWasGivenBackBeforeTheParcelLeftBecomesDue()
    {
        const OrderId order = shop().labelled();
        must(cancel(order));
        // The refund is done before Shipping hears of it; then the parcel leaves.
        reach([&] { return shop().stateOf(order) == u"Cancelled, Refunded"_s; }, "refunded",
              &shop()->shipping());
        must(shop()->shipping().handOver(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Due"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        must(shop()->cart().payInDue(shop().command(), order, shop().totalOf(order)));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00, 1 refunded 24.00"_s);
    }
};

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderWayCancellingTest)
#include "order_way_cancelling_test.moc"
