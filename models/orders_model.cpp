// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/orders_model.h"

#include "models/texts.h"
#include "services/core/call.h"

#include <algorithm>
#include <utility>

namespace kontor {

OrdersModel::OrdersModel(const ShopAccess &access, const ReaderThread<OrderLookup> &lookup,
                         QObject *parent)
    : TableModel({tr("Receipt"), tr("Placed"), tr("Fulfilment"), tr("State"), tr("Total")}, parent)
    , m_access(access)
    , m_lookup(lookup)
{
}

void OrdersModel::list(const OrderWish &wish, const QString &text)
{
    const Query query{wish, text.simplified()};
    if (query == m_query)
        return;
    m_query = query;
    findCustomers();
}

void OrdersModel::findCustomers()
{
    OrderWish wish = m_query.wish;
    wish.receipt = m_query.text;
    m_hasMoreCustomers = false;
    if (m_query.text.isEmpty() || !wish.customer.isNull()) {
        m_wish = wish;
        return refresh();
    }
    call(m_access.account, &AccountService::find, m_query.text)
        .then(this, [this, query = m_query, wish](const Result<FoundAccounts> &found) {
            if (query != m_query)
                return;
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_wish = wish;
            m_hasMoreCustomers = found->hasMore;
            for (const Account &account : found->accounts)
                m_wish.orCustomers.append(account.id);
            refresh();
        });
}

void OrdersModel::refresh()
{
    if (m_reading)
        m_again = true;
    else
        read();
}

void OrdersModel::read()
{
    m_reading = true;
    call(*m_lookup, &OrderLookup::list, m_wish, std::optional<Order>(), pageSize)
        .then(this, [this, wish = m_wish](const Result<QList<Order>> &first) {
            m_reading = false;
            if (std::exchange(m_again, false) || wish != m_wish)
                read();
            if (wish != m_wish)
                return;
            if (!first) {
                Q_EMIT failed(first.error());
                return;
            }
            take(*first);
            lookAgain();
            Q_EMIT refreshed();
        });
}

void OrdersModel::replace(const QList<Order> &orders)
{
    beginResetModel();
    m_listed = m_wish;
    m_orders = orders;
    m_complete = orders.size() < pageSize;
    endResetModel();
}

void OrdersModel::take(const QList<Order> &first)
{
    // The rows there are must go on where the new ones leave off, else the list starts anew.
    const auto same = m_orders.isEmpty()
                          ? first.cend()
                          : std::ranges::find(first, m_orders.first().id, &Order::id);
    if (same == first.cend() || m_listed != m_wish)
        return replace(first);
    const qsizetype added = same - first.cbegin();
    const qsizetype known = first.size() - added;
    const bool goesOn = known <= m_orders.size() &&
                        (first.size() == pageSize || known == m_orders.size()) &&
                        std::equal(same, first.cend(), m_orders.cbegin(), m_orders.cbegin() + known,
                                   [](const Order &a, const Order &b) { return a.id == b.id; });
    if (!goesOn)
        return replace(first);
    for (qsizetype row = 0; row < known; ++row) {
        if (m_orders[row] == first[added + row])
            continue;
        m_orders[row] = first[added + row];
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
    if (added > 0) {
        beginInsertRows({}, 0, int(added) - 1);
        m_orders = first.first(added) + m_orders;
        endInsertRows();
    }
    // What is new may have its place at the end.
    if (m_wish != OrderWish{} && m_orders.size() >= pageSize)
        m_complete = false;
}

void OrdersModel::showRows(int first, int last)
{
    m_firstInSight = first;
    m_lastInSight = last;
    lookAgain();
}

void OrdersModel::lookAgain()
{
    if (m_looking) {
        m_moved = true;
        return;
    }
    const int from = std::max(m_firstInSight, pageSize);
    const int end = std::min({m_lastInSight + 1, rowCount(), from + pageSize});
    QList<OrderId> ids;
    for (int row = from; row < end; ++row)
        ids.append(m_orders[row].id);
    if (ids.isEmpty())
        return;
    m_looking = true;
    call(*m_lookup, &OrderLookup::orders, ids)
        .then(this, [this](const Result<QList<Order>> &orders) {
            m_looking = false;
            if (!orders) {
                Q_EMIT failed(orders.error());
                return;
            }
            renew(*orders);
            if (std::exchange(m_moved, false))
                lookAgain();
        });
}

void OrdersModel::renew(const QList<Order> &orders)
{
    for (const Order &order : orders) {
        const int row = rowOf(order.id);
        if (row < 0 || m_orders[row] == order)
            continue;
        m_orders[row] = order;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

bool OrdersModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_fetching && !m_orders.isEmpty();
}

void OrdersModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    const std::optional<Order> last = m_orders.last();
    call(*m_lookup, &OrderLookup::list, m_wish, last, pageSize)
        .then(this, [this, wish = m_wish, last](const Result<QList<Order>> &more) {
            m_fetching = false;
            if (!more) {
                Q_EMIT failed(more.error());
                return;
            }
            if (wish != m_wish || m_orders.isEmpty() || m_orders.last().id != last->id)
                return;
            m_complete = more->size() < pageSize;
            if (more->isEmpty())
                return;
            const int from = int(m_orders.size());
            beginInsertRows({}, from, from + int(more->size()) - 1);
            m_orders += *more;
            endInsertRows();
        });
}

int OrdersModel::rowOf(OrderId id) const { return rowWith(m_orders, &Order::id, id); }

QVariant OrdersModel::display(const Order &order, Column column) const
{
    switch (column) {
    case ReceiptColumn:
        return order.receipt;
    case PlacedColumn:
        return momentText(order.placedAt);
    case FulfilmentColumn:
        return nameText(order.fulfilment);
    case StateColumn:
        return nameText(order.state);
    case TotalColumn:
        return amountText(order.total);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Order &order = m_orders[index.row()];
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return display(order, column);
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    if (role != RawRole)
        return {};
    switch (column) {
    case ReceiptColumn:
        return order.receipt;
    case PlacedColumn:
        return order.placedAt.ms;
    case FulfilmentColumn:
        return int(order.fulfilment);
    case StateColumn:
        return int(order.state);
    case TotalColumn:
        return order.total.minor;
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
