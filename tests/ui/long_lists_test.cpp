// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/orders_model.h"
#include "models/till_shift.h"
#include "tests/ui/window_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Lists that show a part of what there is say so, and what is in sight is up to date.
class LongListsTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup();
    void theCustomersSayThatThereAreMore();
    void theOrdersOfSomeOfTheCustomersSaySo();
    void anOrderFarDownIsKeptUpToDate();
    void theZReportsSayThatThereAreOlder();

private:
    void addSmiths(int count);
    //! So many, each after the one before.
    void sell(int count);
    //! A shift without a sale.
    void closeAShift();
    void goToShift();
};

void LongListsTest::cleanup()
{
    close();
    m_shop.reset();
}

void LongListsTest::addSmiths(int count)
{
    for (int i = 0; i < count; ++i)
        m_shop->addCustomer(u"Smith %1"_s.arg(i, 2, 10, QChar(u'0')), false);
}

void LongListsTest::sell(int count)
{
    QList<std::pair<Command, ImportedSale>> sales;
    for (int i = 0; i < count; ++i)
        sales.append({(*m_shop)->command(), m_shop->sale(1, Fulfilment::Counter)});
    KONTOR_CHECK(bool(m_shop->ask((*m_shop)->cart(), &CartService::bookAllImported, sales)));
}

void LongListsTest::theCustomersSayThatThereAreMore()
{
    addSmiths(AccountService::maxFound);
    press(Qt::Key_F3);
    type(u"smi"_s);
    QTRY_COMPARE(rows(u"customersFound"_s), 50);
    QVERIFY(!shown(u"customersMore"_s));
    addSmiths(1);
    type(u"t"_s);
    QTRY_VERIFY(shown(u"customersMore"_s));
    QCOMPARE(rows(u"customersFound"_s), 50);
    QCOMPARE(text(u"customersMore"_s),
             u"Only the first 50 are listed. Type more of the name to find the others."_s);
    type(u"h 4"_s);
    QTRY_COMPARE(rows(u"customersFound"_s), 10);
    QVERIFY(!shown(u"customersMore"_s));
}

void LongListsTest::theOrdersOfSomeOfTheCustomersSaySo()
{
    addSmiths(AccountService::maxFound + 1);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"ordersList"_s));
    type(u"smith"_s);
    QTRY_VERIFY(shown(u"ordersMessage"_s));
    QVERIFY2(text(u"ordersMessage"_s).contains(u"first 50"_s),
             qPrintable(text(u"ordersMessage"_s)));
    type(u" 4"_s);
    QTRY_VERIFY(!shown(u"ordersMessage"_s));
}

void LongListsTest::anOrderFarDownIsKeptUpToDate()
{
    const AccountId ada = m_shop->addCustomer(u"Ada Lovelace"_s, true);
    const Receipt pickup = m_shop->book(m_shop->saleTo(ada, 1, Fulfilment::Pickup));
    const auto state = [&] {
        const auto order =
            m_shop->ask((*m_shop)->order(), &OrderService::orderByReceipt, pickup.number);
        return order && order->has_value() ? (*order)->state : OrderState::Placed;
    };
    QTRY_COMPARE_WITH_TIMEOUT(state(), OrderState::Ready, 30'000);
    sell(OrdersModel::pageSize + 20);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"ordersList"_s));
    const int last = OrdersModel::pageSize + 20;
    auto *list = find<QAbstractItemView>(u"ordersList"_s);
    list->setFocus();
    const auto reachEnd = [&] {
        press(Qt::Key_End, Qt::ControlModifier);
        return rows(u"ordersList"_s) == last + 1 && list->currentIndex().row() == last;
    };
    QTRY_VERIFY_WITH_TIMEOUT(reachEnd(), 30'000);
    QCOMPARE(cell(u"ordersList"_s, last, 0), pickup.number);
    QCOMPARE(cell(u"ordersList"_s, last, 3), u"Ready"_s);
    QVERIFY(bool(m_shop->ask((*m_shop)->order(), &OrderService::handOver, (*m_shop)->command(),
                             pickup.order)));
    QTRY_COMPARE(cell(u"ordersList"_s, last, 3), u"Completed"_s);
    QCOMPARE(rows(u"ordersList"_s), last + 1);
    QCOMPARE(list->currentIndex().row(), last);
}

void LongListsTest::closeAShift()
{
    const Money none{0, Currency("GBP")};
    auto &till = (*m_shop)->cart();
    KONTOR_CHECK(bool(m_shop->ask(till, &CartService::openShift, (*m_shop)->command(), none)));
    ShiftCount count;
    count.amounts = {{TenderKind::Cash, none}};
    KONTOR_CHECK(bool(m_shop->ask(till, &CartService::closeShift, (*m_shop)->command(), count)));
}

void LongListsTest::goToShift()
{
    open();
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(rows(u"zReports"_s), TillShift::shownReports);
}

void LongListsTest::theZReportsSayThatThereAreOlder()
{
    close();
    for (int i = 0; i < TillShift::shownReports; ++i)
        closeAShift();
    goToShift();
    QVERIFY(!shown(u"zReportsOlder"_s));
    close();
    closeAShift();
    goToShift();
    QTRY_VERIFY(shown(u"zReportsOlder"_s));
    QVERIFY2(text(u"zReportsOlder"_s).contains(u"the newest 200"_s),
             qPrintable(text(u"zReportsOlder"_s)));
}

} // namespace kontor

QTEST_MAIN(kontor::LongListsTest)
#include "long_lists_test.moc"
