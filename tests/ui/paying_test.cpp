// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/call.h"
#include "tests/ui/window_test.h"
#include "ui/sell/sell_page.h"

#include <QScopeGuard>
#include <QSemaphore>

namespace kontor {

using namespace Qt::StringLiterals;

//! Paying at the till, by keys alone.
class PayingTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aSaleIsSplitOverCashAndTwoCards();
    void aDoubleEnterPaysOnce();
    void whatWasSoldIsNotPaidInPlaceOfTheNextCart();
    void aSecondEnterDoesNotHideTheChange();
    void aNoteTooManyIsAskedAbout();
    void escapeGivesBackTheLastTenderFirst();
    void aTenderIsTakenBackByItsButton();
    void aSplitIsBackOnTheScreenAfterARestart();
    void anUnknownCardIsAskedAgain();
    void anUnknownCardIsAnsweredForByItsReference();
    void anUnknownCardMakesRoomForCash();
    void aPaymentSystemThatCannotBeReachedIsSaid();
    void aDeclinedCardIsSaid();
    void theSmallestCoinIsALineOfItsOwn();
    void sumsAreWholeOnASmallScreen();

private:
    //! In the cart, and on to the payment.
    void beginToPay(const QString &entry);
    void take(const QString &amount, Qt::Key key);
    void loseAnswers();
    void payByCardWithoutAnswer();
    QList<PaymentTender> moneyOf(const Order &order);
};

void PayingTest::init() { open(); }

void PayingTest::cleanup()
{
    close();
    m_shop.reset();
}

void PayingTest::beginToPay(const QString &entry)
{
    putInCart(entry);
    WindowHands::beginToPay();
}

void PayingTest::take(const QString &amount, Qt::Key key)
{
    QTRY_VERIFY(shown(u"received"_s));
    type(amount);
    press(key);
}

void PayingTest::loseAnswers()
{
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/v1/payment_intents","fault":"dropAfter"})");
}

void PayingTest::payByCardWithoutAnswer()
{
    loseAnswers();
    beginToPay(u"copper"_s);
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"payAskAgain"_s));
    QTRY_VERIFY(text(u"payWaiting"_s).contains(u"not known"_s));
    QVERIFY(shown(u"payOtherTender"_s) && shown(u"payReference"_s));
    QVERIFY(m_window->minimumSizeHint().height() <= 768);
}

QList<PaymentTender> PayingTest::moneyOf(const Order &order)
{
    const auto payment = m_shop->ask((*m_shop)->payment(), &PaymentService::payment, order.id);
    KONTOR_CHECK(bool(payment));
    return payment->tenders;
}

void PayingTest::aSaleIsSplitOverCashAndTwoCards()
{
    beginToPay(u"2*copper"_s);
    QCOMPARE(text(u"toPay"_s), u"£25.00"_s);
    take(u"10"_s, Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£15.00"_s);
    QTRY_COMPARE(text(u"tenderKind0"_s), u"Cash"_s);
    QCOMPARE(text(u"tenderAmount0"_s), u"£10.00"_s);
    take(u"6"_s, Qt::Key_F10);
    QTRY_COMPARE(text(u"toPay"_s), u"£9.00"_s);
    QTRY_VERIFY(text(u"tenderStanding1"_s).contains(u"authorised"_s));
    QTRY_VERIFY(shown(u"received"_s));
    QCOMPARE(find<QPushButton>(u"payCard"_s)->text(), u"Card £9.00"_s);
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QCOMPARE(text(u"doneTenders"_s), u"Cash £10.00 · Card £6.00 · Card £9.00"_s);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QCOMPARE(moneyOf(m_shop->newestOrder()).size(), 3);
}

void PayingTest::whatWasSoldIsNotPaidInPlaceOfTheNextCart()
{
    type(u"beeswax"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    // The till waits for its next cart for as long as the gate is shut.
    const auto gate = std::make_shared<QSemaphore>();
    const auto opened = qScopeGuard([gate] { gate->release(); });
    connect(&find<SellPage>(u"sellPage"_s)->checkout(), &Checkout::ordered, this, [this, gate] {
        QMetaObject::invokeMethod(&(*m_shop)->cart(), [gate] { gate->acquire(); });
    });
    type(u"5"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    press(Qt::Key_Return);
    press(Qt::Key_F12);
    QVERIFY(shown(u"searchField"_s));
    gate->release();
    type(u"copper"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(cell(u"cartLines"_s, 0, 1).contains(u"copper"_s));
    press(Qt::Key_F12);
    QTRY_COMPARE(text(u"toPay"_s), u"£12.50"_s);
}

void PayingTest::aDoubleEnterPaysOnce()
{
    beginToPay(u"copper"_s);
    take(u"20"_s, Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QCOMPARE(text(u"doneReceipt"_s), u"T1-000001"_s);
    QCOMPARE(text(u"doneChange"_s), u"£7.50"_s);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QCOMPARE(moneyOf(m_shop->newestOrder()).size(), 1);

    // A part is taken once as well.
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
    beginToPay(u"copper"_s);
    take(u"5"_s, Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£7.50"_s);
    press(Qt::Key_F10);
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QCOMPARE(moneyOf(m_shop->newestOrder()).size(), 2);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.authorised"_s).size(), 1);
}

void PayingTest::aSecondEnterDoesNotHideTheChange()
{
    constexpr int forEver = 600'000;
    QApplication::setDoubleClickInterval(forEver);
    beginToPay(u"copper"_s);
    take(u"20"_s, Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    press(Qt::Key_Return);
    QVERIFY(shown(u"doneChange"_s));
    QApplication::setDoubleClickInterval(0);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
}

void PayingTest::aNoteTooManyIsAskedAbout()
{
    beginToPay(u"copper"_s);
    // 12.50 without its point; a second Enter does not take it.
    take(u"1250"_s, Qt::Key_Return);
    QVERIFY(shown(u"paySureYes"_s));
    QVERIFY2(text(u"paySureText"_s).contains(u"£1,237.50"_s), qPrintable(text(u"paySureText"_s)));
    press(Qt::Key_Return);
    QVERIFY(!shown(u"paySureYes"_s));
    QVERIFY(find<QLineEdit>(u"received"_s)->hasFocus());
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    QVERIFY(!shown(u"paySureYes"_s));
    QVERIFY(shown(u"received"_s));
    press(Qt::Key_Return);
    QVERIFY(shown(u"paySureYes"_s));
    find<QLineEdit>(u"received"_s)->setText(u"1260"_s);
    QVERIFY(!shown(u"paySureYes"_s));
    find<QLineEdit>(u"received"_s)->setText(u"1250"_s);
    find<QLineEdit>(u"received"_s)->setFocus();

    press(Qt::Key_Return);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Backtab);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QCOMPARE(text(u"doneChange"_s), u"£1,237.50"_s);
}

void PayingTest::escapeGivesBackTheLastTenderFirst()
{
    beginToPay(u"copper"_s);
    take(u"5"_s, Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£7.50"_s);
    take(u"2"_s, Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£5.50"_s);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_Escape);
    QTRY_COMPARE(text(u"toPay"_s), u"£7.50"_s);
    QTRY_VERIFY(text(u"payMessage"_s).contains(u"£2.00"_s));
    press(Qt::Key_Escape);
    QTRY_COMPARE(text(u"toPay"_s), u"£12.50"_s);
    QTRY_VERIFY(text(u"payMessage"_s).contains(u"£5.00"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"searchField"_s));
    // The cart can be changed again.
    type(u"beeswax"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
}

void PayingTest::aTenderIsTakenBackByItsButton()
{
    beginToPay(u"copper"_s);
    take(u"5"_s, Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£7.50"_s);
    take(u"2"_s, Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£5.50"_s);
    QTRY_VERIFY(shown(u"received"_s));
    click(u"tenderTakeBack0"_s);
    QTRY_COMPARE(text(u"toPay"_s), u"£10.50"_s);
    QTRY_COMPARE(text(u"tenderAmount0"_s), u"£2.00"_s);
}

void PayingTest::aSplitIsBackOnTheScreenAfterARestart()
{
    beginToPay(u"2*copper"_s);
    take(u"10"_s, Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£15.00"_s);
    take(u"6"_s, Qt::Key_F10);
    QTRY_COMPARE(text(u"toPay"_s), u"£9.00"_s);
    QTRY_VERIFY(shown(u"received"_s));
    close();
    m_shop->reopen();
    open();
    QTRY_VERIFY(shown(u"received"_s));
    QTRY_COMPARE(text(u"toPay"_s), u"£9.00"_s);
    QCOMPARE(text(u"tenderAmount0"_s), u"£10.00"_s);
    QTRY_VERIFY(text(u"tenderStanding1"_s).contains(u"authorised"_s));
    take(u"9"_s, Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.captured"_s).size(), 1);
}

void PayingTest::anUnknownCardIsAskedAgain()
{
    payByCardWithoutAnswer();
    m_shop->sandbox().setFaults({});
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.authorised"_s).size(), 1);
}

void PayingTest::anUnknownCardIsAnsweredForByItsReference()
{
    payByCardWithoutAnswer();
    const auto charged = m_shop->sandbox().ledger(u"payment.authorised"_s);
    QCOMPARE(charged.size(), 1);
    const QString reference = charged.first()[u"payment_intent"].toString();
    // A try may be under way just then: it is entered again.
    const auto enter = [&] {
        if (shown(u"payReference"_s)) {
            fill(u"payReference"_s, reference);
            QTest::keyClick(find<QLineEdit>(u"payReference"_s), Qt::Key_Return);
        }
        return QTest::qWaitFor([&] { return shown(u"doneReceipt"_s); }, 1000);
    };
    QTRY_VERIFY_WITH_TIMEOUT(enter(), 30'000);
    m_shop->sandbox().setFaults({});
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->newestOrder().state, OrderState::Completed, 30'000);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.captured"_s).size(), 1);
}

void PayingTest::anUnknownCardMakesRoomForCash()
{
    payByCardWithoutAnswer();
    click(u"payOtherTender"_s);
    QTRY_VERIFY(shown(u"received"_s));
    QTRY_VERIFY(text(u"tenderStanding0"_s).contains(u"let go"_s));
    take(u"20"_s, Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QCOMPARE(text(u"doneTenders"_s), u"Cash £12.50"_s);
    m_shop->sandbox().setFaults({});
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->sandbox().ledger(u"payment.canceled"_s).size(), 1, 30'000);
    QVERIFY(m_shop->sandbox().ledger(u"payment.captured"_s).isEmpty());
}

void PayingTest::aPaymentSystemThatCannotBeReachedIsSaid()
{
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/v1/payment_intents","fault":"tooManyRequests"})");
    beginToPay(u"copper"_s);
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"payOtherTender"_s));
    QVERIFY(!shown(u"payReference"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"received"_s));
    take(u"20"_s, Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
}

void PayingTest::aDeclinedCardIsSaid()
{
    m_shop->sandbox().setFaults(
        R"({"nth":1,"method":"POST","path":"/v1/payment_intents","fault":"refuse"})");
    beginToPay(u"copper"_s);
    press(Qt::Key_F10);
    QTRY_VERIFY(text(u"payMessage"_s).contains(u"declined"_s));
    QVERIFY(shown(u"received"_s));
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
}

void PayingTest::theSmallestCoinIsALineOfItsOwn()
{
    close();
    Product lamp = m_shop->products[3];
    lamp.price = UnitPrice::of(Money{1593, Currency("CHF")});
    auto &catalog = (*m_shop)->catalog();
    QVERIFY(bool(m_shop->ask(catalog, &CatalogService::save, (*m_shop)->command(), lamp)));
    auto &carts = (*m_shop)->cart();
    const auto open = m_shop->ask(carts, &CartService::openCarts, u"T1"_s);
    for (const OrderId cart : *open)
        QVERIFY(bool(m_shop->ask(carts, &CartService::abandon, (*m_shop)->command(), cart)));
    ShopAccess access = m_shop->access();
    access.currency = Currency("CHF");
    m_window = std::make_unique<MainWindow>(access, WindowSettings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));

    beginToPay(u"beeswax"_s);
    QCOMPARE(text(u"toPay"_s), u"CHF15.95"_s);
    QCOMPARE(text(u"cashRounding"_s), u"CHF0.02"_s);
    QCOMPARE(find<QPushButton>(u"payCard"_s)->text(), u"Card CHF15.93"_s);
    take(u"6,01"_s, Qt::Key_F10);
    QTRY_COMPARE(text(u"toPay"_s), u"CHF9.90"_s);
    QTRY_COMPARE(text(u"cashRounding"_s), u"−CHF0.02"_s);
    take(u"20"_s, Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QCOMPARE(text(u"doneChange"_s), u"CHF10.10"_s);
    QVERIFY(text(u"doneTenders"_s).endsWith(u"Rounding in cash −CHF0.02"_s));
}

void PayingTest::sumsAreWholeOnASmallScreen()
{
    m_window->resize(1024, 768);
    beginToPay(u"copper"_s);
    const auto *change = find<QLabel>(u"change"_s);
    const auto isWhole = [change] {
        return change->fontMetrics().horizontalAdvance(change->text()) <=
               change->contentsRect().width();
    };
    type(u"20"_s);
    QTRY_COMPARE(change->text(), u"£7.50"_s);
    QTRY_VERIFY(isWhole());
    const int large = change->font().pointSize();
    type(u"00"_s);
    QTRY_COMPARE(change->text(), u"£1,987.50"_s);
    QTRY_VERIFY(isWhole());
    QVERIFY(change->font().pointSize() < large);
}

} // namespace kontor

QTEST_MAIN(kontor::PayingTest)
#include "paying_test.moc"
