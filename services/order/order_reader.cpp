// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/order/order_reader.h"

namespace kontor {

Result<std::unique_ptr<OrderReader>> OrderReader::open(const StoreUrl &url)
{
    auto db = Store::open(url, QStringLiteral("order"), Store::Access::Read);
    if (!db)
        return db.error();
    return std::unique_ptr<OrderReader>(new OrderReader(std::move(*db)));
}

} // namespace kontor
