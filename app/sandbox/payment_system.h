// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/checkout_sessions.h"
#include "app/sandbox/payment_balance.h"
#include "app/sandbox/payment_intents.h"
#include "app/sandbox/payment_refunds.h"
#include "app/sandbox/router.h"

namespace kontor::sandbox {

//! Plays the payment system: the part of Stripe's API 2023-08-16 that a shop needs. It answers
//! from the world as it is and says what to change; it changes nothing itself.
class PaymentSystem
{
public:
    explicit PaymentSystem(const World &world);
    PaymentSystem(const PaymentSystem &) = delete;
    PaymentSystem &operator=(const PaymentSystem &) = delete;

    //! The 401 for a caller without a test key.
    std::optional<HttpResponse> refusesCaller(const HttpRequest &request) const;

    Answer answer(const HttpRequest &request, const QString &baseUrl, bool refuse) const;

    const PaymentIntents &intents() const { return m_intents; }
    const CheckoutSessions &sessions() const { return m_sessions; }

private:
    PaymentBalance m_balance;
    PaymentIntents m_intents;
    PaymentRefunds m_refunds;
    CheckoutSessions m_sessions;
    QList<Route<Answer(const PaymentCall &)>> m_routes;
};

} // namespace kontor::sandbox
