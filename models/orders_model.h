// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

#include <QAbstractTableModel>

namespace kontor {

//! The orders, the newest first, as far back as somebody has scrolled; or the one of a receipt
//! number.
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

    explicit OrdersModel(const ShopAccess &access, QObject *parent = nullptr);

    //! Empty: all orders.
    void setReceipt(const QString &receipt);
    //! Asks for what is new; rows that stay keep their places.
    void refresh();

    const Order &order(int row) const { return m_orders[row]; }
    int rowOf(OrderId id) const;

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
    void refreshNewest();
    void refreshOne();
    void merge(const QList<Order> &newest);
    void replace(const QList<Order> &orders);
    QVariant display(const Order &order, Column column) const;

    const ShopAccess &m_access;
    QString m_receipt;
    QList<Order> m_orders;
    bool m_complete = false; //!< there is nothing older
    bool m_fetching = false;
};

} // namespace kontor
