// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_client.h"

#include "services/payment/stripe_amount.h"

#include <QJsonArray>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

CallReply readAnswer(PaymentCallKind kind, const PaymentCall &call, const QJsonObject &object)
{
    switch (kind) {
    case PaymentCallKind::Authorise:
        return readAuthorisation(call, object);
    case PaymentCallKind::Capture:
        return readCapture(call, object);
    case PaymentCallKind::Void:
        return readVoid(call, object);
    case PaymentCallKind::Refund:
        return readRefund(call, object);
    case PaymentCallKind::RequestLink:
        return readNewLink(call, object);
    case PaymentCallKind::ExpireLink:
        return readLink(call, object);
    }
    Q_UNREACHABLE();
}

//! So that each effect can be found again by our own names for it.
void addMetadata(QUrlQuery &form, const PaymentCall &call, const QString &prefix)
{
    form.addQueryItem(prefix + u"[intent]"_s, call.key.toString());
    form.addQueryItem(prefix + u"[order]"_s, call.order.toString());
    form.addQueryItem(prefix + u"[tender]"_s, call.tender.toString());
}

QUrlQuery authorisationForm(const PaymentCall &call, const QString &amount)
{
    QUrlQuery form;
    form.addQueryItem(u"amount"_s, amount);
    form.addQueryItem(u"currency"_s, toStripeCurrency(call.amount.currency));
    form.addQueryItem(u"capture_method"_s, u"manual"_s);
    form.addQueryItem(u"confirm"_s, u"true"_s);
    form.addQueryItem(u"payment_method"_s, call.method);
    form.addQueryItem(u"payment_method_types[0]"_s, u"card"_s);
    // Nobody is there who could answer the bank's questions.
    if (call.offSession)
        form.addQueryItem(u"off_session"_s, u"true"_s);
    else
        form.addQueryItem(u"error_on_requires_action"_s, u"true"_s);
    form.addQueryItem(u"expand[0]"_s, u"latest_charge"_s);
    addMetadata(form, call, u"metadata"_s);
    return form;
}

QUrlQuery linkForm(const PaymentCall &call, const QString &amount, const QString &returnUrl)
{
    const QString line = u"line_items[0]"_s;
    QUrlQuery form;
    form.addQueryItem(u"mode"_s, u"payment"_s);
    form.addQueryItem(line + u"[quantity]"_s, u"1"_s);
    form.addQueryItem(line + u"[price_data][currency]"_s, toStripeCurrency(call.amount.currency));
    form.addQueryItem(line + u"[price_data][unit_amount]"_s, amount);
    form.addQueryItem(line + u"[price_data][product_data][name]"_s, call.description);
    form.addQueryItem(u"success_url"_s, returnUrl);
    form.addQueryItem(u"client_reference_id"_s, call.order.toString());
    form.addQueryItem(u"expires_at"_s, QString::number(call.expires.ms / 1000));
    addMetadata(form, call, u"metadata"_s);
    addMetadata(form, call, u"payment_intent_data[metadata]"_s);
    return form;
}

} // namespace

StripeClient::StripeClient(PaymentSettings settings)
    : m_settings(settings)
    , m_http(std::move(settings))
{
    m_http.setParent(this);
}

QString StripeClient::pathOf(PaymentCallKind kind, const PaymentCall &call) const
{
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(call.reference));
    switch (kind) {
    case PaymentCallKind::Authorise:
        return u"/v1/payment_intents"_s;
    case PaymentCallKind::Capture:
        return u"/v1/payment_intents/%1/capture"_s.arg(id);
    case PaymentCallKind::Void:
        return u"/v1/payment_intents/%1/cancel"_s.arg(id);
    case PaymentCallKind::Refund:
        return u"/v1/refunds"_s;
    case PaymentCallKind::RequestLink:
        return u"/v1/checkout/sessions"_s;
    case PaymentCallKind::ExpireLink:
        return u"/v1/checkout/sessions/%1/expire"_s.arg(id);
    }
    Q_UNREACHABLE();
}

QUrlQuery StripeClient::formOf(PaymentCallKind kind, const PaymentCall &call) const
{
    const QString amount = QString::number(*toStripeAmount(call.amount));
    QUrlQuery form;
    switch (kind) {
    case PaymentCallKind::Authorise:
        return authorisationForm(call, amount);
    case PaymentCallKind::Capture:
        form.addQueryItem(u"amount_to_capture"_s, amount);
        return form;
    case PaymentCallKind::Refund:
        form.addQueryItem(u"payment_intent"_s, call.reference);
        form.addQueryItem(u"amount"_s, amount);
        addMetadata(form, call, u"metadata"_s);
        return form;
    case PaymentCallKind::RequestLink:
        return linkForm(call, amount, m_settings.returnUrl);
    case PaymentCallKind::Void:
    case PaymentCallKind::ExpireLink:
        return form;
    }
    Q_UNREACHABLE();
}

void StripeClient::make(PaymentCallKind kind, const PaymentCall &call, Reply reply)
{
    if (!toStripeAmount(call.amount)) {
        PaymentOutcome outcome;
        outcome.amount = call.amount;
        outcome.note = u"the payment system cannot move this amount of this currency"_s;
        return reply(definiteReply(outcome));
    }
    m_http.post(pathOf(kind, call), formOf(kind, call), call.key.toString(),
                [this, kind, call, reply = std::move(reply)](const StripeAnswer &answer) {
                    if (answer.isSuccess())
                        return reply(readAnswer(kind, call, *answer.content));
                    if (needsLook(kind, answer))
                        return look(kind, call, reply);
                    if (kind == PaymentCallKind::Void && isDecline(kind, answer)) {
                        PaymentOutcome refused;
                        refused.amount = call.amount;
                        refused.result = PaymentResult::Refused;
                        return reply(definiteReply(refused));
                    }
                    // What is left of a link is found by looking, not by a refusal.
                    if (kind != PaymentCallKind::ExpireLink && isDecline(kind, answer))
                        return reply(declined(call, answer));
                    reply(undecided(answer));
                });
}

void StripeClient::look(PaymentCallKind kind, const PaymentCall &call, const Reply &reply)
{
    const QString collection = kind == PaymentCallKind::ExpireLink ? u"/v1/checkout/sessions/"_s
                                                                   : u"/v1/payment_intents/"_s;
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(call.reference));
    m_http.get(collection + id, {}, [kind, call, reply](const StripeAnswer &answer) {
        if (answer.isSuccess())
            return reply(readAnswer(kind, call, *answer.content));
        // The call before it was made, so what is not known now is unknown.
        reply({CallReply::Kind::Unknown, {}, undecided(answer).note});
    });
}

void StripeClient::lookAtLink(const PaymentCall &call, Reply reply)
{
    look(PaymentCallKind::ExpireLink, call, reply);
}

void StripeClient::lookFor(PaymentCallKind kind, const PaymentCall &call, Reply reply)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, u"100"_s);
    switch (kind) {
    case PaymentCallKind::Authorise:
        query.addQueryItem(u"query"_s, u"metadata['intent']:'%1'"_s.arg(call.key.toString()));
        query.addQueryItem(u"expand[0]"_s, u"data.latest_charge"_s);
        return findIn(u"/v1/payment_intents/search"_s, query, kind, call, reply);
    case PaymentCallKind::Refund:
        query.addQueryItem(u"payment_intent"_s, call.reference);
        return findIn(u"/v1/refunds"_s, query, kind, call, reply);
    case PaymentCallKind::RequestLink:
        return findIn(u"/v1/checkout/sessions"_s, query, kind, call, reply);
    case PaymentCallKind::Capture:
    case PaymentCallKind::Void:
    case PaymentCallKind::ExpireLink:
        return look(kind, call, reply);
    }
}

void StripeClient::findIn(const QString &path, const QUrlQuery &query, PaymentCallKind kind,
                          const PaymentCall &call, const Reply &reply)
{
    m_http.get(path, query, [kind, call, reply](const StripeAnswer &answer) {
        if (!answer.isSuccess())
            return reply({CallReply::Kind::Unknown, {}, undecided(answer).note});
        const QJsonArray found = answer.content->value(u"data"_s).toArray();
        for (const auto &object : found) {
            if (object[u"metadata"_s][u"intent"_s].toString() == call.key.toString())
                return reply(readAnswer(kind, call, object.toObject()));
        }
        reply({CallReply::Kind::Unknown,
               {},
               u"the payment system shows nothing under our reference"_s});
    });
}

} // namespace kontor
