// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/order/order_list_store.h"

#include "services/order/order_row.h"

#include <algorithm>
#include <limits>

namespace kontor {

namespace {

// What no index finds is looked at row by row.
#define ORDER_PAGE(WHOSE, AFTER, SORTED)                                                           \
    "SELECT " KONTOR_ORDER_COLUMNS " FROM orders WHERE " WHOSE AFTER                               \
    " AND (? = 0 OR CASE state WHEN 'Completed' THEN 2 WHEN 'Cancelled' THEN 3 ELSE 1 END = ?)"    \
    " AND (? = '' OR fulfilment = ?) AND placed_at >= ? AND placed_at < ?"                         \
    " AND (? = '' OR till = ?) AND upper(receipt) LIKE ? ESCAPE '!' ORDER BY " SORTED " LIMIT ?"

// One for each order of the list: by time, by total, and both the other way round.
#define ORDER_PAGES(WHOSE)                                                                         \
    {                                                                                              \
        {ORDER_PAGE(WHOSE, "(placed_at, id) < (?, ?)", "placed_at DESC, id DESC"),                 \
         ORDER_PAGE(WHOSE, "(placed_at, id) > (?, ?)", "placed_at, id")},                          \
            {ORDER_PAGE(WHOSE, "(total, id) < (?, ?)", "total DESC, id DESC"),                     \
             ORDER_PAGE(WHOSE, "(total, id) > (?, ?)", "total, id")},                              \
    }

constexpr const char *pages[2][2] = ORDER_PAGES("");
constexpr const char *pagesOfCustomer[2][2] = ORDER_PAGES("customer = ? AND ");

#undef ORDER_PAGES
#undef ORDER_PAGE

constexpr qint64 farthest = std::numeric_limits<qint64>::max();

//! What stands in the column that the list is sorted by.
qint64 keyOf(const Order &order, OrderWish::Sort sort)
{
    return sort == OrderWish::Sort::Placed ? order.placedAt.ms : order.total.minor;
}

//! Contains the text, whose own wildcards are letters.
QString containing(QString text)
{
    text.replace(u'!', QStringLiteral("!!"))
        .replace(u'%', QStringLiteral("!%"))
        .replace(u'_', QStringLiteral("!_"));
    return u'%' + text.toUpper() + u'%';
}

QString nameOrNothing(const std::optional<Fulfilment> &fulfilment)
{
    if (!fulfilment)
        return {};
    const auto name = nameOf(*fulfilment);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

//! One page of those that contain this receipt number, of all or of one customer.
Result<QList<Order>> pageOf(Store &store, const OrderWish &wish, const QString &receipt,
                            AccountId customer, const std::optional<Order> &after, int limit)
{
    const qint64 beforeFirst = wish.ascending ? std::numeric_limits<qint64>::min() : farthest;
    const qint64 key = after ? keyOf(*after, wish.sort) : beforeFirst;
    const OrderId id = after ? after->id : OrderId();
    const int states = int(wish.states);
    const QString fulfilment = nameOrNothing(wish.fulfilment);
    const qint64 until = wish.until == Timestamp{} ? farthest : wish.until.ms;
    const auto &statements = customer.isNull() ? pages : pagesOfCustomer;
    const char *sql = statements[int(wish.sort)][int(wish.ascending)];
    if (customer.isNull())
        return store.all(sql, orderFrom, key, id, states, states, fulfilment, fulfilment, wish.from,
                         until, wish.till, wish.till, containing(receipt), limit);
    return store.all(sql, orderFrom, customer, key, id, states, states, fulfilment, fulfilment,
                     wish.from, until, wish.till, wish.till, containing(receipt), limit);
}

} // namespace

Result<QList<Order>> OrderListStore::page(const OrderWish &wish, const std::optional<Order> &after,
                                          int limit) const
{
    if (!wish.customer.isNull() || wish.orCustomers.isEmpty())
        return pageOf(m_store, wish, wish.receipt, wish.customer, after, limit);
    QList<Order> found;
    if (!wish.receipt.isEmpty()) {
        const auto ofReceipt = pageOf(m_store, wish, wish.receipt, {}, after, limit);
        if (!ofReceipt)
            return ofReceipt;
        found = *ofReceipt;
    }
    // The first of each customer are at most so many; to look at all orders would take long.
    for (const AccountId customer : wish.orCustomers) {
        const auto ofCustomer = pageOf(m_store, wish, {}, customer, after, limit);
        if (!ofCustomer)
            return ofCustomer;
        for (const Order &order : *ofCustomer) {
            if (std::ranges::find(found, order.id, &Order::id) == found.end())
                found.append(order);
        }
    }
    std::ranges::sort(found, [&](const Order &one, const Order &other) {
        const auto place = [&](const Order &order) {
            return std::pair(keyOf(order, wish.sort), order.id);
        };
        return wish.ascending ? place(one) < place(other) : place(other) < place(one);
    });
    return found.first(std::min<qsizetype>(found.size(), limit));
}

Result<QStringList> OrderListStore::tills() const
{
    // Leaps from one till to the next, where DISTINCT would read every order.
    return m_store.all("WITH RECURSIVE each (till) AS (SELECT min(till) FROM orders "
                       "UNION ALL SELECT (SELECT min(till) FROM orders WHERE till > each.till) "
                       "FROM each WHERE each.till IS NOT NULL) "
                       "SELECT till FROM each WHERE till IS NOT NULL ORDER BY till",
                       [](const Row &row) { return row.text(0); });
}

} // namespace kontor
