// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shop_settings.h"
#include "services/core/story.h"

namespace kontor {

enum class StoryError
{
    NoSuchOrder
};
KONTOR_ERROR_DOMAIN(StoryError);

struct OrderStory
{
    OrderId order;
    QString receipt;
    QList<StoryEvent> events;
};

//! Everything that ever happened to one order, from all topics. Reads only. The order is named by
//! its id or its receipt number.
Result<OrderStory> orderStory(const ShopSettings &settings, const QString &idOrNumber);

} // namespace kontor
