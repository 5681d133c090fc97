// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/error_text.h"
#include "tests/inventory/stockroom.h"

using namespace Qt::StringLiterals;

namespace kontor {

class InventoryServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyTheCounterGoesBelowZero();
    void linesOfOneProductAreWantedTogether();
    void anOrderWithoutStockedLinesIsServedAtOnce();
    void missingGoodsAreNamedWithTheCustomer();
    void returnedGoodsAreSoldAgainOrWrittenOff();
    void onlyTheCounterTakesGoodsBack();
    void aParcelThatLeftIsIssuedAlthoughCancelled();
    void anEarlyCancellationWaitsForItsOrder();
    void aReceiptOfManyLinesIsOneCommand();
    void aCorrectionMayTakeStockBelowZero();
    void correctionsStandOrFallTogether();
    void aRepeatedCommandChangesNothing();
    void badInputIsRefused();
    void whoMayNotDoesNothing();
    void lowStockIsToldOncePerCrossing();
    void stockWithoutReorderPointIsNeverLow();
    void theLedgerRefusesToBeChanged();
    void theLedgerIsGaplessAndTellsWhoAndWhy();
};

void InventoryServiceTest::onlyTheCounterGoesBelowZero()
{
    Stockroom room;
    room.receive(chair, pieces(1));
    const OrderId atCounter = newOrder();
    const OrderId pickup = newOrder();
    room.handle(orderOf(pickup, Fulfilment::Pickup, {goodsLine(1, chair, pieces(2))}));
    QCOMPARE(room.stateOf(pickup), StockOrderState::OutOfStock);
    QCOMPARE(room.level(chair).available(), pieces(1));

    room.handle(orderOf(atCounter, Fulfilment::Counter, {goodsLine(1, chair, pieces(2))}));
    QCOMPARE(room.level(chair).onHand, pieces(-1));
    QCOMPARE(room.told(), QStringList({u"InventoryOutOfStock"_s, u"InventoryProcessed"_s}));
}

void InventoryServiceTest::linesOfOneProductAreWantedTogether()
{
    Stockroom room;
    room.receive(chair, pieces(3));
    const OrderId order = newOrder();
    room.handle(orderOf(order, Fulfilment::Pickup,
                        {goodsLine(1, chair, pieces(2)), goodsLine(2, chair, pieces(2))}));
    QCOMPARE(room.stateOf(order), StockOrderState::OutOfStock);

    const OrderId smaller = newOrder();
    room.handle(orderOf(smaller, Fulfilment::Pickup,
                        {goodsLine(1, chair, pieces(2)), goodsLine(2, chair, pieces(1))}));
    QCOMPARE(room.stateOf(smaller), StockOrderState::Reserved);
    const auto held = room.service->openReservations(chair);
    QVERIFY2(held, errorText(held));
    QCOMPARE(*held,
             QList<Reservation>({{smaller, 1, chair, pieces(2)}, {smaller, 2, chair, pieces(1)}}));
}

void InventoryServiceTest::anOrderWithoutStockedLinesIsServedAtOnce()
{
    Stockroom room;
    const OrderId counter = newOrder();
    const OrderId delivery = newOrder();
    room.handle(orderOf(counter, Fulfilment::Counter, {}),
                orderOf(delivery, Fulfilment::Delivery, {}));
    QCOMPARE(room.stateOf(counter), StockOrderState::Issued);
    QCOMPARE(room.stateOf(delivery), StockOrderState::Reserved);
    QCOMPARE(room.told(), QStringList({u"InventoryProcessed"_s, u"InventoryProcessed"_s}));
}

void InventoryServiceTest::missingGoodsAreNamedWithTheCustomer()
{
    Stockroom room;
    room.receive(chair, pieces(1));
    auto event = orderOf(newOrder(), Fulfilment::Delivery,
                         {goodsLine(1, chair, pieces(3)), goodsLine(2, table, pieces(1))}, true);
    event.customer = AccountId::make({Stockroom::start});
    room.handle(event);
    const auto events = room.newEvents();
    QCOMPARE(events.size(), 1);
    const auto waits = decode<Envelope<InventoryBackordered>>(events[0].bytes);
    QVERIFY2(waits, errorText(waits));
    QCOMPARE(waits->data.customer, event.customer);
    QList<MissingGoods> missing{{pieces(1), chair, pieces(3)}, {pieces(0), table, pieces(1)}};
    std::ranges::sort(missing, {}, &MissingGoods::product);
    QCOMPARE(waits->data.missing, missing);
}

void InventoryServiceTest::returnedGoodsAreSoldAgainOrWrittenOff()
{
    Stockroom room;
    const OrderId order = newOrder();
    room.handle(orderOf(order, Fulfilment::Counter,
                        {goodsLine(1, chair, pieces(-2), Disposition::Restock),
                         goodsLine(2, table, pieces(-1), Disposition::WriteOff),
                         goodsLine(3, table, pieces(1))}));
    QCOMPARE(room.level(chair).onHand, pieces(2));
    QCOMPARE(room.level(table).onHand, pieces(-1));
    const auto moves = room.service->moves(table, 10);
    QVERIFY2(moves, errorText(moves));
    QList<std::pair<MoveKind, Quantity>> kinds;
    for (const StockMove &move : *moves)
        kinds.append({move.kind, move.quantity});
    QCOMPARE(kinds, (QList<std::pair<MoveKind, Quantity>>{{MoveKind::Sale, pieces(-1)},
                                                          {MoveKind::WriteOff, pieces(-1)},
                                                          {MoveKind::Return, pieces(1)}}));
}

void InventoryServiceTest::onlyTheCounterTakesGoodsBack()
{
    Stockroom room;
    const OrderId order = newOrder();
    room.handle(orderOf(order, Fulfilment::Pickup,
                        {goodsLine(1, chair, pieces(-1), Disposition::Restock)}));
    QCOMPARE(room.parked(), 1);
    QCOMPARE(room.stateOf(order), std::nullopt);
    QCOMPARE(room.level(chair).onHand, pieces(0));
}

void InventoryServiceTest::aParcelThatLeftIsIssuedAlthoughCancelled()
{
    Stockroom room;
    room.receive(chair, pieces(1));
    const OrderId crossed = newOrder();
    const OrderId next = newOrder();
    room.handle(orderOf(crossed, Fulfilment::Delivery, {goodsLine(1, chair, pieces(1))}));
    room.handle(cancelled(crossed));
    room.handle(orderOf(next, Fulfilment::Pickup, {goodsLine(1, chair, pieces(1))}));
    room.handle(completed(crossed, Fulfilment::Delivery));
    QCOMPARE(room.stateOf(crossed), StockOrderState::Fulfilled);
    QCOMPARE(room.stateOf(next), StockOrderState::Reserved);
    QCOMPARE(room.level(chair).onHand, pieces(0));
    QCOMPARE(room.level(chair).available(), pieces(-1));
}

void InventoryServiceTest::anEarlyCancellationWaitsForItsOrder()
{
    Stockroom room;
    room.receive(chair, pieces(1));
    const OrderId order = newOrder();
    room.handle(cancelled(order));
    QVERIFY(room.anythingWaits());
    QCOMPARE(room.told(), QStringList());
    QCOMPARE(room.parked(), 0);
}

void InventoryServiceTest::aReceiptOfManyLinesIsOneCommand()
{
    Stockroom room;
    const OrderId order = newOrder();
    room.handle(orderOf(order, Fulfilment::Delivery,
                        {goodsLine(1, chair, pieces(4)), goodsLine(2, table, pieces(1))}, true));
    const auto done = room.service->receive(
        room.command(), {{{chair, pieces(2)}, {table, pieces(1)}, {chair, pieces(3)}}, u"DN 7"_s});
    QVERIFY2(done, errorText(done));
    QCOMPARE(room.stateOf(order), StockOrderState::Reserved);
    const auto levels = room.service->availabilities({table, chair});
    QVERIFY2(levels, errorText(levels));
    QCOMPARE(levels->at(0).available(), pieces(0));
    QCOMPARE(levels->at(1).onHand, pieces(5));
    QCOMPARE(levels->at(1).available(), pieces(1));
}

void InventoryServiceTest::aCorrectionMayTakeStockBelowZero()
{
    Stockroom room;
    room.correct(chair, pieces(-3));
    QCOMPARE(room.level(chair).onHand, pieces(-3));
    room.correct(chair, pieces(5));
    QCOMPARE(room.level(chair).onHand, pieces(2));
}

void InventoryServiceTest::correctionsStandOrFallTogether()
{
    Stockroom room;
    QList<std::pair<Command, StockCorrection>> corrections{
        {room.command(), {chair, pieces(3), u"counted"_s}},
        {room.command(), {table, pieces(0), u"counted"_s}}};
    const auto refused = room.service->correctAll(corrections);
    QVERIFY(!refused && refused.error().is(InventoryError::BadQuantity));
    QCOMPARE(room.level(chair).onHand, pieces(0));

    corrections[1].second.difference = pieces(2);
    const auto done = room.service->correctAll(corrections);
    QVERIFY2(done, errorText(done));
    QCOMPARE(room.level(chair).onHand, pieces(3));
    QCOMPARE(room.level(table).onHand, pieces(2));
}

void InventoryServiceTest::aRepeatedCommandChangesNothing()
{
    Stockroom room;
    const Command receipt = room.command();
    const Command correction = room.command();
    const Command point = room.command();
    for (int time = 0; time < 2; ++time) {
        const auto received = room.service->receive(receipt, {{{chair, pieces(5)}}, u"DN 1"_s});
        QVERIFY2(received, errorText(received));
        const auto corrected = room.service->correct(correction, {chair, pieces(-1), u"counted"_s});
        QVERIFY2(corrected, errorText(corrected));
        const auto set = room.service->setReorderPoint(point, chair, pieces(1));
        QVERIFY2(set, errorText(set));
    }
    QCOMPARE(room.level(chair).onHand, pieces(4));
    const auto moves = room.service->moves(chair, 10);
    QVERIFY2(moves, errorText(moves));
    QCOMPARE(moves->size(), 2);
}

void InventoryServiceTest::badInputIsRefused()
{
    Stockroom room;
    const Quantity tooMuch{Quantity::maxThousandths + 1};
    const auto receives = [&](const GoodsReceipt &goods, InventoryError expected) {
        const auto done = room.service->receive(room.command(), goods);
        return !done && done.error().is(expected);
    };
    const auto corrects = [&](const StockCorrection &correction, InventoryError expected) {
        const auto done = room.service->correct(room.command(), correction);
        return !done && done.error().is(expected);
    };
    QVERIFY(receives({}, InventoryError::NothingReceived));
    QVERIFY(receives({{{chair, pieces(0)}}, {}}, InventoryError::BadQuantity));
    QVERIFY(receives({{{chair, pieces(1)}, {chair, pieces(-1)}}, {}}, InventoryError::BadQuantity));
    QVERIFY(receives({{{chair, tooMuch}}, {}}, InventoryError::BadQuantity));
    QVERIFY(receives({{{ProductId(), pieces(1)}}, {}}, InventoryError::NoProduct));
    QVERIFY(corrects({chair, pieces(0), u"counted"_s}, InventoryError::BadQuantity));
    QVERIFY(corrects({chair, -tooMuch, u"counted"_s}, InventoryError::BadQuantity));
    QVERIFY(corrects({chair, pieces(1), u" "_s}, InventoryError::NoReason));
    QVERIFY(corrects({ProductId(), pieces(1), u"counted"_s}, InventoryError::NoProduct));
    const auto point = room.service->setReorderPoint(room.command(), chair, pieces(-1));
    QVERIFY(!point && point.error().is(InventoryError::BadQuantity));
    QCOMPARE(room.level(chair), (Availability{chair, {}, {}, {}}));
}

void InventoryServiceTest::whoMayNotDoesNothing()
{
    Stockroom room;
    const auto received =
        room.service->receive(room.guestCommand(), {{{chair, pieces(1)}}, u"DN 1"_s});
    QVERIFY(!received && received.error().is(RightsError::NotAllowed));
    const auto corrected =
        room.service->correct(room.guestCommand(), {chair, pieces(1), u"counted"_s});
    QVERIFY(!corrected && corrected.error().is(RightsError::NotAllowed));
    const auto set = room.service->setReorderPoint(room.guestCommand(), chair, pieces(1));
    QVERIFY(!set && set.error().is(RightsError::NotAllowed));
    QCOMPARE(room.level(chair).onHand, pieces(0));
}

void InventoryServiceTest::lowStockIsToldOncePerCrossing()
{
    Stockroom room;
    room.receive(chair, pieces(10));
    const auto set = room.service->setReorderPoint(room.command(), chair, pieces(3));
    QVERIFY2(set, errorText(set));
    const auto sell = [&](qint64 count) {
        room.handle(orderOf(newOrder(), Fulfilment::Counter, {goodsLine(1, chair, pieces(count))}));
    };
    const QString low = u"InventoryLow"_s;
    sell(6);
    QVERIFY(!room.told().contains(low));
    const auto none = room.service->lowStock(10);
    QVERIFY(none && none->isEmpty());

    sell(1);
    const auto events = room.newEvents();
    QCOMPARE(events.last().type, low);
    const auto told = decode<Envelope<InventoryLow>>(events.last().bytes);
    QVERIFY2(told, errorText(told));
    QCOMPARE(told->data, (InventoryLow{chair, pieces(3), pieces(3)}));
    sell(1);
    QVERIFY(!room.told().contains(low));
    const auto listed = room.service->lowStock(10);
    QVERIFY2(listed, errorText(listed));
    QCOMPARE(*listed, QList<Availability>({{chair, pieces(2), pieces(0), pieces(3)}}));

    // A reservation takes from what is available, too; its issue changes nothing more.
    room.receive(chair, pieces(2));
    const OrderId order = newOrder();
    room.handle(orderOf(order, Fulfilment::Pickup, {goodsLine(1, chair, pieces(1))}));
    QVERIFY(room.told().contains(low));
    room.handle(completed(order, Fulfilment::Pickup));
    QVERIFY(!room.told().contains(low));
    room.receive(chair, pieces(1));
    room.correct(chair, pieces(-1));
    QVERIFY(room.told().contains(low));
}

void InventoryServiceTest::stockWithoutReorderPointIsNeverLow()
{
    Stockroom room;
    const auto set = room.service->setReorderPoint(room.command(), chair, pieces(3));
    QVERIFY2(set, errorText(set));
    const auto unset = room.service->setReorderPoint(room.command(), chair, std::nullopt);
    QVERIFY2(unset, errorText(unset));
    room.receive(chair, pieces(5));
    room.correct(chair, pieces(-5));
    room.correct(table, pieces(-5));
    QCOMPARE(room.told(), QStringList());
    QVERIFY(!room.level(chair).isLow());
}

void InventoryServiceTest::theLedgerRefusesToBeChanged()
{
    Stockroom room;
    room.receive(chair, pieces(1));
    const auto changed = room.store().run("UPDATE move SET quantity = 2000");
    QVERIFY(!changed && changed.error().is(StoreError::Constraint));
    const auto deleted = room.store().run("DELETE FROM move");
    QVERIFY(!deleted && deleted.error().is(StoreError::Constraint));
    const auto moves = room.service->moves(chair, 10);
    QVERIFY(moves && moves->size() == 1 && moves->first().quantity == pieces(1));
}

void InventoryServiceTest::theLedgerIsGaplessAndTellsWhoAndWhy()
{
    Stockroom room;
    room.receive(chair, pieces(5));
    room.clock.advance(1000);
    room.correct(chair, pieces(-1));
    const OrderId order = newOrder();
    room.handle(orderOf(order, Fulfilment::Counter,
                        {goodsLine(7, chair, pieces(2)), goodsLine(8, chair, pieces(1))}));
    const auto moves = room.service->moves(chair, 3);
    QVERIFY2(moves, errorText(moves));
    const Timestamp later{Stockroom::start + 1000};
    QCOMPARE(
        *moves,
        QList<StockMove>(
            {{4, chair, pieces(-1), MoveKind::Sale, order, 8, u""_s, u"ann"_s, later},
             {3, chair, pieces(-2), MoveKind::Sale, order, 7, u""_s, u"ann"_s, later},
             {2, chair, pieces(-1), MoveKind::Correction, {}, 0, u"counted"_s, u"ann"_s, later}}));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::InventoryServiceTest)
#include "inventory_service_test.moc"
