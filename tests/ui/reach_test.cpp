// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/scanner.h"
#include "tests/ui/walker.h"
#include "tests/ui/window_test.h"
#include "ui/first_run/first_run.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Every control of every page has a name and is reached by the keyboard alone; and the keys of a
//! page work wherever beside it the focus is.
class ReachTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theSellPage();
    void theListsBesideTheCart();
    void theCustomer();
    void theQuestionsOfTheCart_data();
    void theQuestionsOfTheCart();
    void priceCheckAndLabels();
    void thePaymentAtTheCounter();
    void thePaymentByAnUnknownCard();
    void thePaymentLater();
    void theReturnAndItsRefund();
    void theOrders();
    void theShift();
    void theSettings();
    void theFirstStart();
    void whatLiesAboveThePages();
    void theScannersMessage();
    void pageKeysWorkOnTheRail();
    void pageKeysWorkOnTheScannersMessage();

private:
    //! Digits and sums are typed, and what a toast offers is undone by its key.
    QString unreached()
    {
        return outOfReach(m_window.get(), {u"toastAction"_s, u"key"_s, u"quickCash"_s}).join(u'\n');
    }
    void nextCustomer();
    void go(Qt::Key page, const QString &sign);
    void focusOnRail();
};

#define EVERYTHING_IN_REACH() QCOMPARE(unreached(), QString())

void ReachTest::init()
{
    open();
    QTRY_COMPARE(rows(u"searchResults"_s), 4);
    QTRY_VERIFY(shown(u"category0"_s));
}

void ReachTest::cleanup()
{
    close();
    m_shop.reset();
}

void ReachTest::nextCustomer()
{
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
}

void ReachTest::go(Qt::Key page, const QString &sign)
{
    press(page, Qt::ControlModifier);
    QTRY_VERIFY(shown(sign));
}

void ReachTest::theSellPage()
{
    EVERYTHING_IN_REACH();
    putInCart(u"copper"_s);
    QTRY_VERIFY(shown(u"lineQuantity"_s));
    EVERYTHING_IN_REACH();
    press(Qt::Key_T, Qt::ControlModifier);
    EVERYTHING_IN_REACH();
}

void ReachTest::theListsBesideTheCart()
{
    putInCart(u"copper"_s);
    press(Qt::Key_F4);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    press(Qt::Key_F5);
    QTRY_COMPARE(rows(u"heldCarts"_s), 1);
    EVERYTHING_IN_REACH();
    press(Qt::Key_Escape);
    putInCart(u"copper"_s);
    beginToPay();
    press(Qt::Key_F10);
    nextCustomer();
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(u"receiptPrint"_s)->hasFocus());
    EVERYTHING_IN_REACH();
}

void ReachTest::theCustomer()
{
    m_shop->addCustomer(u"Ada Lovelace"_s, false);
    putInCart(u"copper"_s);
    press(Qt::Key_F3);
    type(u"ada"_s);
    QTRY_COMPARE(rows(u"customersFound"_s), 1);
    EVERYTHING_IN_REACH();
    press(Qt::Key_Escape);
    describeNewCustomer();
    EVERYTHING_IN_REACH();
}

void ReachTest::theQuestionsOfTheCart_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("withControl");
    QTest::newRow("hold") << int(Qt::Key_F4) << false;
    QTest::newRow("discount") << int(Qt::Key_F6) << false;
    QTest::newRow("price") << int(Qt::Key_P) << true;
    QTest::newRow("note") << int(Qt::Key_N) << true;
    QTest::newRow("not in the catalog") << int(Qt::Key_O) << true;
}

void ReachTest::theQuestionsOfTheCart()
{
    QFETCH(int, key);
    QFETCH(bool, withControl);
    putInCart(u"copper"_s);
    press(Qt::Key(key), withControl ? Qt::ControlModifier : Qt::NoModifier);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    EVERYTHING_IN_REACH();
}

void ReachTest::priceCheckAndLabels()
{
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"priceField"_s));
    type(m_shop->products[1].barcodes.first());
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"priceName"_s));
    EVERYTHING_IN_REACH();
    click(u"priceLabels"_s);
    QTRY_COMPARE(rows(u"labelLayouts"_s), 5);
    EVERYTHING_IN_REACH();
}

void ReachTest::thePaymentAtTheCounter()
{
    putInCart(u"copper"_s);
    beginToPay();
    EVERYTHING_IN_REACH();
    type(u"5"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£7.50"_s);
    QTRY_VERIFY(shown(u"tenderTakeBack0"_s) && shown(u"received"_s));
    EVERYTHING_IN_REACH();
    type(u"10"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(rows(u"doneStory"_s), 5);
    EVERYTHING_IN_REACH();
}

void ReachTest::thePaymentByAnUnknownCard()
{
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/v1/payment_intents","fault":"dropAfter"})");
    putInCart(u"copper"_s);
    beginToPay();
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"payReference"_s));
    QTRY_VERIFY(find<QWidget>(u"payAskAgain"_s)->isEnabled());
    EVERYTHING_IN_REACH();
}

void ReachTest::thePaymentLater()
{
    m_shop->addCustomer(u"Ada Lovelace"_s, false);
    putInCart(u"copper"_s);
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentPickup"_s)->isChecked());
    press(Qt::Key_F3);
    type(u"ada"_s);
    QTRY_COMPARE(rows(u"customersFound"_s), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"saveCard"_s));
    EVERYTHING_IN_REACH();
}

void ReachTest::theReturnAndItsRefund()
{
    press(Qt::Key_F8);
    QTRY_VERIFY(shown(u"returnReceipt"_s));
    EVERYTHING_IN_REACH();
    press(Qt::Key_Escape);
    putInCart(u"copper"_s);
    beginToPay();
    press(Qt::Key_F10);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    nextCustomer();
    press(Qt::Key_F8);
    type(u"1"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"returnLines"_s), 1);
    EVERYTHING_IN_REACH();
    find<QWidget>(u"returnLines"_s)->setFocus();
    type(u"1"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"payGiveBack"_s) && find<QWidget>(u"payGiveBack"_s)->hasFocus());
    EVERYTHING_IN_REACH();
}

void ReachTest::theOrders()
{
    go(Qt::Key_2, u"ordersList"_s);
    EVERYTHING_IN_REACH();
    go(Qt::Key_1, u"searchField"_s);
    putInCart(u"copper"_s);
    beginToPay();
    press(Qt::Key_F10);
    nextCustomer();
    go(Qt::Key_2, u"ordersList"_s);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    QTRY_VERIFY(rows(u"orderStory"_s) > 0 && shown(u"orderReturn"_s));
    EVERYTHING_IN_REACH();
}

void ReachTest::theShift()
{
    go(Qt::Key_3, u"floatAmount"_s);
    QTRY_VERIFY(find<QWidget>(u"floatAmount"_s)->hasFocus());
    EVERYTHING_IN_REACH();
    type(u"100"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"countShift"_s));
    EVERYTHING_IN_REACH();
    for (const Qt::Key move : {Qt::Key_F5, Qt::Key_F7}) {
        press(move);
        QTRY_VERIFY(shown(u"moveReason"_s));
        EVERYTHING_IN_REACH();
        press(Qt::Key_Escape);
    }
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"closeShift"_s));
    EVERYTHING_IN_REACH();
    find<QWidget>(u"differenceReason"_s)->setFocus();
    type(u"nothing was counted"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"zReports"_s), 1);
    EVERYTHING_IN_REACH();
}

void ReachTest::theSettings()
{
    go(Qt::Key_Comma, u"settingsPage"_s);
    for (auto *section : find<QWidget>(u"settingsPage"_s)->findChildren<QAbstractButton *>()) {
        if (!section->objectName().endsWith("SectionChoice"_L1))
            continue;
        section->click();
        EVERYTHING_IN_REACH();
    }
}

void ReachTest::theFirstStart()
{
    FirstRun first;
    first.show();
    QVERIFY(QTest::qWaitForWindowActive(&first));
    QCOMPARE(outOfReach(&first).join(u'\n'), QString());
    for (const QString &next : {u"nameNext"_s, u"taxNext"_s}) {
        first.findChild<QPushButton *>(next)->click();
        QCOMPARE(outOfReach(&first).join(u'\n'), QString());
    }
}

void ReachTest::whatLiesAboveThePages()
{
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"copper"_s);
    QTRY_COMPARE(cell(u"paletteFound"_s, 0, 0), u"Lantern, copper, large"_s);
    QCOMPARE(outOfReach(find<QWidget>(u"palette"_s), {u"paletteFound"_s}).join(u'\n'), QString());
    press(Qt::Key_Escape);
    press(Qt::Key_F1);
    QTRY_VERIFY(shown(u"keySheet"_s));
    QCOMPARE(outOfReach(find<QWidget>(u"keySheet"_s)).join(u'\n'), QString());
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"newKey"_s));
    QTRY_VERIFY(find<QWidget>(u"newKey"_s)->hasFocus());
    QCOMPARE(outOfReach(find<QWidget>(u"keySheet"_s)).join(u'\n'), QString());
}

void ReachTest::theScannersMessage()
{
    MadeUpKeys keys;
    keys.scan(m_window->windowHandle(), u"4006381333931"_s);
    QTRY_VERIFY(shown(u"scanAlertSeen"_s));
    EVERYTHING_IN_REACH();
}

void ReachTest::focusOnRail()
{
    QWidget *rail = find<QWidget>(u"rail0"_s)->parentWidget();
    for (int stops = 0; stops < 50 && !rail->isAncestorOf(QApplication::focusWidget()); ++stops)
        press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(rail->isAncestorOf(QApplication::focusWidget()));
}

void ReachTest::pageKeysWorkOnTheRail()
{
    putInCart(u"copper"_s);
    focusOnRail();
    press(Qt::Key_F4);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    press(Qt::Key_Escape);
    focusOnRail();
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    focusOnRail();
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    // The same key, on another page.
    go(Qt::Key_3, u"countShift"_s);
    focusOnRail();
    press(Qt::Key_F4);
    QTRY_VERIFY(shown(u"moveAmount"_s));
    go(Qt::Key_2, u"ordersList"_s);
    focusOnRail();
    press(Qt::Key_F2);
    QTRY_VERIFY(find<QWidget>(u"orderSearch"_s)->hasFocus());
    go(Qt::Key_1, u"doneReceipt"_s);
    focusOnRail();
    press(Qt::Key_F2);
    QTRY_VERIFY(find<QWidget>(u"searchField"_s)->hasFocus());
    QVERIFY(!shown(u"cartQuestion"_s));
}

void ReachTest::pageKeysWorkOnTheScannersMessage()
{
    putInCart(u"copper"_s);
    MadeUpKeys keys;
    keys.scan(m_window->windowHandle(), u"4006381333931"_s);
    QTRY_VERIFY(shown(u"scanAlertSeen"_s));
    find<QWidget>(u"scanAlertSeen"_s)->setFocus();
    press(Qt::Key_F4);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
}

} // namespace kontor

QTEST_MAIN(kontor::ReachTest)
#include "reach_test.moc"
