// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payment_refunds.h"

#include "app/sandbox/card_attempt.h"
#include "app/sandbox/payment_intents.h"

#include <QJsonArray>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject newRefund(const QJsonObject &intent, qint64 amount, const QJsonValue &reason,
                      const QJsonObject &metadata)
{
    const QJsonValue none;
    return {{u"id"_s, newId(u"re_"_s)},
            {u"object"_s, u"refund"_s},
            {u"amount"_s, amount},
            {u"balance_transaction"_s, none},
            {u"charge"_s, intent[u"latest_charge"_s]},
            {u"created"_s, nowSeconds()},
            {u"currency"_s, intent[u"currency"_s]},
            {u"metadata"_s, metadata},
            {u"payment_intent"_s, intent[u"id"_s]},
            {u"reason"_s, reason},
            {u"receipt_number"_s, none},
            {u"source_transfer_reversal"_s, none},
            {u"status"_s, u"succeeded"_s},
            {u"transfer_reversal"_s, none}};
}

std::optional<PaymentError> tooMuch(const QJsonObject &charge, qint64 amount)
{
    const auto left = charge[u"amount"_s].toInteger() - charge[u"amount_refunded"_s].toInteger();
    if (left <= 0)
        return invalidRequest(
            u"charge_already_refunded"_s,
            u"Charge %1 has already been refunded."_s.arg(charge[u"id"_s].toString()));
    if (amount > left)
        return invalidRequest(
            u"amount_too_large"_s,
            u"Refund amount (%1) is greater than unrefunded amount on charge (%2)"_s.arg(amount)
                .arg(left),
            u"amount"_s);
    return std::nullopt;
}

//! The refund as a ledger line: its metadata is the refund's own.
QJsonObject refundDetails(const QJsonObject &intent, const QJsonObject &refund)
{
    auto details = paymentDetails(intent, refund[u"amount"_s].toInteger());
    details[u"metadata"_s] = refund[u"metadata"_s];
    return details;
}

} // namespace

Answer PaymentRefunds::create(const PaymentCall &call) const
{
    FormReader in(call.form,
                  {u"payment_intent"_s, u"amount"_s, u"reason"_s, u"metadata[]"_s, u"expand[]"_s});
    const auto intentId = in.requiredText(u"payment_intent"_s);
    const auto wanted = in.amount(u"amount"_s);
    const auto metadata = in.metadata(u"metadata"_s);
    const auto reason =
        in.choice(u"reason"_s, {u"duplicate"_s, u"fraudulent"_s, u"requested_by_customer"_s}, {});
    if (in.error())
        return refusal(*in.error());
    const auto *intent = m_world.find(u"payment_intent"_s, intentId);
    if (!intent)
        return refusal(notFound(u"payment_intent"_s, intentId, u"payment_intent"_s));
    const auto *stored = m_world.find(u"charge"_s, intent->value(u"latest_charge"_s).toString());
    if (intent->value(u"status"_s) != u"succeeded"_s || !stored)
        return bindingRefusal(unexpectedState(*intent, u"refund"_s));

    auto charge = *stored;
    const auto refunded = charge[u"amount_refunded"_s].toInteger();
    const auto whole = charge[u"amount"_s].toInteger();
    const auto amount = wanted.value_or(whole - refunded);
    if (const auto error = tooMuch(charge, amount))
        return bindingRefusal(*error);
    if (call.refuse)
        return bindingRefusal(cardDeclined(u"generic_decline"_s, {}));

    auto refund =
        newRefund(*intent, amount, reason.isEmpty() ? QJsonValue() : QJsonValue(reason), metadata);
    const auto id = refund[u"id"_s].toString();
    const auto card = testCard(charge[u"payment_method"_s].toString());
    if (card && card->refundFails) {
        refund[u"status"_s] = u"failed"_s;
        refund[u"failure_reason"_s] = u"expired_or_canceled_card"_s;
        return {jsonResponse(200, refund),
                {{{u"payment.refund_failed"_s, id, refundDetails(*intent, refund)}},
                 {{u"refund"_s, refund}}},
                true};
    }
    charge[u"amount_refunded"_s] = refunded + amount;
    charge[u"refunded"_s] = refunded + amount == whole;
    return {jsonResponse(200, refund),
            {{{u"payment.refunded"_s, id, refundDetails(*intent, refund)}},
             {{u"refund"_s, refund}, {u"charge"_s, charge}}},
            true};
}

Answer PaymentRefunds::retrieve(const PaymentCall &call) const
{
    const auto *refund = m_world.find(u"refund"_s, call.id());
    if (!refund)
        return refusal(notFound(u"refund"_s, call.id(), u"refund"_s));
    return {jsonResponse(200, publicForm(*refund)), {}};
}

Answer PaymentRefunds::list(const PaymentCall &call) const
{
    FormReader in(call.form, listParameters() + QStringList{u"payment_intent"_s, u"charge"_s});
    auto ids = m_world.ids(u"refund"_s);
    for (const auto &field : {u"payment_intent"_s, u"charge"_s}) {
        const auto wanted = in.text(field);
        if (!wanted.isEmpty())
            ids.removeIf([&](const QString &id) {
                return m_world.find(u"refund"_s, id)->value(field) != wanted;
            });
    }
    const auto page = listPage(ids, in);
    if (in.error())
        return refusal(*in.error());
    QJsonArray data;
    for (const auto &id : page.ids)
        data.append(publicForm(*m_world.find(u"refund"_s, id)));
    return {listResponse(data, page.hasMore, u"/v1/refunds"_s), {}};
}

} // namespace kontor::sandbox
