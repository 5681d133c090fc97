// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/order_lookup.h"
#include "models/reader_thread.h"
#include "models/shop_access.h"

#include <QAbstractTableModel>

namespace kontor {

//! The orders that are wished for, as far as somebody has scrolled.
class OrdersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        ReceiptColumn,
        PlacedColumn,
        FulfilmentColumn,
        StateColumn,
        TotalColumn,
        ColumnCount
    };
    enum Role
    {
        RawRole = Qt::UserRole, //!< text, milliseconds, or an enum's number
    };

    OrdersModel(const ShopAccess &access, const ReaderThread<OrderLookup> &lookup,
                QObject *parent = nullptr);

    //! The text is a part of a receipt number, or the beginnings of the customer's names or mail
    //! address; empty: all orders of the wish.
    void list(const OrderWish &wish, const QString &text);
    //! Asks for what is new; rows that stay keep their places.
    void refresh();
    //! The rows that are in sight: beyond the first page only these are looked at again.
    void showRows(int first, int last);

    const Order &order(int row) const { return m_orders[row]; }
    int rowOf(OrderId id) const;
    //! More customers have such a name than those whose orders are listed.
    bool hasMoreCustomers() const { return m_hasMoreCustomers; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static constexpr int pageSize = 100;

Q_SIGNALS:
    //! The list is as it was asked for.
    void refreshed();
    void failed(const kontor::Error &error);

private:
    struct Query
    {
        OrderWish wish;
        QString text;

        bool operator==(const Query &) const = default;
    };

    void findCustomers();
    void read();
    void take(const QList<Order> &first);
    void replace(const QList<Order> &orders);
    void lookAgain();
    void renew(const QList<Order> &orders);
    QVariant display(const Order &order, Column column) const;

    const ShopAccess &m_access;
    const ReaderThread<OrderLookup> &m_lookup;
    Query m_query;
    OrderWish m_wish;   //!< of the query, with the customers that its text found
    OrderWish m_listed; //!< that of the rows
    QList<Order> m_orders;
    bool m_hasMoreCustomers = false;
    bool m_reading = false;
    bool m_again = false;
    bool m_complete = false; //!< there are no more
    bool m_fetching = false;
    bool m_looking = false;
    bool m_moved = false; //!< other rows are in sight than those that are looked at again
    int m_firstInSight = 0;
    int m_lastInSight = 0;
};

} // namespace kontor
