// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/payment_call.h"

namespace kontor::sandbox {

//! A payment method of the payment system's test mode, and what becomes of it.
struct TestCard
{
    QString id;
    QString brand;
    QString lastFour;
    QString declineCode; // empty: accepted
    bool captureDeclined = false;
    bool refundFails = false;
};

//! None where no test card has this id.
std::optional<TestCard> testCard(const QString &paymentMethod);

//! What trying a card did to a payment intent.
struct CardAttempt
{
    QJsonObject intent;
    Change change; // holds the intent, and the charge where it was accepted
    std::optional<PaymentError> declined;
    QJsonObject charge;
};

//! Authorises the intent's amount, and captures it where the intent says so.
CardAttempt attemptCard(QJsonObject intent, const TestCard &card, bool refuse);

//! The card's refusal, with the intent as it is after it.
PaymentError cardDeclined(const QString &declineCode, const QJsonObject &intent);

} // namespace kontor::sandbox
