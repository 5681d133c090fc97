// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_reader.h"

namespace kontor {

Result<std::unique_ptr<CartReader>> CartReader::open(const StoreUrl &url)
{
    auto db = Store::open(url, QStringLiteral("cart"), Store::Access::Read);
    if (!db)
        return db.error();
    return std::unique_ptr<CartReader>(new CartReader(std::move(*db)));
}

} // namespace kontor
