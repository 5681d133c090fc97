// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/external_calls.h"
#include "services/core/system_check.h"
#include "services/payment/payment_settings.h"
#include "services/payment/reconciliation.h"

namespace kontor {

//! What is asked of the payment system, each thing once.
enum class PaymentCallKind
{
    Authorise,
    Capture,
    Void,
    Refund,
    RequestLink,
    ExpireLink
};
template <>
struct EnumNames<PaymentCallKind>
{
    static constexpr std::string_view names[] = {"Authorise", "Capture",     "Void",
                                                 "Refund",    "RequestLink", "ExpireLink"};
};

struct PaymentCall
{
    IntentId key; //!< one key has one effect
    OrderId order;
    TenderId tender;
    Money amount;
    QString reference;       //!< of the charge; of a link that expires: of its session
    QString method;          //!< Authorise: the token of the card
    bool offSession = false; //!< Authorise: the customer is not there
    QString description;     //!< RequestLink: what the customer reads
    Timestamp expires;       //!< RequestLink
};

enum class PaymentResult
{
    Authorised,
    Declined, //!< nothing was done, and will not be
    Captured,
    Lapsed, //!< the authorisation had ended
    Voided,
    Refused, //!< to void it
    Refunded,
    Requested,
    Pending, //!< the link is not paid yet
    Expired,
    Stopped, //!< it was no longer wanted, and never sent
};
template <>
struct EnumNames<PaymentResult>
{
    static constexpr std::string_view names[] = {"Authorised", "Declined", "Captured", "Lapsed",
                                                 "Voided",     "Refused",  "Refunded", "Requested",
                                                 "Pending",    "Expired",  "Stopped"};
};

//! What became of a call, once it is certain.
struct PaymentOutcome
{
    Money amount;
    QString card; //!< brand and last four digits
    Timestamp expires;
    QString link;
    QString note;
    QString reference;
    PaymentResult result = PaymentResult::Declined;

    bool operator==(const PaymentOutcome &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("card", self.card);
        a("expires", self.expires);
        a("link", self.link);
        a("note", self.note);
        a("reference", self.reference);
        a("result", self.result);
    }
};

inline CallReply definiteReply(const PaymentOutcome &outcome)
{
    return {CallReply::Kind::Definite, encode(outcome), outcome.note};
}

//! The company that moves the money. Each function answers once, later or at once, in the caller's
//! thread; a definite reply carries a PaymentOutcome.
class PaymentSystem
{
public:
    using Reply = std::function<void(const CallReply &)>;

    virtual ~PaymentSystem() = default;

    //! Makes the call; made again with the same key and content it has no second effect.
    virtual void make(PaymentCallKind kind, const PaymentCall &call, Reply reply) = 0;
    //! Looks for the effect of a call whose key is no longer honoured; finding none proves nothing
    //! and is Unknown.
    virtual void lookFor(PaymentCallKind kind, const PaymentCall &call, Reply reply) = 0;
    //! Whether the link was paid: Captured, Pending or Expired.
    virtual void lookAtLink(const PaymentCall &call, Reply reply) = 0;

    using Listed = std::function<void(const Result<QList<ListedCharge>> &)>;
    //! All charges that were made from then on and before until; NotListed if that cannot be learnt
    //! whole.
    virtual void listCharges(Timestamp from, Timestamp until, Listed listed) = 0;

    //! Speaks to this one from now on.
    virtual void use(const PaymentSettings &settings) = 0;
    //! Asks one that need not be the one in use for something that changes nothing.
    virtual void check(const PaymentSettings &settings,
                       std::function<void(const SystemCheck &)> answered) = 0;
};

} // namespace kontor
