// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/goods_lines_model.h"
#include "services/core/call.h"
#include "tests/ui/window_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

class SellingTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aSaleIsSearchedScannedPaidInCashAndCompletes();
    void aCardIsPaidThroughTheSandbox();
    void scansAtMachineSpeedAllArrive();
    void aQuantityIsTypedOnItsLine();
    void aCommaMarksTheDecimalsInEveryEntry();
    void aPickupShowsItsCollectByDate();
    void theKeysOfTheTillWriteAsTheLocaleDoes();
    void aBarcodeThatNobodyKnowsIsSaidInPlace();
    void whatIsNoSumOfMoneyIsSaidInPlace();
    void aNewCustomerGetsADeliveryPaidByASavedCard();
    void aDeliveryWithoutAddressSaysWhatToDo();
    void theOpenCartIsThereAgainAfterARestart();
    void aCartIsHeldAndRecalled();
    void recallingPutsThePresentCartAside();
    void everyStepIsUndone();
    void discountsComeOffTheOrderAndTheLine();
    void aPriceANoteAndAnUnlistedItemAreAskedInPlace();

private:
    void scan(const QString &code);
    void addCandles(int pieces);
    //! A five-pound note is given.
    void payWithFive();
};

void SellingTest::init() { open(); }

void SellingTest::cleanup()
{
    close();
    m_shop.reset();
}

void SellingTest::scan(const QString &code)
{
    type(code);
    press(Qt::Key_Return);
}

void SellingTest::addCandles(int pieces)
{
    const int before = rows(u"cartLines"_s);
    type(u"%1*beeswax"_s.arg(pieces));
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), before + 1);
}

void SellingTest::payWithFive()
{
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"5"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
}

void SellingTest::aSaleIsSearchedScannedPaidInCashAndCompletes()
{
    type(u"copper"_s);
    QTRY_COMPARE(rows(u"searchResults"_s), 1);
    QTRY_COMPARE(cell(u"searchResults"_s, 0, 3), u"24"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    scan(m_shop->products[0].barcodes.first());
    QTRY_COMPARE(text(u"cartTotal"_s), u"£15.89"_s);
    QCOMPARE(text(u"cartTax"_s), u"£2.65"_s);

    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    QCOMPARE(text(u"toPay"_s), u"£15.89"_s);
    type(u"20"_s);
    QCOMPARE(text(u"change"_s), u"£4.11"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QCOMPARE(text(u"doneReceipt"_s), u"T1-000001"_s);
    QCOMPARE(text(u"doneChange"_s), u"£4.11"_s);
    QTRY_COMPARE(find<QLabel>(u"doneCompleted"_s)->property("role").toString(), u"stepDone"_s);
    QTRY_COMPARE(rows(u"doneStory"_s), 5);
    QCOMPARE(cell(u"doneStory"_s, 4, 1), u"Order completed"_s);

    const Order order = m_shop->newestOrder();
    QCOMPARE(order.state, OrderState::Completed);
    QCOMPARE(order.total.minor, 1589);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
}

void SellingTest::aCardIsPaidThroughTheSandbox()
{
    addCandles(3);
    click(u"payButton"_s);
    click(u"payCard"_s);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    const auto payment =
        m_shop->ask((*m_shop)->payment(), &PaymentService::payment, m_shop->newestOrder().id);
    QVERIFY(bool(payment));
    QCOMPARE(payment->tenders.first().kind, TenderKind::Card);
    QCOMPARE(payment->tenders.first().captured.minor, 360);
}

void SellingTest::scansAtMachineSpeedAllArrive()
{
    const QString lantern = m_shop->products[0].barcodes.first();
    const QString holder = m_shop->products[2].barcodes.first();
    for (int i = 0; i < 50; ++i) {
        scan(lantern);
        scan(holder);
    }
    QTRY_COMPARE(text(u"cartTotal"_s), u"£297.00"_s);
    QCOMPARE(cell(u"cartLines"_s, 0, 0), u"50"_s);
    QCOMPARE(cell(u"cartLines"_s, 1, 0), u"50"_s);
}

void SellingTest::aQuantityIsTypedOnItsLine()
{
    addCandles(1);
    find<QWidget>(u"cartLines"_s)->setFocus();
    type(u"1"_s);
    type(u"2"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(cell(u"cartLines"_s, 0, 0), u"12"_s);
    click(u"lineMore"_s);
    QTRY_COMPARE(cell(u"cartLines"_s, 0, 0), u"13"_s);
    click(u"lineLess"_s);
    QTRY_COMPARE(cell(u"cartLines"_s, 0, 0), u"12"_s);
    find<QWidget>(u"cartLines"_s)->setFocus();
    press(Qt::Key_Minus);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    QTRY_VERIFY(text(u"toastText"_s).contains(u"Beeswax"_s));
    click(u"toastAction"_s);
    QTRY_COMPARE(cell(u"cartLines"_s, 0, 0), u"12"_s);
    QVERIFY(!shown(u"toast"_s));
}

void SellingTest::aCommaMarksTheDecimalsInEveryEntry()
{
    type(u"1,5*beeswax"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    QCOMPARE(cell(u"cartLines"_s, 0, 0), u"1.500"_s);
    find<QWidget>(u"cartLines"_s)->setFocus();
    type(u"2"_s);
    type(u",5"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(cell(u"cartLines"_s, 0, 0), u"2.500"_s);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"3,50"_s);
    QCOMPARE(text(u"change"_s), u"£0.50"_s);
}

void SellingTest::aPickupShowsItsCollectByDate()
{
    addCandles(1);
    QVERIFY(!shown(u"cartCollectBy"_s));
    click(u"fulfilmentPickup"_s);
    QTRY_VERIFY(shown(u"cartCollectBy"_s));
    const auto carts = m_shop->ask((*m_shop)->cart(), &CartService::openCarts, u"T1"_s);
    QVERIFY(carts && carts->size() == 1);
    const auto cart = m_shop->ask((*m_shop)->cart(), &CartService::cart, carts->first());
    QVERIFY(cart && cart->has_value());
    const QDate day = (*cart)->collectBy.day();
    QCOMPARE(text(u"cartCollectBy"_s),
             u"Collect by %1"_s.arg(QLocale().toString(day, QLocale::ShortFormat)));
    click(u"fulfilmentDelivery"_s);
    QTRY_VERIFY(!shown(u"cartCollectBy"_s));
}

void SellingTest::theKeysOfTheTillWriteAsTheLocaleDoes()
{
    close();
    QLocale::setDefault(QLocale(u"de_DE"_s));
    m_window = std::make_unique<MainWindow>(m_shop->access(), WindowSettings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    addCandles(1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    click(u"quickCash0"_s);
    QCOMPARE(find<QLineEdit>(u"received"_s)->text(), u"1,20"_s);
    find<QLineEdit>(u"received"_s)->clear();
    for (const QString &key : {u"key2"_s, u"keyPoint"_s, u"key5"_s})
        click(key);
    QCOMPARE(find<QLineEdit>(u"received"_s)->text(), u"2,5"_s);
    QVERIFY(text(u"change"_s).startsWith(u"1,30"_s));
}

void SellingTest::aBarcodeThatNobodyKnowsIsSaidInPlace()
{
    scan(u"4006381333931"_s);
    QTRY_VERIFY(shown(u"searchMessage"_s));
    QVERIFY(text(u"searchMessage"_s).contains(u"4006381333931"_s));
    QCOMPARE(rows(u"cartLines"_s), 0);
}

void SellingTest::whatIsNoSumOfMoneyIsSaidInPlace()
{
    addCandles(1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"many"_s);
    press(Qt::Key_Return);
    QVERIFY(shown(u"payMessage"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"searchField"_s));
}

void SellingTest::aNewCustomerGetsADeliveryPaidByASavedCard()
{
    type(u"copper"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    describeNewCustomer();
    fill(u"customerCountry"_s, u"GB"_s);
    click(u"customerSave"_s);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentPickup"_s)->isChecked());
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentDelivery"_s)->isChecked());
    press(Qt::Key_F12);
    click(u"saveCard"_s);
    click(u"paySavedCard"_s);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Paid);
    QTRY_COMPARE(find<QLabel>(u"donePaid"_s)->property("role").toString(), u"stepDone"_s);
}

void SellingTest::aDeliveryWithoutAddressSaysWhatToDo()
{
    addCandles(1);
    const AccountId customer = AccountId::make(m_shop->access().clock.now());
    QVERIFY(bool(m_shop->ask((*m_shop)->account(), &AccountService::create, (*m_shop)->command(),
                             customer, AccountDetails{u"Bob"_s, u"bob@example.org"_s, {}, {}})));
    press(Qt::Key_F3);
    fill(u"customerSearch"_s, u"bob"_s);
    QTRY_COMPARE(rows(u"customersFound"_s), 1);
    QTest::keyClick(find<QLineEdit>(u"customerSearch"_s), Qt::Key_Return);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Bob"_s);
    click(u"fulfilmentDelivery"_s);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentDelivery"_s)->isChecked());
    // Before anything is taken.
    press(Qt::Key_F12);
    QTRY_VERIFY(text(u"cartMessage"_s).contains(u"address"_s));
    QVERIFY(shown(u"searchField"_s));
    QTRY_VERIFY(find<QPushButton>(u"customerButton"_s)->isEnabled());
}

void SellingTest::theOpenCartIsThereAgainAfterARestart()
{
    addCandles(4);
    close();
    m_shop->reopen();
    open();
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    QCOMPARE(cell(u"cartLines"_s, 0, 0), u"4"_s);
}

void SellingTest::aCartIsHeldAndRecalled()
{
    QVERIFY(!shown(u"heldButton"_s));
    addCandles(2);
    press(Qt::Key_F4);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    QVERIFY(find<QLineEdit>(u"cartQuestion"_s)->text().contains(u"£2.40"_s));
    type(u"the lady in red"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    QTRY_VERIFY(shown(u"heldButton"_s));
    QVERIFY(!shown(u"cartQuestion"_s));
    // The next customer is served at once.
    scan(m_shop->products[0].barcodes.first());
    QTRY_COMPARE(text(u"cartTotal"_s), u"£3.39"_s);
    payWithFive();
    press(Qt::Key_Return);

    // It waits through a restart.
    close();
    m_shop->reopen();
    open();
    QTRY_VERIFY(shown(u"heldButton"_s));
    press(Qt::Key_F5);
    QTRY_COMPARE(rows(u"heldCarts"_s), 1);
    QCOMPARE(cell(u"heldCarts"_s, 0, 0), u"the lady in red"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£2.40"_s);
    QTRY_VERIFY(!shown(u"heldButton"_s));
}

void SellingTest::recallingPutsThePresentCartAside()
{
    addCandles(1);
    press(Qt::Key_F4);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    addCandles(3);
    press(Qt::Key_F4);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!shown(u"cartQuestion"_s));
    QCOMPARE(text(u"cartTotal"_s), u"£3.60"_s);
    press(Qt::Key_F5);
    QTRY_COMPARE(rows(u"heldCarts"_s), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£1.20"_s);
    press(Qt::Key_F5);
    QTRY_VERIFY(cell(u"heldCarts"_s, 0, 0).contains(u"£3.60"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"cartLines"_s));
    QCOMPARE(text(u"cartTotal"_s), u"£1.20"_s);
}

void SellingTest::everyStepIsUndone()
{
    addCandles(2);
    type(u"beeswax"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£3.60"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£2.40"_s);
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentPickup"_s)->isChecked());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentCounter"_s)->isChecked());
    // What is being typed is undone first.
    type(u"lan"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(find<QLineEdit>(u"searchField"_s)->text().isEmpty());
    QCOMPARE(text(u"cartTotal"_s), u"£2.40"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"cartMessage"_s));
}

void SellingTest::discountsComeOffTheOrderAndTheLine()
{
    addCandles(5);
    scan(m_shop->products[0].barcodes.first());
    QTRY_COMPARE(text(u"cartTotal"_s), u"£9.39"_s);
    press(Qt::Key_F6);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    type(u"ten"_s);
    press(Qt::Key_Return);
    QVERIFY(shown(u"cartMessage"_s) && shown(u"cartQuestion"_s));
    // More than all costs is a slip, not a gift.
    find<QLineEdit>(u"cartQuestion"_s)->selectAll();
    type(u"9.40"_s);
    press(Qt::Key_Return);
    QVERIFY(shown(u"cartMessage"_s) && shown(u"cartQuestion"_s));
    find<QLineEdit>(u"cartQuestion"_s)->selectAll();
    type(u"10 %"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£8.45"_s);
    QVERIFY(!shown(u"cartMessage"_s));
    QVERIFY(text(u"cartTax"_s).startsWith(u"£9.39\n−£0.94\n"_s));
    // Of the lantern, which was added last, a pound first.
    press(Qt::Key_F6);
    QTRY_COMPARE(find<QLineEdit>(u"cartQuestion"_s)->text(), u"10 %"_s);
    press(Qt::Key_F6);
    QTRY_VERIFY(find<QLineEdit>(u"cartQuestion"_s)->text().isEmpty());
    type(u"1,00"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£7.55"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£8.45"_s);
    press(Qt::Key_F6);
    find<QLineEdit>(u"cartQuestion"_s)->clear();
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£9.39"_s);
}

void SellingTest::aPriceANoteAndAnUnlistedItemAreAskedInPlace()
{
    addCandles(2);
    press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    type(u"1000000000000000"_s);
    press(Qt::Key_Return);
    QVERIFY(shown(u"cartMessage"_s));
    find<QLineEdit>(u"cartQuestion"_s)->selectAll();
    type(u"0,995"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£1.99"_s);

    press(Qt::Key_N, Qt::ControlModifier);
    type(u"ring twice"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartNote"_s), u"ring twice"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(find<QLineEdit>(u"cartQuestion"_s)->text(), u"ring twice"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"gift"_s);
    press(Qt::Key_Return);
    const auto detail = [this] {
        const auto *model = find<QAbstractItemView>(u"cartLines"_s)->model();
        return model->index(0, GoodsLinesModel::NameColumn)
            .data(GoodsLinesModel::DetailRole)
            .toString();
    };
    QTRY_VERIFY(detail().endsWith(u" · gift"_s));

    press(Qt::Key_O, Qt::ControlModifier);
    press(Qt::Key_Return);
    QVERIFY(shown(u"cartMessage"_s));
    type(u"Odd cup"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QLineEdit>(u"cartQuestion"_s)->text().isEmpty() && shown(u"cartQuestion"_s));
    type(u"3"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    QCOMPARE(text(u"cartTotal"_s), u"£4.99"_s);
    QVERIFY(!shown(u"cartQuestion"_s));

    payWithFive();
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
}

} // namespace kontor

QTEST_MAIN(kontor::SellingTest)
#include "selling_test.moc"
