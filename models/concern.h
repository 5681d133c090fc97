// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/subscription.h"
#include "services/notification/notification.h"
#include "services/order/order.h"
#include "services/payment/payment_service.h"
#include "services/shipping/shipping.h"

#include <variant>

namespace kontor {

//! One thing that needs a person, with all that the service knows that cannot go on.
struct Concern
{
    enum class Kind
    {
        ParkedEvent,
        UnclearCall,
        Parcel,
        Uncollected,
        Declined,
        Due,
        RefundDue,
        FailedMail,
        Difference,
    };
    struct Parked
    {
        QString service;
        ParkedEvent event;

        bool operator==(const Parked &) const = default;
    };
    //! An Intent is a call to the logistics system, an Order one that nobody collected or that was
    //! not paid, a Payment a debt.
    using Matter = std::variant<Parked, OpenCall, Intent, Shipment, Order, Payment, RefundToPay,
                                QueuedMail, kontor::Difference>;

    Kind kind = Kind::ParkedEvent;
    SubjectId about; //!< an order, or its cart; of an event or a mail perhaps an account
    QString receipt; //!< empty: not known
    Timestamp since;
    Matter matter;

    template <class What>
    const What &as() const
    {
        return std::get<What>(matter);
    }
    bool operator==(const Concern &) const = default;
};

//! What a person can do about a concern.
enum class Remedy
{
    TryAgain, //!< put the parked event back in line
    AskAgain,
    EnterAnswer, //!< what the payment system's own pages say
    CorrectParcel,
    GiveUpParcel,
    CloseVoid,    //!< a label that is not taken back: let go
    CloseTrouble, //!< of a parcel on its way: seen to
    HandOver,
    CancelOrder,
    OfferAnew, //!< a cart of the same, to be paid in another way
    LetGo,     //!< the order stays cancelled
    CaptureAgain,
    PayIn,
    WriteOff,
    PayOut,
    SendAgain,
    CloseDifference, //!< between books and payment system: looked after
};

Concern concernOf(const Concern::Parked &parked);
Concern concernOf(const OpenCall &call);
Concern concernOf(const Intent &call);
Concern concernOf(const Shipment &parcel);
//! A pickup that nobody collected, or an order that is cancelled because its card did not pay.
Concern concernOf(const Order &order);
Concern concernOf(const Payment &debt);
Concern concernOf(const RefundToPay &refund);
Concern concernOf(const QueuedMail &mail);
Concern concernOf(const Difference &difference);

//! The likeliest first. What lies at another till is left to it.
QList<Remedy> remediesFor(const Concern &concern, const QString &till);

} // namespace kontor
