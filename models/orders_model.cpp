// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/orders_model.h"

#include "models/texts.h"
#include "services/core/call.h"

#include <algorithm>

namespace kontor {

OrdersModel::OrdersModel(const ShopAccess &access, QObject *parent)
    : QAbstractTableModel(parent)
    , m_access(access)
{
}

void OrdersModel::setReceipt(const QString &receipt)
{
    if (m_receipt == receipt)
        return;
    m_receipt = receipt;
    m_complete = false;
    refresh();
}

void OrdersModel::refresh()
{
    if (m_receipt.isEmpty())
        refreshNewest();
    else
        refreshOne();
}

void OrdersModel::refreshNewest()
{
    call(m_access.order, &OrderService::newest, OrderId{}, pageSize)
        .then(this, [this](const Result<QList<Order>> &newest) {
            if (!m_receipt.isEmpty())
                return;
            if (!newest) {
                Q_EMIT failed(newest.error());
                return;
            }
            merge(*newest);
            Q_EMIT refreshed();
        });
}

void OrdersModel::refreshOne()
{
    const QString receipt = m_receipt;
    call(m_access.order, &OrderService::orderByReceipt, receipt)
        .then(this, [this, receipt](const Result<std::optional<Order>> &order) {
            if (m_receipt != receipt)
                return;
            if (!order) {
                Q_EMIT failed(order.error());
                return;
            }
            m_complete = true;
            merge(order->has_value() ? QList<Order>{**order} : QList<Order>());
            Q_EMIT refreshed();
        });
}

void OrdersModel::replace(const QList<Order> &orders)
{
    beginResetModel();
    m_orders = orders;
    m_complete = m_complete || orders.size() < pageSize;
    endResetModel();
}

void OrdersModel::merge(const QList<Order> &newest)
{
    // The rows there are must go on where the newest leave off, else the list starts anew.
    const auto first = m_orders.isEmpty()
                           ? newest.cend()
                           : std::ranges::find(newest, m_orders.first().id, &Order::id);
    if (first == newest.cend())
        return replace(newest);
    const qsizetype added = first - newest.cbegin();
    const qsizetype known = newest.size() - added;
    const bool goesOn =
        m_receipt.isEmpty() && known <= m_orders.size() &&
        std::equal(first, newest.cend(), m_orders.cbegin(), m_orders.cbegin() + known,
                   [](const Order &a, const Order &b) { return a.id == b.id; });
    if (!goesOn)
        return replace(newest);
    for (qsizetype row = 0; row < known; ++row) {
        if (m_orders[row] == newest[added + row])
            continue;
        m_orders[row] = newest[added + row];
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
    if (added > 0) {
        beginInsertRows({}, 0, int(added) - 1);
        m_orders = newest.first(added) + m_orders;
        endInsertRows();
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
    const OrderId last = m_orders.last().id;
    call(m_access.order, &OrderService::newest, last, pageSize)
        .then(this, [this, last](const Result<QList<Order>> &older) {
            m_fetching = false;
            if (!older) {
                Q_EMIT failed(older.error());
                return;
            }
            if (m_orders.isEmpty() || m_orders.last().id != last)
                return;
            m_complete = older->size() < pageSize;
            if (older->isEmpty())
                return;
            const int from = int(m_orders.size());
            beginInsertRows({}, from, from + int(older->size()) - 1);
            m_orders += *older;
            endInsertRows();
        });
}

int OrdersModel::rowOf(OrderId id) const
{
    const auto found = std::ranges::find(m_orders, id, &Order::id);
    return found == m_orders.end() ? -1 : int(found - m_orders.begin());
}

int OrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_orders.size());
}

int OrdersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

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
        return column == TotalColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                     : int(Qt::AlignLeft | Qt::AlignVCenter);
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

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == TotalColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                      : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case ReceiptColumn:
        return tr("Receipt");
    case PlacedColumn:
        return tr("Placed");
    case FulfilmentColumn:
        return tr("Fulfilment");
    case StateColumn:
        return tr("State");
    case TotalColumn:
        return tr("Total");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
