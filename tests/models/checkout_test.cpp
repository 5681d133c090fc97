// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cart_session.h"
#include "models/checkout.h"
#include "services/core/call.h"
#include "tests/ui/living_shop.h"

#include <QSignalSpy>

namespace kontor {

using namespace Qt::StringLiterals;

//! Paying at a till, and what becomes of it when the till stops in between.
class CheckoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void cashIsTakenAndTheCartOrdered();
    void whatNobodyCanGiveIsRefusedBeforeAnythingIsNoted();
    void whatIsAskedTwiceAtOnceIsTakenOnce();
    void cashAndTwoCardsPayTogether();
    void aPartIsTakenBackAndTheRestPaidOtherwise();
    void aSplitIsThereAgainAfterTheTillStopped();
    void anUnknownCardIsAskedAgain();
    void anUnknownCardIsAnsweredForByAPerson();
    void anUnknownCardIsReplacedAndReleasedWhenItProvesToBeCharged();
    void onlyWhatIsPaidInCashIsRounded();
    void aCardIsAuthorisedBeforeTheCartIsOrdered();
    void aDeclinedCardLeavesTheCartToBePaidOtherwise();
    void whatWasTakenBeforeTheTillStoppedCanBeFinished();
    void aCardThatWasNotAskedBeforeTheTillStoppedIsForgotten();
    void aDeliveryIsPaidByTheSavedCard();
    void aFrozenCartIsGivenBackAndCanBeChanged();
    void aPickupIsToBeCollectedWithinTwoWeeks();

private:
    void fill();
    void begin();
    void start();
    bool note(TenderKind kind);
    //! The payment system does what it is asked, and the answers are lost.
    void loseAnswers();
    bool isUnknown() const;

    std::unique_ptr<LivingShop> m_shop;
    std::unique_ptr<ShopAccess> m_access;
    std::unique_ptr<CartSession> m_session;
    std::unique_ptr<Checkout> m_checkout;
};

void CheckoutTest::init()
{
    m_shop = std::make_unique<LivingShop>();
    start();
    fill();
}

void CheckoutTest::cleanup()
{
    m_checkout.reset();
    m_session.reset();
    m_access.reset();
    m_shop.reset();
}

void CheckoutTest::start()
{
    m_access = std::make_unique<ShopAccess>(m_shop->access());
    m_session = std::make_unique<CartSession>(*m_access);
    m_checkout = std::make_unique<Checkout>(*m_access);
    m_session->resume();
    QTRY_VERIFY(!m_session->cart().id.isNull());
}

void CheckoutTest::fill()
{
    m_session->add(m_shop->products[1].id, Quantity::pieces(2));
    QTRY_COMPARE(m_session->totals().total.minor, 2500);
}

void CheckoutTest::begin() { m_checkout->begin(m_session->cart(), m_session->totals().total); }

bool CheckoutTest::note(TenderKind kind)
{
    const Money total = m_session->totals().total;
    return bool(m_shop->ask(m_access->cart, &CartService::addTender, m_access->command(),
                            m_session->cart().id,
                            Tender{total, TenderId::make(m_access->clock.now()), kind}, total));
}

void CheckoutTest::loseAnswers()
{
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/v1/payment_intents","fault":"dropAfter"})");
}

bool CheckoutTest::isUnknown() const
{
    const auto card = m_checkout->waitingCard();
    return card && card->standing == TenderRow::Standing::Unknown;
}

void CheckoutTest::cashIsTakenAndTheCartOrdered()
{
    begin();
    m_checkout->payCash({3000, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QCOMPARE(m_checkout->change().minor, 500);
    QCOMPARE(m_checkout->receipt().number, u"T1-000001"_s);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
}

void CheckoutTest::whatNobodyCanGiveIsRefusedBeforeAnythingIsNoted()
{
    begin();
    m_checkout->payCash({0, m_access->currency});
    QCOMPARE(m_checkout->refusal(), Checkout::Refusal::NothingGiven);
    m_checkout->payByCard({2501, m_access->currency});
    QCOMPARE(m_checkout->refusal(), Checkout::Refusal::MoreThanRest);
    QCOMPARE(m_checkout->step(), Checkout::Step::Choosing);
    const auto cart = m_shop->ask(m_access->cart, &CartService::cart, m_session->cart().id);
    QVERIFY(cart && (*cart)->tenders.isEmpty());
}

void CheckoutTest::whatIsAskedTwiceAtOnceIsTakenOnce()
{
    const auto taken = [this] {
        const auto cart = m_shop->ask(m_access->cart, &CartService::cart, m_session->cart().id);
        return cart && cart->has_value() ? (*cart)->tenders.size() : -1;
    };
    begin();
    m_checkout->payCash({500, m_access->currency});
    m_checkout->payCash({500, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    QCOMPARE(m_checkout->due(TenderKind::Card).minor, 2000);
    QCOMPARE(taken(), 1);
    m_checkout->payByCard({600, m_access->currency});
    m_checkout->payByCard({600, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    QCOMPARE(m_checkout->due(TenderKind::Card).minor, 1400);
    QCOMPARE(taken(), 2);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.authorised"_s).size(), 1);
}

void CheckoutTest::cashAndTwoCardsPayTogether()
{
    begin();
    m_checkout->payCash({1000, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    QCOMPARE(m_checkout->due(TenderKind::Card).minor, 1500);
    m_checkout->payByCard({600, m_access->currency});
    QTRY_COMPARE(m_checkout->due(TenderKind::Card).minor, 900);
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    QCOMPARE(m_checkout->tenders()[1].standing, TenderRow::Standing::Authorised);
    m_checkout->payByCard({900, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    const auto captured = m_shop->sandbox().ledger(u"payment.captured"_s);
    QCOMPARE(captured.size(), 2);
}

void CheckoutTest::aPartIsTakenBackAndTheRestPaidOtherwise()
{
    begin();
    m_checkout->payByCard({600, m_access->currency});
    QTRY_COMPARE(m_checkout->due(TenderKind::Card).minor, 1900);
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    m_checkout->takeBack();
    QTRY_COMPARE(m_checkout->due(TenderKind::Card).minor, 2500);
    QTRY_COMPARE(m_checkout->tenders().first().standing, TenderRow::Standing::LetGo);
    m_checkout->payCash({2500, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QTRY_COMPARE(m_shop->sandbox().ledger(u"payment.canceled"_s).size(), 1);
    QVERIFY(m_shop->sandbox().ledger(u"payment.captured"_s).isEmpty());
}

void CheckoutTest::aSplitIsThereAgainAfterTheTillStopped()
{
    begin();
    m_checkout->payCash({1000, m_access->currency});
    QTRY_COMPARE(m_checkout->due(TenderKind::Card).minor, 1500);
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    m_checkout->payByCard({600, m_access->currency});
    QTRY_COMPARE(m_checkout->due(TenderKind::Card).minor, 900);
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    m_checkout.reset();
    m_session.reset();
    m_shop->reopen();
    start();
    QTRY_VERIFY(m_session->isFrozen());
    begin();
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    QCOMPARE(m_checkout->due(TenderKind::Card).minor, 900);
    QCOMPARE(m_checkout->tenders()[1].standing, TenderRow::Standing::Authorised);
    m_checkout->payCash({900, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
}

void CheckoutTest::anUnknownCardIsAskedAgain()
{
    loseAnswers();
    begin();
    m_checkout->payByCard(m_checkout->due(TenderKind::Card));
    QTRY_VERIFY(isUnknown());
    m_shop->sandbox().setFaults({});
    m_checkout->askAgain();
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.authorised"_s).size(), 1);
}

void CheckoutTest::anUnknownCardIsAnsweredForByAPerson()
{
    loseAnswers();
    begin();
    m_checkout->payByCard(m_checkout->due(TenderKind::Card));
    QTRY_VERIFY(isUnknown());
    const auto charged = m_shop->sandbox().ledger(u"payment.authorised"_s);
    QCOMPARE(charged.size(), 1);
    std::optional<Error> refusal;
    connect(m_checkout.get(), &Checkout::refused, this,
            [&](const Error &error) { refusal = error; });
    m_checkout->enterAnswer(CallVerdict::Happened, {});
    QTRY_VERIFY(refusal.has_value());
    // The call may be on its way again at this moment: then it is not for a person to settle.
    QTRY_VERIFY(isUnknown());
    m_checkout->enterAnswer(CallVerdict::Happened, charged.first()[u"payment_intent"].toString());
    disconnect(m_checkout.get(), &Checkout::refused, this, nullptr);
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    m_shop->sandbox().setFaults({});
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QTRY_COMPARE(m_shop->sandbox().ledger(u"payment.captured"_s).size(), 1);
}

void CheckoutTest::anUnknownCardIsReplacedAndReleasedWhenItProvesToBeCharged()
{
    loseAnswers();
    begin();
    m_checkout->payByCard(m_checkout->due(TenderKind::Card));
    QTRY_VERIFY(isUnknown());
    m_checkout->takeBack();
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    m_checkout->payCash({2500, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QVERIFY(m_shop->sandbox().ledger(u"payment.canceled"_s).isEmpty());
    m_shop->sandbox().setFaults({});
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->sandbox().ledger(u"payment.canceled"_s).size(), 1, 30'000);
    QVERIFY(m_shop->sandbox().ledger(u"payment.captured"_s).isEmpty());
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
}

void CheckoutTest::onlyWhatIsPaidInCashIsRounded()
{
    m_checkout.reset();
    m_session.reset();
    m_access->currency = Currency("CHF");
    Product bread = m_shop->products[3];
    bread.price = UnitPrice::of(Money{1593, m_access->currency});
    QVERIFY(
        bool(m_shop->ask(m_access->catalog, &CatalogService::save, m_access->command(), bread)));
    // The cart that is open counts in pounds.
    const auto open = m_shop->ask(m_access->cart, &CartService::openCarts, m_access->till);
    QVERIFY(open && open->size() == 1);
    QVERIFY(bool(
        m_shop->ask(m_access->cart, &CartService::abandon, m_access->command(), open->first())));
    m_session = std::make_unique<CartSession>(*m_access);
    m_checkout = std::make_unique<Checkout>(*m_access);
    m_session->add(bread.id, Quantity::pieces(1));
    QTRY_COMPARE(m_session->totals().total.minor, 1593);
    begin();
    QCOMPARE(m_checkout->due(TenderKind::Cash).minor, 1595);
    QCOMPARE(m_checkout->due(TenderKind::Card).minor, 1593);
    m_checkout->payCash({1592, m_access->currency});
    QCOMPARE(m_checkout->refusal(), Checkout::Refusal::NoSuchCoin);
    m_checkout->payByCard({601, m_access->currency});
    QTRY_COMPARE(m_checkout->due(TenderKind::Card).minor, 992);
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    QCOMPARE(m_checkout->cashRounding().minor, -2);
    QCOMPARE(m_checkout->due(TenderKind::Cash).minor, 990);
    m_checkout->payCash({2000, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QCOMPARE(m_checkout->change().minor, 1010);
    QCOMPARE(m_checkout->receipt().cashRounding.minor, -2);
}

void CheckoutTest::aCardIsAuthorisedBeforeTheCartIsOrdered()
{
    begin();
    m_checkout->payByCard(m_checkout->due(TenderKind::Card));
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    const auto payment =
        m_shop->ask(m_access->payment, &PaymentService::payment, m_checkout->receipt().order);
    QVERIFY(bool(payment));
    QCOMPARE(payment->tenders.first().captured.minor, 2500);
}

void CheckoutTest::aDeclinedCardLeavesTheCartToBePaidOtherwise()
{
    m_shop->sandbox().setFaults(
        R"({"nth":1,"method":"POST","path":"/v1/payment_intents","fault":"refuse"})");
    begin();
    m_checkout->payByCard(m_checkout->due(TenderKind::Card));
    QTRY_COMPARE(m_checkout->refusal(), Checkout::Refusal::CardDeclined);
    QCOMPARE(m_checkout->step(), Checkout::Step::Choosing);
    m_checkout->payCash({2500, m_access->currency});
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
}

void CheckoutTest::whatWasTakenBeforeTheTillStoppedCanBeFinished()
{
    QVERIFY(note(TenderKind::Cash));
    m_checkout.reset();
    m_session.reset();
    m_shop->reopen();
    start();
    QTRY_VERIFY(m_session->isFrozen());
    begin();
    QCOMPARE(m_checkout->step(), Checkout::Step::Taken);
    m_checkout->finish();
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
}

void CheckoutTest::aCardThatWasNotAskedBeforeTheTillStoppedIsForgotten()
{
    QVERIFY(note(TenderKind::Card));
    m_session->reload();
    QTRY_VERIFY(m_session->isFrozen());
    QSignalSpy takenBack(m_checkout.get(), &Checkout::takenBack);
    begin();
    QTRY_COMPARE(takenBack.count(), 1);
    QCOMPARE(m_checkout->step(), Checkout::Step::Choosing);
    m_session->reload();
    QTRY_VERIFY(!m_session->isFrozen());
}

void CheckoutTest::aDeliveryIsPaidByTheSavedCard()
{
    const AccountId customer = m_shop->addCustomer(u"Ada Lovelace"_s, true);
    const auto places = m_shop->ask(m_access->account, &AccountService::addresses, customer);
    QVERIFY(places && !places->isEmpty());
    m_session->setCustomer(customer, places->first().id);
    m_session->setFulfilment(Fulfilment::Delivery);
    QTRY_COMPARE(m_session->cart().fulfilment, Fulfilment::Delivery);
    begin();
    QTRY_VERIFY(m_checkout->savedCard().has_value());
    m_checkout->payLater(TenderKind::SavedCard);
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Ordered);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Paid);
}

void CheckoutTest::aFrozenCartIsGivenBackAndCanBeChanged()
{
    QVERIFY(note(TenderKind::Cash));
    m_session->reload();
    QTRY_VERIFY(m_session->isFrozen());
    std::optional<Error> refusal;
    connect(m_session.get(), &CartSession::refused, this,
            [&](const Error &error) { refusal = error; });
    m_session->add(m_shop->products[0].id, Quantity::pieces(1));
    QTRY_VERIFY(refusal && refusal->is(CartError::Frozen));
    disconnect(m_session.get(), &CartSession::refused, this, nullptr);
    begin();
    m_checkout->takeBack();
    QTRY_COMPARE(m_checkout->step(), Checkout::Step::Choosing);
    m_session->add(m_shop->products[0].id, Quantity::pieces(1));
    QTRY_COMPARE(m_session->totals().total.minor, 2839);
}

void CheckoutTest::aPickupIsToBeCollectedWithinTwoWeeks()
{
    const QDate before = QDate::currentDate();
    m_session->setFulfilment(Fulfilment::Pickup);
    QTRY_COMPARE(m_session->cart().fulfilment, Fulfilment::Pickup);
    const QDateTime until = m_session->cart().collectBy.toUtc().toLocalTime();
    QVERIFY(until.date() >= before.addDays(14));
    QVERIFY(until.date() <= QDate::currentDate().addDays(14));
    QCOMPARE(until.time(), QTime(23, 59, 59, 999));
    m_session->setFulfilment(Fulfilment::Counter);
    QTRY_COMPARE(m_session->cart().fulfilment, Fulfilment::Counter);
    QCOMPARE(m_session->cart().collectBy.ms, 0);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CheckoutTest)
#include "checkout_test.moc"
