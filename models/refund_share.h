// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment.h"

namespace kontor {

//! How much of a refund goes back to the cards that paid the orders which the goods come from: as
//! much of it as they paid of those orders, first of all what is still owed for them, and never
//! more than is left on the cards. The rest is handed out in cash.
Money refundToCards(const Money &refund, const QList<PaymentOverview> &originals);

} // namespace kontor
