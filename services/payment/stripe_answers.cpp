// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_answers.h"

#include "services/payment/stripe_amount.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

CallReply unclear(const QString &note) { return {CallReply::Kind::Unknown, {}, note}; }

CallReply alarm(const QString &what)
{
    return unclear(u"ALARM: the payment system answered with another "_s + what);
}

CallReply definite(const PaymentCall &call, PaymentResult result, const QString &reference)
{
    PaymentOutcome outcome;
    outcome.amount = call.amount;
    outcome.reference = reference;
    outcome.result = result;
    return definiteReply(outcome);
}

//! What is wrong with the object, in one word; empty if nothing is.
QString misfit(const PaymentCall &call, const QJsonObject &object, const QString &type,
               const QString &amountName)
{
    if (object[u"object"_s].toString() != type || object[u"id"_s].toString().isEmpty())
        return u"object"_s;
    if (object[u"currency"_s].toString() != toStripeCurrency(call.amount.currency))
        return u"currency"_s;
    const auto amount = toStripeAmount(call.amount);
    if (!amountName.isEmpty() &&
        (!amount || !object[amountName].isDouble() || object[amountName].toInteger(-1) != *amount))
        return u"amount"_s;
    return {};
}

//! The same for an object that the call names.
QString misfitOfNamed(const PaymentCall &call, const QJsonObject &object, const QString &type,
                      const QString &amountName)
{
    const QString wrong = misfit(call, object, type, amountName);
    if (wrong.isEmpty() && object[u"id"_s].toString() != call.reference)
        return u"object"_s;
    return wrong;
}

QString cardOf(const QJsonObject &intent)
{
    const auto card = intent[u"latest_charge"_s][u"payment_method_details"_s][u"card"_s];
    const QString last4 = card[u"last4"_s].toString();
    return last4.isEmpty() ? QString() : card[u"brand"_s].toString() + u' ' + last4;
}

CallReply readFoundCapture(const PaymentCall &call, const QJsonObject &intent)
{
    const auto received =
        fromStripeAmount(intent[u"amount_received"_s].toInteger(-1), call.amount.currency);
    if (!received || received->isZero() || *received > call.amount)
        return alarm(u"amount"_s);
    PaymentCall captured = call;
    captured.amount = *received;
    return definite(captured, PaymentResult::Captured, call.reference);
}

//! Open, or complete while the money is on its way.
bool mayStillBePaid(const QJsonObject &session)
{
    const QString status = session[u"status"_s].toString();
    return status == u"open" ||
           (status == u"complete" && session[u"payment_status"_s].toString() != u"paid");
}

} // namespace

bool isOfOtherMode(const QJsonObject &object, bool live)
{
    const QJsonValue mode = object[u"livemode"_s];
    return mode.isBool() && mode.toBool() != live;
}

CallReply otherMode() { return alarm(u"mode"_s); }

SystemCheck readBalance(const StripeAnswer &answer, bool live)
{
    const auto reason = [](const QJsonObject &refusal) -> std::optional<QString> {
        const QJsonValue error = refusal[u"error"_s];
        return error.isObject() ? std::optional(error[u"message"_s].toString()) : std::nullopt;
    };
    const SystemCheck check = SystemCheck::of(answer, reason);
    if (check.kind != SystemCheck::Kind::Works)
        return check;
    if ((*answer.content)[u"object"_s].toString() != u"balance")
        return {SystemCheck::Kind::Stranger, {}, answer.note};
    if (isOfOtherMode(*answer.content, live))
        return {SystemCheck::Kind::OtherMode, {}, {}};
    return check;
}

CallReply undecided(const StripeAnswer &answer)
{
    if (answer.kind == StripeAnswer::Kind::NotSent)
        return CallReply{CallReply::Kind::NotSent, {}, answer.note}.missed();
    if (answer.kind == StripeAnswer::Kind::Lost)
        return unclear(answer.note).missed();
    const QString note = u"status %1: %2"_s.arg(QString::number(answer.status),
                                                answer.error()[u"message"_s].toString());
    // Whoever refuses without an error object is not the payment system.
    if (answer.status < 400 || answer.status >= 500 || answer.error().isEmpty())
        return unclear(note).missed();
    if (answer.status == 409 || answer.status == 429)
        return {CallReply::Kind::Wait, {}, note};
    if (answer.status == 402)
        return unclear(note);
    return {CallReply::Kind::Wait, {}, u"configuration: "_s + note};
}

CallReply readAuthorisation(const PaymentCall &call, const QJsonObject &intent)
{
    if (const QString wrong = misfit(call, intent, u"payment_intent"_s, u"amount"_s);
        !wrong.isEmpty())
        return alarm(wrong);
    const QString status = intent[u"status"_s].toString();
    const QString id = intent[u"id"_s].toString();
    if (status == u"processing")
        return {CallReply::Kind::Wait, {}, status};
    // Canceled: authorised once and lapsed, which the capture or void will meet.
    if (status == u"requires_capture" || status == u"canceled") {
        if (status == u"requires_capture" &&
            intent[u"amount_capturable"_s].toInteger(-1) != *toStripeAmount(call.amount))
            return alarm(u"amount"_s);
        PaymentOutcome outcome;
        outcome.amount = call.amount;
        outcome.reference = id;
        outcome.card = cardOf(intent);
        outcome.result = PaymentResult::Authorised;
        return definiteReply(outcome);
    }
    if (status == u"requires_payment_method" || status == u"requires_action" ||
        status == u"requires_confirmation")
        return definite(call, PaymentResult::Declined, id);
    return unclear(u"an authorisation with status "_s + status);
}

CallReply readCapture(const PaymentCall &call, const QJsonObject &intent)
{
    if (const QString wrong = misfitOfNamed(call, intent, u"payment_intent"_s, {});
        !wrong.isEmpty())
        return alarm(wrong);
    const QString status = intent[u"status"_s].toString();
    if (status == u"canceled")
        return definite(call, PaymentResult::Lapsed, call.reference);
    if (status != u"succeeded")
        return unclear(u"a capture with status "_s + status);
    const auto amount = toStripeAmount(call.amount);
    if (!amount || intent[u"amount_received"_s].toInteger(-1) != *amount)
        return alarm(u"amount"_s);
    return definite(call, PaymentResult::Captured, call.reference);
}

CallReply readVoid(const PaymentCall &call, const QJsonObject &intent)
{
    if (const QString wrong = misfitOfNamed(call, intent, u"payment_intent"_s, {});
        !wrong.isEmpty())
        return alarm(wrong);
    const QString status = intent[u"status"_s].toString();
    if (status == u"canceled")
        return definite(call, PaymentResult::Voided, call.reference);
    if (status == u"succeeded")
        return readFoundCapture(call, intent);
    return unclear(u"a void with status "_s + status);
}

CallReply readRefund(const PaymentCall &call, const QJsonObject &refund)
{
    if (const QString wrong = misfit(call, refund, u"refund"_s, u"amount"_s); !wrong.isEmpty())
        return alarm(wrong);
    if (refund[u"payment_intent"_s].toString() != call.reference)
        return alarm(u"object"_s);
    const QString status = refund[u"status"_s].toString();
    const QString id = refund[u"id"_s].toString();
    // Pending: the payment system has it in hand, and says later if it fails.
    if (status == u"succeeded" || status == u"pending")
        return definite(call, PaymentResult::Refunded, id);
    if (status == u"failed" || status == u"canceled")
        return definite(call, PaymentResult::Declined, id);
    return unclear(u"a refund with status "_s + status);
}

CallReply readNewLink(const PaymentCall &call, const QJsonObject &session)
{
    if (const QString wrong = misfit(call, session, u"checkout.session"_s, u"amount_total"_s);
        !wrong.isEmpty())
        return alarm(wrong);
    PaymentOutcome outcome;
    outcome.amount = call.amount;
    outcome.reference = session[u"id"_s].toString();
    outcome.link = session[u"url"_s].toString();
    outcome.expires =
        std::min(call.expires, Timestamp{session[u"expires_at"_s].toInteger() * 1000});
    outcome.result = PaymentResult::Requested;
    return definiteReply(outcome);
}

CallReply readLink(const PaymentCall &call, const QJsonObject &session)
{
    if (const QString wrong =
            misfitOfNamed(call, session, u"checkout.session"_s, u"amount_total"_s);
        !wrong.isEmpty())
        return alarm(wrong);
    if (mayStillBePaid(session))
        return definite(call, PaymentResult::Pending, call.reference);
    const QString status = session[u"status"_s].toString();
    if (status == u"expired")
        return definite(call, PaymentResult::Expired, call.reference);
    if (status != u"complete")
        return unclear(u"a link with status "_s + status);
    const QString charge = session[u"payment_intent"_s].toString();
    return charge.isEmpty() ? alarm(u"object"_s) : definite(call, PaymentResult::Captured, charge);
}

CallReply readLinkEnd(const PaymentCall &call, const QJsonObject &session)
{
    const CallReply reply = readLink(call, session);
    if (reply.kind != CallReply::Kind::Definite || !mayStillBePaid(session))
        return reply;
    return unclear(u"the link is still "_s + session[u"status"_s].toString());
}

bool isDecline(PaymentCallKind kind, const StripeAnswer &answer)
{
    if (answer.kind != StripeAnswer::Kind::Answered)
        return false;
    const QJsonObject error = answer.error();
    if (answer.status == 402)
        return error[u"type"_s].toString() == u"card_error";
    if (answer.status != 400 && answer.status != 404)
        return false;
    const QString code = error[u"code"_s].toString();
    switch (kind) {
    case PaymentCallKind::Authorise:
        return code == u"amount_too_small" || code == u"amount_too_large" ||
               error[u"param"_s].toString() == u"payment_method";
    case PaymentCallKind::RequestLink:
        return code == u"amount_too_small" || code == u"amount_too_large";
    case PaymentCallKind::Refund:
        return code == u"amount_too_large" || code == u"charge_already_refunded" ||
               code == u"charge_disputed";
    case PaymentCallKind::Capture:
    case PaymentCallKind::Void:
    case PaymentCallKind::ExpireLink:
        return false;
    }
    Q_UNREACHABLE();
}

CallReply declined(const PaymentCall &call, const StripeAnswer &answer)
{
    const QJsonObject error = answer.error();
    PaymentOutcome outcome;
    outcome.amount = call.amount;
    outcome.reference = call.reference;
    outcome.note = error[u"decline_code"_s].toString(error[u"code"_s].toString());
    outcome.result = PaymentResult::Declined;
    return definiteReply(outcome);
}

bool needsLook(PaymentCallKind kind, const StripeAnswer &answer)
{
    if (answer.kind != StripeAnswer::Kind::Answered)
        return false;
    // Under its key the same refusal would come again and again.
    if (kind == PaymentCallKind::ExpireLink)
        return (answer.status == 400 || answer.status == 402 || answer.status == 404) &&
               !answer.error().isEmpty();
    return answer.status == 400 &&
           (kind == PaymentCallKind::Capture || kind == PaymentCallKind::Void) &&
           answer.error()[u"code"_s].toString() == u"payment_intent_unexpected_state";
}

std::optional<ListedCharge> readListedCharge(const QJsonObject &charge)
{
    const auto currency = Currency::fromCode(charge[u"currency"_s].toString().toUpper());
    ListedCharge listed;
    listed.at = {charge[u"created"_s].toInteger() * 1000};
    const QString intent = charge[u"payment_intent"_s].toString();
    listed.reference = intent.isEmpty() ? charge[u"id"_s].toString() : intent;
    const auto metadata = charge[u"metadata"_s];
    const auto order = OrderId::fromText(metadata[u"order"_s].toString());
    const auto tender = TenderId::fromText(metadata[u"tender"_s].toString());
    if (!order || !tender)
        return listed;
    if (!currency)
        return std::nullopt;
    const auto whole = fromStripeAmount(charge[u"amount"_s].toInteger(-1), *currency);
    const auto captured = fromStripeAmount(charge[u"amount_captured"_s].toInteger(-1), *currency);
    const auto refunded = fromStripeAmount(charge[u"amount_refunded"_s].toInteger(-1), *currency);
    if (!whole || !captured || !refunded || *captured > *whole)
        return std::nullopt;
    listed.order = *order;
    listed.tender = *tender;
    listed.captured = *captured;
    // What was held and not captured counts as given back there.
    const Money back = *refunded - (*whole - *captured);
    listed.refunded = back.isNegative() ? Money{0, *currency} : back;
    return listed;
}

} // namespace kontor
