// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

#include <QHash>
#include <QObject>

namespace kontor {

//! Knows which goods of a pickup or a delivery are not there in full. What is sold at the counter
//! is there, whatever the books say.
class CartStock : public QObject
{
    Q_OBJECT
public:
    explicit CartStock(const ShopAccess &access, QObject *parent = nullptr);

    void look(const Cart &cart);
    //! Of each of these products only so much is available.
    const QHash<ProductId, Quantity> &shortages() const { return m_shortages; }

Q_SIGNALS:
    //! The shortages are others than before.
    void looked();
    void failed(const kontor::Error &error);

private:
    void show(const QHash<ProductId, Quantity> &shortages);

    const ShopAccess &m_access;
    QHash<ProductId, Quantity> m_wanted;
    QHash<ProductId, Quantity> m_shortages;
};

} // namespace kontor
