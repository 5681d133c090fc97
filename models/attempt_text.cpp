// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attempt_text.h"

#include "models/stored_text.h"
#include "services/payment/payment_system.h"
#include "services/shipping/shipping.h"

#include <QCoreApplication>

namespace kontor {

namespace {

struct Attempts
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Attempts)
};

QString wishText(PaymentCallKind kind)
{
    switch (kind) {
    case PaymentCallKind::Authorise:
        return Attempts::tr("Card authorisation asked for");
    case PaymentCallKind::Capture:
        return Attempts::tr("Money asked for");
    case PaymentCallKind::Void:
        return Attempts::tr("Release of the card asked for");
    case PaymentCallKind::Refund:
        return Attempts::tr("Refund asked for");
    case PaymentCallKind::RequestLink:
        return Attempts::tr("Payment link asked for");
    case PaymentCallKind::ExpireLink:
        return Attempts::tr("End of the payment link asked for");
    }
    return {};
}

QString wishText(ShippingCallKind kind)
{
    switch (kind) {
    case ShippingCallKind::Quote:
        return Attempts::tr("Carriers' offers asked for");
    case ShippingCallKind::Label:
        return Attempts::tr("Parcel label asked for");
    case ShippingCallKind::Void:
        return Attempts::tr("Cancelling of the label asked for");
    }
    return {};
}

QString wishText(const QString &kind)
{
    const std::string name = kind.toStdString();
    if (const auto payment = enumFromName<PaymentCallKind>(name))
        return wishText(*payment);
    if (const auto shipping = enumFromName<ShippingCallKind>(name))
        return wishText(*shipping);
    return kind;
}

QString answerText(const CallAttempt &attempt)
{
    const auto came = enumFromName<CallReply::Kind>(attempt.came.toStdString());
    if (!came)
        return Attempts::tr("no answer was seen");
    const QString note = storedText(attempt.note);
    switch (*came) {
    case CallReply::Kind::Definite:
        return note.isEmpty() ? Attempts::tr("answered") : Attempts::tr("answered, %1").arg(note);
    case CallReply::Kind::NotSent:
        return Attempts::tr("not sent, %1").arg(note);
    case CallReply::Kind::Wait:
        return Attempts::tr("put off, %1").arg(note);
    case CallReply::Kind::Unknown:
        return Attempts::tr("no sure answer, %1").arg(note);
    }
    return {};
}

} // namespace

QString attemptText(const CallAttempt &attempt)
{
    const QString wish = wishText(attempt.kind);
    const QString which =
        attempt.number == 1 ? wish : Attempts::tr("%1, try %2").arg(wish).arg(attempt.number);
    return Attempts::tr("%1: %2").arg(which, answerText(attempt));
}

} // namespace kontor
