// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/scanner.h"
#include "tests/ui/window_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Whole pieces of a day's work from the first key to the last, without touching the mouse.
class DayTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aCounterSale();
    void aPhoneOrderPaidByCard();
    void aPhoneOrderOfAKnownCustomerPaidByALink();

private:
    void scan(const QString &code) { m_keys.scan(m_window->windowHandle(), code); }
    void go(Qt::Key page, const QString &sign);
    //! As often as it takes.
    void tabTo(const QString &control);
    void openTheShift(const QString &floatAmount);
    void makeItADelivery();
    //! Into the fields of a new customer, from one to the next.
    void describe(const QStringList &answers);
    bool isStepDone(const QString &step)
    {
        return find<QLabel>(step)->property("role") == u"stepDone"_s;
    }
    QString reported(const QString &line);
    void handOverTheParcel();

    MadeUpKeys m_keys;
};

void DayTest::init()
{
    open();
    QTRY_COMPARE(rows(u"searchResults"_s), 4);
}

void DayTest::cleanup()
{
    close();
    m_shop.reset();
}

void DayTest::go(Qt::Key page, const QString &sign)
{
    press(page, Qt::ControlModifier);
    QTRY_VERIFY(shown(sign));
}

void DayTest::tabTo(const QString &control)
{
    constexpr int most = 60;
    for (int stop = 0; stop < most && !find<QWidget>(control)->hasFocus(); ++stop)
        press(Qt::Key_Tab);
    QVERIFY2(find<QWidget>(control)->hasFocus(), qPrintable(control));
}

void DayTest::openTheShift(const QString &floatAmount)
{
    go(Qt::Key_3, u"floatAmount"_s);
    QTRY_VERIFY(find<QWidget>(u"floatAmount"_s)->hasFocus());
    type(floatAmount);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"countShift"_s));
    go(Qt::Key_1, u"searchField"_s);
}

void DayTest::makeItADelivery()
{
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentPickup"_s)->isChecked());
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentDelivery"_s)->isChecked());
}

void DayTest::describe(const QStringList &answers)
{
    const QStringList fields{u"customerName"_s,   u"customerMail"_s, u"customerPhone"_s,
                             u"customerStreet"_s, u"customerZip"_s,  u"customerCity"_s,
                             u"customerCountry"_s};
    QTRY_VERIFY(find<QWidget>(fields.first())->hasFocus());
    for (qsizetype i = 0; i < fields.size(); ++i) {
        tabTo(fields[i]);
        press(Qt::Key_A, Qt::ControlModifier);
        type(answers[i]);
    }
}

QString DayTest::reported(const QString &line)
{
    for (int row = 0; row < rows(u"shiftReport"_s); ++row) {
        if (cell(u"shiftReport"_s, row, 0) == line)
            return cell(u"shiftReport"_s, row, 1);
    }
    return {};
}

void DayTest::handOverTheParcel()
{
    go(Qt::Key_2, u"ordersList"_s);
    QTRY_VERIFY(shown(u"orderHandOver"_s));
    tabTo(u"orderHandOver"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
}

void DayTest::aCounterSale()
{
    openTheShift(u"100"_s);

    // A lantern over the scanner, two candles by their name, one of them too many.
    scan(m_shop->products[0].barcodes.first());
    QTRY_COMPARE(text(u"cartTotal"_s), u"£3.39"_s);
    type(u"3*beesw"_s);
    QTRY_COMPARE(rows(u"searchResults"_s), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£6.99"_s);
    tabTo(u"cartLines"_s);
    type(u"2"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£5.79"_s);

    // Ten percent off, as the customer has a voucher; which is for lanterns only, so not.
    press(Qt::Key_F6);
    type(u"10 %"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£5.21"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£5.79"_s);

    // Paid with a note of ten.
    press(Qt::Key_F12);
    QTRY_COMPARE(text(u"toPay"_s), u"£5.79"_s);
    type(u"10"_s);
    QCOMPARE(text(u"change"_s), u"£4.21"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"doneReceipt"_s), u"T1-000001"_s);
    QCOMPARE(text(u"doneChange"_s), u"£4.21"_s);
    QTRY_VERIFY(isStepDone(u"doneCompleted"_s));
    const Order order = m_shop->newestOrder();
    QCOMPARE(order.state, OrderState::Completed);
    QCOMPARE(order.total.minor, 579);

    // The next one, please; and the drawer knows.
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QWidget>(u"searchField"_s)->hasFocus());
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    go(Qt::Key_3, u"countShift"_s);
    QTRY_COMPARE(reported(u"Sales: 1"_s), u"£5.79"_s);
    QCOMPARE(reported(u"Cash"_s), u"£5.79"_s);
}

void DayTest::aPhoneOrderPaidByCard()
{
    // Whoever calls is not known yet.
    press(Qt::Key_F3);
    type(u"Ada Lovelace"_s);
    QTRY_COMPARE(rows(u"customersFound"_s), 0);
    tabTo(u"newCustomer"_s);
    press(Qt::Key_Return);
    describe({u"Ada Lovelace"_s, u"ada@example.org"_s, u"+44 20 7946 0958"_s, u"2 Side Street"_s,
              u"N1 9GU"_s, u"London"_s, u"GB"_s});
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
    const auto called = m_shop->ask((*m_shop)->account(), &AccountService::find, u"+44 207946"_s);
    QVERIFY(called && called->accounts.size() == 1);

    type(u"2*copper"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    makeItADelivery();
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Ring twice"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartNote"_s), u"Ring twice"_s);

    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"saveCard"_s));
    tabTo(u"saveCard"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(find<QPushButton>(u"paySavedCard"_s)->isEnabled());
    tabTo(u"paySavedCard"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_VERIFY(isStepDone(u"donePaid"_s));
    QTRY_VERIFY(shown(u"doneParcel"_s));
    QTRY_COMPARE(m_shop->sandbox().ledger(u"label.purchased"_s).size(), 1);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.captured"_s).size(), 1);
    const Order order = m_shop->newestOrder();
    QCOMPARE(order.state, OrderState::Paid);
    QCOMPARE(order.fulfilment, Fulfilment::Delivery);
    QVERIFY(!order.customer.isNull());

    press(Qt::Key_Return);
    QTRY_VERIFY(find<QWidget>(u"searchField"_s)->hasFocus());
    handOverTheParcel();
}

void DayTest::aPhoneOrderOfAKnownCustomerPaidByALink()
{
    const AccountId ada = m_shop->addCustomer(u"Ada Lovelace"_s, false);
    type(u"copper"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F3);
    type(u"love"_s);
    QTRY_COMPARE(rows(u"customersFound"_s), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
    makeItADelivery();

    press(Qt::Key_F12);
    QTRY_VERIFY(find<QWidget>(u"payLink"_s)->hasFocus());
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QVERIFY(text(u"doneTitle"_s).contains(u"to be paid"_s));
    QTRY_COMPARE(m_shop->sandbox().ledger(u"checkout.created"_s).size(), 1);
    QCOMPARE(m_shop->newestOrder().state, OrderState::Placed);
    QCOMPARE(m_shop->newestOrder().customer, ada);
    QVERIFY(m_shop->sandbox().ledger(u"label.purchased"_s).isEmpty());

    // Ada opens her mail and pays, while the next call comes in.
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QWidget>(u"searchField"_s)->hasFocus());
    const auto link = m_shop->sandbox().ledger(u"checkout.created"_s).first();
    m_shop->sandbox().control(u"/_sandbox/pay/"_s + link[u"id"].toString());
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->newestOrder().state, OrderState::Paid, 60'000);
    QTRY_COMPARE(m_shop->sandbox().ledger(u"label.purchased"_s).size(), 1);
    handOverTheParcel();
}

} // namespace kontor

QTEST_MAIN(kontor::DayTest)
#include "day_test.moc"
