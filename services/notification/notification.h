// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"

namespace kontor {

enum class NotificationError
{
    NotFound,
    UnderWay,           //!< it has yet to be sent for the first time, or is being sent again
    TemplateMissing,    //!< or it has no body
    PlaceholderUnknown, //!< the template asks for what the mail does not have
    HeaderUnsafe,       //!< a line break or another control character where a header is made of it
    NotAMailAddress,
    CannotWrite,
};
KONTOR_ERROR_DOMAIN(NotificationError);

enum class MailKind
{
    Welcome,
    OrderConfirmed,
    OrderCancelled,
    OrderReady,
    Backordered,
    PaymentLink,
    PaymentFailed,
    Refunded,
    RefundDue,
    Shipped,
    Delivered,
};
template <>
struct EnumNames<MailKind>
{
    static constexpr std::string_view names[] = {
        "Welcome",     "OrderConfirmed", "OrderCancelled", "OrderReady",
        "Backordered", "PaymentLink",    "PaymentFailed",  "Refunded",
        "RefundDue",   "Shipped",        "Delivered"};
};

enum class MailState
{
    Queued,
    Sent,
    Failed,  //!< refused for good; a person may try it once more
    Skipped, //!< there is nobody to send it to
};
template <>
struct EnumNames<MailState>
{
    static constexpr std::string_view names[] = {"Queued", "Sent", "Failed", "Skipped"};
};

//! What stands for {name} in a template.
struct MailValue
{
    QString name;
    QString value;

    bool operator==(const MailValue &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("name", self.name);
        a("value", self.value);
    }
};

//! A mail as it is kept: whom it is for and what it says, but neither name nor address.
struct QueuedMail
{
    MailId id;
    QString messageId;
    MailKind kind = MailKind::Welcome;
    AccountId account;
    OrderId order;
    QList<MailValue> values;
    MailState state = MailState::Queued;
    int retries = 0;
    Timestamp createdAt;
    QString note;     //!< why it was not accepted, for good or so far
    Timestamp nextAt; //!< Queued: when it is tried, once more if it was not accepted

    bool operator==(const QueuedMail &) const = default;
};

} // namespace kontor
