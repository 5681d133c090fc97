// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/story.h"

#include "services/order/order_reader.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct FoundOrder
{
    OrderId id;
    QString receipt; //!< empty: not known yet
};

Error noSuchOrder(const QString &idOrNumber)
{
    return Error(StoryError::NoSuchOrder, u"There is no order '%1'."_s.arg(idOrNumber.left(60)));
}

Result<FoundOrder> findOrder(const ShopSettings &settings, const QString &idOrNumber)
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
    if (order->has_value())
        return FoundOrder{(*order)->id, (*order)->receipt};
    // An order that is known by id may not have reached the order service yet.
    if (id)
        return FoundOrder{*id, {}};
    return noSuchOrder(idOrNumber);
}

} // namespace

Result<OrderStory> orderStory(const ShopSettings &settings, const QString &idOrNumber)
{
    const auto order = findOrder(settings, idOrNumber);
    if (!order)
        return order.error();
    const auto places = settings.topicPlaces();
    if (!places)
        return places.error();
    auto events = storyOf(subject(order->id), *places);
    if (!events)
        return events.error();
    if (events->isEmpty())
        return noSuchOrder(idOrNumber);
    return OrderStory{order->id, order->receipt, std::move(*events)};
}

} // namespace kontor
