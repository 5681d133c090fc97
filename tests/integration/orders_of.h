// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shop.h"
#include "services/order/order_reader.h"

#include <limits>

namespace kontor {

//! The orders of a shop as its list has them, the newest first.
inline Result<QList<Order>> ordersOf(const Shop &shop, int limit = std::numeric_limits<int>::max())
{
    const auto url = shop.settings().storeOf(QStringLiteral("order"));
    if (!url)
        return url.error();
    const auto reader = OrderReader::open(*url);
    if (!reader)
        return reader.error();
    return (*reader)->list({}, {}, limit);
}

} // namespace kontor
