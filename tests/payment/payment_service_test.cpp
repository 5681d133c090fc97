// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/payment/payment_shop.h"

#include <QSignalSpy>

using namespace kontor;
using namespace Qt::StringLiterals;

using Kind = PaymentCallKind;

//! How money is taken.
class PaymentServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_shop = std::make_unique<PaymentShop>(); }
    void cleanup() { m_shop.reset(); }

    void cashSettlesWhenTheGoodsAreIssued();
    void stockMayBeThereBeforeTheOrderIs();
    void nothingToPayIsSettledWithoutACall();
    void aCardIsAuthorisedBeforeTheOrderAndCapturedAfterTheStock();
    void theSameAuthoriseCommandAuthorisesOnce();
    void aCardNumberNeverComesIn();
    void aCardThatTheOrderDoesNotListIsVoided();
    void aLateAuthorisationOfAnAbandonedCartIsVoided();
    void anAuthorisationNotYetSentIsStoppedWithItsCart();
    void noCardIsAuthorisedForAnOrderedCart();
    void aDeclinedSavedCardFailsTheOrder();
    void aCustomerWithoutASavedCardIsDeclined();
    void aLapsedSavedCardIsAuthorisedAgain();
    void aLapsedCardOfAKnownCustomerIsAskedForByALink();
    void aLapsedCardOfNobodyFailsThePickup();
    void ifOneTenderFailsTheOthersAreGivenBackFirst();
    void aFailedCaptureFailsADeliveryAndGivesBackTheRest();
    void aFailedCaptureAtTheCounterBecomesDueAndIsCapturedAgain();
    void whatIsPaidInAtATillReducesTheDebt();
    void aDebtThatIsWrittenOffIsSettled();
    void aCaptureThatCrossesAPaymentInIsGivenBack();
    void aCardTakenForMoreThanListedIsCapturedForWhatIsListed();
    void theWeightOfTheGoodsGoesWithThePayment();
    void anUnknownOutcomeStaysAndIsRepeatedUnderItsKey();
    void afterTheKeyHasEndedTheEffectIsLookedFor();
    void aPersonAsksAgainWithoutWaiting();
    void aPersonSettlesAnUnknownOutcome();

private:
    PaymentTender authorised(OrderId cart, qint64 minor);
    OrderId soldByCard(Fulfilment fulfilment, PaymentResult captured);
    void unknown(Kind kind)
    {
        m_shop->fake.script(kind, {CallReply::Kind::Unknown, {}, u"no answer"_s});
    }

    std::unique_ptr<PaymentShop> m_shop;
};

PaymentTender PaymentServiceTest::authorised(OrderId cart, qint64 minor)
{
    const TenderId id = m_shop->newTender();
    const auto done = m_shop->service.authorise(m_shop->command(), cart, id, m_shop->euro(minor),
                                                u"pm_card_visa"_s);
    if (!done)
        qFatal("%s", qPrintable(done.error().text()));
    m_shop->run();
    return m_shop->tender(id);
}

//! An order over 50 euros, its goods there, whose first capture is answered so.
OrderId PaymentServiceTest::soldByCard(Fulfilment fulfilment, PaymentResult captured)
{
    const OrderId order = m_shop->newOrder();
    const PaymentTender card = authorised(order, 5000);
    m_shop->fake.script(Kind::Capture, captured);
    m_shop->sell(order, fulfilment, card);
    m_shop->inInventory(InventoryProcessed{order});
    return order;
}

void PaymentServiceTest::cashSettlesWhenTheGoodsAreIssued()
{
    const OrderId order = m_shop->newOrder();
    const Tender cash{m_shop->euro(2000), m_shop->newTender(), TenderKind::Cash};
    const Tender change{m_shop->euro(-500), m_shop->newTender(), TenderKind::Cash};
    m_shop->inCart(m_shop->ordered(order, Fulfilment::Counter, {cash, change}));
    QVERIFY(m_shop->said(order).isEmpty());
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    QCOMPARE(m_shop->last<PaymentProcessed>(order).total, m_shop->euro(1500));
    QCOMPARE(m_shop->fake.made.size(), 0);
}

void PaymentServiceTest::stockMayBeThereBeforeTheOrderIs()
{
    const OrderId order = m_shop->newOrder();
    m_shop->inInventory(InventoryProcessed{order});
    QVERIFY(m_shop->waits(order));
    m_shop->sell(order, Fulfilment::Counter, TenderKind::Cash, 2000);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
}

void PaymentServiceTest::nothingToPayIsSettledWithoutACall()
{
    const OrderId order = m_shop->newOrder();
    m_shop->sell(order, Fulfilment::Delivery, TenderKind::Link, 0);
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    QCOMPARE(m_shop->fake.made.size(), 0);
}

void PaymentServiceTest::aCardIsAuthorisedBeforeTheOrderAndCapturedAfterTheStock()
{
    const OrderId order = m_shop->newOrder();
    QSignalSpy told(&m_shop->service, &PaymentService::tenderChanged);
    const PaymentTender card = authorised(order, 5000);
    QCOMPARE(card.state, TenderState::Authorised);
    QCOMPARE(told.size(), 1);
    m_shop->sell(order, Fulfilment::Counter, card);
    QCOMPARE(m_shop->fake.count(Kind::Capture), 0);
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->fake.count(Kind::Capture), 1);
    QCOMPARE(m_shop->tender(card.id).captured, m_shop->euro(5000));
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
}

void PaymentServiceTest::theSameAuthoriseCommandAuthorisesOnce()
{
    const OrderId order = m_shop->newOrder();
    const TenderId tender = m_shop->newTender();
    const Command command = m_shop->command();
    const Money amount = m_shop->euro(100);
    QVERIFY(m_shop->service.authorise(command, order, tender, amount, u"pm_1"_s));
    QVERIFY(m_shop->service.authorise(command, order, tender, amount, u"pm_1"_s));
    const auto other =
        m_shop->service.authorise(m_shop->command(), order, tender, amount, u"pm_1"_s);
    QVERIFY(!other && other.error().is(PaymentError::TenderExists));
    m_shop->run();
    QCOMPARE(m_shop->fake.count(Kind::Authorise), 1);
}

void PaymentServiceTest::aCardNumberNeverComesIn()
{
    const auto done =
        m_shop->service.authorise(m_shop->command(), m_shop->newOrder(), m_shop->newTender(),
                                  m_shop->euro(100), u"4242 4242 4242 4242"_s);
    QVERIFY(!done && done.error().is(PaymentError::NotAToken));
}

void PaymentServiceTest::aCardThatTheOrderDoesNotListIsVoided()
{
    const OrderId order = m_shop->newOrder();
    const PaymentTender card = authorised(order, 5000);
    m_shop->sell(order, Fulfilment::Counter, TenderKind::Cash, 5000);
    QCOMPARE(m_shop->tender(card.id).state, TenderState::Voided);
    QCOMPARE(m_shop->last<AuthorisationVoided>(order).tender, card.id);
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
}

void PaymentServiceTest::aLateAuthorisationOfAnAbandonedCartIsVoided()
{
    const OrderId order = m_shop->newOrder();
    m_shop->fake.hold(Kind::Authorise);
    const PaymentTender card = authorised(order, 5000);
    QCOMPARE(card.state, TenderState::Authorising);
    m_shop->inCart(ShoppingCartAbandoned{order});
    QCOMPARE(m_shop->said(order), QStringList());
    m_shop->fake.answerHeld();
    m_shop->run();
    QCOMPARE(m_shop->tender(card.id).state, TenderState::Voided);
    QCOMPARE(m_shop->said(order), QStringList{u"AuthorisationVoided"_s});
}

void PaymentServiceTest::anAuthorisationNotYetSentIsStoppedWithItsCart()
{
    const OrderId order = m_shop->newOrder();
    m_shop->fake.script(Kind::Authorise, {CallReply::Kind::NotSent, {}, u"refused"_s});
    const PaymentTender card = authorised(order, 5000);
    m_shop->inCart(ShoppingCartAbandoned{order});
    m_shop->wait(10'000);
    QCOMPARE(m_shop->tender(card.id).state, TenderState::Voided);
    QCOMPARE(m_shop->fake.count(Kind::Authorise), 1);
    QCOMPARE(m_shop->fake.count(Kind::Void), 0);
}

void PaymentServiceTest::noCardIsAuthorisedForAnOrderedCart()
{
    const OrderId order = m_shop->newOrder();
    m_shop->inCart(m_shop->ordered(order, Fulfilment::Counter, {}));
    const auto done = m_shop->service.authorise(m_shop->command(), order, m_shop->newTender(),
                                                m_shop->euro(100), u"pm_1"_s);
    QVERIFY(!done && done.error().is(PaymentError::AlreadyOrdered));
}

void PaymentServiceTest::aDeclinedSavedCardFailsTheOrder()
{
    m_shop->saveCard();
    const OrderId order = m_shop->newOrder();
    m_shop->fake.script(Kind::Authorise, PaymentResult::Declined);
    m_shop->sell(order, Fulfilment::Delivery, TenderKind::SavedCard, 5000);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentFailed"_s});
    QCOMPARE(m_shop->last<PaymentFailed>(order).reason, PaymentFailure::Declined);
}

void PaymentServiceTest::aCustomerWithoutASavedCardIsDeclined()
{
    const OrderId order = m_shop->newOrder();
    m_shop->sell(order, Fulfilment::Delivery, TenderKind::SavedCard, 5000);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentFailed"_s});
    QCOMPARE(m_shop->fake.made.size(), 0);
}

void PaymentServiceTest::aLapsedSavedCardIsAuthorisedAgain()
{
    m_shop->saveCard();
    const OrderId order = m_shop->newOrder();
    m_shop->sell(order, Fulfilment::Delivery, TenderKind::SavedCard, 5000);
    m_shop->fake.script(Kind::Capture, PaymentResult::Lapsed);
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->fake.count(Kind::Authorise), 2);
    QVERIFY(m_shop->fake.made[0].call.key != m_shop->fake.made[2].call.key);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
}

void PaymentServiceTest::aLapsedCardOfAKnownCustomerIsAskedForByALink()
{
    m_shop->saveCard();
    const OrderId order = soldByCard(Fulfilment::Pickup, PaymentResult::Lapsed);
    const TenderId card = m_shop->tenderOf(order);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentRequested"_s});
    QCOMPARE(m_shop->last<PaymentRequested>(order).amount, m_shop->euro(5000));
    QCOMPARE(m_shop->tender(card).state, TenderState::Requested);
    m_shop->fake.links = PaymentResult::Captured;
    m_shop->wait(6'000);
    QCOMPARE(m_shop->said(order), (QStringList{u"PaymentRequested"_s, u"PaymentProcessed"_s}));
    QCOMPARE(m_shop->fake.count(Kind::Capture), 1);
    QCOMPARE(m_shop->tender(card).reference, u"pi_link"_s);
}

void PaymentServiceTest::aLapsedCardOfNobodyFailsThePickup()
{
    const OrderId order = soldByCard(Fulfilment::Pickup, PaymentResult::Lapsed);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentFailed"_s});
    QCOMPARE(m_shop->last<PaymentFailed>(order).reason, PaymentFailure::CaptureFailed);
}

void PaymentServiceTest::ifOneTenderFailsTheOthersAreGivenBackFirst()
{
    m_shop->saveCard();
    const OrderId order = m_shop->newOrder();
    const PaymentTender card = authorised(order, 3000);
    const TenderId cash = m_shop->newTender();
    m_shop->fake.script(Kind::Authorise, PaymentResult::Declined);
    m_shop->fake.hold(Kind::Void);
    m_shop->inCart(
        m_shop->ordered(order, Fulfilment::Pickup,
                        {{m_shop->euro(1000), cash, TenderKind::Cash},
                         {m_shop->euro(3000), card.id, TenderKind::Card},
                         {m_shop->euro(1000), m_shop->newTender(), TenderKind::SavedCard}}));
    QCOMPARE(m_shop->payment(order).state, PaymentState::Failing);
    QVERIFY(m_shop->said(order).isEmpty());
    m_shop->fake.answerHeld();
    m_shop->run();
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentFailed"_s});
    QCOMPARE(m_shop->tender(card.id).state, TenderState::Voided);
    QCOMPARE(m_shop->tender(cash).refundDue, m_shop->euro(1000));
}

void PaymentServiceTest::aFailedCaptureFailsADeliveryAndGivesBackTheRest()
{
    const OrderId order = m_shop->newOrder();
    const PaymentTender one = authorised(order, 3000);
    const PaymentTender two = authorised(order, 2000);
    m_shop->fake.script(Kind::Capture, PaymentResult::Captured);
    m_shop->fake.script(Kind::Capture, PaymentResult::Declined);
    m_shop->inCart(m_shop->ordered(order, Fulfilment::Pickup,
                                   {{m_shop->euro(3000), one.id, TenderKind::Card},
                                    {m_shop->euro(2000), two.id, TenderKind::Card}}));
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentFailed"_s});
    QCOMPARE(m_shop->last<PaymentFailed>(order).reason, PaymentFailure::CaptureFailed);
    Money refunded = m_shop->tender(one.id).refunded + m_shop->tender(two.id).refunded;
    Money captured = m_shop->tender(one.id).captured + m_shop->tender(two.id).captured;
    QCOMPARE(refunded, captured);
    QVERIFY(!captured.isZero());
    QCOMPARE(m_shop->fake.count(Kind::Void), 1);
}

void PaymentServiceTest::aFailedCaptureAtTheCounterBecomesDueAndIsCapturedAgain()
{
    const OrderId order = soldByCard(Fulfilment::Counter, PaymentResult::Declined);
    QVERIFY(m_shop->said(order).isEmpty());
    QCOMPARE(m_shop->service.dues()->size(), 1);
    QCOMPARE(m_shop->payment(order).due, m_shop->euro(5000));
    QVERIFY(m_shop->service.captureAgain(m_shop->command(), order));
    m_shop->run();
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    QCOMPARE(m_shop->fake.count(Kind::Capture), 2);
    QCOMPARE(m_shop->fake.count(Kind::Refund), 0);
}

void PaymentServiceTest::whatIsPaidInAtATillReducesTheDebt()
{
    const OrderId order = soldByCard(Fulfilment::Counter, PaymentResult::Declined);
    const TenderId card = m_shop->tenderOf(order);
    m_shop->inCart(DuePaidIn{order, m_shop->euro(2000), u"T1"_s});
    QCOMPARE(m_shop->payment(order).due, m_shop->euro(3000));
    m_shop->inCart(DuePaidIn{order, m_shop->euro(3500), u"T1"_s});
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    QCOMPARE(m_shop->tender(card).state, TenderState::Voided);
    QCOMPARE(m_shop->service.refundsDue()->value(0).amount, m_shop->euro(500));
}

void PaymentServiceTest::aDebtThatIsWrittenOffIsSettled()
{
    const OrderId order = m_shop->newOrder();
    const auto never = m_shop->service.writeOff(m_shop->command(), order);
    QVERIFY(!never && never.error().is(PaymentError::UnknownOrder));
    // Listed, but never authorised here.
    m_shop->sell(order, Fulfilment::Counter, TenderKind::Card, 700);
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->payment(order).due, m_shop->euro(700));
    QVERIFY(m_shop->service.writeOff(m_shop->command(), order));
    QCOMPARE(m_shop->payment(order).writtenOff, m_shop->euro(700));
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    const auto again = m_shop->service.writeOff(m_shop->command(), order);
    QVERIFY(!again && again.error().is(PaymentError::NotDue));
}

void PaymentServiceTest::aCaptureThatCrossesAPaymentInIsGivenBack()
{
    const OrderId order = soldByCard(Fulfilment::Counter, PaymentResult::Declined);
    const TenderId card = m_shop->tenderOf(order);
    m_shop->fake.hold(Kind::Capture);
    QVERIFY(m_shop->service.captureAgain(m_shop->command(), order));
    m_shop->run();
    m_shop->inCart(DuePaidIn{order, m_shop->euro(4000), u"T1"_s});
    m_shop->fake.answerHeld();
    m_shop->run();
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    QCOMPARE(m_shop->tender(card).captured, m_shop->euro(5000));
    QCOMPARE(m_shop->tender(card).refunded, m_shop->euro(4000));
    QCOMPARE(m_shop->tender(card).state, TenderState::Captured);
}

void PaymentServiceTest::aCardTakenForMoreThanListedIsCapturedForWhatIsListed()
{
    const OrderId order = m_shop->newOrder();
    const PaymentTender card = authorised(order, 5000);
    m_shop->inCart(m_shop->ordered(order, Fulfilment::Counter,
                                   {{m_shop->euro(4000), card.id, TenderKind::Card}}));
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->tender(card.id).captured, m_shop->euro(4000));
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
}

void PaymentServiceTest::theWeightOfTheGoodsGoesWithThePayment()
{
    const OrderId order = m_shop->newOrder();
    auto event = m_shop->ordered(order, Fulfilment::Delivery,
                                 {{m_shop->euro(100), m_shop->newTender(), TenderKind::Outside}});
    OrderedLine line;
    line.quantity = Quantity{2500};
    line.weightGrams = 301;
    line.gross = line.tax = line.discount = m_shop->euro(0);
    line.unitPrice = UnitPrice::of(m_shop->euro(0));
    event.lines = {line};
    m_shop->inCart(event);
    m_shop->inInventory(InventoryProcessed{order});
    QCOMPARE(m_shop->last<PaymentProcessed>(order).weightGrams, 753);
}

void PaymentServiceTest::anUnknownOutcomeStaysAndIsRepeatedUnderItsKey()
{
    const OrderId order = m_shop->newOrder();
    const PaymentTender card = authorised(order, 5000);
    for (int i = 0; i < 20; ++i)
        unknown(Kind::Capture);
    m_shop->sell(order, Fulfilment::Pickup, card);
    m_shop->inInventory(InventoryProcessed{order});
    for (int i = 0; i < 10; ++i)
        m_shop->wait(61'000);
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settling);
    QCOMPARE(m_shop->service.openCalls()->value(0).intent.state, IntentState::Unknown);
    for (int i = 0; i < 10; ++i)
        m_shop->wait(61'000);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentProcessed"_s});
    QSet<QByteArray> keys;
    for (const auto &made : m_shop->fake.made) {
        if (made.kind == Kind::Capture)
            keys.insert(made.call.key.toByteArray());
    }
    QCOMPARE(keys.size(), 1);
}

void PaymentServiceTest::afterTheKeyHasEndedTheEffectIsLookedFor()
{
    unknown(Kind::Authorise);
    const PaymentTender card = authorised(m_shop->newOrder(), 5000);
    QCOMPARE(card.state, TenderState::Authorising);
    m_shop->wait(PaymentCalls::keyHonouredMs);
    QCOMPARE(m_shop->fake.made.size(), 2);
    QVERIFY(m_shop->fake.made[1].lookedFor);
    QCOMPARE(m_shop->tender(card.id).state, TenderState::Authorised);
}

void PaymentServiceTest::aPersonAsksAgainWithoutWaiting()
{
    unknown(Kind::Authorise);
    const PaymentTender card = authorised(m_shop->newOrder(), 5000);
    QCOMPARE(card.state, TenderState::Authorising);
    const auto calls = m_shop->service.openCalls();
    QCOMPARE(calls->size(), 1);
    QCOMPARE(calls->first().intent.state, IntentState::Unknown);
    const IntentId call = calls->first().intent.id;
    QVERIFY(m_shop->service.askAgain(m_shop->command(), call));
    m_shop->run();
    QCOMPARE(m_shop->fake.made.size(), 2);
    QCOMPARE(m_shop->tender(card.id).state, TenderState::Authorised);
    const auto again = m_shop->service.askAgain(m_shop->command(), call);
    QVERIFY(!again && again.error().is(PaymentError::CallNotOpen));
}

void PaymentServiceTest::aPersonSettlesAnUnknownOutcome()
{
    const OrderId order = m_shop->newOrder();
    for (int i = 0; i < 5; ++i)
        unknown(Kind::Authorise);
    const PaymentTender card = authorised(order, 5000);
    const IntentId call = m_shop->service.openCalls()->value(0).intent.id;
    Result<> done;
    for (const QString &none : {u""_s, u"pi_1 or so"_s, u"pi_\u0661"_s, QString(256, u'7')}) {
        done = m_shop->service.resolve(m_shop->command(), call, CallVerdict::Happened, none);
        QVERIFY(!done && done.error().is(PaymentError::ReferenceMissing));
    }
    QVERIFY(m_shop->service.resolve(m_shop->command(), call, CallVerdict::Happened, u"pi_9"_s));
    QCOMPARE(m_shop->tender(card.id).state, TenderState::Authorised);
    QCOMPARE(m_shop->tender(card.id).reference, u"pi_9"_s);
    done = m_shop->service.resolve(m_shop->command(), call, CallVerdict::DidNotHappen, {});
    QVERIFY(!done && done.error().is(PaymentError::CallNotOpen));
}

QTEST_GUILESS_MAIN(PaymentServiceTest)
#include "payment_service_test.moc"
