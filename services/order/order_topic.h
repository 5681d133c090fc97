// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/topic.h"
#include "services/core/trade.h"

namespace kontor {

enum class CancelReason
{
    ByStaff,
    OutOfStock,
    Declined,
    CaptureFailed,
    Expired,
    NotDeliverable,
    Recalled,
    NotCollected
};
template <>
struct EnumNames<CancelReason>
{
    static constexpr std::string_view names[] = {"ByStaff",       "OutOfStock",  "Declined",
                                                 "CaptureFailed", "Expired",     "NotDeliverable",
                                                 "Recalled",      "NotCollected"};
};

//! The order was accepted; its goods are to be reserved, at the counter issued, of a return taken
//! back.
struct OrderProcessed
{
    static constexpr const char *type = "OrderProcessed";
    OrderId order;
    QString receipt;
    AccountId customer;
    Fulfilment fulfilment = Fulfilment::Counter;
    bool backorder = false;
    QList<GoodsLine> lines; //!< stocked lines only
    Money total;
    QDate wishedFor = {}; //!< delivery or pickup: the customer's day; may be empty

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const OrderProcessed &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("backorder", self.backorder);
        a("customer", self.customer);
        a("fulfilment", self.fulfilment);
        a("lines", self.lines);
        a("order", self.order);
        a("receipt", self.receipt);
        a("total", self.total);
        a("wishedFor", self.wishedFor);
    }
};

struct OrderCancelled
{
    static constexpr const char *type = "OrderCancelled";
    OrderId order;
    QString receipt;
    AccountId customer;
    CancelReason reason = CancelReason::ByStaff;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const OrderCancelled &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("customer", self.customer);
        a("order", self.order);
        a("reason", self.reason);
        a("receipt", self.receipt);
    }
};

//! The goods are with the customer, or with the carrier.
struct OrderCompleted
{
    static constexpr const char *type = "OrderCompleted";
    OrderId order;
    QString receipt;
    AccountId customer;
    Fulfilment fulfilment = Fulfilment::Counter;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const OrderCompleted &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("customer", self.customer);
        a("fulfilment", self.fulfilment);
        a("order", self.order);
        a("receipt", self.receipt);
    }
};

//! A pickup is paid and waits to be collected.
struct OrderReady
{
    static constexpr const char *type = "OrderReady";
    OrderId order;
    QString receipt;
    AccountId customer;
    Timestamp collectBy;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const OrderReady &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("collectBy", self.collectBy);
        a("customer", self.customer);
        a("order", self.order);
        a("receipt", self.receipt);
    }
};

class OrderTopic : public Topic
{
    Q_OBJECT
public:
    using Topic::Topic;
    void append(Transaction &tx, const OrderProcessed &event)
    {
        Topic::append(tx, event, &OrderTopic::processed);
    }
    void append(Transaction &tx, const OrderCancelled &event)
    {
        Topic::append(tx, event, &OrderTopic::cancelled);
    }
    void append(Transaction &tx, const OrderCompleted &event)
    {
        Topic::append(tx, event, &OrderTopic::completed);
    }
    void append(Transaction &tx, const OrderReady &event)
    {
        Topic::append(tx, event, &OrderTopic::ready);
    }

Q_SIGNALS:
    void processed(const kontor::OrderProcessed &event);
    void cancelled(const kontor::OrderCancelled &event);
    void completed(const kontor::OrderCompleted &event);
    void ready(const kontor::OrderReady &event);
};

} // namespace kontor
