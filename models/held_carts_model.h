// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

#include <QAbstractListModel>

namespace kontor {

//! The carts that this till put aside, the oldest first.
class HeldCartsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        DetailRole = Qt::UserRole, //!< how many lines, what they come to, since when
    };

    explicit HeldCartsModel(const ShopAccess &access, QObject *parent = nullptr);

    //! Looks anew; looked() or failed() follows.
    void look();
    OrderId cart(int row) const { return m_carts[row].id; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void looked();
    void failed(const kontor::Error &error);

private:
    static QString detail(const Cart &cart);

    const ShopAccess &m_access;
    QList<Cart> m_carts;
};

} // namespace kontor
