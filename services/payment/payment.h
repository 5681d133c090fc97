// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/trade.h"
#include "services/payment/payment_topic.h"

namespace kontor {

enum class PaymentError
{
    UnknownOrder,
    UnknownTender,
    AlreadyOrdered, //!< the cart is an order: no further card can be authorised for it
    CartAbandoned,
    TenderExists, //!< the id names another tender already
    BadAmount,
    NotAToken,    //!< looks like a card's number, which must never come here
    TrainingCard, //!< in trade, where no such card pays
    NotDue,
    NothingToCapture,
    NoRefundDue,
    ClaimedElsewhere, //!< another till is paying it out
    CallNotOpen,      //!< has its outcome already, or was never sent
    CallUnderWay,     //!< is being asked at this moment; its answer comes first
    NotListed,        //!< the payment system does not show its charges
    ReferenceMissing, //!< of an authorisation: which one it is at the payment system, or no such
                      //!< name
};
KONTOR_ERROR_DOMAIN(PaymentError);

enum class PaymentState
{
    Held,      //!< a cart with an authorised card, no order yet
    Open,      //!< waits for money, stock, or both
    Settling,  //!< both are there: captures and refunds of a return are under way
    Settled,   //!< PaymentProcessed was said
    Due,       //!< the goods are gone and the customer owes for them
    Failing,   //!< what was taken is being given back, then PaymentFailed
    Failed,    //!< PaymentFailed was said
    Refunding, //!< the order is cancelled, the money on its way back
    Refunded,  //!< all that can be given back here was
    Abandoned, //!< a cart that will never be an order
};
template <>
struct EnumNames<PaymentState>
{
    static constexpr std::string_view names[] = {"Held",     "Open",     "Settling", "Settled",
                                                 "Due",      "Failing",  "Failed",   "Refunding",
                                                 "Refunded", "Abandoned"};
};

enum class TenderState
{
    Noted, //!< gives money back, when the order settles
    Authorising,
    Authorised,
    Declined,
    Capturing,
    Captured,
    CaptureFailed,
    Voiding,
    Voided,
    Lapsing, //!< could not be voided; the authorisation ends by itself
    Requesting,
    Requested, //!< the link is with the customer
    Expiring,
    Expired,
    Refunding,
    Refunded,
    RefundDue,
    PaidOut,
    Taken, //!< cash in the drawer or handed out of it, or settled outside
};
template <>
struct EnumNames<TenderState>
{
    static constexpr std::string_view names[] = {
        "Noted",      "Authorising",   "Authorised", "Declined", "Capturing",
        "Captured",   "CaptureFailed", "Voiding",    "Voided",   "Lapsing",
        "Requesting", "Requested",     "Expiring",   "Expired",  "Refunding",
        "Refunded",   "RefundDue",     "PaidOut",    "Taken"};
};

//! Whether an answer of the payment system is still to come for it.
inline bool isUnderWay(TenderState state)
{
    return state == TenderState::Authorising || state == TenderState::Capturing ||
           state == TenderState::Voiding || state == TenderState::Requesting ||
           state == TenderState::Expiring || state == TenderState::Refunding;
}

struct Payment
{
    OrderId order;
    PaymentState state = PaymentState::Open;
    PaymentFailure failure = PaymentFailure::Declined; //!< Failing, Failed: why
    Fulfilment fulfilment = Fulfilment::Counter;
    AccountId customer;
    AddressId address;
    QString receipt;
    QString till;
    Money total; //!< cash rounding included
    int weightGrams = 0;
    bool pending = false; //!< has tenders that need the payment system
    bool stockReady = false;
    bool begun = false; //!< PaymentRefunded(Begun) was said
    bool gone = false;  //!< the parcel is with the carrier: nothing is cancelled any more
    Money due;
    Money writtenOff;
    Timestamp orderedAt;

    bool atCounter() const { return fulfilment == Fulfilment::Counter; }
    bool operator==(const Payment &) const = default;
};

struct PaymentTender
{
    TenderId id;
    OrderId order;
    int position = 0;
    TenderKind kind = TenderKind::Cash;
    Money amount;
    TenderState state = TenderState::Noted;
    bool listed = false; //!< the order counts on it
    int round = 0;       //!< how many calls were wished for it
    Money authorised;
    Money captured;  //!< what we have of it, cash or card
    Money refunding; //!< on its way back
    Money refunded;
    Money refundDue; //!< a till has to pay it out
    Money paidOut;
    Money setOff; //!< of a return: what it took off a debt
    QString claimedBy;
    QString reference;
    QString session;
    QString link;
    Timestamp linkExpires;
    Timestamp nextLookAt;
    QString card; //!< brand and last four digits
    QString note;

    bool isElectronic() const { return kind != TenderKind::Cash && kind != TenderKind::Outside; }
    //! What could still be given back of it.
    Money remaining() const { return captured - refunding - refunded - refundDue - paidOut; }
    bool operator==(const PaymentTender &) const = default;
};

//! A tender that takes or gives this amount, nothing of it done yet.
PaymentTender newTender(const Tender &tender, OrderId order, int position);

struct ReturnedOrder
{
    OrderId original;
    Money amount; //!< positive
};

//! What a till has to pay out to a customer.
struct RefundToPay
{
    Money amount;
    QString claimedBy; //!< the till that is about to; empty: free
    OrderId order;
    Money paidOut; //!< of the same tender, before
    QString receipt;
    TenderId tender;

    bool operator==(const RefundToPay &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("claimedBy", self.claimedBy);
        a("order", self.order);
        a("paidOut", self.paidOut);
        a("receipt", self.receipt);
        a("tender", self.tender);
    }
};

//! The money of an order: how it stands, and each tender.
struct PaymentOverview
{
    Payment payment;
    QList<PaymentTender> tenders;

    PaymentTender *tender(TenderId id);
};

} // namespace kontor
