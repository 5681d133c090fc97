// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"

#include <QLocale>
#include <QTimeZone>

namespace kontor {

enum class NotificationError
{
    NotFound,
    UnderWay,           //!< it has yet to be sent for the first time, or is being sent again
    PlaceholderUnknown, //!< the wording names what mails of its kind do not have
    PlaceholderLoose,   //!< the wording names what not each mail of its kind has, outside brackets
    WordingEmpty,       //!< no subject, or no text
    WordingTooLong,
    HeaderUnsafe, //!< a line break or another control character where a header is made of it
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

enum class MailLanguage
{
    English,
    German,
};
template <>
struct EnumNames<MailLanguage>
{
    static constexpr std::string_view names[] = {"en", "de"}; //!< ISO 639-1
};

//! How a mail is written.
struct MailStyle
{
    MailLanguage language = MailLanguage::English;
    QLocale locale;
    QTimeZone zone = QTimeZone::systemTimeZone(); //!< the shop's
};

//! What a value is, and so how it is written.
enum class MailValueKind
{
    Text, //!< as it is
    Amount,
    Day,
    Moment, //!< written as its day
    CancelReason,
    PaymentFailure,
};
template <>
struct EnumNames<MailValueKind>
{
    static constexpr std::string_view names[] = {"Text",   "Amount",       "Day",
                                                 "Moment", "CancelReason", "PaymentFailure"};
};

//! What stands for {name} in a wording.
struct MailValue
{
    QString name;
    QString value;
    MailValueKind kind = MailValueKind::Text;

    bool operator==(const MailValue &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("kind", self.kind);
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
