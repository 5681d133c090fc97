// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/order/order_list_store.h"
#include "tests/order/order_bench.h"

#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! Which orders a list shows, in which order, and page by page.
class OrderListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theNewestComeFirst();
    void eachWishFindsItsOwn_data();
    void eachWishFindsItsOwn();
    void customersOrAReceiptAreFoundOnce();
    void pagesGoOnWhereTheLastOneEnded_data();
    void pagesGoOnWhereTheLastOneEnded();
    void wildcardsAreLetters();
    void theTillsAreThoseThatSold();

private:
    ShoppingCartOrdered place(Fulfilment fulfilment, qint64 gross, const QString &till,
                              const QByteArray &customer);
    QString page(const OrderWish &wish, int limit = 100, const std::optional<Order> &after = {});

    std::unique_ptr<OrderBench> m_bench;
    QList<OrderId> m_orders;
};

void OrderListTest::init()
{
    m_bench = std::make_unique<OrderBench>();
    m_orders.clear();
    const auto paid = [](const ShoppingCartOrdered &order) { return OrderBench::paid(order); };
    const auto first = place(Fulfilment::Counter, 500, u"T1"_s, "anna");
    const auto second = place(Fulfilment::Pickup, 900, u"T1"_s, "bert");
    const auto third = place(Fulfilment::Delivery, 100, u"T2"_s, "anna");
    place(Fulfilment::Pickup, 700, u"T2"_s, "cleo");
    m_bench->handle(paid(first), paid(second));
    QVERIFY(bool(m_bench->service->cancel(m_bench->command(), third.order, CancelReason::ByStaff)));
}

void OrderListTest::cleanup() { m_bench.reset(); }

ShoppingCartOrdered OrderListTest::place(Fulfilment fulfilment, qint64 gross, const QString &till,
                                         const QByteArray &customer)
{
    m_bench->clock.advance(1000);
    auto order = m_bench->ordered(fulfilment, {m_bench->line(1, 1, gross, 0)});
    order.till = till;
    order.receipt.replace(u"T1"_s, till);
    order.customer = AccountId::named({1}, customer);
    m_bench->handle(order);
    m_orders.append(order.order);
    return order;
}

//! The orders by the places in which they were placed: "4 3 2 1".
QString OrderListTest::page(const OrderWish &wish, int limit, const std::optional<Order> &after)
{
    const auto listed = OrderListStore(m_bench->store()).page(wish, after, limit);
    if (!listed)
        return listed.error().text();
    QStringList places;
    for (const Order &order : *listed)
        places.append(QString::number(m_orders.indexOf(order.id) + 1));
    return places.join(u' ');
}

void OrderListTest::theNewestComeFirst() { QCOMPARE(page({}), u"4 3 2 1"_s); }

void OrderListTest::eachWishFindsItsOwn_data()
{
    QTest::addColumn<OrderWish>("wish");
    QTest::addColumn<QString>("found");
    using Sort = OrderWish::Sort;
    using States = OrderWish::States;
    const Timestamp second{OrderBench::start + 2000};
    const Timestamp third{OrderBench::start + 3000};
    const AccountId anna = AccountId::named({1}, "anna");
    QTest::newRow("open") << OrderWish{.states = States::Open} << u"4 2"_s;
    QTest::newRow("completed") << OrderWish{.states = States::Completed} << u"1"_s;
    QTest::newRow("cancelled") << OrderWish{.states = States::Cancelled} << u"3"_s;
    QTest::newRow("pickups") << OrderWish{.fulfilment = Fulfilment::Pickup} << u"4 2"_s;
    QTest::newRow("counter") << OrderWish{.fulfilment = Fulfilment::Counter} << u"1"_s;
    QTest::newRow("from on") << OrderWish{.from = third} << u"4 3"_s;
    QTest::newRow("before") << OrderWish{.until = third} << u"2 1"_s;
    QTest::newRow("within") << OrderWish{.from = second, .until = third} << u"2"_s;
    QTest::newRow("till") << OrderWish{.till = u"T2"_s} << u"4 3"_s;
    QTest::newRow("customer") << OrderWish{.customer = anna} << u"3 1"_s;
    QTest::newRow("customer and state")
        << OrderWish{.states = States::Cancelled, .customer = anna} << u"3"_s;
    QTest::newRow("customer and receipt")
        << OrderWish{.customer = anna, .receipt = u"0001"_s} << u"1"_s;
    QTest::newRow("beginning of a receipt") << OrderWish{.receipt = u"T2-"_s} << u"4 3"_s;
    QTest::newRow("end of a receipt") << OrderWish{.receipt = u"02"_s} << u"2"_s;
    QTest::newRow("a receipt in small letters") << OrderWish{.receipt = u"t1-000001"_s} << u"1"_s;
    QTest::newRow("the oldest first") << OrderWish{.ascending = true} << u"1 2 3 4"_s;
    QTest::newRow("the dearest first") << OrderWish{.sort = Sort::Total} << u"2 4 1 3"_s;
    QTest::newRow("the cheapest first")
        << OrderWish{.sort = Sort::Total, .ascending = true} << u"3 1 4 2"_s;
}

void OrderListTest::eachWishFindsItsOwn()
{
    QFETCH(OrderWish, wish);
    QTEST(page(wish), "found");
}

void OrderListTest::customersOrAReceiptAreFoundOnce()
{
    const AccountId anna = AccountId::named({1}, "anna");
    const AccountId cleo = AccountId::named({1}, "cleo");
    QCOMPARE(page({.orCustomers = {anna, cleo}}), u"4 3 1"_s);
    QCOMPARE(page({.receipt = u"T1"_s, .orCustomers = {anna}}), u"3 2 1"_s);
    QCOMPARE(page({.receipt = u"T1"_s, .orCustomers = {anna}}, 2), u"3 2"_s);
    QCOMPARE(page({.states = OrderWish::States::Open, .orCustomers = {anna, cleo}}), u"4"_s);
    QCOMPARE(page({.orCustomers = {cleo, anna}, .sort = OrderWish::Sort::Total}), u"4 1 3"_s);
}

void OrderListTest::pagesGoOnWhereTheLastOneEnded_data()
{
    QTest::addColumn<OrderWish>("wish");
    QTest::addColumn<QString>("all");
    const AccountId anna = AccountId::named({1}, "anna");
    QTest::newRow("by time") << OrderWish{} << u"4 3 2 1"_s;
    QTest::newRow("from the oldest on") << OrderWish{.ascending = true} << u"1 2 3 4"_s;
    QTest::newRow("by total") << OrderWish{.sort = OrderWish::Sort::Total} << u"2 4 1 3"_s;
    QTest::newRow("of customers or a receipt")
        << OrderWish{.receipt = u"T1"_s, .orCustomers = {anna}} << u"3 2 1"_s;
}

void OrderListTest::pagesGoOnWhereTheLastOneEnded()
{
    QFETCH(OrderWish, wish);
    QFETCH(QString, all);
    std::optional<Order> last;
    QStringList places;
    for (qsizetype i = 0; i < m_orders.size(); ++i) {
        const auto one = OrderListStore(m_bench->store()).page(wish, last, 1);
        QVERIFY(bool(one));
        if (one->isEmpty())
            break;
        last = one->first();
        places.append(QString::number(m_orders.indexOf(last->id) + 1));
    }
    QCOMPARE(places.join(u' '), all);
}

void OrderListTest::wildcardsAreLetters()
{
    QCOMPARE(page({.receipt = u"%"_s}), QString());
    QCOMPARE(page({.receipt = u"T_"_s}), QString());
    QCOMPARE(page({.receipt = u"!"_s}), QString());
}

void OrderListTest::theTillsAreThoseThatSold()
{
    const auto tills = OrderListStore(m_bench->store()).tills();
    QVERIFY(bool(tills));
    QCOMPARE(*tills, (QStringList{u"T1"_s, u"T2"_s}));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderListTest)
#include "order_list_test.moc"
