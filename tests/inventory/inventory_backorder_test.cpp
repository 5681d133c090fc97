// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/inventory/stockroom.h"

using namespace Qt::StringLiterals;

namespace kontor {

class InventoryBackorderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void backordersAreServedOldestFirst();
    void aBackorderWaitsForAllItsGoods();
    void aCancelledBackorderIsServedNoMore();
    void backordersAreServedByWhateverFreesGoods_data();
    void backordersAreServedByWhateverFreesGoods();
};

void InventoryBackorderTest::backordersAreServedOldestFirst()
{
    Stockroom room;
    const OrderId first = newOrder();
    const OrderId second = newOrder();
    const OrderId third = newOrder();
    const auto waiting = [](OrderId order, qint64 wanted) {
        return orderOf(order, Fulfilment::Pickup, {goodsLine(1, chair, pieces(wanted))}, true);
    };
    // The ids are younger the later they are made; the queue is by arrival.
    room.handle(waiting(third, 2));
    room.handle(waiting(first, 2), waiting(second, 1));
    room.told();

    room.receive(chair, pieces(2));
    QCOMPARE(room.stateOf(third), StockOrderState::Reserved);
    QCOMPARE(room.stateOf(first), StockOrderState::Backordered);
    QCOMPARE(room.stateOf(second), StockOrderState::Backordered);
    QCOMPARE(room.told(), QStringList({u"InventoryProcessed"_s}));

    // The oldest whose goods are all there: one chair is not enough for the first.
    room.receive(chair, pieces(1));
    QCOMPARE(room.stateOf(first), StockOrderState::Backordered);
    QCOMPARE(room.stateOf(second), StockOrderState::Reserved);

    room.receive(chair, pieces(5));
    QCOMPARE(room.stateOf(first), StockOrderState::Reserved);
    QCOMPARE(room.level(chair).available(), pieces(3));
    room.handle(completed(first, Fulfilment::Pickup), completed(second, Fulfilment::Pickup),
                completed(third, Fulfilment::Pickup));
    QCOMPARE(room.level(chair).onHand, pieces(3));
    QCOMPARE(room.level(chair).reserved, pieces(0));
}

void InventoryBackorderTest::aBackorderWaitsForAllItsGoods()
{
    Stockroom room;
    const OrderId order = newOrder();
    room.handle(orderOf(order, Fulfilment::Delivery,
                        {goodsLine(1, chair, pieces(1)), goodsLine(2, table, pieces(1))}, true));
    room.receive(chair, pieces(1));
    QCOMPARE(room.stateOf(order), StockOrderState::Backordered);
    QCOMPARE(room.level(chair).reserved, pieces(0));
    room.receive(table, pieces(1));
    QCOMPARE(room.stateOf(order), StockOrderState::Reserved);
    QCOMPARE(room.level(chair).reserved, pieces(1));
    QCOMPARE(room.level(table).reserved, pieces(1));
}

void InventoryBackorderTest::aCancelledBackorderIsServedNoMore()
{
    Stockroom room;
    const OrderId order = newOrder();
    room.handle(orderOf(order, Fulfilment::Delivery, {goodsLine(1, chair, pieces(1))}, true));
    room.handle(cancelled(order));
    room.told();
    room.receive(chair, pieces(1));
    QCOMPARE(room.stateOf(order), StockOrderState::Released);
    QCOMPARE(room.level(chair).reserved, pieces(0));
    QCOMPARE(room.told(), QStringList());
}

void InventoryBackorderTest::backordersAreServedByWhateverFreesGoods_data()
{
    QTest::addColumn<QString>("cause");
    QTest::newRow("a goods receipt") << u"receipt"_s;
    QTest::newRow("a correction upward") << u"correction"_s;
    QTest::newRow("a cancelled reservation") << u"cancellation"_s;
    QTest::newRow("a return that is sellable again") << u"return"_s;
}

void InventoryBackorderTest::backordersAreServedByWhateverFreesGoods()
{
    QFETCH(QString, cause);
    Stockroom room;
    room.receive(chair, pieces(1));
    const OrderId holder = newOrder();
    const OrderId waiting = newOrder();
    room.handle(orderOf(holder, Fulfilment::Pickup, {goodsLine(1, chair, pieces(1))}));
    room.handle(orderOf(waiting, Fulfilment::Pickup, {goodsLine(1, chair, pieces(1))}, true));
    QCOMPARE(room.stateOf(waiting), StockOrderState::Backordered);

    if (cause == u"receipt"_s)
        room.receive(chair, pieces(1));
    if (cause == u"correction"_s)
        room.correct(chair, pieces(1));
    if (cause == u"cancellation"_s)
        room.handle(cancelled(holder));
    if (cause == u"return"_s)
        room.handle(orderOf(newOrder(), Fulfilment::Counter,
                            {goodsLine(1, chair, pieces(-1), Disposition::Restock)}));
    QCOMPARE(room.stateOf(waiting), StockOrderState::Reserved);
    QCOMPARE(room.told().last(), u"InventoryProcessed"_s);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::InventoryBackorderTest)
#include "inventory_backorder_test.moc"
