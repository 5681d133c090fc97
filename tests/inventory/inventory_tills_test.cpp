// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/error_text.h"
#include "tests/inventory/stockroom.h"

#include <QRandomGenerator>

#include <thread>

using namespace Qt::StringLiterals;

namespace kontor {

//! Several applications on one server; needs KONTOR_POSTGRES_URL.
class InventoryTillsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aCancellationWaitsWhileAnotherTillChangesStock();
    void deliveriesAndOrdersAtTheSameTimeLoseNothing();
};

namespace {

const ProductId shared[] = {ProductId::named({}, "shared a"), ProductId::named({}, "shared b")};
constexpr int deliveries = 150;
constexpr int orders = 200;

//! Another application that books goods in, and tries again when it had to give way.
void bookDeliveries(const StoreUrl &url, std::atomic<int> &booked)
{
    auto store = Store::open(url, u"inventory"_s, Store::Access::Write);
    if (!store)
        return;
    class Everything : public Rights
    {
        bool allows(const QString &, Right) const override { return true; }
    } rights;
    const ManualClock clock({Stockroom::start});
    InventoryTopic topic(**store, u"inventory"_s);
    InventoryService service(**store, topic, clock, rights);
    for (int i = 0; i < deliveries; ++i) {
        const auto command = Command::make(clock, u"bob"_s, u"T2"_s);
        const GoodsReceipt goods{
            {{shared[i % 2], Quantity::pieces(1)}, {shared[1 - i % 2], Quantity::pieces(1)}},
            u"DN"_s};
        for (int tries = 0; tries < 20; ++tries) {
            const auto done = service.receive(command, goods);
            if (done) {
                ++booked;
                break;
            }
            if (!isPassing(done.error()))
                return;
        }
    }
}

} // namespace

void InventoryTillsTest::init()
{
    if (qEnvironmentVariableIsEmpty("KONTOR_POSTGRES_URL"))
        QSKIP("KONTOR_POSTGRES_URL names no server");
}

void InventoryTillsTest::aCancellationWaitsWhileAnotherTillChangesStock()
{
    Stockroom room;
    const auto order = OrderId::make(room.clock.now());
    room.handle(
        orderOf(order, Fulfilment::Pickup, {goodsLine(1, shared[0], Quantity::pieces(1))}, true));
    auto other = Store::open(room.store().url(), u"inventory"_s, Store::Access::Write);
    QVERIFY2(other, errorText(other));
    {
        auto tx = Transaction::begin(**other);
        QVERIFY2(tx, errorText(tx));
        const auto locked = InventoryStore(**other).lock(**tx);
        QVERIFY2(locked, errorText(locked));
        room.say(cancelled(order));
        const auto pumped = room.service->pump();
        QVERIFY(!pumped && isPassing(pumped.error()));
        QCOMPARE(room.stateOf(order), StockOrderState::Backordered);
    }
    room.settle();
    QCOMPARE(room.stateOf(order), StockOrderState::Released);
}

void InventoryTillsTest::deliveriesAndOrdersAtTheSameTimeLoseNothing()
{
    Stockroom room;
    std::atomic<int> booked = 0;
    std::jthread other(bookDeliveries, room.store().url(), std::ref(booked));

    QRandomGenerator chance(7);
    QList<OrderId> pickups;
    for (int i = 0; i < orders; ++i) {
        const auto id = OrderId::make(room.clock.now());
        const bool aFirst = chance.bounded(2) == 0;
        const auto fulfilment = i % 4 == 0 ? Fulfilment::Counter : Fulfilment::Pickup;
        room.say(orderOf(id, fulfilment,
                         {goodsLine(1, shared[aFirst ? 0 : 1], Quantity::pieces(1)),
                          goodsLine(2, shared[aFirst ? 1 : 0], Quantity::pieces(1))},
                         true));
        if (fulfilment == Fulfilment::Pickup)
            pickups.append(id);
        if (i % 2 == 1)
            room.say(cancelled(pickups[chance.bounded(pickups.size())]));
        // Trouble passes: somebody else held a lock.
        for (bool more = true; more;) {
            const auto pumped = room.service->pump();
            QVERIFY(pumped || isPassing(pumped.error()));
            more = !pumped || *pumped > 0;
        }
    }
    other.join();
    room.settle();

    QCOMPARE(booked.load(), deliveries);
    QCOMPARE(room.parked(), 0);
    qint64 moves = 0;
    bool everythingIsThere = true;
    for (const ProductId &product : shared) {
        Quantity onHand;
        Quantity reserved;
        const auto ledger = room.service->moves(product, 100'000);
        QVERIFY(ledger);
        for (const StockMove &move : *ledger)
            onHand += move.quantity;
        moves += ledger->size();
        const auto held = room.service->openReservations(product);
        QVERIFY(held);
        for (const Reservation &reservation : *held) {
            reserved += reservation.quantity;
            QCOMPARE(room.stateOf(reservation.order), StockOrderState::Reserved);
        }
        QCOMPARE(room.level(product).onHand, onHand);
        QCOMPARE(room.level(product).reserved, reserved);
        everythingIsThere = everythingIsThere && onHand - reserved >= Quantity::pieces(1);
        QCOMPARE(onHand, Quantity::pieces(deliveries - orders / 4));
    }
    for (const OrderId &pickup : pickups)
        QVERIFY(!everythingIsThere || room.stateOf(pickup) != StockOrderState::Backordered);
    QCOMPARE(moves, 2 * (deliveries + orders / 4));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::InventoryTillsTest)
#include "inventory_tills_test.moc"
