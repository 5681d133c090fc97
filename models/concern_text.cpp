// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/concern_text.h"

#include "models/mail_text.h"
#include "models/stored_text.h"
#include "models/story_text.h"
#include "models/texts.h"

#include <QCoreApplication>

namespace kontor {

namespace {

struct Concerns
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Concerns)
};

struct Words
{
    QString title;
    QString explanation;
};

Words wordsOf(const Concern::Parked &parked)
{
    return {Concerns::tr("%1 could not go on").arg(serviceText(parked.service)),
            Concerns::tr("“%1” from %2 could not be taken: %3. What follows for this order waits "
                         "behind it. Once the reason is mended, try again.")
                .arg(eventText(parked.event.type), serviceText(parked.event.source),
                     storedText(parked.event.reason))};
}

QString unclearTitle(const OpenCall &call)
{
    const QString amount = amountText(call.amount);
    switch (call.kind) {
    case PaymentCallKind::Authorise:
        return Concerns::tr("Unknown whether the card holds %1").arg(amount);
    case PaymentCallKind::Capture:
        return Concerns::tr("Unknown whether the card was charged %1").arg(amount);
    case PaymentCallKind::Void:
        return Concerns::tr("Unknown whether the card was released");
    case PaymentCallKind::Refund:
        return Concerns::tr("Unknown whether %1 went back to the card").arg(amount);
    case PaymentCallKind::RequestLink:
        return Concerns::tr("Unknown whether the payment link was made");
    case PaymentCallKind::ExpireLink:
        return Concerns::tr("Unknown whether the payment link was closed");
    }
    return {};
}

Words wordsOf(const OpenCall &call)
{
    return {unclearTitle(call),
            Concerns::tr("The payment system did not answer. It is asked again by itself, and "
                         "nothing is done twice. Or look at its own pages and enter what they "
                         "say.")};
}

QString unclearTitle(const Intent &call)
{
    switch (
        enumFromName<ShippingCallKind>(call.kind.toStdString()).value_or(ShippingCallKind::Quote)) {
    case ShippingCallKind::Quote:
        return Concerns::tr("The carriers were not reached");
    case ShippingCallKind::Label:
        return Concerns::tr("Unknown whether the label was bought");
    case ShippingCallKind::Void:
        return Concerns::tr("Unknown whether the label was taken back");
    }
    return {};
}

Words wordsOf(const Intent &call)
{
    return {unclearTitle(call), Concerns::tr("The logistics system did not answer. It is asked "
                                             "again by itself, and nothing is bought twice.")};
}

Words wordsOf(const Shipment &parcel)
{
    if (parcel.voidState == VoidState::Refused)
        return {Concerns::tr("The label was not taken back"),
                Concerns::tr("The logistics system says: %1. Ask the carrier about %2; when that "
                             "is settled, close this.")
                    .arg(storedText(parcel.note), parcel.trackingNumber)};
    if (parcel.trouble == ParcelTrouble::Returned)
        return {Concerns::tr("The parcel comes back"),
                Concerns::tr("%1 brings %2 back to the shop. Ask the customer what is to become "
                             "of the order. What was paid goes back by a return, once the goods "
                             "are here; then close this.")
                    .arg(parcel.carrierName, parcel.trackingNumber)};
    if (parcel.trouble == ParcelTrouble::Failed)
        return {Concerns::tr("The parcel was not delivered"),
                Concerns::tr("%1 could not deliver %2. Ask the carrier where it is, and tell the "
                             "customer; when that is settled, close this.")
                    .arg(parcel.carrierName, parcel.trackingNumber)};
    if (parcel.state == ShipmentState::NeedsCorrection)
        return {Concerns::tr("The carriers refuse the parcel"),
                Concerns::tr("They say: %1. Correct the address or the parcel and try again, or "
                             "cancel the order; then the money goes back.")
                    .arg(storedText(parcel.note))};
    return {Concerns::tr("Unknown whether the label was taken back"),
            Concerns::tr("The logistics system is asked again by itself.")};
}

Words declinedWords(const Order &order)
{
    return {
        order.cancelReason == CancelReason::Declined
            ? Concerns::tr("The card was declined: the order is cancelled")
            : Concerns::tr("The card was not charged: the order is cancelled"),
        Concerns::tr("The goods for %1 go back to the shelf. Ask the customer how else to pay and "
                     "offer the same anew at till %2, or leave it.")
            .arg(amountText(order.total), order.till)};
}

Words wordsOf(const Order &order)
{
    if (order.state == OrderState::Cancelled)
        return declinedWords(order);
    return {Concerns::tr("Not collected"),
            Concerns::tr("It was to be collected by %1. Hand it over, or cancel it; then the "
                         "goods go back to the shelf and the money to the customer.")
                .arg(dayText(order.collectBy))};
}

Words wordsOf(const Payment &debt)
{
    return {Concerns::tr("The customer owes %1").arg(amountText(debt.due)),
            Concerns::tr("The goods are gone, and the money could not be taken. Try the card "
                         "again, take the money here in cash, or give it up.")};
}

Words wordsOf(const RefundToPay &refund)
{
    const QString amount = amountText(refund.amount);
    const QString title = Concerns::tr("%1 to pay out in cash").arg(amount);
    if (refund.claimedBy.isEmpty())
        return {title, Concerns::tr("The customer gets %1 back from the drawer.").arg(amount)};
    return {title, Concerns::tr("Till %1 has taken it on to pay this out.").arg(refund.claimedBy)};
}

Words wordsOf(const QueuedMail &mail)
{
    return {Concerns::tr("Not sent: %1").arg(nameText(mail.kind)),
            Concerns::tr("The mail was refused: %1. Correct the customer’s mail address, then "
                         "send it again.")
                .arg(mail.note)};
}

Words wordsOf(const Difference &difference)
{
    const QString ours = amountText(difference.ours);
    const QString theirs = amountText(difference.theirs);
    const QString look = Concerns::tr("Look at “%1” on the payment system’s own pages. When it is "
                                      "settled, close this.")
                             .arg(difference.reference);
    switch (difference.kind) {
    case DifferenceKind::NotInBooks:
        return {Concerns::tr("%1 were taken that the books do not know").arg(theirs),
                Concerns::tr("The payment system shows money for this order that no payment here "
                             "stands for: it may have been taken twice. %1")
                    .arg(look)};
    case DifferenceKind::NotAtSystem:
        return {Concerns::tr("%1 are in the books alone").arg(ours),
                Concerns::tr("The payment system shows no such money. %1").arg(look)};
    case DifferenceKind::Captured:
        return {Concerns::tr("%1 were taken instead of %2").arg(theirs, ours), look};
    case DifferenceKind::Refunded:
        return {Concerns::tr("%1 were given back instead of %2").arg(theirs, ours), look};
    }
    Q_UNREACHABLE();
}

Words wordsOf(const Concern &concern)
{
    return std::visit([](const auto &matter) { return wordsOf(matter); }, concern.matter);
}

} // namespace

QString titleText(const Concern &concern) { return wordsOf(concern).title; }

QString explanation(const Concern &concern) { return wordsOf(concern).explanation; }

bool readAlike(const Concern &one, const Concern &other)
{
    return one.kind == other.kind && one.about == other.about && one.since == other.since &&
           one.receipt == other.receipt && titleText(one) == titleText(other) &&
           explanation(one) == explanation(other);
}

QString nameText(Remedy remedy, const Concern &concern)
{
    switch (remedy) {
    case Remedy::TryAgain:
        return Concerns::tr("Try again");
    case Remedy::AskAgain:
        return Concerns::tr("Ask again now");
    case Remedy::EnterAnswer:
        return Concerns::tr("Enter the answer");
    case Remedy::CorrectParcel:
        return Concerns::tr("Correct and try again");
    case Remedy::GiveUpParcel:
        return Concerns::tr("Cancel and refund");
    case Remedy::CloseVoid:
    case Remedy::CloseTrouble:
        return Concerns::tr("It is settled: close");
    case Remedy::HandOver:
        return Concerns::tr("Hand out");
    case Remedy::CancelOrder:
        return Concerns::tr("Cancel and refund");
    case Remedy::OfferAnew:
        return Concerns::tr("Offer anew");
    case Remedy::LetGo:
        return Concerns::tr("Leave it");
    case Remedy::CaptureAgain:
        return Concerns::tr("Try the card again");
    case Remedy::PayIn:
        return Concerns::tr("Paid in cash: %1").arg(amountText(concern.as<Payment>().due));
    case Remedy::WriteOff:
        return Concerns::tr("Give it up");
    case Remedy::PayOut:
        return Concerns::tr("Pay out %1").arg(amountText(concern.as<RefundToPay>().amount));
    case Remedy::SendAgain:
        return Concerns::tr("Send again");
    case Remedy::CloseDifference:
        return Concerns::tr("It is settled: close");
    }
    return {};
}

QString happenedText(PaymentCallKind kind)
{
    switch (kind) {
    case PaymentCallKind::Authorise:
        return Concerns::tr("It holds the money");
    case PaymentCallKind::Capture:
        return Concerns::tr("It was charged");
    case PaymentCallKind::Void:
        return Concerns::tr("It was released");
    case PaymentCallKind::Refund:
        return Concerns::tr("It went back");
    case PaymentCallKind::RequestLink:
        return Concerns::tr("It was made");
    case PaymentCallKind::ExpireLink:
        return Concerns::tr("It was closed");
    }
    return {};
}

QString notHappenedText(PaymentCallKind kind)
{
    switch (kind) {
    case PaymentCallKind::Authorise:
        return Concerns::tr("It knows nothing of it");
    case PaymentCallKind::Capture:
        return Concerns::tr("It was not charged");
    case PaymentCallKind::Void:
        return Concerns::tr("It was not released");
    case PaymentCallKind::Refund:
        return Concerns::tr("It did not go back");
    case PaymentCallKind::RequestLink:
        return Concerns::tr("It was not made");
    case PaymentCallKind::ExpireLink:
        return Concerns::tr("The link was paid");
    }
    return {};
}

} // namespace kontor
