// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/catalog_reader.h"

namespace kontor {

Result<std::unique_ptr<CatalogReader>> CatalogReader::open(const StoreUrl &url)
{
    auto db = Store::open(url, QStringLiteral("catalog"), Store::Access::Read);
    if (!db)
        return db.error();
    return std::unique_ptr<CatalogReader>(new CatalogReader(std::move(*db)));
}

} // namespace kontor
