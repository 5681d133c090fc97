// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/order/order_reader.h"

#include <QObject>

namespace kontor {

//! Lists orders beside the shop.
class OrderLookup : public QObject
{
    Q_OBJECT
public:
    explicit OrderLookup(StoreUrl url) : m_url(std::move(url)) {}

    Result<QList<Order>> list(const OrderWish &wish, const std::optional<Order> &after, int limit);
    //! As they are now, in this order; what is not known is left out.
    Result<QList<Order>> orders(const QList<OrderId> &ids);
    Result<QStringList> tills();

private:
    Result<> open();

    StoreUrl m_url;
    std::unique_ptr<OrderReader> m_reader; // made at the first question, in the thread that asks
};

} // namespace kontor
