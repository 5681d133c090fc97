// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/checkout_sessions.h"

#include "app/sandbox/card_attempt.h"
#include "app/sandbox/payment_intents.h"

#include <QJsonArray>
#include <QUrl>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 shortestLifeSeconds = 30 * 60;
constexpr qint64 longestLifeSeconds = 24 * 60 * 60;
constexpr int mostLines = 100;

QStringList checkoutParameters()
{
    return {u"mode"_s,
            u"success_url"_s,
            u"cancel_url"_s,
            u"client_reference_id"_s,
            u"customer"_s,
            u"customer_email"_s,
            u"expires_at"_s,
            u"locale"_s,
            u"submit_type"_s,
            u"payment_method_types[]"_s,
            u"metadata[]"_s,
            u"line_items[][quantity]"_s,
            u"line_items[][price_data][currency]"_s,
            u"line_items[][price_data][unit_amount]"_s,
            u"line_items[][price_data][tax_behavior]"_s,
            u"line_items[][price_data][product_data][name]"_s,
            u"line_items[][price_data][product_data][description]"_s,
            u"payment_intent_data[capture_method]"_s,
            u"payment_intent_data[description]"_s,
            u"payment_intent_data[metadata][]"_s,
            u"payment_intent_data[receipt_email]"_s,
            u"expand[]"_s};
}

struct CheckoutTotal
{
    qint64 amount = 0;
    QString currency;
};

CheckoutTotal readLines(FormReader &in)
{
    CheckoutTotal total;
    for (int i = 0; i < mostLines && !in.error(); ++i) {
        const auto line = u"line_items[%1]"_s.arg(i);
        const auto unitAmount = line + u"[price_data][unit_amount]"_s;
        if (i > 0 && !in.has(unitAmount))
            break;
        const auto currency = in.requiredCurrency(line + u"[price_data][currency]"_s);
        const auto unit = in.requiredAmount(unitAmount);
        const auto quantity = in.requiredAmount(line + u"[quantity]"_s);
        in.requiredText(line + u"[price_data][product_data][name]"_s);
        if (i > 0 && currency != total.currency)
            in.fail(invalidRequest({}, u"All lines must have one currency."_s, line));
        total.currency = currency;
        if (in.error())
            break;
        if (quantity > 999'999 || unit * quantity > 99'999'999 - total.amount)
            in.fail(invalidRequest(u"amount_too_large"_s, u"The total is too large."_s, line));
        total.amount += unit * quantity;
    }
    return total;
}

QString requiredUrl(FormReader &in, const QString &name)
{
    const auto text = in.requiredText(name);
    const auto scheme = QUrl(text).scheme();
    if (scheme != u"https" && scheme != u"http")
        in.fail(invalidRequest(u"url_invalid"_s, u"Not a valid URL"_s, name));
    return text;
}

qint64 expiry(FormReader &in)
{
    const auto now = nowSeconds();
    const auto at = in.integer(u"expires_at"_s).value_or(now + longestLifeSeconds);
    // A minute of grace: the clocks need not agree to the second.
    if (at < now + shortestLifeSeconds - 60 || at > now + longestLifeSeconds + 60)
        in.fail(invalidRequest({},
                               u"expires_at must be between 30 minutes and 24 hours from now."_s,
                               u"expires_at"_s));
    return at;
}

QJsonObject emptySession()
{
    const QJsonValue none;
    QJsonObject session{
        {u"object"_s, u"checkout.session"_s},
        {u"automatic_tax"_s, QJsonObject{{u"enabled"_s, false}, {u"status"_s, none}}},
        {u"custom_fields"_s, QJsonArray()},
        {u"custom_text"_s, QJsonObject{{u"shipping_address"_s, none}, {u"submit"_s, none}}},
        {u"livemode"_s, false},
        {u"mode"_s, u"payment"_s},
        {u"payment_method_options"_s, QJsonObject()},
        {u"payment_method_types"_s, QJsonArray{u"card"_s}},
        {u"payment_status"_s, u"unpaid"_s},
        {u"phone_number_collection"_s, QJsonObject{{u"enabled"_s, false}}},
        {u"shipping_options"_s, QJsonArray()},
        {u"status"_s, u"open"_s},
        {u"total_details"_s,
         QJsonObject{{u"amount_discount"_s, 0}, {u"amount_shipping"_s, 0}, {u"amount_tax"_s, 0}}}};
    for (const auto &name : {u"after_expiration"_s,
                             u"allow_promotion_codes"_s,
                             u"billing_address_collection"_s,
                             u"cancel_url"_s,
                             u"client_reference_id"_s,
                             u"consent"_s,
                             u"consent_collection"_s,
                             u"currency_conversion"_s,
                             u"customer"_s,
                             u"customer_creation"_s,
                             u"customer_details"_s,
                             u"customer_email"_s,
                             u"invoice"_s,
                             u"invoice_creation"_s,
                             u"locale"_s,
                             u"payment_intent"_s,
                             u"payment_link"_s,
                             u"payment_method_collection"_s,
                             u"recovered_from"_s,
                             u"setup_intent"_s,
                             u"shipping_address_collection"_s,
                             u"shipping_cost"_s,
                             u"shipping_details"_s,
                             u"submit_type"_s,
                             u"subscription"_s})
        session[name] = none;
    return session;
}

Change expiredChange(QJsonObject session)
{
    session[u"status"_s] = u"expired"_s;
    session[u"url"_s] = QJsonValue();
    const QJsonObject details{{u"amount"_s, session[u"amount_total"_s]},
                              {u"currency"_s, session[u"currency"_s]},
                              {u"metadata"_s, session[u"metadata"_s]}};
    return {{{u"checkout.expired"_s, session[u"id"_s].toString(), details}},
            {{u"checkout.session"_s, session}}};
}

PaymentError notOpen(const QJsonObject &session)
{
    return invalidRequest({},
                          u"The Checkout Session is %1, and only an open one can do this."_s.arg(
                              session[u"status"_s].toString()));
}

} // namespace

Answer CheckoutSessions::create(const PaymentCall &call) const
{
    FormReader in(call.form, checkoutParameters());
    auto session = emptySession();
    if (in.choice(u"mode"_s, {u"payment"_s}, {}).isEmpty())
        in.fail(
            invalidRequest(u"parameter_missing"_s, u"Missing required param: mode."_s, u"mode"_s));
    const auto total = readLines(in);
    const auto id = newId(u"cs_test_"_s);
    session[u"id"_s] = id;
    session[u"created"_s] = nowSeconds();
    session[u"expires_at"_s] = expiry(in);
    session[u"amount_subtotal"_s] = total.amount;
    session[u"amount_total"_s] = total.amount;
    session[u"currency"_s] = total.currency;
    session[u"success_url"_s] = requiredUrl(in, u"success_url"_s);
    session[u"metadata"_s] = in.metadata(u"metadata"_s);
    session[u"url"_s] = u"%1/_sandbox/pay/%2"_s.arg(call.baseUrl, id);
    for (const auto &name : {u"cancel_url"_s, u"client_reference_id"_s, u"customer"_s,
                             u"customer_email"_s, u"locale"_s, u"submit_type"_s}) {
        if (in.has(name))
            session[name] = in.text(name);
    }
    session[u"_sandbox"_s] =
        QJsonObject{{u"capture_method"_s, in.choice(u"payment_intent_data[capture_method]"_s,
                                                    {u"automatic"_s, u"manual"_s}, u"automatic"_s)},
                    {u"description"_s, in.text(u"payment_intent_data[description]"_s)},
                    {u"metadata"_s, in.metadata(u"payment_intent_data[metadata]"_s)}};
    if (in.error())
        return refusal(*in.error());
    if (call.refuse)
        return bindingRefusal(cardDeclined(u"generic_decline"_s, {}));
    const QJsonObject details{{u"amount"_s, total.amount},
                              {u"currency"_s, total.currency},
                              {u"metadata"_s, session[u"metadata"_s]}};
    return {jsonResponse(200, shown(session)),
            {{{u"checkout.created"_s, id, details}}, {{u"checkout.session"_s, session}}},
            true};
}

QJsonObject CheckoutSessions::shown(const QJsonObject &session) const
{
    auto form = publicForm(session);
    const auto *intent = m_world.find(u"payment_intent"_s, session[u"payment_intent"_s].toString());
    // An authorised amount is not paid: only captured money is there.
    if (intent && intent->value(u"status"_s) == u"succeeded"_s)
        form[u"payment_status"_s] = u"paid"_s;
    return form;
}

Answer CheckoutSessions::retrieve(const PaymentCall &call) const
{
    FormReader in(call.form, {u"expand[]"_s});
    if (in.error())
        return refusal(*in.error());
    const auto *session = m_world.find(u"checkout.session"_s, call.id());
    if (!session)
        return refusal(notFound(u"checkout.session"_s, call.id(), u"session"_s));
    return {jsonResponse(200, shown(*session)), {}};
}

Answer CheckoutSessions::list(const PaymentCall &call) const
{
    FormReader in(call.form, listParameters() + QStringList{u"customer"_s, u"payment_intent"_s});
    auto ids = m_world.ids(u"checkout.session"_s);
    for (const auto &field : {u"customer"_s, u"payment_intent"_s}) {
        const auto wanted = in.text(field);
        if (!wanted.isEmpty())
            ids.removeIf([&](const QString &id) {
                return m_world.find(u"checkout.session"_s, id)->value(field) != wanted;
            });
    }
    const auto page = listPage(ids, in);
    if (in.error())
        return refusal(*in.error());
    QJsonArray data;
    for (const auto &id : page.ids)
        data.append(shown(*m_world.find(u"checkout.session"_s, id)));
    return {listResponse(data, page.hasMore, u"/v1/checkout/sessions"_s), {}};
}

Answer CheckoutSessions::expire(const PaymentCall &call) const
{
    FormReader in(call.form, {u"expand[]"_s});
    if (in.error())
        return refusal(*in.error());
    if (call.refuse)
        return bindingRefusal(cardDeclined(u"generic_decline"_s, {}));
    auto answer = lapse(call.id());
    answer.executed = answer.response.status != 404;
    return answer;
}

Answer CheckoutSessions::lapse(const QString &id) const
{
    const auto *session = m_world.find(u"checkout.session"_s, id);
    if (!session)
        return refusal(notFound(u"checkout.session"_s, id, u"session"_s));
    if (session->value(u"status"_s) != u"open"_s)
        return refusal(notOpen(*session));
    const auto change = expiredChange(*session);
    return {jsonResponse(200, shown(change.objects.first().content)), change};
}

Answer CheckoutSessions::pay(const QString &id, const QString &paymentMethod) const
{
    const auto *found = m_world.find(u"checkout.session"_s, id);
    if (!found)
        return refusal(notFound(u"checkout.session"_s, id, u"session"_s));
    auto session = *found;
    if (session[u"status"_s] != u"open"_s)
        return refusal(notOpen(session));
    const auto card = testCard(paymentMethod);
    if (!card)
        return refusal(invalidRequest(u"resource_missing"_s,
                                      u"No such PaymentMethod: '%1'"_s.arg(paymentMethod),
                                      u"payment_method"_s));
    const auto hidden = session[u"_sandbox"_s].toObject();
    auto intent =
        newPaymentIntent(session[u"amount_total"_s].toInteger(), session[u"currency"_s].toString(),
                         hidden[u"capture_method"_s].toString(), hidden[u"metadata"_s].toObject());
    intent[u"customer"_s] = session[u"customer"_s];
    if (const auto description = hidden[u"description"_s].toString(); !description.isEmpty())
        intent[u"description"_s] = description;
    auto attempt = attemptCard(intent, *card, false);
    if (attempt.declined)
        return {errorResponse(*attempt.declined), attempt.change};

    session[u"status"_s] = u"complete"_s;
    session[u"url"_s] = QJsonValue();
    session[u"payment_intent"_s] = attempt.intent[u"id"_s];
    if (attempt.intent[u"status"_s] == u"succeeded"_s)
        session[u"payment_status"_s] = u"paid"_s;
    auto details = paymentDetails(attempt.intent, intent[u"amount"_s].toInteger());
    details[u"metadata"_s] = session[u"metadata"_s];
    attempt.change.effects.append({u"checkout.paid"_s, id, details});
    attempt.change.objects.append({u"checkout.session"_s, session});
    return {jsonResponse(200, publicForm(session)), attempt.change};
}

Change CheckoutSessions::expireOverdue() const
{
    Change all;
    const auto now = nowSeconds();
    for (const auto &id : m_world.ids(u"checkout.session"_s)) {
        const auto &session = *m_world.find(u"checkout.session"_s, id);
        if (session[u"status"_s] != u"open"_s || session[u"expires_at"_s].toInteger() > now)
            continue;
        const auto change = expiredChange(session);
        all.effects += change.effects;
        all.objects += change.objects;
    }
    return all;
}

} // namespace kontor::sandbox
