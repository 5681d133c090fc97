// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"
#include "services/order/order.h"

namespace kontor {

//! Lists of orders, page by page: each page is read from where the last one ended.
class OrderListStore
{
public:
    explicit OrderListStore(Store &store) : m_store(store) {}

    Result<QList<Order>> page(const OrderWish &wish, const std::optional<Order> &after,
                              int limit) const;
    Result<QStringList> tills() const;

private:
    Store &m_store;
};

} // namespace kontor
