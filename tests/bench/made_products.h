// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog_service.h"

namespace kontor {

//! A part of a large catalog of made-up goods, with names of several words and barcodes.
QList<Product> madeProducts(int from, int count);

//! Fills a catalog with so many of them.
Result<> saveMadeProducts(CatalogService &catalog, const Clock &clock, int products);

} // namespace kontor
