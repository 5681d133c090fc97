// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/way_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Deliveries that the logistics system does not take at once.
class OrderWayParcelTest : public WayTest
{
    Q_OBJECT
private:
    OrderId soldTo(const QString &zip, const QString &country = u"GB"_s)
    {
        shop().address = shop().addressWithZip(zip, country);
        const OrderId order = shop().sell(Fulfilment::Delivery, TenderKind::SavedCard);
        settle();
        return order;
    }
    const QString m_givenBack = u"1 authorised, 1 captured 24.00, 1 refunded 24.00"_s;

private Q_SLOTS:
    void aRefusalForGoodRefundsTheOrder()
    {
        const OrderId order = soldTo(u"12345"_s, u"XX"_s);
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), m_givenBack);
        QCOMPARE(shop().labelsOutside(), QString());
        QCOMPARE(shop().mailsAbout(order), u"OrderCancelled, OrderConfirmed, Refunded"_s);
    }

    void aRefusedAddressIsCorrectedAndTheOrderCompleted()
    {
        const OrderId order = soldTo(u"00000"_s);
        QCOMPARE(shop().stateOf(order), u"Paid, Settled"_s);
        QCOMPARE(must(shop()->shipping().tasks()).size(), 1);
        QCOMPARE(shop().shipmentOf(order), ShipmentState::NeedsCorrection);

        const Correction correction{shop().addressWithZip(u"E1 6AN"_s), {}};
        must(shop()->shipping().correct(shop().command(), order, correction));
        reachLabel(order);
        must(shop()->shipping().handOver(shop().command(), order));
        settle();
        QCOMPARE(must(shop()->shipping().tasks()).size(), 0);
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().labelsOutside(), u"1 purchased"_s);
        QCOMPARE(shop().mailsAbout(order), u"OrderConfirmed, Shipped"_s);
    }

    void aRefusedAddressIsGivenUpAndTheOrderRefunded()
    {
        const OrderId order = soldTo(u"00000"_s);
        must(shop()->shipping().giveUp(shop().command(), order));
        settle();
        QCOMPARE(must(shop()->shipping().tasks()).size(), 0);
        QCOMPARE(shop().stateOf(order), u"Cancelled, Refunded"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), m_givenBack);
    }

    void aLabelWhoseAnswerIsLostIsBoughtOnce_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("bought, and the answer lost") << u"dropAfter"_s;
        QTest::newRow("never arrived") << u"dropBefore"_s;
        QTest::newRow("bought, and the server failed") << u"serverErrorAfter"_s;
        QTest::newRow("bought, and the answer cut off") << u"truncated"_s;
    }
    void aLabelWhoseAnswerIsLostIsBoughtOnce()
    {
        QFETCH(QString, fault);
        shop().strike(u"/transactions"_s, 1, fault);
        const OrderId order = shop().labelled();
        must(shop()->shipping().handOver(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().labelsOutside(), u"1 purchased"_s);
    }

    void aRecalledParcelThatTheCarrierHasScannedIsGone()
    {
        const OrderId order = shop().labelled();
        const QString tracking = must(shop()->shipping().shipment(order)).trackingNumber;
        shop().sandbox().control(u"/_sandbox/scan/"_s + tracking);
        must(shop()->shipping().recall(shop().command(), order));
        settle();
        QCOMPARE(shop().stateOf(order), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
        QCOMPARE(shop().labelsOutside(), u"1 purchased"_s);
    }
};

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderWayParcelTest)
#include "order_way_parcel_test.moc"
