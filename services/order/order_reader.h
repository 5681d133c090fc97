// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/order/order_list_store.h"
#include "services/order/order_store.h"

#include <memory>

namespace kontor {

//! Looks orders up over a read-only connection of its own, beside a shop that may be running.
class OrderReader
{
public:
    static Result<std::unique_ptr<OrderReader>> open(const StoreUrl &url);

    Result<std::optional<Order>> order(OrderId id) const { return m_store.find(id); }
    Result<std::optional<Order>> orderByReceipt(const QString &receipt) const
    {
        return m_store.findByReceipt(receipt);
    }
    //! Those that come after the given one; from the first on without it.
    Result<QList<Order>> list(const OrderWish &wish, const std::optional<Order> &after,
                              int limit) const
    {
        return m_list.page(wish, after, limit);
    }
    //! Those that have sold something.
    Result<QStringList> tills() const { return m_list.tills(); }

private:
    explicit OrderReader(std::unique_ptr<Store> db)
        : m_db(std::move(db))
        , m_store(*m_db)
        , m_list(*m_db)
    {
    }

    std::unique_ptr<Store> m_db;
    OrderStore m_store;
    OrderListStore m_list;
};

} // namespace kontor
