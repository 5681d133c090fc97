// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/inventory/inventory_service.h"

#include <algorithm>

namespace kontor {

InventoryService::InventoryService(Store &store, InventoryTopic &topic, const Clock &clock,
                                   const Rights &rights)
    : Service(store, clock, rights)
    , m_store(store)
    , m_topic(topic)
{
}

void InventoryService::consume(const OrderTopic &topic)
{
    subscribe(topic)
        .on<OrderProcessed>(this, &InventoryService::on)
        .on<OrderCancelled>(this, &InventoryService::on)
        .on<OrderCompleted>(this, &InventoryService::on);
}

Result<> InventoryService::receive(const Command &command, const GoodsReceipt &goods)
{
    return perform<CommandName::InventoryReceive>(command, [&](Transaction &tx) -> Result<> {
        if (const auto fine = checked(goods); !fine)
            return fine;
        QList<StockMove> moves;
        for (const ReceivedGoods &line : goods.lines) {
            StockMove move;
            move.product = line.product;
            move.quantity = line.quantity;
            move.kind = MoveKind::Receipt;
            move.reason = goods.reference;
            moves.append(move);
        }
        return book(tx, moves, {});
    });
}

Result<> InventoryService::correct(const Command &command, const StockCorrection &correction)
{
    return perform<CommandName::InventoryCorrect>(command, [&](Transaction &tx) -> Result<> {
        if (const auto fine = checked(correction); !fine)
            return fine;
        StockMove move;
        move.product = correction.product;
        move.quantity = correction.difference;
        move.kind = MoveKind::Correction;
        move.reason = correction.reason;
        return book(tx, {move}, {});
    });
}

Result<> InventoryService::correctAll(const QList<std::pair<Command, StockCorrection>> &corrections)
{
    return together([&]() -> Result<> {
        for (const auto &[command, correction] : corrections) {
            if (const auto done = correct(command, correction); !done)
                return done;
        }
        return {};
    });
}

Result<> InventoryService::setReorderPoint(const Command &command, ProductId product,
                                           std::optional<Quantity> point)
{
    return perform<CommandName::InventorySetReorderPoint>(
        command, [&](Transaction &tx) -> Result<> {
            if (const auto fine = checkedReorderPoint(product, point); !fine)
                return fine;
            if (const auto locked = m_store.lock(tx); !locked)
                return locked;
            return m_store.setReorderPoint(tx, product, point);
        });
}

Result<Availability> InventoryService::availability(ProductId product) const
{
    return m_store.level(product);
}

Result<QList<Availability>> InventoryService::availabilities(const QList<ProductId> &products) const
{
    QList<Availability> levels;
    levels.reserve(products.size());
    for (const ProductId &product : products) {
        const auto level = m_store.level(product);
        if (!level)
            return level.error();
        levels.append(*level);
    }
    return levels;
}

Result<QList<Availability>> InventoryService::lowStock(int limit) const
{
    return m_store.lowLevels(limit);
}

Result<QList<StockMove>> InventoryService::moves(ProductId product, int limit) const
{
    return m_store.moves(product, limit);
}

Result<QList<Reservation>> InventoryService::openReservations(ProductId product) const
{
    return m_store.reservations(product);
}

Result<std::optional<StockOrder>> InventoryService::stockOrder(OrderId order) const
{
    return m_store.order(order);
}

template <class Act>
Handled InventoryService::withOrder(Transaction &tx, OrderId id, Act act) const
{
    if (const auto locked = m_store.lock(tx); !locked)
        return locked.error();
    const auto order = m_store.order(id);
    if (!order)
        return order.error();
    return order->has_value() ? act(**order) : Handled::notYet();
}

Handled InventoryService::on(const OrderProcessed &event, Transaction &tx)
{
    return event.fulfilment == Fulfilment::Counter ? issue(event, tx) : hold(event, tx);
}

Handled InventoryService::on(const OrderCancelled &event, Transaction &tx)
{
    return withOrder(tx, event.order, [&](const StockOrder &order) -> Handled {
        switch (order.state) {
        case StockOrderState::Reserved:
        case StockOrderState::Backordered:
        case StockOrderState::OutOfStock:
            return release(order, tx);
        case StockOrderState::Released:
        case StockOrderState::Fulfilled:
            return Handled::done();
        case StockOrderState::Issued:
            break;
        }
        return Handled::failed(
            QStringLiteral("a counter order was cancelled, but its goods are gone"));
    });
}

Handled InventoryService::on(const OrderCompleted &event, Transaction &tx)
{
    return withOrder(tx, event.order, [&](const StockOrder &order) -> Handled {
        switch (order.state) {
        case StockOrderState::Reserved:
        case StockOrderState::Released: // the parcel had left all the same
            return fulfil(order, tx);
        case StockOrderState::Issued:
        case StockOrderState::Fulfilled:
            return Handled::done();
        case StockOrderState::Backordered:
        case StockOrderState::OutOfStock:
            break;
        }
        return Handled::failed(
            QStringLiteral("an order was completed whose goods were never there"));
    });
}

//! At the counter the goods are gone, or back, whatever the books say.
Handled InventoryService::issue(const OrderProcessed &event, Transaction &tx)
{
    const auto added =
        m_store.addOrder(tx, {event.order, StockOrderState::Issued, event.fulfilment, {}});
    if (!added || !*added)
        return added;
    m_topic.append(tx, InventoryProcessed{event.order});
    return book(tx, movesOf(event.order, event.lines), {});
}

Handled InventoryService::hold(const OrderProcessed &event, Transaction &tx)
{
    const bool allLeave = std::ranges::all_of(
        event.lines, [](const auto &line) { return line.quantity > Quantity(); });
    if (!allLeave)
        return Handled::failed(QStringLiteral("only an order at the counter can bring goods back"));
    if (const auto locked = m_store.lock(tx); !locked)
        return locked;
    const auto wanted = wantedBy(event.lines);
    const auto lacking = missing(wanted);
    if (!lacking)
        return lacking;
    const auto state = lacking->isEmpty() ? StockOrderState::Reserved
                       : event.backorder  ? StockOrderState::Backordered
                                          : StockOrderState::OutOfStock;
    const auto added = m_store.addOrder(tx, {event.order, state, event.fulfilment, event.lines});
    if (!added || !*added)
        return added;
    if (state == StockOrderState::Reserved)
        return reserve(tx, event.order, event.lines);
    if (state == StockOrderState::OutOfStock) {
        m_topic.append(tx, InventoryOutOfStock{event.order, event.customer, *lacking});
        return Handled::done();
    }
    m_topic.append(tx, InventoryBackordered{event.order, event.customer, *lacking});
    return m_store.addBackorder(tx, event.order, wanted);
}

Result<> InventoryService::release(const StockOrder &order, Transaction &tx)
{
    ProductQuantities freed;
    Result<> dropped;
    if (order.state == StockOrderState::Reserved) {
        freed = wantedBy(order.lines);
        dropped = m_store.dropReservations(tx, order.id);
    } else if (order.state == StockOrderState::Backordered) {
        dropped = m_store.dropBackorder(tx, order.id);
    }
    if (!dropped)
        return dropped;
    if (const auto set = m_store.setState(tx, order.id, StockOrderState::Released); !set)
        return set;
    m_topic.append(tx, InventoryReleased{order.id});
    return book(tx, {}, freed);
}

Result<> InventoryService::fulfil(const StockOrder &order, Transaction &tx)
{
    ProductQuantities freed;
    if (order.state == StockOrderState::Reserved) {
        freed = wantedBy(order.lines);
        if (const auto dropped = m_store.dropReservations(tx, order.id); !dropped)
            return dropped;
    }
    if (const auto set = m_store.setState(tx, order.id, StockOrderState::Fulfilled); !set)
        return set;
    return book(tx, movesOf(order.id, order.lines), freed);
}

Result<QList<MissingGoods>> InventoryService::missing(const ProductQuantities &wanted) const
{
    QList<MissingGoods> goods;
    for (const auto &[product, quantity] : wanted) {
        const auto level = m_store.level(product);
        if (!level)
            return level.error();
        if (level->available() < quantity)
            goods.append({level->available(), product, quantity});
    }
    return goods;
}

//! Holds the goods of an order, which must be available.
Result<> InventoryService::reserve(Transaction &tx, OrderId order, const QList<GoodsLine> &lines)
{
    m_topic.append(tx, InventoryProcessed{order});
    for (const auto &[product, quantity] : wantedBy(lines)) {
        const auto level = m_store.reserve(tx, product, quantity);
        if (!level)
            return level.error();
        tellIfLow(tx, *level, -quantity);
    }
    return m_store.addReservations(tx, order, lines);
}

//! Writes the moves, gives up the freed reservations, and does what follows from both.
Result<> InventoryService::book(Transaction &tx, const QList<StockMove> &moves,
                                const ProductQuantities &freed)
{
    if (const auto added = m_store.addMoves(tx, moves); !added)
        return added;
    struct Change
    {
        Quantity onHand;
        Quantity reserved;
    };
    std::map<ProductId, Change> changes;
    for (const StockMove &move : moves)
        changes[move.product].onHand += move.quantity;
    for (const auto &[product, quantity] : freed)
        changes[product].reserved += -quantity;

    QList<Availability> risen;
    for (const auto &[product, change] : changes) {
        const auto level = m_store.changeLevel(tx, product, change.onHand, change.reserved);
        if (!level)
            return level.error();
        const Quantity difference = change.onHand - change.reserved;
        tellIfLow(tx, *level, difference);
        if (difference > Quantity())
            risen.append(*level);
    }
    return serveWaiting(tx, risen);
}

//! Reserves for the backordered orders, the oldest first, whose goods are now all there.
Result<> InventoryService::serveWaiting(Transaction &tx, const QList<Availability> &risen)
{
    std::map<qint64, OrderId> candidates;
    for (const Availability &level : risen) {
        if (level.available() <= Quantity())
            continue;
        const auto waiting = m_store.waitingFor(level.product, level.available());
        if (!waiting)
            return waiting.error();
        for (const auto &[place, order] : *waiting)
            candidates.emplace(place, order);
    }
    for (const auto &[place, id] : candidates) {
        const auto order = m_store.order(id);
        if (!order)
            return order.error();
        KONTOR_CHECK(order->has_value());
        const auto lacking = missing(wantedBy((*order)->lines));
        if (!lacking)
            return lacking.error();
        if (!lacking->isEmpty())
            continue;
        if (const auto dropped = m_store.dropBackorder(tx, id); !dropped)
            return dropped;
        if (const auto set = m_store.setState(tx, id, StockOrderState::Reserved); !set)
            return set;
        if (const auto held = reserve(tx, id, (*order)->lines); !held)
            return held;
    }
    return {};
}

void InventoryService::tellIfLow(Transaction &tx, const Availability &level, Quantity change)
{
    if (level.isLow() && level.available() - change > *level.reorderPoint)
        m_topic.append(tx, InventoryLow{level.product, level.available(), *level.reorderPoint});
}

} // namespace kontor
