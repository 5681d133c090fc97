// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment_system.h"
#include "services/payment/stripe_http.h"

namespace kontor {

// How the payment system's answers are read. Whatever is not exactly as it must be is unknown,
// never a success.

//! Whether the object says that it belongs to the other mode, live or test. Refunds do not say.
bool isOfOtherMode(const QJsonObject &object, bool live);
CallReply otherMode();
//! What GET /v1/balance showed of a key.
SystemCheck readBalance(const StripeAnswer &answer, bool live);

//! For what is neither a valid success nor a refusal that the call knows.
CallReply undecided(const StripeAnswer &answer);

CallReply readAuthorisation(const PaymentCall &call, const QJsonObject &intent);
//! What a payment intent shows about its capture or void.
CallReply readCapture(const PaymentCall &call, const QJsonObject &intent);
//! Voided, or Captured with the amount that was found, which is no more than the call's.
CallReply readVoid(const PaymentCall &call, const QJsonObject &intent);
CallReply readRefund(const PaymentCall &call, const QJsonObject &refund);
CallReply readNewLink(const PaymentCall &call, const QJsonObject &session);
//! Captured, Pending or Expired.
CallReply readLink(const PaymentCall &call, const QJsonObject &session);
//! Captured or Expired: a link that may still bring money has not ended.
CallReply readLinkEnd(const PaymentCall &call, const QJsonObject &session);

//! Null if the charge is not as it must be; one that is none of ours has no order.
std::optional<ListedCharge> readListedCharge(const QJsonObject &charge);

//! Whether the payment system refused for good, so that nothing happened and nothing will.
bool isDecline(PaymentCallKind kind, const StripeAnswer &answer);
CallReply declined(const PaymentCall &call, const StripeAnswer &answer);
//! Whether the refusal only says that the thing is not in the state for it: looking tells which.
bool needsLook(PaymentCallKind kind, const StripeAnswer &answer);

} // namespace kontor
