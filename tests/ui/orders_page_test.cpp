// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/call.h"
#include "tests/ui/window_test.h"

#include <QClipboard>

namespace kontor {

using namespace Qt::StringLiterals;

class OrdersPageTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theStoryOfTheSelectedOrderIsTold();
    void aReceiptNumberFindsItsOrder();
    void aCounterOrderCannotBeCancelledHere();
    void aPickupIsHandedOver();
    void aPickupIsCancelledAndItsStorySaysWhy();
    void aParcelIsHandedOverWhenItHasItsLabel();
    void aParcelIsKeptHere();
    void whatAnOrderWaitsForIsSaid();
    void theReceiptNumberIsCopied();
    void aMailIsSentAgainAsTheSameMessage();
    void troubleIsShownUntilItIsOver();
    void aWindowThatCommandsDoNotReachSaysSo();

private:
    Receipt sell(Fulfilment fulfilment);
};

void OrdersPageTest::init()
{
    open();
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"ordersList"_s));
}

void OrdersPageTest::cleanup()
{
    close();
    m_shop.reset();
}

Receipt OrdersPageTest::sell(Fulfilment fulfilment)
{
    if (fulfilment != Fulfilment::Counter)
        return m_shop->book(
            m_shop->saleTo(m_shop->addCustomer(u"Ada Lovelace"_s, true), 2, fulfilment));
    ImportedSale sale = m_shop->sale(2, fulfilment);
    sale.tender = TenderKind::Cash;
    return m_shop->book(sale);
}

void OrdersPageTest::theStoryOfTheSelectedOrderIsTold()
{
    const Receipt receipt = sell(Fulfilment::Counter);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    QTRY_COMPARE(text(u"orderReceipt"_s), receipt.number);
    QTRY_COMPARE(rows(u"orderStory"_s), 5);
    QCOMPARE(cell(u"orderStory"_s, 0, 1), u"Ordered at the till"_s);
    QCOMPARE(text(u"orderTotal"_s), u"£6.78"_s);
    QTRY_COMPARE(cell(u"orderLines"_s, 0, 1), u"Lantern, white metal"_s);
    QTRY_COMPARE(cell(u"ordersList"_s, 0, 3), u"Completed"_s);
}

void OrdersPageTest::aReceiptNumberFindsItsOrder()
{
    const Receipt first = sell(Fulfilment::Counter);
    sell(Fulfilment::Counter);
    QTRY_COMPARE(rows(u"ordersList"_s), 2);
    fill(u"orderSearch"_s, first.number);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    QTRY_COMPARE(text(u"orderReceipt"_s), first.number);
    press(Qt::Key_Escape);
    QTRY_COMPARE(rows(u"ordersList"_s), 2);
    QTRY_COMPARE(text(u"orderReceipt"_s), first.number);
}

void OrdersPageTest::aCounterOrderCannotBeCancelledHere()
{
    sell(Fulfilment::Counter);
    QTRY_VERIFY(shown(u"orderReceipt"_s));
    QVERIFY(!shown(u"orderCancel"_s));
    QVERIFY(!shown(u"orderHandOver"_s));
}

void OrdersPageTest::aPickupIsHandedOver()
{
    sell(Fulfilment::Pickup);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Ready);
    click(u"orderHandOver"_s);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QTRY_COMPARE(find<QLabel>(u"orderCompleted"_s)->property("role").toString(), u"stepDone"_s);
    QTRY_VERIFY(!shown(u"orderHandOver"_s));
}

void OrdersPageTest::aPickupIsCancelledAndItsStorySaysWhy()
{
    sell(Fulfilment::Pickup);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Ready);
    click(u"orderCancel"_s);
    QVERIFY(text(u"orderSureText"_s).contains(u"goes back"_s));
    press(Qt::Key_Escape);
    QVERIFY(!shown(u"orderSureYes"_s));
    QCOMPARE(m_shop->newestOrder().state, OrderState::Ready);
    click(u"orderCancel"_s);
    click(u"orderSureYes"_s);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Cancelled);
    QTRY_VERIFY(shown(u"orderCancelled"_s));
    QTRY_VERIFY(text(u"orderFacts"_s).contains(u"Cancelled: by staff"_s));
    QTRY_COMPARE(cell(u"orderStory"_s, rows(u"orderStory"_s) - 1, 1),
                 u"Refund done: £6.78 went back"_s);
}

void OrdersPageTest::aParcelIsHandedOverWhenItHasItsLabel()
{
    sell(Fulfilment::Delivery);
    click(u"orderHandOver"_s);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QTRY_VERIFY(text(u"orderParcelText"_s).contains(u"on its way"_s));
    QTRY_VERIFY(cell(u"orderStory"_s, rows(u"orderStory"_s) - 1, 1).contains(u"completed"_s));
}

void OrdersPageTest::aParcelIsKeptHere()
{
    sell(Fulfilment::Delivery);
    QTRY_VERIFY(shown(u"orderHandOver"_s));
    click(u"orderCancel"_s);
    QVERIFY(text(u"orderSureText"_s).contains(u"label is given back"_s));
    click(u"orderSureYes"_s);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Cancelled);
    QTRY_VERIFY(shown(u"orderCancelled"_s));
}

void OrdersPageTest::whatAnOrderWaitsForIsSaid()
{
    sell(Fulfilment::Delivery);
    QTRY_COMPARE(text(u"orderWaiting"_s), u"Waits to be handed to the carrier."_s);
    click(u"orderHandOver"_s);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QTRY_VERIFY(!shown(u"orderWaiting"_s));
}

void OrdersPageTest::theReceiptNumberIsCopied()
{
    const Receipt receipt = sell(Fulfilment::Counter);
    QTRY_COMPARE(text(u"orderReceipt"_s), receipt.number);
    QGuiApplication::clipboard()->clear();
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), receipt.number);
    QVERIFY(text(u"orderMessage"_s).contains(receipt.number));
}

void OrdersPageTest::aMailIsSentAgainAsTheSameMessage()
{
    sell(Fulfilment::Pickup);
    QTRY_COMPARE(text(u"orderReceipt"_s), m_shop->newestOrder().receipt);
    click(u"orderPastMails"_s);
    QTRY_COMPARE(rows(u"orderMails"_s), 2);
    QCOMPARE(cell(u"orderMails"_s, 0, 1), u"Order confirmed"_s);
    QCOMPARE(cell(u"orderMails"_s, 1, 1), u"Ready to be collected"_s);
    QTRY_COMPARE(cell(u"orderMails"_s, 1, 2), u"sent"_s);
    const auto mails = [this] {
        return *m_shop->ask((*m_shop)->notification(), &NotificationService::about,
                            m_shop->newestOrder().id);
    };
    const QList<QueuedMail> before = mails();
    click(u"orderMailSend"_s);
    QTRY_COMPARE(mails().last().retries, 1);
    QTRY_COMPARE(mails().last().state, MailState::Sent);
    QTRY_COMPARE(cell(u"orderMails"_s, 1, 2), u"sent"_s);
    QCOMPARE(mails().size(), before.size());
    QCOMPARE(mails().last().messageId, before.last().messageId);
}

void OrdersPageTest::troubleIsShownUntilItIsOver()
{
    m_window->showTrouble(u"payment"_s, u"no answer <b>at all</b>"_s);
    QVERIFY(text(u"statusHealth"_s).contains(u"Payment: in trouble"_s));
    m_window->showRecovered(u"payment"_s);
    QCOMPARE(text(u"statusHealth"_s), u"● All is well"_s);
}

void OrdersPageTest::aWindowThatCommandsDoNotReachSaysSo()
{
    QVERIFY(!shown(u"statusNotice"_s));
    m_window->showNotice(u"No door"_s, u"the socket <b>is not</b> there"_s);
    QVERIFY(shown(u"statusNotice"_s));
    QVERIFY(!find<QLabel>(u"statusNotice"_s)->toolTip().contains(u'<'));
}

} // namespace kontor

QTEST_MAIN(kontor::OrdersPageTest)
#include "orders_page_test.moc"
