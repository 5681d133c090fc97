// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/topic.h"
#include "services/core/trade.h"

namespace kontor {

//! What an order wants and the stock does not have.
struct MissingGoods
{
    Quantity available;
    ProductId product;
    Quantity wanted;

    bool operator==(const MissingGoods &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("available", self.available);
        a("product", self.product);
        a("wanted", self.wanted);
    }
};

//! All goods of the order are reserved; at the counter issued, of a return taken back.
struct InventoryProcessed
{
    static constexpr const char *type = "InventoryProcessed";
    OrderId order;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const InventoryProcessed &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("order", self.order);
    }
};

//! The order cannot be served and may not wait.
struct InventoryOutOfStock
{
    static constexpr const char *type = "InventoryOutOfStock";
    OrderId order;
    AccountId customer;
    QList<MissingGoods> missing;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const InventoryOutOfStock &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("customer", self.customer);
        a("missing", self.missing);
        a("order", self.order);
    }
};

//! The order waits for goods; InventoryProcessed follows when they are there.
struct InventoryBackordered
{
    static constexpr const char *type = "InventoryBackordered";
    OrderId order;
    AccountId customer;
    QList<MissingGoods> missing;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const InventoryBackordered &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("customer", self.customer);
        a("missing", self.missing);
        a("order", self.order);
    }
};

//! Nothing is held for the cancelled order any more (said even if nothing was).
struct InventoryReleased
{
    static constexpr const char *type = "InventoryReleased";
    OrderId order;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const InventoryReleased &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("order", self.order);
    }
};

//! What is available of a product fell to its reorder point or below.
struct InventoryLow
{
    static constexpr const char *type = "InventoryLow";
    ProductId product;
    Quantity available;
    Quantity reorderPoint;

    SubjectId subject() const { return kontor::subject(product); }
    bool operator==(const InventoryLow &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("available", self.available);
        a("product", self.product);
        a("reorderPoint", self.reorderPoint);
    }
};

class InventoryTopic : public Topic
{
    Q_OBJECT
public:
    using Topic::Topic;
    void append(Transaction &tx, const InventoryProcessed &event)
    {
        Topic::append(tx, event, &InventoryTopic::processed);
    }
    void append(Transaction &tx, const InventoryOutOfStock &event)
    {
        Topic::append(tx, event, &InventoryTopic::outOfStock);
    }
    void append(Transaction &tx, const InventoryBackordered &event)
    {
        Topic::append(tx, event, &InventoryTopic::backordered);
    }
    void append(Transaction &tx, const InventoryReleased &event)
    {
        Topic::append(tx, event, &InventoryTopic::released);
    }
    void append(Transaction &tx, const InventoryLow &event)
    {
        Topic::append(tx, event, &InventoryTopic::low);
    }

Q_SIGNALS:
    void processed(const kontor::InventoryProcessed &event);
    void outOfStock(const kontor::InventoryOutOfStock &event);
    void backordered(const kontor::InventoryBackordered &event);
    void released(const kontor::InventoryReleased &event);
    void low(const kontor::InventoryLow &event);
};

} // namespace kontor
