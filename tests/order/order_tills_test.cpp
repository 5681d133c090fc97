// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/order/order_bench.h"

#include <barrier>
#include <thread>

namespace kontor {

//! Two applications on one server that want the same order; needs KONTOR_POSTGRES_URL.
class OrderTillsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theLastPieceComesBackOnce();
    void aPickupIsCancelledOrHandedOverNotBoth();
};

namespace {

constexpr int rounds = 60;

//! Gives its command again while somebody else holds what it needs.
template <class Act>
auto insisting(Act act)
{
    auto answer = act();
    for (int tries = 0; tries < 20 && !answer && isPassing(answer.error()); ++tries)
        answer = act();
    return answer;
}

//! Does the same to each order at two tills at the same moment; answers which of both succeeded.
template <class Mine, class Theirs>
QList<std::pair<bool, bool>> race(OrderBench &bench, const QList<OrderId> &orders, Mine mine,
                                  Theirs theirs)
{
    QList<std::pair<bool, bool>> won(orders.size());
    std::barrier start(2);
    std::jthread other([&] {
        auto store = Store::open(bench.topic->url(), QStringLiteral("order"), Store::Access::Write);
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
        OrderTopic topic(**store, QStringLiteral("order"));
        OrderService service(**store, topic, bench.clock, bench.rights());
        for (qsizetype i = 0; i < orders.size(); ++i) {
            start.arrive_and_wait();
            won[i].second = bool(insisting([&] { return theirs(service, orders[i]); }));
        }
    });
    for (qsizetype i = 0; i < orders.size(); ++i) {
        start.arrive_and_wait();
        won[i].first = bool(insisting([&] { return mine(*bench.service, orders[i]); }));
    }
    other.join();
    return won;
}

} // namespace

void OrderTillsTest::init()
{
    if (qEnvironmentVariableIsEmpty("KONTOR_POSTGRES_URL"))
        QSKIP("KONTOR_POSTGRES_URL names no server");
}

void OrderTillsTest::theLastPieceComesBackOnce()
{
    OrderBench bench;
    QList<OrderId> sales;
    for (int i = 0; i < rounds; ++i)
        sales.append(bench.sold(1, 1200, 200));
    const auto hold = [&](OrderService &service, OrderId sale) {
        const Timestamp now = bench.clock.now();
        return service.holdReturn(bench.command(), {ReturnHoldId::make(now), sale, 1,
                                                    Quantity::pieces(1), OrderId::make(now)});
    };
    for (const auto &[mine, theirs] : race(bench, sales, hold, hold))
        QVERIFY2(mine != theirs, mine ? "it came back twice" : "it did not come back");
}

void OrderTillsTest::aPickupIsCancelledOrHandedOverNotBoth()
{
    OrderBench bench;
    QList<OrderId> pickups;
    for (int i = 0; i < rounds; ++i) {
        const auto pickup = bench.ordered(Fulfilment::Pickup, {bench.line(1, 1, 1200, 200)});
        bench.handle(pickup, OrderBench::paid(pickup));
        QCOMPARE(bench.order(pickup.order).state, OrderState::Ready);
        pickups.append(pickup.order);
    }
    bench.news();
    const auto won = race(
        bench, pickups,
        [&](OrderService &service, OrderId order) {
            return service.handOver(bench.command(), order);
        },
        [&](OrderService &service, OrderId order) {
            return service.cancel(bench.command(), order, CancelReason::ByStaff);
        });
    for (qsizetype i = 0; i < won.size(); ++i) {
        QVERIFY2(won[i].first != won[i].second, "both or none");
        QCOMPARE(bench.order(pickups[i]).state,
                 won[i].first ? OrderState::Completed : OrderState::Cancelled);
    }
    QCOMPARE(bench.told().size(), rounds);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderTillsTest)
#include "order_tills_test.moc"
