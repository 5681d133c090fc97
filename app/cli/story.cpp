// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/story.h"

#include "services/order/order_reader.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

Result<OrderId> findOrder(const ShopSettings &settings, const QString &idOrNumber, QString &receipt)
{
    const auto url = settings.storeOf(u"order"_s);
    if (!url)
        return url.error();
    const auto orders = OrderReader::open(*url);
    if (!orders)
        return orders.error();
    const auto id = OrderId::fromText(idOrNumber);
    const auto order = id ? (*orders)->order(*id) : (*orders)->orderByReceipt(idOrNumber);
    if (!order)
        return order.error();
    if (order->has_value()) {
        receipt = (*order)->receipt;
        return (*order)->id;
    }
    // An order that is known by id may not have reached the order service yet.
    if (id)
        return *id;
    return Error(StoryError::NoSuchOrder, u"There is no order '%1'."_s.arg(idOrNumber.left(60)));
}

} // namespace

Result<OrderStory> orderStory(const ShopSettings &settings, const QString &idOrNumber)
{
    OrderStory story;
    const auto order = findOrder(settings, idOrNumber, story.receipt);
    if (!order)
        return order.error();
    story.order = *order;
    const auto places = settings.topicPlaces();
    if (!places)
        return places.error();
    auto events = storyOf(subject(*order), *places);
    if (!events)
        return events.error();
    if (events->isEmpty())
        return Error(StoryError::NoSuchOrder,
                     u"There is no order '%1'."_s.arg(idOrNumber.left(60)));
    story.events = std::move(*events);
    return story;
}

} // namespace kontor
