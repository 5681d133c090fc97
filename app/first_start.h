// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shop_settings.h"
#include "models/shop_profile.h"

namespace kontor {

class FirstRun;

//! Whether nobody has founded a shop in this folder yet.
bool isUnfounded(const QString &folder);

//! Asks what must be known of a new shop and keeps it; nothing if the window was closed instead.
Result<std::optional<ShopProfile>> foundShop(const QString &folder, FirstRun &window);

//! Does what the first start began, to its end; false if the window was closed before.
Result<bool> fillShop(const ShopProfile &profile, const ShopSettings &settings, FirstRun &window);

} // namespace kontor
