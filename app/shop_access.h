// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shop.h"
#include "models/shop_access.h"

namespace kontor {

//! What the window may know of an open shop.
Result<ShopAccess> accessTo(Shop &shop, Secrets &secrets);

//! Where the window of a shop's folder keeps how it is wanted.
QString windowFileIn(const QString &folder);

} // namespace kontor
