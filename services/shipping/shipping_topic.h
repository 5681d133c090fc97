// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/topic.h"
#include "services/core/trade.h"

namespace kontor {

enum class ShippingFailure
{
    NotDeliverable,
    Recalled
};
template <>
struct EnumNames<ShippingFailure>
{
    static constexpr std::string_view names[] = {"NotDeliverable", "Recalled"};
};

//! The parcel was handed to the carrier.
struct ShippingProcessed
{
    static constexpr const char *type = "ShippingProcessed";
    OrderId order;
    AccountId customer;
    QString carrier;
    QString trackingNumber;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const ShippingProcessed &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("carrier", self.carrier);
        a("customer", self.customer);
        a("order", self.order);
        a("trackingNumber", self.trackingNumber);
    }
};

//! The parcel will not be sent: given up or recalled.
struct ShippingFailed
{
    static constexpr const char *type = "ShippingFailed";
    OrderId order;
    AccountId customer;
    ShippingFailure reason = ShippingFailure::NotDeliverable;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const ShippingFailed &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("customer", self.customer);
        a("order", self.order);
        a("reason", self.reason);
    }
};

struct ShippingDelivered
{
    static constexpr const char *type = "ShippingDelivered";
    OrderId order;
    AccountId customer;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const ShippingDelivered &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("customer", self.customer);
        a("order", self.order);
    }
};

class ShippingTopic : public Topic
{
    Q_OBJECT
public:
    using Topic::Topic;
    void append(Transaction &tx, const ShippingProcessed &event)
    {
        Topic::append(tx, event, &ShippingTopic::processed);
    }
    void append(Transaction &tx, const ShippingFailed &event)
    {
        Topic::append(tx, event, &ShippingTopic::failed);
    }
    void append(Transaction &tx, const ShippingDelivered &event)
    {
        Topic::append(tx, event, &ShippingTopic::delivered);
    }

Q_SIGNALS:
    void processed(const kontor::ShippingProcessed &event);
    void failed(const kontor::ShippingFailed &event);
    void delivered(const kontor::ShippingDelivered &event);
};

} // namespace kontor
