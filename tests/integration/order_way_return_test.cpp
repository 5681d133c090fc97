// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/way_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Goods that come back to the counter.
class OrderWayReturnTest : public WayTest
{
    Q_OBJECT
private:
    //! One of the pieces that were sold comes back, and its money goes to the card.
    OrderId returned(OrderId sold, Disposition disposition = Disposition::Restock)
    {
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        shop().putReturn(cart, sold, 1, 1, disposition);
        shop().pay(cart, TenderKind::Card, shop().totalOf(cart));
        shop().order(cart);
        settle();
        return cart;
    }

private Q_SLOTS:
    void aReturnByReceiptGoesBackToTheCard()
    {
        const OrderId sold = soldByCard();
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        shop().putReturn(cart, sold, 1, 1);
        shop().pay(cart, TenderKind::Card, shop().totalOf(cart));
        const Receipt receipt = shop().order(cart);
        settle();
        QCOMPARE(receipt.total.minor, -1200);
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().stateOf(sold), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"9 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00, 1 refunded 12.00"_s);
    }

    void neverMoreComesBackThanWasSold()
    {
        const OrderId sold = soldByCard();
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        shop().putReturn(cart, sold, 1, 2);
        const OrderId other = shop().openCart(Fulfilment::Counter);
        const ReturnRequest request{ReturnHoldId::make(shop().clock().now()), sold, 1,
                                    Quantity::pieces(1), other};
        const auto held = shop()->order().holdReturn(shop().command(), request);
        QVERIFY(!held && held.error().is(OrderError::NothingToReturn));

        // An abandoned return can be made by another cart.
        must(shop()->cart().abandon(shop().command(), cart));
        settle();
        shop().putReturn(other, sold, 1, 2);
        shop().pay(other, TenderKind::Card, shop().totalOf(other));
        shop().order(other);
        settle();
        QCOMPARE(shop().stateOf(other), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00, 1 refunded 24.00"_s);
    }

    void goodsThatCannotBeSoldAgainAreWrittenOff()
    {
        const OrderId sold = soldByCard();
        const OrderId cart = returned(sold, Disposition::WriteOff);
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
    }

    void aReturnWithoutReceiptIsMarkedAndPaidInCash()
    {
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        must(shop()->cart().addReturnWithoutReceipt(shop().command(), cart, shop().tea.id,
                                                    Quantity::pieces(1), Disposition::Restock));
        shop().pay(cart, TenderKind::Cash, shop().totalOf(cart));
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QVERIFY(must(shop()->order().order(cart))->withoutReceipt);
        QCOMPARE(shop().stockOf(shop().tea), u"11 on hand, 0 reserved"_s);
        QCOMPARE(must(shop()->payment().refundsDue()).size(), 0);
    }

    void theChargeForADeliveryComesBackLikeAnyLine()
    {
        const Currency pounds("GBP");
        must(shop()->catalog().setDeliveryCharges(
            shop().command(), {{{}, 0, {0, pounds}, {490, pounds}, {2000}, u"Parcel"_s}}));
        const OrderId sold = shop().labelled();
        must(shop()->shipping().handOver(shop().command(), sold));
        settle();
        QCOMPARE(must(shop()->order().order(sold))->total.minor, 2890);
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        shop().putReturn(cart, sold, 2, 1);
        shop().pay(cart, TenderKind::Card, shop().totalOf(cart));
        QCOMPARE(shop().order(cart).total.minor, -490);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 28.90, 1 refunded 4.90"_s);
    }

    void anExchangeTakesTheDifference()
    {
        const OrderId sold = soldByCard();
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        shop().putReturn(cart, sold, 1, 1);
        shop().put(cart, shop().book, 2);
        QCOMPARE(shop().totalOf(cart).minor, 900);
        shop().payByCard(cart, u"pm_card_mastercard"_s);
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"9 on hand, 0 reserved"_s);
        QCOMPARE(shop().stockOf(shop().book), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"2 authorised, 2 captured 33.00"_s);
    }

    void anExchangeOfEqualWorthNeedsNoTender()
    {
        const OrderId sold = soldByCard();
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        shop().putReturn(cart, sold, 1, 1);
        shop().put(cart, shop().tea, 1);
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"8 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00"_s);
    }

    void aCardRefundThatFailsIsPaidOutByOneTill()
    {
        const OrderId sold = soldByCard(u"pm_card_kontor_refundFailed"_s);
        const OrderId cart = returned(sold);
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        const auto due = must(shop()->payment().refundsDue());
        QCOMPARE(due.size(), 1);
        QCOMPARE(due.first().amount.minor, 1200);

        const auto claimed = must(shop()->payment().claimRefund(shop().command(), cart, u"T1"_s));
        const auto elsewhere = shop()->payment().claimRefund(shop().command(), cart, u"T2"_s);
        QVERIFY(!elsewhere && elsewhere.error().is(PaymentError::ClaimedElsewhere));
        const RefundPayout payout{cart, claimed.first().tender, claimed.first().amount,
                                  claimed.first().paidOut};
        must(shop()->cart().payOutRefund(shop().command(), payout));
        // The same till may claim again as long as its payout is not known there.
        const auto again = shop()->cart().payOutRefund(shop().command(), payout);
        QVERIFY(!again && again.error().is(CartError::PaidOutAlready));
        settle();
        QCOMPARE(must(shop()->payment().refundsDue()).size(), 0);
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QVERIFY(shop().sandbox().ledger(u"payment.refund_failed"_s).size() > 0);
    }

    void aReturnTakesOffWhatIsStillDue()
    {
        const OrderId sold = soldByCard(u"pm_card_kontor_captureDeclined"_s);
        QCOMPARE(shop().stateOf(sold), u"Placed, Due"_s);
        const OrderId cart = returned(sold);
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(must(shop()->payment().payment(sold)).payment.due.minor, 1200);
        QCOMPARE(must(shop()->payment().refundsDue()).size(), 0);

        must(shop()->cart().payInDue(shop().command(), sold, {1200, Currency("GBP")}));
        settle();
        QCOMPARE(shop().stateOf(sold), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"9 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 declined, 1 canceled"_s);
    }

    void aReturnWaitsForTheMoneyOfItsSale()
    {
        const OrderId sold = paidByCard();
        // The sale is captured at the second try only.
        shop().strike(u"/v1/"_s, 1, u"dropBefore"_s);
        shop().order(sold);
        reach([&] { return shop().stateOf(sold) == u"Placed, Settling"_s; }, "settling");
        const OrderId cart = returned(sold);
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(must(shop()->payment().refundsDue()).size(), 0);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00, 1 refunded 12.00"_s);
    }

    void whatADeliveryBroughtComesBackAtTheCounter()
    {
        const OrderId sold = shop().labelled();
        must(shop()->shipping().handOver(shop().command(), sold));
        settle();
        const OrderId cart = shop().openCart(Fulfilment::Counter);
        shop().putReturn(cart, sold, 1, 2);
        shop().pay(cart, TenderKind::SavedCard, shop().totalOf(cart));
        const auto placed = shop()->cart().order(shop().command(), cart);
        QVERIFY(!placed && placed.error().is(CartError::NeedsCustomer));
        const auto taken = must(shop()->cart().cart(cart))->tenders.first().tender.id;
        must(shop()->cart().removeTender(shop().command(), cart, taken));
        shop().pay(cart, TenderKind::Card, shop().totalOf(cart));
        shop().order(cart);
        settle();
        QCOMPARE(shop().stateOf(cart), u"Completed, Settled"_s);
        QCOMPARE(shop().stockOf(shop().tea), u"10 on hand, 0 reserved"_s);
        QCOMPARE(shop().moneyOutside(), u"1 authorised, 1 captured 24.00, 1 refunded 24.00"_s);
    }
};

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderWayReturnTest)
#include "order_way_return_test.moc"
