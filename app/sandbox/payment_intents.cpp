// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payment_intents.h"

#include "app/sandbox/card_attempt.h"
#include "app/sandbox/payment_search.h"

#include <QJsonArray>

#include <limits>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

QStringList createParameters()
{
    return {u"amount"_s,
            u"currency"_s,
            u"capture_method"_s,
            u"confirm"_s,
            u"payment_method"_s,
            u"payment_method_types[]"_s,
            u"customer"_s,
            u"off_session"_s,
            u"metadata[]"_s,
            u"description"_s,
            u"receipt_email"_s,
            u"return_url"_s,
            u"setup_future_usage"_s,
            u"statement_descriptor"_s,
            u"statement_descriptor_suffix"_s,
            u"error_on_requires_action"_s,
            u"expand[]"_s};
}

bool wantsCharge(const Form &form, const QString &path)
{
    for (auto it = form.lowerBound(u"expand["_s); it != form.end(); ++it) {
        if (it.key().startsWith(u"expand[") && it.value() == path)
            return true;
    }
    return false;
}

QJsonObject intentFrom(FormReader &in)
{
    auto intent = newPaymentIntent(
        in.requiredAmount(u"amount"_s), in.requiredCurrency(u"currency"_s),
        in.choice(u"capture_method"_s, {u"automatic"_s, u"manual"_s}, u"automatic"_s),
        in.metadata(u"metadata"_s));
    for (const auto &name :
         {u"customer"_s, u"description"_s, u"receipt_email"_s, u"setup_future_usage"_s,
          u"statement_descriptor"_s, u"statement_descriptor_suffix"_s}) {
        if (in.has(name))
            intent[name] = in.text(name);
    }
    if (const auto types = in.list(u"payment_method_types"_s); !types.isEmpty())
        intent[u"payment_method_types"_s] = QJsonArray::fromStringList(types);
    return intent;
}

PaymentError unknownMethod(const QString &method)
{
    return invalidRequest(u"resource_missing"_s, u"No such PaymentMethod: '%1'"_s.arg(method),
                          u"payment_method"_s);
}

} // namespace

QJsonObject newPaymentIntent(qint64 amount, const QString &currency, const QString &captureMethod,
                             const QJsonObject &metadata)
{
    const QJsonValue none;
    const auto id = newId(u"pi_"_s);
    QJsonObject intent{{u"id"_s, id},
                       {u"object"_s, u"payment_intent"_s},
                       {u"amount"_s, amount},
                       {u"amount_capturable"_s, 0},
                       {u"amount_details"_s, QJsonObject{{u"tip"_s, QJsonObject()}}},
                       {u"amount_received"_s, 0},
                       {u"capture_method"_s, captureMethod},
                       {u"client_secret"_s, newId(id + u"_secret_"_s)},
                       {u"confirmation_method"_s, u"automatic"_s},
                       {u"created"_s, nowSeconds()},
                       {u"currency"_s, currency},
                       {u"livemode"_s, false},
                       {u"metadata"_s, metadata},
                       {u"payment_method_options"_s, QJsonObject()},
                       {u"payment_method_types"_s, QJsonArray{u"card"_s}},
                       {u"status"_s, u"requires_payment_method"_s}};
    for (const auto &name : {u"application"_s,
                             u"application_fee_amount"_s,
                             u"automatic_payment_methods"_s,
                             u"canceled_at"_s,
                             u"cancellation_reason"_s,
                             u"customer"_s,
                             u"description"_s,
                             u"invoice"_s,
                             u"last_payment_error"_s,
                             u"latest_charge"_s,
                             u"next_action"_s,
                             u"on_behalf_of"_s,
                             u"payment_method"_s,
                             u"processing"_s,
                             u"receipt_email"_s,
                             u"review"_s,
                             u"setup_future_usage"_s,
                             u"shipping"_s,
                             u"statement_descriptor"_s,
                             u"statement_descriptor_suffix"_s,
                             u"transfer_data"_s,
                             u"transfer_group"_s})
        intent[name] = none;
    return intent;
}

PaymentError unexpectedState(const QJsonObject &intent, const QString &action)
{
    auto error =
        invalidRequest(u"payment_intent_unexpected_state"_s,
                       u"You cannot %1 this PaymentIntent because it has a status of %2."_s.arg(
                           action, intent[u"status"_s].toString()));
    error.more = {{u"payment_intent"_s, publicForm(intent)}};
    return error;
}

Answer canceled(QJsonObject intent, const QString &reason)
{
    const auto released = intent[u"amount_capturable"_s].toInteger();
    intent[u"status"_s] = u"canceled"_s;
    intent[u"canceled_at"_s] = nowSeconds();
    intent[u"cancellation_reason"_s] = reason.isEmpty() ? QJsonValue() : QJsonValue(reason);
    intent[u"amount_capturable"_s] = 0;
    auto details = paymentDetails(intent, released);
    details[u"reason"_s] = reason;
    return {jsonResponse(200, publicForm(intent)),
            {{{u"payment.canceled"_s, intent[u"id"_s].toString(), details}},
             {{u"payment_intent"_s, intent}}},
            true};
}

Answer PaymentIntents::create(const PaymentCall &call) const
{
    FormReader in(call.form, createParameters());
    auto intent = intentFrom(in);
    const auto method = in.text(u"payment_method"_s);
    const bool confirmed = in.flag(u"confirm"_s);
    if (confirmed && method.isEmpty())
        in.fail(invalidRequest(u"parameter_missing"_s, u"Confirming needs a payment method."_s,
                               u"payment_method"_s));
    if (in.flag(u"off_session"_s) && !confirmed)
        in.fail(invalidRequest(u"parameter_missing"_s,
                               u"off_session is only for intents that are confirmed at once."_s,
                               u"confirm"_s));
    if (!method.isEmpty() && !testCard(method))
        in.fail(unknownMethod(method));
    if (in.error())
        return refusal(*in.error());
    if (confirmed)
        return attempt(intent, method, call);
    if (call.refuse)
        return bindingRefusal(cardDeclined(u"generic_decline"_s, {}));

    if (!method.isEmpty()) {
        intent[u"payment_method"_s] = method;
        intent[u"status"_s] = u"requires_confirmation"_s;
    }
    const auto amount = intent[u"amount"_s].toInteger();
    return {jsonResponse(200, publicForm(intent)),
            {{{u"payment.created"_s, intent[u"id"_s].toString(), paymentDetails(intent, amount)}},
             {{u"payment_intent"_s, intent}}},
            true};
}

Answer PaymentIntents::attempt(const QJsonObject &intent, const QString &method,
                               const PaymentCall &call) const
{
    const auto card = testCard(method);
    if (!card)
        return refusal(unknownMethod(method));
    const auto attempt = attemptCard(intent, *card, call.refuse);
    if (attempt.declined)
        return {errorResponse(*attempt.declined), attempt.change, true};
    const bool withCharge = wantsCharge(call.form, u"latest_charge"_s);
    return {jsonResponse(200, shown(attempt.intent, withCharge, attempt.charge)), attempt.change,
            true};
}

QJsonObject PaymentIntents::shown(const QJsonObject &intent, bool withCharge,
                                  const QJsonObject &charge) const
{
    auto form = publicForm(intent);
    if (!withCharge)
        return form;
    const auto *stored = m_world.find(u"charge"_s, intent[u"latest_charge"_s].toString());
    if (!charge.isEmpty())
        form[u"latest_charge"_s] = publicForm(charge);
    else if (stored)
        form[u"latest_charge"_s] = publicForm(*stored);
    return form;
}

Answer PaymentIntents::retrieve(const PaymentCall &call) const
{
    FormReader in(call.form, {u"client_secret"_s, u"expand[]"_s});
    if (in.error())
        return refusal(*in.error());
    const auto *intent = m_world.find(u"payment_intent"_s, call.id());
    if (!intent)
        return refusal(notFound(u"payment_intent"_s, call.id(), u"intent"_s));
    return {jsonResponse(200, shown(*intent, wantsCharge(call.form, u"latest_charge"_s))), {}};
}

Answer PaymentIntents::confirm(const PaymentCall &call) const
{
    FormReader in(call.form, {u"payment_method"_s, u"off_session"_s, u"return_url"_s,
                              u"error_on_requires_action"_s, u"expand[]"_s});
    auto method = in.text(u"payment_method"_s);
    if (in.error())
        return refusal(*in.error());
    const auto *intent = m_world.find(u"payment_intent"_s, call.id());
    if (!intent)
        return refusal(notFound(u"payment_intent"_s, call.id(), u"intent"_s));
    const auto status = intent->value(u"status"_s).toString();
    if (status != u"requires_payment_method" && status != u"requires_confirmation")
        return bindingRefusal(unexpectedState(*intent, u"confirm"_s));
    if (method.isEmpty())
        method = intent->value(u"payment_method"_s).toString();
    if (method.isEmpty())
        return bindingRefusal(unexpectedState(*intent, u"confirm without a payment method"_s));
    return attempt(*intent, method, call);
}

Answer PaymentIntents::capture(const PaymentCall &call) const
{
    FormReader in(call.form, {u"amount_to_capture"_s, u"metadata[]"_s, u"statement_descriptor"_s,
                              u"statement_descriptor_suffix"_s, u"expand[]"_s});
    const auto wanted = in.amount(u"amount_to_capture"_s);
    const auto metadata = in.metadata(u"metadata"_s);
    if (in.error())
        return refusal(*in.error());
    const auto *found = m_world.find(u"payment_intent"_s, call.id());
    if (!found)
        return refusal(notFound(u"payment_intent"_s, call.id(), u"intent"_s));
    auto intent = *found;
    const auto *storedCharge = m_world.find(u"charge"_s, intent[u"latest_charge"_s].toString());
    if (intent[u"status"_s] != u"requires_capture"_s || !storedCharge)
        return bindingRefusal(unexpectedState(intent, u"capture"_s));
    const auto capturable = intent[u"amount_capturable"_s].toInteger();
    const auto amount = wanted.value_or(capturable);
    if (amount > capturable)
        return bindingRefusal(invalidRequest(
            u"amount_too_large"_s,
            u"The amount to capture, %1, is more than the %2 authorised."_s.arg(amount).arg(
                capturable),
            u"amount_to_capture"_s));
    const auto card = testCard(intent[u"payment_method"_s].toString());
    if (call.refuse || (card && card->captureDeclined))
        return {errorResponse(cardDeclined(u"generic_decline"_s, intent)),
                {{{u"payment.declined"_s, call.id(), paymentDetails(intent, amount)}}, {}},
                true};

    auto charge = *storedCharge;
    charge[u"captured"_s] = true;
    charge[u"amount_captured"_s] = amount;
    // What is not captured counts as given back.
    charge[u"amount_refunded"_s] = charge[u"amount"_s].toInteger() - amount;
    intent[u"status"_s] = u"succeeded"_s;
    intent[u"amount_capturable"_s] = 0;
    intent[u"amount_received"_s] = amount;
    auto mergedMetadata = intent[u"metadata"_s].toObject();
    for (auto it = metadata.begin(); it != metadata.end(); ++it)
        mergedMetadata[it.key()] = it.value();
    intent[u"metadata"_s] = mergedMetadata;
    const bool withCharge = wantsCharge(call.form, u"latest_charge"_s);
    return {jsonResponse(200, shown(intent, withCharge, charge)),
            {{{u"payment.captured"_s, call.id(), paymentDetails(intent, amount)}},
             {{u"payment_intent"_s, intent}, {u"charge"_s, charge}}},
            true};
}

Answer PaymentIntents::cancel(const PaymentCall &call) const
{
    FormReader in(call.form, {u"cancellation_reason"_s, u"expand[]"_s});
    const auto reason = in.choice(
        u"cancellation_reason"_s,
        {u"duplicate"_s, u"fraudulent"_s, u"requested_by_customer"_s, u"abandoned"_s}, {});
    if (in.error())
        return refusal(*in.error());
    const auto *intent = m_world.find(u"payment_intent"_s, call.id());
    if (!intent)
        return refusal(notFound(u"payment_intent"_s, call.id(), u"intent"_s));
    const auto status = intent->value(u"status"_s).toString();
    if (status == u"succeeded" || status == u"canceled")
        return bindingRefusal(unexpectedState(*intent, u"cancel"_s));
    if (call.refuse)
        return bindingRefusal(cardDeclined(u"generic_decline"_s, *intent));
    return canceled(*intent, reason);
}

Answer PaymentIntents::list(const PaymentCall &call) const
{
    FormReader in(call.form, listParameters() + QStringList{u"customer"_s});
    auto ids = m_world.ids(u"payment_intent"_s);
    const auto customer = in.text(u"customer"_s);
    if (!customer.isEmpty())
        ids.removeIf([&](const QString &id) {
            return m_world.find(u"payment_intent"_s, id)->value(u"customer"_s) != customer;
        });
    const auto page = listPage(ids, in);
    if (in.error())
        return refusal(*in.error());
    QJsonArray data;
    for (const auto &id : page.ids)
        data.append(shown(*m_world.find(u"payment_intent"_s, id),
                          wantsCharge(call.form, u"data.latest_charge"_s)));
    return {listResponse(data, page.hasMore, u"/v1/payment_intents"_s), {}};
}

Answer PaymentIntents::search(const PaymentCall &call) const
{
    return {searchPaymentIntents(m_world, call.form), {}};
}

Answer PaymentIntents::listCharges(const PaymentCall &call) const
{
    FormReader in(call.form, listParameters() + QStringList{u"created[gte]"_s, u"created[lt]"_s});
    const qint64 from = in.integer(u"created[gte]"_s).value_or(0);
    const qint64 until = in.integer(u"created[lt]"_s).value_or(std::numeric_limits<qint64>::max());
    auto ids = m_world.ids(u"charge"_s);
    ids.removeIf([&](const QString &id) {
        const qint64 created = m_world.find(u"charge"_s, id)->value(u"created"_s).toInteger();
        return created < from || created >= until;
    });
    const auto page = listPage(ids, in);
    if (in.error())
        return refusal(*in.error());
    QJsonArray data;
    for (const auto &id : page.ids)
        data.append(publicForm(*m_world.find(u"charge"_s, id)));
    return {listResponse(data, page.hasMore, u"/v1/charges"_s), {}};
}

Answer PaymentIntents::retrieveCharge(const PaymentCall &call) const
{
    const auto *charge = m_world.find(u"charge"_s, call.id());
    if (!charge)
        return refusal(notFound(u"charge"_s, call.id(), u"charge"_s));
    return {jsonResponse(200, publicForm(*charge)), {}};
}

Answer PaymentIntents::lapse(const QString &id) const
{
    const auto *intent = m_world.find(u"payment_intent"_s, id);
    if (!intent)
        return refusal(notFound(u"payment_intent"_s, id, u"intent"_s));
    if (intent->value(u"status"_s) != u"requires_capture"_s)
        return refusal(unexpectedState(*intent, u"lapse"_s));
    return canceled(*intent, u"automatic"_s);
}

} // namespace kontor::sandbox
