// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/inventory/stockroom.h"

using namespace Qt::StringLiterals;

namespace kontor {

//! Every state of an order in the stock against every event of the order topic.
class InventoryStatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCellOfStateAndEvent_data();
    void everyCellOfStateAndEvent();
};

namespace {

const ProductId lamp = ProductId::named({}, "lamp");
const OrderId order = OrderId::named({Stockroom::start}, "order");
constexpr qint64 plenty = 10;

OrderProcessed asked(Fulfilment fulfilment, qint64 pieces, bool backorder = false)
{
    return orderOf(order, fulfilment, {goodsLine(1, lamp, Quantity::pieces(pieces))}, backorder);
}

//! Brings the order into a state; ten lamps are on hand before.
void bringInto(Stockroom &room, const QString &state)
{
    room.receive(lamp, Quantity::pieces(plenty));
    if (state == u"Issued"_s)
        room.handle(asked(Fulfilment::Counter, 2));
    if (state == u"Backordered"_s)
        room.handle(asked(Fulfilment::Pickup, plenty + 1, true));
    if (state == u"OutOfStock"_s)
        room.handle(asked(Fulfilment::Pickup, plenty + 1));
    if (state == u"Reserved"_s || state == u"Released"_s || state == u"Fulfilled"_s)
        room.handle(asked(Fulfilment::Delivery, 2));
    if (state == u"Released"_s)
        room.handle(cancelled(order));
    if (state == u"Fulfilled"_s)
        room.handle(completed(order, Fulfilment::Delivery));
}

void happen(Stockroom &room, const QString &event)
{
    if (event == u"counter order"_s)
        room.handle(asked(Fulfilment::Counter, 2));
    if (event == u"pickup"_s)
        room.handle(asked(Fulfilment::Pickup, 2));
    if (event == u"too much, may wait"_s)
        room.handle(asked(Fulfilment::Delivery, plenty + 1, true));
    if (event == u"too much"_s)
        room.handle(asked(Fulfilment::Delivery, plenty + 1));
    if (event == u"cancelled"_s)
        room.handle(cancelled(order));
    if (event == u"completed"_s)
        room.handle(completed(order, Fulfilment::Delivery));
    if (event == u"ready"_s)
        room.handle(OrderReady{order, u"T1-000001"_s, {}, {}});
}

QString stateName(const Stockroom &room)
{
    const auto state = room.stateOf(order);
    if (!state)
        return u"unknown"_s;
    const auto name = nameOf(*state);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

void InventoryStatesTest::everyCellOfStateAndEvent_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("handled");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("told");
    QTest::addColumn<qint64>("onHand");
    QTest::addColumn<qint64>("reserved");

    const auto cell = [](const char *state, const char *event, const char *handled,
                         const char *after, const QStringList &told, qint64 onHand,
                         qint64 reserved) {
        QTest::addRow("%s: %s", state, event)
            << QString::fromLatin1(state) << QString::fromLatin1(event)
            << QString::fromLatin1(handled) << QString::fromLatin1(after) << told << onHand
            << reserved;
    };
    cell("unknown", "counter order", "done", "Issued", {u"InventoryProcessed"_s}, 8, 0);
    cell("unknown", "pickup", "done", "Reserved", {u"InventoryProcessed"_s}, 10, 2);
    cell("unknown", "too much, may wait", "done", "Backordered", {u"InventoryBackordered"_s}, 10,
         0);
    cell("unknown", "too much", "done", "OutOfStock", {u"InventoryOutOfStock"_s}, 10, 0);
    cell("unknown", "cancelled", "not yet", "unknown", {}, 10, 0);
    cell("unknown", "completed", "not yet", "unknown", {}, 10, 0);
    cell("unknown", "ready", "done", "unknown", {}, 10, 0);

    const struct
    {
        const char *state;
        qint64 onHand;
        qint64 reserved;
    } known[] = {{"Issued", 8, 0},      {"Reserved", 10, 2}, {"Backordered", 10, 0},
                 {"OutOfStock", 10, 0}, {"Released", 10, 0}, {"Fulfilled", 8, 0}};
    for (const auto &[state, onHand, reserved] : known) {
        for (const char *event :
             {"counter order", "pickup", "too much, may wait", "too much", "ready"})
            cell(state, event, "done", state, {}, onHand, reserved);
    }
    cell("Issued", "cancelled", "failed", "Issued", {}, 8, 0);
    cell("Issued", "completed", "done", "Issued", {}, 8, 0);
    cell("Reserved", "cancelled", "done", "Released", {u"InventoryReleased"_s}, 10, 0);
    cell("Reserved", "completed", "done", "Fulfilled", {}, 8, 0);
    cell("Backordered", "cancelled", "done", "Released", {u"InventoryReleased"_s}, 10, 0);
    cell("Backordered", "completed", "failed", "Backordered", {}, 10, 0);
    cell("OutOfStock", "cancelled", "done", "Released", {u"InventoryReleased"_s}, 10, 0);
    cell("OutOfStock", "completed", "failed", "OutOfStock", {}, 10, 0);
    cell("Released", "cancelled", "done", "Released", {}, 10, 0);
    cell("Released", "completed", "done", "Fulfilled", {}, 8, 0);
    cell("Fulfilled", "cancelled", "done", "Fulfilled", {}, 8, 0);
    cell("Fulfilled", "completed", "done", "Fulfilled", {}, 8, 0);
}

void InventoryStatesTest::everyCellOfStateAndEvent()
{
    QFETCH(QString, state);
    QFETCH(QString, event);
    QFETCH(QString, handled);
    QFETCH(QString, after);
    QFETCH(QStringList, told);
    QFETCH(qint64, onHand);
    QFETCH(qint64, reserved);

    Stockroom room;
    bringInto(room, state);
    QCOMPARE(stateName(room), state);
    QVERIFY(!room.anythingWaits());
    QCOMPARE(room.parked(), 0);
    room.newEvents();

    happen(room, event);
    QCOMPARE(stateName(room), after);
    QCOMPARE(room.told(), told);
    QCOMPARE(room.level(lamp).onHand.thousandths, onHand * 1000);
    QCOMPARE(room.level(lamp).reserved.thousandths, reserved * 1000);
    const auto held = room.service->openReservations(lamp);
    QVERIFY(held);
    QCOMPARE(held->isEmpty(), reserved == 0);
    QCOMPARE(room.anythingWaits(), handled == u"not yet"_s);
    QCOMPARE(room.parked(), handled == u"failed"_s ? 1 : 0);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::InventoryStatesTest)
#include "inventory_states_test.moc"
