// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/topic.h"
#include "services/core/trade.h"

namespace kontor {

enum class PaymentFailure
{
    OutOfStock,
    Declined,
    CaptureFailed,
    Expired
};
template <>
struct EnumNames<PaymentFailure>
{
    static constexpr std::string_view names[] = {"OutOfStock", "Declined", "CaptureFailed",
                                                 "Expired"};
};

enum class RefundStage
{
    Begun,
    Done
};
template <>
struct EnumNames<RefundStage>
{
    static constexpr std::string_view names[] = {"Begun", "Done"};
};

//! All tenders of the order are settled.
struct PaymentProcessed
{
    static constexpr const char *type = "PaymentProcessed";
    OrderId order;
    AccountId customer;
    AddressId address; //!< delivery: where to
    Fulfilment fulfilment = Fulfilment::Counter;
    Money total; //!< what was settled: total + cash rounding of the order
    QString receipt;
    int weightGrams = 0; //!< of all goods; 0: not known

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const PaymentProcessed &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("address", self.address);
        a("customer", self.customer);
        a("fulfilment", self.fulfilment);
        a("order", self.order);
        a("receipt", self.receipt);
        a("total", self.total);
        a("weightGrams", self.weightGrams);
    }
};

//! The order will not be paid. What had been taken is given back already, or becomes a refund due.
struct PaymentFailed
{
    static constexpr const char *type = "PaymentFailed";
    OrderId order;
    AccountId customer;
    PaymentFailure reason = PaymentFailure::Declined;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const PaymentFailed &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("customer", self.customer);
        a("order", self.order);
        a("reason", self.reason);
    }
};

//! A payment link was made for the customer, who is mailed it.
struct PaymentRequested
{
    static constexpr const char *type = "PaymentRequested";
    OrderId order;
    AccountId customer;
    Money amount;
    QString link;
    Timestamp expires;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const PaymentRequested &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("customer", self.customer);
        a("expires", self.expires);
        a("link", self.link);
        a("order", self.order);
    }
};

//! Money of a cancelled order goes back: Begun is said at once, even if nothing was taken; Done
//! when nothing is left to do here.
struct PaymentRefunded
{
    static constexpr const char *type = "PaymentRefunded";
    OrderId order;
    AccountId customer;
    RefundStage stage = RefundStage::Begun;
    Money amount; //!< Done: what went back
    Money due;    //!< Done: what a till still has to pay out

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const PaymentRefunded &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("customer", self.customer);
        a("due", self.due);
        a("order", self.order);
        a("stage", self.stage);
    }
};

//! An authorisation that no order uses was given up; nobody waits for this.
struct AuthorisationVoided
{
    static constexpr const char *type = "AuthorisationVoided";
    OrderId order;
    TenderId tender;
    Money amount;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const AuthorisationVoided &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("order", self.order);
        a("tender", self.tender);
    }
};

class PaymentTopic : public Topic
{
    Q_OBJECT
public:
    using Topic::Topic;
    void append(Transaction &tx, const PaymentProcessed &event)
    {
        Topic::append(tx, event, &PaymentTopic::processed);
    }
    void append(Transaction &tx, const PaymentFailed &event)
    {
        Topic::append(tx, event, &PaymentTopic::failed);
    }
    void append(Transaction &tx, const PaymentRequested &event)
    {
        Topic::append(tx, event, &PaymentTopic::requested);
    }
    void append(Transaction &tx, const PaymentRefunded &event)
    {
        Topic::append(tx, event, &PaymentTopic::refunded);
    }
    void append(Transaction &tx, const AuthorisationVoided &event)
    {
        Topic::append(tx, event, &PaymentTopic::authorisationVoided);
    }

Q_SIGNALS:
    void processed(const kontor::PaymentProcessed &event);
    void failed(const kontor::PaymentFailed &event);
    void requested(const kontor::PaymentRequested &event);
    void refunded(const kontor::PaymentRefunded &event);
    void authorisationVoided(const kontor::AuthorisationVoided &event);
};

} // namespace kontor
