// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/call.h"
#include "tests/ui/window_test.h"

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
    const bool counter = fulfilment == Fulfilment::Counter;
    const ShopAccess access = m_shop->access();
    const Product &product = m_shop->products.first();
    ImportedSale sale;
    sale.order = OrderId::make(access.clock.now());
    sale.settings.currency = access.currency;
    sale.fulfilment = fulfilment;
    sale.tender = counter ? TenderKind::Cash : TenderKind::SavedCard;
    if (!counter) {
        sale.customer = m_shop->addCustomer(u"Ada Lovelace"_s, true);
        const auto places = m_shop->ask(access.account, &AccountService::addresses, sale.customer);
        KONTOR_CHECK(places && !places->isEmpty());
        sale.address = places->first().id;
    }
    CartLine line;
    line.line = 1;
    line.product = product.id;
    line.sku = product.sku;
    line.name = product.name;
    line.quantity = Quantity::pieces(2);
    line.unitPrice = product.price;
    line.taxRate = product.taxRate;
    line.weightGrams = product.weightGrams;
    line.returnedGross = line.returnedTax = Money{0, access.currency};
    sale.lines = {line};
    const auto receipt =
        m_shop->ask(access.cart, &CartService::bookImported, access.command(), sale);
    KONTOR_CHECK(bool(receipt));
    return *receipt;
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
    fill(u"receiptFilter"_s, first.number);
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
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Cancelled);
    QTRY_VERIFY(shown(u"orderCancelled"_s));
    QTRY_VERIFY(text(u"orderFacts"_s).contains(u"Cancelled: by staff"_s));
    QTRY_COMPARE(cell(u"orderStory"_s, rows(u"orderStory"_s) - 1, 1), u"Refund done"_s);
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
    click(u"orderRecall"_s);
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Cancelled);
    QTRY_VERIFY(shown(u"orderCancelled"_s));
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
