// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/concern.h"

namespace kontor {

Concern concernOf(const Concern::Parked &parked)
{
    return {Concern::Kind::ParkedEvent, parked.event.subject, {}, parked.event.parkedAt, parked};
}

Concern concernOf(const OpenCall &call)
{
    return {Concern::Kind::UnclearCall, subject(call.order), {}, call.intent.createdAt, call};
}

Concern concernOf(const Intent &call)
{
    return {Concern::Kind::UnclearCall, call.subject, {}, call.createdAt, call};
}

Concern concernOf(const Shipment &parcel)
{
    return {Concern::Kind::Parcel, subject(parcel.order), parcel.receipt, parcel.createdAt, parcel};
}

Concern concernOf(const Order &order)
{
    if (order.state == OrderState::Cancelled)
        return {Concern::Kind::Declined, subject(order.id), order.receipt, order.placedAt, order};
    return {Concern::Kind::Uncollected, subject(order.id), order.receipt, order.collectBy, order};
}

Concern concernOf(const Payment &debt)
{
    return {Concern::Kind::Due, subject(debt.order), debt.receipt, debt.orderedAt, debt};
}

Concern concernOf(const RefundToPay &refund)
{
    return {Concern::Kind::RefundDue, subject(refund.order), refund.receipt, {}, refund};
}

Concern concernOf(const QueuedMail &mail)
{
    return {Concern::Kind::FailedMail,
            mail.order.isNull() ? subject(mail.account) : subject(mail.order),
            {},
            mail.createdAt,
            mail};
}

Concern concernOf(const Difference &difference)
{
    return {Concern::Kind::Difference, subject(difference.order), difference.receipt, difference.at,
            difference};
}

QList<Remedy> remediesFor(const Concern &concern, const QString &till)
{
    switch (concern.kind) {
    case Concern::Kind::ParkedEvent:
        return {Remedy::TryAgain};
    case Concern::Kind::UnclearCall:
        if (std::holds_alternative<Intent>(concern.matter))
            return {Remedy::AskAgain};
        return {Remedy::AskAgain, Remedy::EnterAnswer};
    case Concern::Kind::Parcel: {
        const auto &parcel = concern.as<Shipment>();
        if (parcel.voidState == VoidState::Refused)
            return {Remedy::CloseVoid};
        if (parcel.trouble == ParcelTrouble::Returned || parcel.trouble == ParcelTrouble::Failed)
            return {Remedy::CloseTrouble};
        if (parcel.state == ShipmentState::NeedsCorrection)
            return {Remedy::CorrectParcel, Remedy::GiveUpParcel};
        return {}; // its label's call is a concern of its own
    }
    case Concern::Kind::Uncollected:
        return {Remedy::HandOver, Remedy::CancelOrder};
    case Concern::Kind::Declined:
        // Its cart lies at the till that took the order.
        if (concern.as<Order>().till != till)
            return {Remedy::LetGo};
        return {Remedy::OfferAnew, Remedy::LetGo};
    case Concern::Kind::Due:
        return {Remedy::CaptureAgain, Remedy::PayIn, Remedy::WriteOff};
    case Concern::Kind::RefundDue: {
        const QString &claimedBy = concern.as<RefundToPay>().claimedBy;
        return claimedBy.isEmpty() || claimedBy == till ? QList{Remedy::PayOut} : QList<Remedy>();
    }
    case Concern::Kind::FailedMail:
        return {Remedy::SendAgain};
    case Concern::Kind::Difference:
        return {Remedy::CloseDifference};
    }
    return {};
}

} // namespace kontor
