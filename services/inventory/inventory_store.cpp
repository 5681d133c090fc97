// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/inventory/inventory_store.h"

namespace kontor {

namespace {

QString mainLocation() { return QStringLiteral("main"); }

//! Of a row with product, on_hand, reserved and reorder_point.
Availability availabilityOf(const Row &row)
{
    Availability level{row.id<ProductId>(0), row.quantity(1), row.quantity(2), {}};
    if (!row.isNull(3))
        level.reorderPoint = row.quantity(3);
    return level;
}

} // namespace

Result<> InventoryStore::lock(Transaction &tx) const
{
    return withoutValue(
        tx.store().exists("SELECT move_seq FROM stock_head WHERE one = 1 FOR UPDATE"));
}

Result<> InventoryStore::addMoves(Transaction &tx, const QList<StockMove> &moves)
{
    if (moves.isEmpty())
        return {};
    const auto last = tx.store().first(
        "UPDATE stock_head SET move_seq = move_seq + ? WHERE one = 1 RETURNING move_seq",
        [](const Row &row) { return row.integer(0); }, qint64(moves.size()));
    if (!last)
        return last.error();
    KONTOR_CHECK(last->has_value());
    qint64 seq = **last - moves.size();
    for (const StockMove &move : moves) {
        const auto added =
            tx.run("INSERT INTO move "
                   "(seq, product, location, quantity, kind, order_id, line, reason, actor, at) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   ++seq, move.product, mainLocation(), move.quantity, move.kind, move.order,
                   move.line, move.reason, tx.cause().actor, tx.at());
        if (!added)
            return added.error();
    }
    return {};
}

Result<QList<StockMove>> InventoryStore::moves(ProductId product, int limit) const
{
    return m_db.all(
        "SELECT seq, product, quantity, kind, order_id, line, reason, actor, at "
        "FROM move WHERE product = ? ORDER BY seq DESC LIMIT ?",
        [](const Row &row) {
            return StockMove{
                row.integer(0),     row.id<ProductId>(1), row.quantity(2), row.named<MoveKind>(3),
                row.id<OrderId>(4), int(row.integer(5)),  row.text(6),     row.text(7),
                row.time(8)};
        },
        product, limit);
}

Result<Availability> InventoryStore::level(ProductId product) const
{
    const auto found = m_db.first("SELECT product, on_hand, reserved, reorder_point "
                                  "FROM stock_level WHERE product = ? AND location = ?",
                                  availabilityOf, product, mainLocation());
    if (!found)
        return found.error();
    return found->value_or(Availability{product, {}, {}, {}});
}

Result<QList<Availability>> InventoryStore::lowLevels(int limit) const
{
    return m_db.all("SELECT product, on_hand, reserved, reorder_point FROM stock_level "
                    "WHERE reorder_point IS NOT NULL AND on_hand - reserved <= reorder_point "
                    "AND location = ? ORDER BY product LIMIT ?",
                    availabilityOf, mainLocation(), limit);
}

Result<Availability> InventoryStore::changeLevel(Transaction &tx, ProductId product,
                                                 Quantity onHand, Quantity reserved)
{
    const auto changed =
        tx.store().first("UPDATE stock_level SET on_hand = on_hand + ?, reserved = reserved + ? "
                         "WHERE product = ? AND location = ? "
                         "RETURNING product, on_hand, reserved, reorder_point",
                         availabilityOf, onHand, reserved, product, mainLocation());
    if (!changed)
        return changed.error();
    if (changed->has_value())
        return **changed;
    const auto added = tx.run("INSERT INTO stock_level (product, location, on_hand, reserved) "
                              "VALUES (?, ?, ?, ?)",
                              product, mainLocation(), onHand, reserved);
    if (!added)
        return added.error();
    return Availability{product, onHand, reserved, {}};
}

Result<Availability> InventoryStore::reserve(Transaction &tx, ProductId product, Quantity quantity)
{
    const auto changed =
        tx.store().first("UPDATE stock_level SET reserved = reserved + ? "
                         "WHERE product = ? AND location = ? AND on_hand - reserved >= ? "
                         "RETURNING product, on_hand, reserved, reorder_point",
                         availabilityOf, quantity, product, mainLocation(), quantity);
    if (!changed)
        return changed.error();
    if (!changed->has_value())
        return Error(StoreError::Busy,
                     QStringLiteral("%1 was taken by somebody else").arg(product.toString()));
    return **changed;
}

Result<> InventoryStore::setReorderPoint(Transaction &tx, ProductId product,
                                         std::optional<Quantity> point)
{
    return withoutValue(tx.run(
        "INSERT INTO stock_level (product, location, on_hand, reserved, reorder_point) "
        "VALUES (?, ?, 0, 0, ?) "
        "ON CONFLICT (product, location) DO UPDATE SET reorder_point = excluded.reorder_point",
        product, mainLocation(), point));
}

Result<> InventoryStore::addReservations(Transaction &tx, OrderId order,
                                         const QList<GoodsLine> &lines)
{
    for (const GoodsLine &line : lines) {
        const auto added =
            tx.run("INSERT INTO reservation (order_id, line, product, location, quantity) "
                   "VALUES (?, ?, ?, ?, ?)",
                   order, line.line, line.product, mainLocation(), line.quantity);
        if (!added)
            return added.error();
    }
    return {};
}

Result<> InventoryStore::dropReservations(Transaction &tx, OrderId order)
{
    return withoutValue(tx.run("DELETE FROM reservation WHERE order_id = ?", order));
}

Result<QList<Reservation>> InventoryStore::reservations(ProductId product) const
{
    return m_db.all(
        "SELECT order_id, line, product, quantity FROM reservation "
        "WHERE product = ? ORDER BY order_id, line",
        [](const Row &row) {
            return Reservation{row.id<OrderId>(0), int(row.integer(1)), row.id<ProductId>(2),
                               row.quantity(3)};
        },
        product);
}

Result<bool> InventoryStore::addOrder(Transaction &tx, const StockOrder &order)
{
    const auto added = tx.run("INSERT INTO stock_order (order_id, state, fulfilment, lines) "
                              "VALUES (?, ?, ?, ?) ON CONFLICT (order_id) DO NOTHING",
                              order.id, order.state, order.fulfilment, encode(order.lines));
    if (!added)
        return added.error();
    return *added == 1;
}

Result<std::optional<StockOrder>> InventoryStore::order(OrderId id) const
{
    struct Found
    {
        StockOrder order;
        QByteArray lines;
    };
    const auto found = m_db.first(
        "SELECT state, fulfilment, lines FROM stock_order WHERE order_id = ?",
        [id](const Row &row) {
            return Found{{id, row.named<StockOrderState>(0), row.named<Fulfilment>(1), {}},
                         row.bytes(2)};
        },
        id);
    if (!found)
        return found.error();
    if (!found->has_value())
        return std::optional<StockOrder>();
    auto lines = decode<QList<GoodsLine>>((*found)->lines);
    if (!lines)
        return lines.error();
    StockOrder order = (*found)->order;
    order.lines = std::move(*lines);
    return std::optional(order);
}

Result<> InventoryStore::setState(Transaction &tx, OrderId order, StockOrderState state)
{
    return withoutValue(
        tx.run("UPDATE stock_order SET state = ? WHERE order_id = ?", state, order));
}

Result<> InventoryStore::addBackorder(Transaction &tx, OrderId order,
                                      const ProductQuantities &wanted)
{
    const auto place =
        tx.store().first("UPDATE stock_head SET backorder_place = backorder_place + 1 "
                         "WHERE one = 1 RETURNING backorder_place",
                         [](const Row &row) { return row.integer(0); });
    if (!place)
        return place.error();
    KONTOR_CHECK(place->has_value());
    for (const auto &[product, quantity] : wanted) {
        const auto added = tx.run("INSERT INTO backorder (product, place, order_id, quantity) "
                                  "VALUES (?, ?, ?, ?)",
                                  product, **place, order, quantity);
        if (!added)
            return added.error();
    }
    return {};
}

Result<> InventoryStore::dropBackorder(Transaction &tx, OrderId order)
{
    return withoutValue(tx.run("DELETE FROM backorder WHERE order_id = ?", order));
}

Result<QList<InventoryStore::Waiting>> InventoryStore::waitingFor(ProductId product,
                                                                  Quantity atMost) const
{
    return m_db.all(
        "SELECT place, order_id FROM backorder WHERE product = ? AND quantity <= ? ORDER BY place",
        [](const Row &row) {
            return Waiting{row.integer(0), row.id<OrderId>(1)};
        },
        product, atMost);
}

} // namespace kontor
