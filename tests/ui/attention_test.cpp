// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/call.h"
#include "tests/ui/window_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! What needs a person: it is on top of the orders, and what can be done about it is done there.
class AttentionTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anUnknownCardIsAskedAgain();
    void anUnknownCardIsAnsweredForByItsReference();
    void whatIsTypedStaysWhileACallIsTriedOnceMore();
    void aRefusedParcelIsCorrected();
    void aRefusedParcelIsGivenUpAndPaidBack();
    void anAddressThatIsNoneIsSaidWhereItIsTyped();
    void aRefundDueIsPaidOutOfTheDrawer();
    void aDebtIsPaidInCash();
    void aDebtIsTakenFromTheCardAfterAll();
    void aDebtIsGivenUp();
    void aPickupThatNobodyCollectedIsHandedOut();
    void aPickupThatNobodyCollectedIsCancelled();
    void aDeclinedOrderIsOfferedAnewAndPaid();
    void aDeclinedOrderIsLeft();
    void whatAnotherTillDealtWithIsNotOfferedAnew();
    void anOfferEndsAnOpenQuestion();
    void anOfferWaitsWhileAnotherCartIsPaid();
    void aFailedMailIsSentAgain();
    void aParkedEventIsTriedAgain();
    void everyControlHasAName();

private:
    //! Whose parcels go to this postcode, and whose card is of this kind.
    AccountId customer(const QString &zip, const QString &card = u"pm_card_visa"_s);
    Order order(Fulfilment fulfilment, AccountId customer, Timestamp collectBy = {});
    Order orderNow() { return m_shop->newestOrder(); }
    //! At the counter, by a card that authorises and then does not pay.
    void sellByFailingCard();
    //! With a lantern in the cart.
    void beginSale();
    void showConcern(const QString &title);
    //! A delivery to Ada by a card that has no money.
    Order declined();
    void loseAnswers();
    QString reference();
    QList<PaymentTender> money();
};

void AttentionTest::init()
{
    open();
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"ordersList"_s));
    QVERIFY(!shown(u"concernsList"_s));
}

void AttentionTest::cleanup()
{
    close();
    m_shop.reset();
}

AccountId AttentionTest::customer(const QString &zip, const QString &card)
{
    auto &accounts = (*m_shop)->account();
    const AccountId id = m_shop->addCustomer(u"Ada Lovelace"_s, false);
    KONTOR_CHECK(bool(m_shop->ask(accounts, &AccountService::saveCard, (*m_shop)->command(), id,
                                  SavedCard{card, u"visa"_s, u"4242"_s})));
    Address home = m_shop->ask(accounts, &AccountService::addresses, id)->first().address;
    home.zip = zip;
    KONTOR_CHECK(
        bool(m_shop->ask(accounts, &AccountService::addAddress, (*m_shop)->command(), id, home)));
    return id;
}

Order AttentionTest::order(Fulfilment fulfilment, AccountId customer, Timestamp collectBy)
{
    ImportedSale sale = m_shop->saleTo(customer, 2, fulfilment);
    sale.collectBy = collectBy;
    m_shop->book(sale);
    KONTOR_CHECK(QTest::qWaitFor([&] { return orderNow().id == sale.order; }, 30'000));
    return orderNow();
}

void AttentionTest::sellByFailingCard()
{
    m_shop->sandbox().setFaults(
        R"({"nth":2,"method":"POST","path":"/v1/payment_intents","fault":"refuse"})");
    press(Qt::Key_1, Qt::ControlModifier);
    beginSale();
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    press(Qt::Key_2, Qt::ControlModifier);
    showConcern(u"The customer owes £12.50"_s);
}

void AttentionTest::beginSale()
{
    type(u"copper"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
}

void AttentionTest::showConcern(const QString &title)
{
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"concernsList"_s), 30'000);
    QTRY_COMPARE(cell(u"concernsList"_s, 0, 1), title);
    QTRY_VERIFY(!cell(u"concernsList"_s, 0, 0).isEmpty());
    click(u"statusAttention"_s);
    QTRY_VERIFY(shown(u"concernTitle0"_s));
    QTRY_COMPARE(text(u"concernTitle0"_s), title);
}

void AttentionTest::loseAnswers()
{
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/v1/payment_intents","fault":"dropAfter"})");
}

QString AttentionTest::reference()
{
    return m_shop->sandbox().ledger(u"payment.authorised"_s).first()[u"payment_intent"].toString();
}

QList<PaymentTender> AttentionTest::money()
{
    const auto payment = m_shop->ask((*m_shop)->payment(), &PaymentService::payment, orderNow().id);
    KONTOR_CHECK(bool(payment));
    return payment->tenders;
}

void AttentionTest::anUnknownCardIsAskedAgain()
{
    loseAnswers();
    order(Fulfilment::Pickup, customer(u"N1 9GU"_s));
    showConcern(u"Unknown whether the card holds £6.78"_s);
    QCOMPARE(cell(u"concernsList"_s, 0, 0), orderNow().receipt);
    QTRY_COMPARE(text(u"orderReceipt"_s), orderNow().receipt);
    m_shop->sandbox().setFaults({});
    click(u"concernAskAgain0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(orderNow().state, OrderState::Ready, 30'000);
    QTRY_VERIFY(!shown(u"concernsList"_s));
    QCOMPARE(m_shop->sandbox().ledger(u"payment.authorised"_s).size(), 1);
    QTRY_VERIFY(!shown(u"statusAttention"_s));
    QCOMPARE(text(u"orderReceipt"_s), orderNow().receipt);
}

void AttentionTest::anUnknownCardIsAnsweredForByItsReference()
{
    loseAnswers();
    order(Fulfilment::Pickup, customer(u"N1 9GU"_s));
    showConcern(u"Unknown whether the card holds £6.78"_s);
    click(u"concern0Charged"_s);
    QTRY_VERIFY(text(u"concernMessage"_s).contains(u"enter the reference"_s) ||
                text(u"concernMessage"_s).contains(u"settled already"_s));
    const QString charge = reference();
    const auto isAnswered = [this] {
        return !shown(u"concernsList"_s) || !cell(u"concernsList"_s, 0, 1).contains(u"holds"_s);
    };
    // A try may be under way just then: it is entered again.
    const auto enter = [&] {
        if (!isAnswered()) {
            fill(u"concern0Reference"_s, charge);
            QTest::keyClick(find<QLineEdit>(u"concern0Reference"_s), Qt::Key_Return);
        }
        return QTest::qWaitFor(isAnswered, 1000);
    };
    QTRY_VERIFY_WITH_TIMEOUT(enter(), 30'000);
    m_shop->sandbox().setFaults({});
    QTRY_COMPARE_WITH_TIMEOUT(orderNow().state, OrderState::Ready, 60'000);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.captured"_s).size(), 1);
}

void AttentionTest::whatIsTypedStaysWhileACallIsTriedOnceMore()
{
    loseAnswers();
    order(Fulfilment::Pickup, customer(u"N1 9GU"_s));
    showConcern(u"Unknown whether the card holds £6.78"_s);
    auto *field = find<QLineEdit>(u"concern0Reference"_s);
    QTest::keyClicks(field, u"pi_half"_s);
    const auto tries = [this] {
        const auto calls = m_shop->ask((*m_shop)->payment(), &PaymentService::openCalls);
        return calls->first().intent.attempts;
    };
    const int before = tries();
    click(u"concernAskAgain0"_s);
    QTRY_VERIFY_WITH_TIMEOUT(tries() > before, 30'000);
    QTRY_COMPARE(find<QLineEdit>(u"concern0Reference"_s)->text(), u"pi_half"_s);
    QCOMPARE(find<QLineEdit>(u"concern0Reference"_s), field);
}

void AttentionTest::aRefusedParcelIsCorrected()
{
    order(Fulfilment::Delivery, customer(u"00000"_s));
    showConcern(u"The carriers refuse the parcel"_s);
    QVERIFY(text(u"concernText0"_s).contains(u"Correct the address"_s));
    click(u"concernCorrect0"_s);
    QTRY_COMPARE(find<QLineEdit>(u"correctionZip"_s)->text(), u"00000"_s);
    QCOMPARE(find<QLineEdit>(u"correctionWeight"_s)->text(), u"750"_s);
    QTRY_VERIFY(find<QLineEdit>(u"correctionStreet"_s)->hasFocus());
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"orderReceipt"_s));
    click(u"concernCorrect0"_s);
    QTRY_COMPARE(find<QLineEdit>(u"correctionZip"_s)->text(), u"00000"_s);
    fill(u"correctionZip"_s, u"N1 9GU"_s);
    QTRY_VERIFY(find<QPushButton>(u"correctionSave"_s)->isEnabled());
    QTest::keyClick(find<QLineEdit>(u"correctionZip"_s), Qt::Key_Return);
    QTRY_VERIFY(shown(u"orderReceipt"_s));
    QTRY_VERIFY(text(u"orderParcelText"_s).contains(u"ready to be handed over"_s));
    QTRY_VERIFY(!shown(u"concernsList"_s));
}

void AttentionTest::aRefusedParcelIsGivenUpAndPaidBack()
{
    order(Fulfilment::Delivery, customer(u"00000"_s));
    showConcern(u"The carriers refuse the parcel"_s);
    click(u"concernGiveUp0"_s);
    QVERIFY(text(u"concernSureText"_s).contains(u"will be cancelled"_s));
    QCOMPARE(orderNow().state, OrderState::Paid);
    click(u"concernSureYes"_s);
    QTRY_COMPARE_WITH_TIMEOUT(orderNow().state, OrderState::Cancelled, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->sandbox().ledger(u"payment.refunded"_s).size(), 1, 30'000);
    QTRY_VERIFY(!shown(u"concernsList"_s));
}

void AttentionTest::anAddressThatIsNoneIsSaidWhereItIsTyped()
{
    order(Fulfilment::Delivery, customer(u"00000"_s));
    showConcern(u"The carriers refuse the parcel"_s);
    click(u"concernCorrect0"_s);
    QTRY_VERIFY(find<QPushButton>(u"correctionSave"_s)->isEnabled());
    fill(u"correctionCity"_s, {});
    click(u"correctionSave"_s);
    QTRY_VERIFY(text(u"correctionMessage"_s).contains(u"street, town and country"_s));
    QVERIFY(find<QPushButton>(u"correctionSave"_s)->isEnabled());
    QVERIFY(shown(u"correctionCity"_s));
}

void AttentionTest::aRefundDueIsPaidOutOfTheDrawer()
{
    order(Fulfilment::Pickup, customer(u"N1 9GU"_s, u"pm_card_kontor_refundFailed"_s));
    QTRY_COMPARE_WITH_TIMEOUT(orderNow().state, OrderState::Ready, 30'000);
    const Command command = (*m_shop)->command();
    QVERIFY(bool(m_shop->ask((*m_shop)->order(), &OrderService::cancel, command, orderNow().id,
                             CancelReason::ByStaff)));
    showConcern(u"£6.78 to pay out in cash"_s);
    click(u"concernPayOut0"_s);
    QTRY_VERIFY(!shown(u"concernsList"_s));
    QCOMPARE(money().first().paidOut, (Money{678, Currency("GBP")}));
    QTRY_COMPARE(cell(u"orderStory"_s, rows(u"orderStory"_s) - 1, 1),
                 u"Refund paid out in cash at till T1: £6.78"_s);
}

void AttentionTest::aDebtIsPaidInCash()
{
    sellByFailingCard();
    click(u"concernPayIn0"_s);
    if (shown(u"concernsList"_s))
        click(u"concernPayIn0"_s); // as a double click does
    QTRY_COMPARE_WITH_TIMEOUT(orderNow().state, OrderState::Completed, 30'000);
    QTRY_VERIFY(!shown(u"concernsList"_s));
    const auto payment = m_shop->ask((*m_shop)->payment(), &PaymentService::payment, orderNow().id);
    QCOMPARE(payment->payment.state, PaymentState::Settled);
    for (Service *service : (*m_shop)->all())
        QVERIFY(m_shop->ask(*service, &Service::parkedEvents)->isEmpty());
}

void AttentionTest::aDebtIsTakenFromTheCardAfterAll()
{
    sellByFailingCard();
    m_shop->sandbox().setFaults({});
    click(u"concernCapture0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(orderNow().state, OrderState::Completed, 30'000);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.captured"_s).size(), 1);
    QTRY_VERIFY(!shown(u"concernsList"_s));
}

void AttentionTest::aDebtIsGivenUp()
{
    sellByFailingCard();
    click(u"concernWriteOff0"_s);
    QVERIFY(text(u"concernSureText"_s).contains(u"the shop bears it"_s));
    click(u"concernSureYes"_s);
    QTRY_COMPARE_WITH_TIMEOUT(orderNow().state, OrderState::Completed, 30'000);
    QVERIFY(m_shop->sandbox().ledger(u"payment.captured"_s).isEmpty());
    QTRY_VERIFY(!shown(u"concernsList"_s));
}

void AttentionTest::aPickupThatNobodyCollectedIsHandedOut()
{
    order(Fulfilment::Pickup, customer(u"N1 9GU"_s), {1'700'000'000'000});
    showConcern(u"Not collected"_s);
    click(u"concernHandOver0"_s);
    QTRY_COMPARE(orderNow().state, OrderState::Completed);
    QTRY_VERIFY(!shown(u"concernsList"_s));
}

void AttentionTest::aPickupThatNobodyCollectedIsCancelled()
{
    order(Fulfilment::Pickup, customer(u"N1 9GU"_s), {1'700'000'000'000});
    showConcern(u"Not collected"_s);
    click(u"concernCancel0"_s);
    press(Qt::Key_Escape);
    QVERIFY(!shown(u"concernSureYes"_s));
    click(u"concernCancel0"_s);
    click(u"concernSureYes"_s);
    QTRY_COMPARE(orderNow().state, OrderState::Cancelled);
    QCOMPARE(orderNow().cancelReason, CancelReason::NotCollected);
    QTRY_VERIFY(!shown(u"concernsList"_s));
}

Order AttentionTest::declined()
{
    const Order made =
        order(Fulfilment::Delivery,
              customer(u"N1 9GU"_s, u"pm_card_visa_chargeDeclinedInsufficientFunds"_s));
    showConcern(u"The card was declined: the order is cancelled"_s);
    KONTOR_CHECK(text(u"concernText0"_s).contains(u"£6.78"_s));
    return made;
}

void AttentionTest::aDeclinedOrderIsOfferedAnewAndPaid()
{
    const Order first = declined();
    QCOMPARE(cell(u"concernsList"_s, 0, 0), first.receipt);
    QVERIFY(bool(m_shop->ask((*m_shop)->account(), &AccountService::saveCard, (*m_shop)->command(),
                             first.customer, SavedCard{u"pm_card_visa"_s, u"visa"_s, u"4242"_s})));
    find<QPushButton>(u"concernOfferAnew0"_s)->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"cartLines"_s));
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
    QVERIFY(find<QPushButton>(u"fulfilmentDelivery"_s)->isChecked());
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"paySavedCard"_s));
    click(u"paySavedCard"_s);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE_WITH_TIMEOUT(orderNow().state, OrderState::Paid, 30'000);
    QVERIFY(orderNow().id != first.id);
    QCOMPARE(orderNow().total, first.total);
    QCOMPARE(orderNow().customer, first.customer);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"ordersList"_s));
    QTRY_VERIFY(!shown(u"concernsList"_s));
}

void AttentionTest::aDeclinedOrderIsLeft()
{
    const Order order = declined();
    QVERIFY(shown(u"statusAttention"_s) && !shown(u"statusHealth"_s));
    find<QPushButton>(u"concernLetGo0"_s)->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"concernSureYes"_s));
    click(u"concernSureYes"_s);
    QTRY_VERIFY(!shown(u"concernsList"_s));
    QTRY_VERIFY(!shown(u"statusAttention"_s));
    QVERIFY(shown(u"statusHealth"_s));
    QCOMPARE(text(u"orderReceipt"_s), order.receipt);
    const auto held = m_shop->ask((*m_shop)->cart(), &CartService::heldCarts, u"T1"_s);
    QVERIFY(held->isEmpty());
}

void AttentionTest::whatAnotherTillDealtWithIsNotOfferedAnew()
{
    const Order order = declined();
    // The window hears of it only when it looks again.
    QVERIFY(m_shop->ask((*m_shop)->order(), &OrderService::letGo, (*m_shop)->command(), order.id));
    click(u"concernOfferAnew0"_s);
    QTRY_VERIFY(text(u"concernMessage"_s).contains(u"dealt with"_s) || !shown(u"concernsList"_s));
    QVERIFY(shown(u"ordersList"_s)); // an offer would lead to the cart
    QVERIFY(m_shop->ask((*m_shop)->cart(), &CartService::heldCarts, u"T1"_s)->isEmpty());
}

void AttentionTest::anOfferEndsAnOpenQuestion()
{
    declined();
    press(Qt::Key_1, Qt::ControlModifier);
    beginSale();
    press(Qt::Key_F6);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    press(Qt::Key_2, Qt::ControlModifier);
    click(u"concernOfferAnew0"_s);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
    QVERIFY(!shown(u"cartQuestion"_s));
}

void AttentionTest::anOfferWaitsWhileAnotherCartIsPaid()
{
    const Order order = declined();
    press(Qt::Key_1, Qt::ControlModifier);
    beginSale();
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_2, Qt::ControlModifier);
    click(u"concernOfferAnew0"_s);
    QTRY_VERIFY(shown(u"received"_s));
    QTRY_VERIFY(shown(u"toastText"_s));
    const auto held = m_shop->ask((*m_shop)->cart(), &CartService::heldCarts, u"T1"_s);
    QCOMPARE(held->size(), 1);
    QCOMPARE(held->first().heldAs, u"%1 anew"_s.arg(order.receipt));
    press(Qt::Key_Escape);
    press(Qt::Key_F5);
    QTRY_COMPARE(rows(u"heldCarts"_s), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
}

void AttentionTest::aFailedMailIsSentAgain()
{
    order(Fulfilment::Pickup, customer(u"N1 9GU"_s));
    const auto mails = [this](MailState state) {
        return m_shop->ask((*m_shop)->notification(), &NotificationService::inState, state);
    };
    QTRY_COMPARE_WITH_TIMEOUT(mails(MailState::Sent)->size(), 3, 30'000);
    close();
    m_shop->reopen([](const QString &folder) {
        const auto store = Store::open(StoreUrl::sqlite(folder + u"/notification.sqlite"_s),
                                       u"notification"_s, Store::Access::Write);
        QVERIFY(store);
        QVERIFY(inTransaction(**store, [](Transaction &tx) -> Result<> {
            return withoutValue(tx.run("UPDATE mail SET state = 'Failed', note = '550 no such "
                                       "mailbox' WHERE kind = 'OrderReady'"));
        }));
    });
    open();
    press(Qt::Key_2, Qt::ControlModifier);
    showConcern(u"Not sent: Ready to be collected"_s);
    QTRY_COMPARE(cell(u"concernsList"_s, 0, 0), orderNow().receipt);
    QVERIFY(text(u"concernText0"_s).contains(u"550 no such mailbox"_s));
    click(u"concernSendAgain0"_s);
    QTRY_COMPARE(mails(MailState::Sent)->size(), 3);
    QTRY_VERIFY(!shown(u"concernsList"_s));
}

void AttentionTest::aParkedEventIsTriedAgain()
{
    order(Fulfilment::Pickup, customer(u"N1 9GU"_s));
    QTRY_COMPARE_WITH_TIMEOUT(orderNow().state, OrderState::Ready, 30'000);
    close();
    m_shop->reopen([](const QString &folder) {
        const auto store = Store::open(StoreUrl::sqlite(folder + u"/order.sqlite"_s), u"order"_s,
                                       Store::Access::Write);
        QVERIFY(store);
        QVERIFY(inTransaction(**store, [](Transaction &tx) -> Result<> {
            const auto parked =
                tx.run("INSERT INTO parked (source, seq, subject, type, reason, parked_at) "
                       "SELECT 'cart:T1', 1, id, 'ShoppingCartOrdered', 'it could never be', 1 "
                       "FROM orders");
            return parked ? withoutValue(tx.run("DELETE FROM inbox WHERE source = 'cart:T1'"))
                          : parked.error();
        }));
    });
    open();
    press(Qt::Key_2, Qt::ControlModifier);
    showConcern(u"Orders could not go on"_s);
    QCOMPARE(text(u"concernText0"_s).section(u". "_s, 0, 0),
             u"“Ordered at the till” from Till could not be taken: it could never be"_s);
    click(u"concernTryAgain0"_s);
    QTRY_VERIFY(!shown(u"concernsList"_s));
    QVERIFY(m_shop->ask((*m_shop)->order(), &Service::parkedEvents)->isEmpty());
}

void AttentionTest::everyControlHasAName()
{
    loseAnswers();
    order(Fulfilment::Pickup, customer(u"N1 9GU"_s));
    showConcern(u"Unknown whether the card holds £6.78"_s);
    QTRY_VERIFY(shown(u"orderReceipt"_s));
    const auto widgets = find<QWidget>(u"ordersPage"_s)->findChildren<QWidget *>();
    int controls = 0;
    for (const QWidget *widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() ||
            widget->objectName().startsWith(u"qt_"))
            continue;
        ++controls;
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(controls > 15);
}

} // namespace kontor

QTEST_MAIN(kontor::AttentionTest)
#include "attention_test.moc"
