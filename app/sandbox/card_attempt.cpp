// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/card_attempt.h"

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject newCharge(const QJsonObject &intent, const TestCard &card, bool captured)
{
    const QJsonValue none;
    const QJsonObject address{{u"city"_s, none},  {u"country"_s, none},     {u"line1"_s, none},
                              {u"line2"_s, none}, {u"postal_code"_s, none}, {u"state"_s, none}};
    const QJsonObject cardDetails{
        {u"brand"_s, card.brand},    {u"country"_s, u"DE"_s},     {u"exp_month"_s, 12},
        {u"exp_year"_s, 2034},       {u"funding"_s, u"credit"_s}, {u"last4"_s, card.lastFour},
        {u"network"_s, card.brand},  {u"checks"_s, none},         {u"installments"_s, none},
        {u"three_d_secure"_s, none}, {u"wallet"_s, none}};
    return {{u"id"_s, newId(u"ch_"_s)},
            {u"object"_s, u"charge"_s},
            {u"amount"_s, intent[u"amount"_s]},
            {u"amount_captured"_s, captured ? intent[u"amount"_s] : QJsonValue(0)},
            {u"amount_refunded"_s, 0},
            {u"billing_details"_s, QJsonObject{{u"address"_s, address},
                                               {u"email"_s, none},
                                               {u"name"_s, none},
                                               {u"phone"_s, none}}},
            {u"captured"_s, captured},
            {u"created"_s, nowSeconds()},
            {u"currency"_s, intent[u"currency"_s]},
            {u"customer"_s, intent[u"customer"_s]},
            {u"description"_s, intent[u"description"_s]},
            {u"disputed"_s, false},
            {u"livemode"_s, false},
            {u"metadata"_s, intent[u"metadata"_s]},
            {u"paid"_s, true},
            {u"payment_intent"_s, intent[u"id"_s]},
            {u"payment_method"_s, card.id},
            {u"payment_method_details"_s,
             QJsonObject{{u"type"_s, u"card"_s}, {u"card"_s, cardDetails}}},
            {u"refunded"_s, false},
            {u"status"_s, u"succeeded"_s}};
}

} // namespace

std::optional<TestCard> testCard(const QString &paymentMethod)
{
    static const QList<TestCard> cards{
        {u"pm_card_visa"_s, u"visa"_s, u"4242"_s, {}},
        {u"pm_card_mastercard"_s, u"mastercard"_s, u"4444"_s, {}},
        {u"pm_card_chargeDeclined"_s, u"visa"_s, u"0002"_s, u"generic_decline"_s},
        {u"pm_card_visa_chargeDeclined"_s, u"visa"_s, u"0002"_s, u"generic_decline"_s},
        {u"pm_card_visa_chargeDeclinedInsufficientFunds"_s, u"visa"_s, u"9995"_s,
         u"insufficient_funds"_s},
        {u"pm_card_kontor_captureDeclined"_s, u"visa"_s, u"0341"_s, {}, true, false},
        {u"pm_card_kontor_refundFailed"_s, u"visa"_s, u"5126"_s, {}, false, true},
    };
    for (const auto &card : cards) {
        if (card.id == paymentMethod)
            return card;
    }
    return std::nullopt;
}

PaymentError cardDeclined(const QString &declineCode, const QJsonObject &intent)
{
    const auto message = declineCode == u"insufficient_funds"
                             ? u"Your card has insufficient funds."_s
                             : u"Your card was declined."_s;
    QJsonObject more{{u"decline_code"_s, declineCode}};
    if (!intent.isEmpty())
        more[u"payment_intent"_s] = publicForm(intent);
    return {402, u"card_error"_s, u"card_declined"_s, message, {}, more};
}

CardAttempt attemptCard(QJsonObject intent, const TestCard &card, bool refuse)
{
    CardAttempt attempt;
    const auto id = intent[u"id"_s].toString();
    const auto amount = intent[u"amount"_s].toInteger();
    const bool automatic = intent[u"capture_method"_s] == u"automatic"_s;
    const bool refused = refuse || (automatic && card.captureDeclined);
    const auto declineCode = refused ? u"generic_decline"_s : card.declineCode;
    if (!declineCode.isEmpty()) {
        const auto error = cardDeclined(declineCode, {});
        intent[u"status"_s] = u"requires_payment_method"_s;
        intent[u"payment_method"_s] = QJsonValue();
        intent[u"last_payment_error"_s] = QJsonObject{{u"type"_s, error.type},
                                                      {u"code"_s, error.code},
                                                      {u"decline_code"_s, declineCode},
                                                      {u"message"_s, error.message}};
        attempt.intent = intent;
        attempt.declined = cardDeclined(declineCode, intent);
        attempt.change = {{{u"payment.declined"_s, id, paymentDetails(intent, amount)}},
                          {{u"payment_intent"_s, intent}}};
        return attempt;
    }

    attempt.charge = newCharge(intent, card, automatic);
    intent[u"status"_s] = automatic ? u"succeeded"_s : u"requires_capture"_s;
    intent[u"amount_capturable"_s] = automatic ? 0 : amount;
    intent[u"amount_received"_s] = automatic ? amount : 0;
    intent[u"payment_method"_s] = card.id;
    intent[u"latest_charge"_s] = attempt.charge[u"id"_s];
    intent[u"last_payment_error"_s] = QJsonValue();
    attempt.intent = intent;
    attempt.change.effects.append({u"payment.authorised"_s, id, paymentDetails(intent, amount)});
    if (automatic)
        attempt.change.effects.append({u"payment.captured"_s, id, paymentDetails(intent, amount)});
    attempt.change.objects = {{u"payment_intent"_s, intent}, {u"charge"_s, attempt.charge}};
    return attempt;
}

} // namespace kontor::sandbox
