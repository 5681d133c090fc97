// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/payment/payment_shop.h"

using namespace kontor;
using namespace Qt::StringLiterals;

using Kind = PaymentCallKind;

//! How money is given back.
class PaymentRefundTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<PaymentShop>();
        m_shop->saveCard();
    }
    void cleanup() { m_shop.reset(); }

    void aCancelledOrderIsRefundedByTheCardThatPaid();
    void aCancelledOrderThatTookNothingSaysSoAtOnce();
    void aRefundThatFailsBecomesDue();
    void cashGoesBackOnlyThroughOneTillThatClaimedIt();
    void aRefundIsPaidOutOnce_data();
    void aRefundIsPaidOutOnce();
    void aFailedOrderThatIsCancelledSaysWhatWentBack();
    void aRecalledParcelIsRefundedAndSaysBegunWhenTheGoodsAreReleased();
    void anUnknownCaptureIsWaitedForBeforeItIsGivenBack();
    void aCaptureNotYetSentIsStoppedByTheCancellation();
    void aParcelThatLeftStopsTheRefund();
    void aParcelThatLeftMakesWhatWasGivenBackDue();
    void aRefundUnderWayWhenTheParcelLeftBecomesDue();
    void aPayoutThatCrossesTheParcelBecomesDue();
    void anExcessPaidOutAfterTheParcelLeftIsNotDueAgain();
    void anExcessPaidInIsStillGivenBackWhenTheParcelLeft();
    void aReturnIsRefundedByTheCardThatPaidTheOriginal();
    void aReturnNeverRefundsMoreThanWasCaptured();
    void aReturnWhoseRefundFailsBecomesDue();
    void aReturnFirstReducesWhatIsDue();
    void cashHandedOutForAReturnIsNotDueAgain();
    void aVoidThatIsRefusedIsTriedAgainAndThenLeftToLapse();

private:
    OrderId sold(Fulfilment fulfilment, qint64 minor);
    OrderId returned(OrderId original, qint64 minor, TenderId tender);

    std::unique_ptr<PaymentShop> m_shop;
};

//! An order paid by saved card, its goods there.
OrderId PaymentRefundTest::sold(Fulfilment fulfilment, qint64 minor)
{
    const OrderId order = m_shop->newOrder();
    m_shop->sell(order, fulfilment, TenderKind::SavedCard, minor);
    m_shop->inInventory(InventoryProcessed{order});
    return order;
}

//! A return at the counter, back to the card.
OrderId PaymentRefundTest::returned(OrderId original, qint64 minor, TenderId tender)
{
    const OrderId order = m_shop->newOrder();
    auto event = m_shop->ordered(order, Fulfilment::Counter,
                                 {{m_shop->euro(-minor), tender, TenderKind::Card}});
    OrderedLine line;
    line.quantity = Quantity::pieces(-1);
    line.disposition = Disposition::Restock;
    line.gross = m_shop->euro(-minor);
    line.discount = line.tax = m_shop->euro(0);
    line.unitPrice = UnitPrice::of(m_shop->euro(minor));
    line.originalOrder = original;
    event.lines = {line};
    m_shop->inCart(event);
    m_shop->inInventory(InventoryProcessed{order});
    return order;
}

void PaymentRefundTest::aCancelledOrderIsRefundedByTheCardThatPaid()
{
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->inInventory(InventoryReleased{order});
    QCOMPARE(m_shop->said(order), (QStringList{u"PaymentProcessed"_s, u"PaymentRefunded Begun"_s,
                                               u"PaymentRefunded Done"_s}));
    QCOMPARE(m_shop->last<PaymentRefunded>(order).amount, m_shop->euro(5000));
    QCOMPARE(m_shop->last<PaymentRefunded>(order).due, m_shop->euro(0));
    m_shop->inInventory(InventoryReleased{order});
    QCOMPARE(m_shop->fake.count(Kind::Refund), 1);
}

void PaymentRefundTest::aCancelledOrderThatTookNothingSaysSoAtOnce()
{
    const OrderId order = m_shop->newOrder();
    m_shop->sell(order, Fulfilment::Pickup, TenderKind::Link, 100);
    m_shop->inInventory(InventoryReleased{order});
    QCOMPARE(m_shop->said(order).mid(1),
             (QStringList{u"PaymentRefunded Begun"_s, u"PaymentRefunded Done"_s}));
    QCOMPARE(m_shop->last<PaymentRefunded>(order).amount, m_shop->euro(0));
}

void PaymentRefundTest::aRefundThatFailsBecomesDue()
{
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->fake.script(Kind::Refund, PaymentResult::Declined);
    m_shop->inInventory(InventoryReleased{order});
    QCOMPARE(m_shop->last<PaymentRefunded>(order).due, m_shop->euro(5000));
    QCOMPARE(m_shop->service.refundsDue()->value(0).tender, m_shop->tenderOf(order));
}

void PaymentRefundTest::cashGoesBackOnlyThroughOneTillThatClaimedIt()
{
    const OrderId order = m_shop->newOrder();
    const TenderId cash = m_shop->sell(order, Fulfilment::Pickup, TenderKind::Cash, 800);
    m_shop->inInventory(InventoryProcessed{order});
    m_shop->inInventory(InventoryReleased{order});
    QCOMPARE(m_shop->last<PaymentRefunded>(order).due, m_shop->euro(800));

    const auto claimed = m_shop->service.claimRefund(m_shop->command(), order, u"T1"_s);
    QVERIFY(claimed);
    QCOMPARE(claimed->value(0).amount, m_shop->euro(800));
    const auto other = m_shop->service.claimRefund(m_shop->command(), order, u"T2"_s);
    QVERIFY(!other && other.error().is(PaymentError::ClaimedElsewhere));
    const auto foreign = m_shop->service.releaseClaim(m_shop->command(), order, u"T2"_s);
    QVERIFY(!foreign && foreign.error().is(PaymentError::ClaimedElsewhere));
    QVERIFY(m_shop->service.releaseClaim(m_shop->command(), order, u"T1"_s));
    QVERIFY(m_shop->service.claimRefund(m_shop->command(), order, u"T2"_s));

    m_shop->inCart(RefundPaidOut{order, cash, m_shop->euro(800), u"T2"_s});
    QCOMPARE(m_shop->tender(cash).state, TenderState::PaidOut);
    QVERIFY(m_shop->service.refundsDue()->isEmpty());
    m_shop->inCart(RefundPaidOut{order, cash, m_shop->euro(800), u"T2"_s});
    QVERIFY(!m_shop->parkedReason(order).isEmpty());
}

void PaymentRefundTest::aRefundIsPaidOutOnce_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("the till that claimed it, twice") << u"T1"_s << u"T1"_s;
    QTest::newRow("the till that claimed it, then another") << u"T1"_s << u"T2"_s;
    QTest::newRow("another, then the till that claimed it") << u"T2"_s << u"T1"_s;
}

void PaymentRefundTest::aRefundIsPaidOutOnce()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->fake.script(Kind::Refund, PaymentResult::Declined);
    m_shop->inInventory(InventoryReleased{order});
    QVERIFY(m_shop->service.claimRefund(m_shop->command(), order, u"T1"_s));

    m_shop->inCart(RefundPaidOut{order, m_shop->tenderOf(order), m_shop->euro(5000), first});
    QVERIFY(m_shop->parkedReason(order).isEmpty());
    const PaymentTender paid = m_shop->tender(m_shop->tenderOf(order));
    QCOMPARE(paid.paidOut, m_shop->euro(5000));
    QCOMPARE(paid.refundDue, m_shop->euro(0));
    QVERIFY(paid.claimedBy.isEmpty());

    m_shop->inCart(RefundPaidOut{order, m_shop->tenderOf(order), m_shop->euro(5000), second});
    const QString reason = u"till %1 paid out what had been paid out before"_s.arg(second);
    QVERIFY2(m_shop->parkedReason(order).contains(reason), qPrintable(m_shop->parkedReason(order)));
    QCOMPARE(m_shop->tender(m_shop->tenderOf(order)), paid);
}

void PaymentRefundTest::aFailedOrderThatIsCancelledSaysWhatWentBack()
{
    const OrderId order = m_shop->newOrder();
    m_shop->inCart(m_shop->ordered(order, Fulfilment::Delivery,
                                   {{m_shop->euro(900), m_shop->newTender(), TenderKind::Link},
                                    {m_shop->euro(100), m_shop->newTender(), TenderKind::Cash}}));
    m_shop->fake.linkIsPaid = true;
    m_shop->inInventory(InventoryOutOfStock{order, {}, {}});
    m_shop->inInventory(InventoryReleased{order});
    QCOMPARE(
        m_shop->said(order).mid(1),
        (QStringList{u"PaymentFailed"_s, u"PaymentRefunded Begun"_s, u"PaymentRefunded Done"_s}));
    QCOMPARE(m_shop->last<PaymentRefunded>(order).amount, m_shop->euro(900));
    QCOMPARE(m_shop->last<PaymentRefunded>(order).due, m_shop->euro(100));
    QCOMPARE(m_shop->fake.count(Kind::Refund), 1);
}

void PaymentRefundTest::aRecalledParcelIsRefundedAndSaysBegunWhenTheGoodsAreReleased()
{
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->inShipping(ShippingFailed{order, {}, ShippingFailure::Recalled});
    QCOMPARE(m_shop->fake.count(Kind::Refund), 1);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    m_shop->inInventory(InventoryReleased{order});
    QCOMPARE(m_shop->said(order).mid(1),
             (QStringList{u"PaymentRefunded Begun"_s, u"PaymentRefunded Done"_s}));
    QCOMPARE(m_shop->fake.count(Kind::Refund), 1);
}

void PaymentRefundTest::anUnknownCaptureIsWaitedForBeforeItIsGivenBack()
{
    m_shop->fake.script(Kind::Capture, {CallReply::Kind::Unknown, {}, u"no answer"_s});
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->inInventory(InventoryReleased{order});
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentRefunded Begun"_s});
    m_shop->wait(10'000);
    QCOMPARE(m_shop->said(order),
             (QStringList{u"PaymentRefunded Begun"_s, u"PaymentRefunded Done"_s}));
    QCOMPARE(m_shop->last<PaymentRefunded>(order).amount, m_shop->euro(5000));
}

void PaymentRefundTest::aCaptureNotYetSentIsStoppedByTheCancellation()
{
    m_shop->fake.script(Kind::Capture, {CallReply::Kind::NotSent, {}, u"refused"_s});
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->inInventory(InventoryReleased{order});
    m_shop->wait(10'000);
    QCOMPARE(m_shop->fake.count(Kind::Capture), 1);
    QCOMPARE(m_shop->fake.count(Kind::Void), 1);
    QCOMPARE(m_shop->last<PaymentRefunded>(order).amount, m_shop->euro(0));
}

void PaymentRefundTest::aParcelThatLeftStopsTheRefund()
{
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->fake.script(Kind::Refund, {CallReply::Kind::NotSent, {}, u"refused"_s});
    m_shop->inInventory(InventoryReleased{order});
    m_shop->inShipping(ShippingProcessed{order, {}, {}, {}});
    m_shop->wait(10'000);
    QCOMPARE(m_shop->fake.count(Kind::Refund), 1);
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
    QCOMPARE(m_shop->tender(m_shop->tenderOf(order)).state, TenderState::Captured);
    QCOMPARE(m_shop->tender(m_shop->tenderOf(order)).remaining(), m_shop->euro(5000));
}

void PaymentRefundTest::aParcelThatLeftMakesWhatWasGivenBackDue()
{
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->inInventory(InventoryReleased{order});
    m_shop->inShipping(ShippingProcessed{order, {}, {}, {}});
    QCOMPARE(m_shop->payment(order).due, m_shop->euro(5000));
    m_shop->inCart(DuePaidIn{order, m_shop->euro(5000), u"T1"_s});
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
    QCOMPARE(m_shop->said(order).count(u"PaymentProcessed"_s), 1);
}

void PaymentRefundTest::aRefundUnderWayWhenTheParcelLeftBecomesDue()
{
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->fake.hold(Kind::Refund);
    m_shop->inInventory(InventoryReleased{order});
    m_shop->inShipping(ShippingProcessed{order, {}, {}, {}});
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
    m_shop->fake.answerHeld();
    m_shop->run();
    QCOMPARE(m_shop->payment(order).state, PaymentState::Due);
    QCOMPARE(m_shop->payment(order).due, m_shop->euro(5000));
}

void PaymentRefundTest::aPayoutThatCrossesTheParcelBecomesDue()
{
    const OrderId order = m_shop->newOrder();
    const TenderId cash = m_shop->sell(order, Fulfilment::Delivery, TenderKind::Cash, 800);
    m_shop->inInventory(InventoryProcessed{order});
    m_shop->inInventory(InventoryReleased{order});
    QCOMPARE(m_shop->tender(cash).refundDue, m_shop->euro(800));
    m_shop->inShipping(ShippingProcessed{order, {}, {}, {}});
    QCOMPARE(m_shop->tender(cash).refundDue, m_shop->euro(0));
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
    m_shop->inCart(RefundPaidOut{order, cash, m_shop->euro(800), u"T1"_s});
    QCOMPARE(m_shop->payment(order).state, PaymentState::Due);
    QCOMPARE(m_shop->payment(order).due, m_shop->euro(800));
}

void PaymentRefundTest::anExcessPaidOutAfterTheParcelLeftIsNotDueAgain()
{
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->inInventory(InventoryReleased{order});
    m_shop->inShipping(ShippingProcessed{order, {}, {}, {}});
    QCOMPARE(m_shop->payment(order).due, m_shop->euro(5000));
    m_shop->inCart(DuePaidIn{order, m_shop->euro(5000), u"T1"_s});
    m_shop->inCart(DuePaidIn{order, m_shop->euro(5000), u"T2"_s});
    const auto claimed = m_shop->service.claimRefund(m_shop->command(), order, u"T2"_s);
    QVERIFY(claimed);
    QCOMPARE(claimed->value(0).amount, m_shop->euro(5000));
    m_shop->inCart(RefundPaidOut{order, claimed->value(0).tender, m_shop->euro(5000), u"T2"_s});
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
    QCOMPARE(m_shop->payment(order).due, m_shop->euro(0));
    QVERIFY(m_shop->service.refundsDue()->isEmpty());
}

void PaymentRefundTest::anExcessPaidInIsStillGivenBackWhenTheParcelLeft()
{
    const OrderId order = sold(Fulfilment::Delivery, 5000);
    m_shop->fake.hold(Kind::Refund);
    m_shop->inInventory(InventoryReleased{order});
    m_shop->inCart(DuePaidIn{order, m_shop->euro(300), u"T1"_s});
    m_shop->inShipping(ShippingProcessed{order, {}, {}, {}});
    QVERIFY2(m_shop->parkedReason(order).isEmpty(), qPrintable(m_shop->parkedReason(order)));
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
    QCOMPARE(m_shop->service.refundsDue()->value(0).amount, m_shop->euro(300));
    m_shop->fake.answerHeld();
    m_shop->run();
    QCOMPARE(m_shop->payment(order).due, m_shop->euro(5000));
}

void PaymentRefundTest::aReturnIsRefundedByTheCardThatPaidTheOriginal()
{
    const OrderId original = sold(Fulfilment::Delivery, 5000);
    m_shop->inShipping(ShippingProcessed{original, {}, {}, {}});
    const TenderId tender = m_shop->newTender();
    const OrderId order = returned(original, 2000, tender);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    QCOMPARE(m_shop->last<PaymentProcessed>(order).total, m_shop->euro(-2000));
    QCOMPARE(m_shop->tender(tender).state, TenderState::Refunded);
    QCOMPARE(m_shop->tender(m_shop->tenderOf(original)).refunded, m_shop->euro(2000));
    QCOMPARE(m_shop->fake.made.last().call.reference,
             m_shop->tender(m_shop->tenderOf(original)).reference);
}

void PaymentRefundTest::aReturnNeverRefundsMoreThanWasCaptured()
{
    const OrderId original = sold(Fulfilment::Delivery, 5000);
    returned(original, 4000, m_shop->newTender());
    const TenderId tender = m_shop->newTender();
    const OrderId order = returned(original, 4000, tender);
    QCOMPARE(m_shop->tender(m_shop->tenderOf(original)).refunded, m_shop->euro(5000));
    QCOMPARE(m_shop->tender(tender).refunded, m_shop->euro(1000));
    QCOMPARE(m_shop->tender(tender).refundDue, m_shop->euro(3000));
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
}

void PaymentRefundTest::aReturnWhoseRefundFailsBecomesDue()
{
    const OrderId original = sold(Fulfilment::Delivery, 5000);
    m_shop->fake.script(Kind::Refund, PaymentResult::Declined);
    const TenderId tender = m_shop->newTender();
    const OrderId order = returned(original, 2000, tender);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    QCOMPARE(m_shop->tender(tender).state, TenderState::RefundDue);
    QCOMPARE(m_shop->service.refundsDue()->value(0).amount, m_shop->euro(2000));
    QCOMPARE(m_shop->tender(m_shop->tenderOf(original)).remaining(), m_shop->euro(5000));
}

void PaymentRefundTest::aReturnFirstReducesWhatIsDue()
{
    m_shop->fake.script(Kind::Capture, PaymentResult::Declined);
    const OrderId original = sold(Fulfilment::Counter, 5000);
    QCOMPARE(m_shop->payment(original).due, m_shop->euro(5000));
    const TenderId tender = m_shop->newTender();
    const OrderId order = returned(original, 5000, tender);
    QCOMPARE(m_shop->tender(tender).setOff, m_shop->euro(5000));
    QCOMPARE(m_shop->fake.count(Kind::Refund), 0);
    QCOMPARE(m_shop->said(original), QStringList{u"PaymentProcessed"_s});
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
}

void PaymentRefundTest::cashHandedOutForAReturnIsNotDueAgain()
{
    const OrderId order = m_shop->newOrder();
    m_shop->sell(order, Fulfilment::Counter, TenderKind::Cash, -700);
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    QVERIFY(m_shop->service.refundsDue()->isEmpty());
}

void PaymentRefundTest::aVoidThatIsRefusedIsTriedAgainAndThenLeftToLapse()
{
    for (int i = 0; i < 20; ++i)
        m_shop->fake.script(Kind::Void, PaymentResult::Refused);
    const OrderId order = m_shop->newOrder();
    m_shop->sell(order, Fulfilment::Delivery, TenderKind::SavedCard, 100);
    m_shop->inInventory(InventoryOutOfStock{order, {}, {}});
    for (int i = 0; i < 12; ++i)
        m_shop->wait(61'000);
    QCOMPARE(m_shop->tender(m_shop->tenderOf(order)).state, TenderState::Lapsing);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentFailed"_s});
    QCOMPARE(m_shop->fake.count(Kind::Void), PaymentOutcomes::mostRounds - 1);
}

QTEST_GUILESS_MAIN(PaymentRefundTest)
#include "payment_refund_test.moc"
