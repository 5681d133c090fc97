// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/story.h"

#include "services/cart/cart_topic.h"
#include "services/order/order_reader.h"

#include <algorithm>

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

//! The order of a receipt that is among the newest of this till.
Result<std::optional<OrderId>> newlyOrdered(const ShopSettings &settings, const QString &receipt)
{
    constexpr int newest = 1000;
    const auto url = settings.storeOf(u"cart"_s);
    if (!url)
        return url.error();
    const auto carts = TopicReader::open(*url, u"cart"_s, settings.sourceOf(u"cart"_s));
    if (!carts)
        return carts.error();
    const auto head = (*carts)->head();
    if (!head)
        return head.error();
    const auto events = (*carts)->after(std::max<qint64>(0, *head - newest), newest);
    if (!events)
        return events.error();
    for (const StoredEvent &event : *events) {
        if (event.type != QLatin1String(ShoppingCartOrdered::type))
            continue;
        const auto ordered = decode<Envelope<ShoppingCartOrdered>>(event.bytes);
        if (ordered && ordered->data.receipt == receipt)
            return std::optional(ordered->data.order);
    }
    return std::optional<OrderId>();
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
    // What was ordered a moment ago may not have reached the order service yet.
    if (id)
        return FoundOrder{*id, {}};
    const auto ordered = newlyOrdered(settings, idOrNumber);
    if (!ordered)
        return ordered.error();
    if (ordered->has_value())
        return FoundOrder{**ordered, idOrNumber};
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
