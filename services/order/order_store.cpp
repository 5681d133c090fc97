// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/order/order_store.h"

#include "services/order/order_row.h"

namespace kontor {

namespace {

OrderedLine orderLineFrom(const Row &row)
{
    const Currency currency = row.currency(14);
    OrderedLine line;
    line.line = int(row.integer(0));
    line.product = row.id<ProductId>(1);
    line.sku = row.text(2);
    line.name = row.text(3);
    line.quantity = row.quantity(4);
    line.unitPrice = {row.integer(5), currency};
    line.gross = row.money(6, currency);
    line.discount = row.money(7, currency);
    line.taxRate = {int(row.integer(8))};
    line.tax = row.money(9, currency);
    line.stocked = row.truth(10);
    line.disposition = row.named<Disposition>(11);
    line.originalOrder = row.id<OrderId>(12);
    line.originalLine = int(row.integer(13));
    return line;
}

} // namespace

Result<std::optional<Order>> OrderStore::find(OrderId id) const
{
    return m_store.first("SELECT " KONTOR_ORDER_COLUMNS " FROM orders WHERE id = ?", orderFrom, id);
}

Result<std::optional<Order>> OrderStore::locked(Transaction &tx, OrderId id) const
{
    return tx.store().first("SELECT " KONTOR_ORDER_COLUMNS " FROM orders WHERE id = ? FOR UPDATE",
                            orderFrom, id);
}

Result<std::optional<Order>> OrderStore::findByReceipt(const QString &receipt) const
{
    return m_store.first("SELECT " KONTOR_ORDER_COLUMNS " FROM orders WHERE receipt = ?", orderFrom,
                         receipt);
}

Result<QList<Order>> OrderStore::newest(OrderId before, int limit) const
{
    // Ids begin with the time, so their order is the orders' age.
    if (before.isNull())
        return m_store.all("SELECT " KONTOR_ORDER_COLUMNS " FROM orders ORDER BY id DESC LIMIT ?",
                           orderFrom, limit);
    return m_store.all("SELECT " KONTOR_ORDER_COLUMNS
                       " FROM orders WHERE id < ? ORDER BY id DESC LIMIT ?",
                       orderFrom, before, limit);
}

Result<QList<OrderedLine>> OrderStore::lines(OrderId id) const
{
    return m_store.all(R"(
        SELECT line, product, sku, name, quantity, unit_price, gross, discount, tax_rate, tax, stocked, disposition,
               original_order, original_line, currency
        FROM order_line JOIN orders ON orders.id = order_line.order_id
        WHERE order_id = ? ORDER BY line)",
                       orderLineFrom, id);
}

Result<QList<Order>> OrderStore::needingPerson() const
{
    return m_store.all("SELECT " KONTOR_ORDER_COLUMNS
                       " FROM orders WHERE needs_person = 1 ORDER BY placed_at, id",
                       orderFrom);
}

Result<QList<Order>> OrderStore::uncollected(Timestamp now) const
{
    return m_store.all("SELECT " KONTOR_ORDER_COLUMNS
                       " FROM orders WHERE state = 'Ready' AND collect_by > 0 AND collect_by < ? "
                       "ORDER BY collect_by",
                       orderFrom, now);
}

Result<bool> OrderStore::insert(Transaction &tx, const ShoppingCartOrdered &event)
{
    const auto added = tx.run(R"(
        INSERT INTO orders (id, receipt, till, customer, fulfilment, state, total, currency, without_receipt,
                            placed_at, collect_by, wished_for)
        VALUES (?, ?, ?, ?, ?, 'Placed', ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING)",
                              event.order, event.receipt, event.till, event.customer,
                              event.fulfilment, event.total, event.total.currency,
                              event.withoutReceipt, tx.at(), event.collectBy, event.wishedFor);
    if (!added)
        return added.error();
    if (*added == 0)
        return false;
    for (const OrderedLine &line : event.lines) {
        const auto inserted =
            tx.run(R"(
            INSERT INTO order_line (order_id, line, product, sku, name, quantity, unit_price, gross, discount, tax_rate,
                                    tax, stocked, disposition, original_order, original_line)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))",
                   event.order, line.line, line.product, line.sku, line.name, line.quantity,
                   line.unitPrice, line.gross, line.discount, line.taxRate, line.tax, line.stocked,
                   line.disposition, line.originalOrder, line.originalLine);
        if (!inserted)
            return inserted.error();
    }
    return true;
}

Result<std::optional<Order>> OrderStore::move(Transaction &tx, OrderId id, OrderState from,
                                              OrderState to)
{
    return tx.store().first(
        "UPDATE orders SET state = ? WHERE id = ? AND state = ? RETURNING " KONTOR_ORDER_COLUMNS,
        orderFrom, to, id, from);
}

Result<> OrderStore::cancel(Transaction &tx, OrderId id, CancelReason reason, bool needsPerson)
{
    return withoutValue(
        tx.run("UPDATE orders SET state = 'Cancelled', cancel_reason = ?, needs_person = ? "
               "WHERE id = ?",
               reason, needsPerson, id));
}

Result<> OrderStore::letGo(Transaction &tx, OrderId id)
{
    return withoutValue(tx.run("UPDATE orders SET needs_person = 0 WHERE id = ?", id));
}

Result<> OrderStore::complete(Transaction &tx, OrderId id)
{
    return withoutValue(
        tx.run("UPDATE orders SET state = 'Completed', needs_person = 0 WHERE id = ?", id));
}

Result<> OrderStore::noteRefund(Transaction &tx, OrderId id, RefundNote note)
{
    return withoutValue(tx.run("UPDATE orders SET refund = ? WHERE id = ?", note, id));
}

Result<std::optional<ReturnableLine>> OrderStore::returnable(OrderId order, int line) const
{
    return m_store.first(R"(
        SELECT line, product, sku, name, order_line.quantity, unit_price, order_line.gross, discount, tax_rate,
               order_line.tax, stocked, disposition, order_line.original_order, order_line.original_line, currency,
               CAST((SELECT coalesce(sum(h.quantity), 0) FROM return_hold h WHERE h.state <> 'Released'
                AND h.original_order = order_line.order_id AND h.original_line = order_line.line) AS INTEGER),
               CAST((SELECT coalesce(sum(h.gross), 0) FROM return_hold h WHERE h.state <> 'Released'
                AND h.original_order = order_line.order_id AND h.original_line = order_line.line) AS INTEGER),
               CAST((SELECT coalesce(sum(h.tax), 0) FROM return_hold h WHERE h.state <> 'Released'
                AND h.original_order = order_line.order_id AND h.original_line = order_line.line) AS INTEGER)
        FROM order_line JOIN orders ON orders.id = order_line.order_id
        WHERE order_line.order_id = ? AND line = ?)",
                         [](const Row &row) {
                             const Currency currency = row.currency(14);
                             return ReturnableLine{orderLineFrom(row), row.quantity(15),
                                                   row.money(16, currency),
                                                   row.money(17, currency)};
                         },
                         order, line);
}

Result<QList<OrderStore::Hold>> OrderStore::holdsOf(OrderId returnCart) const
{
    return m_store.all(
        "SELECT id, original_order, original_line, quantity FROM return_hold "
        "WHERE return_cart = ? AND state = 'Held' ORDER BY id",
        [](const Row &row) {
            return Hold{row.id<ReturnHoldId>(0),
                        {row.id<OrderId>(1), int(row.integer(2)), row.quantity(3)}};
        },
        returnCart);
}

Result<> OrderStore::insertHold(Transaction &tx, const ReturnRequest &request, const Money &gross,
                                const Money &tax)
{
    return withoutValue(
        tx.run("INSERT INTO return_hold (id, original_order, original_line, quantity, gross, tax, "
               "return_cart, state, held_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'Held', ?)",
               request.hold, request.originalOrder, request.originalLine, request.quantity, gross,
               tax, request.returnCart, tx.at()));
}

Result<bool> OrderStore::useHold(Transaction &tx, OrderId returnCart, const OrderedLine &line)
{
    const auto used = tx.run(R"(
        UPDATE return_hold SET state = 'Used'
        WHERE id = (SELECT id FROM return_hold WHERE return_cart = ? AND original_order = ? AND original_line = ?
                    AND quantity = ? AND gross = ? AND tax = ? AND state = 'Held' ORDER BY id LIMIT 1)
          AND state = 'Held')",
                             returnCart, line.originalOrder, line.originalLine, -line.quantity,
                             -line.gross, -line.tax);
    if (!used)
        return used.error();
    return *used > 0;
}

Result<bool> OrderStore::releaseHold(Transaction &tx, ReturnHoldId hold)
{
    const auto released =
        tx.run("UPDATE return_hold SET state = 'Released' WHERE id = ? AND state = 'Held'", hold);
    if (!released)
        return released.error();
    return *released > 0;
}

Result<> OrderStore::releaseHoldsOf(Transaction &tx, OrderId returnCart)
{
    return withoutValue(
        tx.run("UPDATE return_hold SET state = 'Released' WHERE return_cart = ? AND state = 'Held'",
               returnCart));
}

Result<> OrderStore::closeReturnCart(Transaction &tx, OrderId returnCart)
{
    if (const auto released = releaseHoldsOf(tx, returnCart); !released)
        return released;
    return withoutValue(tx.run("INSERT INTO return_cart (id, closed) VALUES (?, 1) "
                               "ON CONFLICT (id) DO UPDATE SET closed = 1",
                               returnCart));
}

Result<bool> OrderStore::mayReturn(Transaction &tx, OrderId returnCart)
{
    // Written, so that closing it waits for what this transaction holds for it.
    const auto noted = tx.run("INSERT INTO return_cart (id, closed) VALUES (?, 0) "
                              "ON CONFLICT (id) DO UPDATE SET closed = return_cart.closed",
                              returnCart);
    if (!noted)
        return noted.error();
    const auto closed = m_store.exists("SELECT 1 FROM return_cart WHERE id = ? AND closed = 1 "
                                       "UNION ALL SELECT 1 FROM orders WHERE id = ?",
                                       returnCart, returnCart);
    if (!closed)
        return closed;
    return !*closed;
}

} // namespace kontor
