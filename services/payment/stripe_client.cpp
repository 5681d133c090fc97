// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_client.h"

#include "services/payment/payment.h"
#include "services/payment/stripe_amount.h"

#include <QJsonArray>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// So that a page stays within maxAnswerBytes; a charge has up to four kilobytes.
constexpr int chargesPerPage = 50;
constexpr qsizetype maxListedCharges = 200'000;
// A person waits for it.
constexpr int checkMs = 15'000;

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
        return readLinkEnd(call, object);
    }
    Q_UNREACHABLE();
}

CallReply stillUnknown(const StripeAnswer &answer)
{
    CallReply reply = undecided(answer);
    reply.kind = CallReply::Kind::Unknown;
    return reply;
}

QString idOf(const PaymentCall &call)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(call.reference));
}

QString intentPath(const PaymentCall &call) { return u"/v1/payment_intents/"_s + idOf(call); }
QString linkPath(const PaymentCall &call) { return u"/v1/checkout/sessions/"_s + idOf(call); }

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
    switch (kind) {
    case PaymentCallKind::Authorise:
        return u"/v1/payment_intents"_s;
    case PaymentCallKind::Capture:
        return intentPath(call) + u"/capture"_s;
    case PaymentCallKind::Void:
        return intentPath(call) + u"/cancel"_s;
    case PaymentCallKind::Refund:
        return u"/v1/refunds"_s;
    case PaymentCallKind::RequestLink:
        return u"/v1/checkout/sessions"_s;
    case PaymentCallKind::ExpireLink:
        return linkPath(call) + u"/expire"_s;
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
        return reply(definiteReply(outcome).notAsked());
    }
    m_http.post(pathOf(kind, call), formOf(kind, call), call.key.toString(),
                [this, kind, call, reply = std::move(reply)](const StripeAnswer &answer) {
                    if (answer.isSuccess())
                        return reply(read(kind, call, *answer.content));
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
    const QString path = kind == PaymentCallKind::ExpireLink ? linkPath(call) : intentPath(call);
    m_http.get(path, {}, [this, kind, call, reply](const StripeAnswer &answer) {
        if (answer.isSuccess())
            return reply(read(kind, call, *answer.content));
        // The call before it was made, so what is not known now is unknown.
        reply(stillUnknown(answer));
    });
}

void StripeClient::lookAtLink(const PaymentCall &call, Reply reply)
{
    m_http.get(linkPath(call), {},
               [this, call, reply = std::move(reply)](const StripeAnswer &answer) {
                   if (!answer.isSuccess())
                       return reply(undecided(answer));
                   reply(isOfOtherMode(*answer.content, m_settings.isLive())
                             ? otherMode()
                             : readLink(call, *answer.content));
               });
}

CallReply StripeClient::read(PaymentCallKind kind, const PaymentCall &call,
                             const QJsonObject &object) const
{
    return isOfOtherMode(object, m_settings.isLive()) ? otherMode()
                                                      : readAnswer(kind, call, object);
}

void StripeClient::use(const PaymentSettings &settings)
{
    m_settings = settings;
    m_http.use(settings);
}

void StripeClient::check(const PaymentSettings &settings,
                         std::function<void(const SystemCheck &)> answered)
{
    PaymentSettings patient = settings;
    patient.timeoutMs = std::min(settings.timeoutMs, checkMs);
    auto *http = new StripeHttp(patient, this);
    http->get(u"/v1/balance"_s, {},
              [http, answered = std::move(answered),
               live = settings.isLive()](const StripeAnswer &answer) {
                  http->deleteLater();
                  answered(readBalance(answer, live));
              });
}

void StripeClient::listCharges(Timestamp from, Timestamp until, Listed listed)
{
    auto listing = std::make_shared<Listing>();
    listing->query.addQueryItem(u"limit"_s, QString::number(chargesPerPage));
    listing->query.addQueryItem(u"created[gte]"_s, QString::number(from.ms / 1000));
    // Its seconds have begun before they are over.
    listing->query.addQueryItem(u"created[lt]"_s, QString::number(until.ms / 1000 + 1));
    listing->listed = std::move(listed);
    listPage(listing, {});
}

void StripeClient::listPage(const std::shared_ptr<Listing> &listing, const QString &after)
{
    QUrlQuery query = listing->query;
    if (!after.isEmpty())
        query.addQueryItem(u"starting_after"_s, after);
    m_http.get(u"/v1/charges"_s, query, [this, listing](const StripeAnswer &answer) {
        if (!answer.isSuccess() || !answer.content->value(u"data"_s).isArray())
            return listing->listed(Error(PaymentError::NotListed, undecided(answer).note));
        const QJsonArray page = answer.content->value(u"data"_s).toArray();
        for (const auto &entry : page) {
            const auto charge = readListedCharge(entry.toObject());
            if (!charge)
                return listing->listed(
                    Error(PaymentError::NotListed, u"a charge is not as it must be"_s));
            listing->charges.append(*charge);
        }
        if (page.isEmpty() || !answer.content->value(u"has_more"_s).toBool())
            return listing->listed(listing->charges);
        if (listing->charges.size() >= maxListedCharges)
            return listing->listed(Error(PaymentError::NotListed, u"there are too many charges"_s));
        listPage(listing, page.last()[u"id"_s].toString());
    });
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
    m_http.get(path, query, [this, kind, call, reply](const StripeAnswer &answer) {
        if (!answer.isSuccess())
            return reply(stillUnknown(answer));
        const QJsonArray found = answer.content->value(u"data"_s).toArray();
        for (const auto &object : found) {
            if (object[u"metadata"_s][u"intent"_s].toString() == call.key.toString())
                return reply(read(kind, call, object.toObject()));
        }
        reply({CallReply::Kind::Unknown,
               {},
               u"the payment system shows nothing under our reference"_s});
    });
}

} // namespace kontor
