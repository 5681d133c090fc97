// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/fault_plan.h"
#include "app/sandbox/http_message.h"

namespace kontor::sandbox {

//! What comes instead of an answer when the call had no effect: for ServerError, TooManyRequests
//! and Redirect.
HttpResponse answerWithoutEffect(Fault fault, bool isPayment);

//! What becomes of a good answer on its way: for ServerErrorAfter, Garbage, WrongAmount,
//! WrongCurrency and HugeBody; all others leave it as it is.
HttpResponse spoiled(const HttpResponse &good, Fault fault, bool isPayment);

} // namespace kontor::sandbox
