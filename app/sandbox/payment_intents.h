// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/payment_call.h"

namespace kontor::sandbox {

//! Payment intents: created, confirmed, captured, canceled, found again.
class PaymentIntents
{
public:
    explicit PaymentIntents(const World &world) : m_world(world) {}

    Answer create(const PaymentCall &call) const;
    Answer retrieve(const PaymentCall &call) const;
    Answer confirm(const PaymentCall &call) const;
    Answer capture(const PaymentCall &call) const;
    Answer cancel(const PaymentCall &call) const;
    Answer list(const PaymentCall &call) const;
    Answer search(const PaymentCall &call) const;

    Answer listCharges(const PaymentCall &call) const;
    Answer retrieveCharge(const PaymentCall &call) const;

    //! An authorisation that runs out; only one that waits for its capture can.
    Answer lapse(const QString &id) const;

private:
    Answer attempt(const QJsonObject &intent, const QString &method, const PaymentCall &call) const;
    QJsonObject shown(const QJsonObject &intent, bool withCharge,
                      const QJsonObject &charge = {}) const;

    const World &m_world;
};

//! A payment intent as the system makes it, still without a card.
QJsonObject newPaymentIntent(qint64 amount, const QString &currency, const QString &captureMethod,
                             const QJsonObject &metadata);

//! Ends an intent: nothing of it can be captured any more.
Answer canceled(QJsonObject intent, const QString &reason);

PaymentError unexpectedState(const QJsonObject &intent, const QString &action);

} // namespace kontor::sandbox
