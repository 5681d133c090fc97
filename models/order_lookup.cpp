// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order_lookup.h"

namespace kontor {

Result<> OrderLookup::open()
{
    if (m_reader)
        return {};
    auto reader = OrderReader::open(m_url);
    if (!reader)
        return reader.error();
    m_reader = std::move(*reader);
    return {};
}

Result<QList<Order>> OrderLookup::list(const OrderWish &wish, const std::optional<Order> &after,
                                       int limit)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    return m_reader->list(wish, after, limit);
}

Result<QList<Order>> OrderLookup::orders(const QList<OrderId> &ids)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    QList<Order> found;
    for (const OrderId id : ids) {
        const auto order = m_reader->order(id);
        if (!order)
            return order.error();
        if (order->has_value())
            found.append(**order);
    }
    return found;
}

Result<QStringList> OrderLookup::tills()
{
    if (const auto opened = open(); !opened)
        return opened.error();
    return m_reader->tills();
}

} // namespace kontor
