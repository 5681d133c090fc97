// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/fault_plan.h"
#include "app/sandbox/http_message.h"

namespace kontor::sandbox {

//! What comes instead of an answer when the call had no effect: for ServerError, Status,
//! TooManyRequests and Redirect.
HttpResponse answerWithoutEffect(const InjectedFault &injected, bool isPayment);

//! What becomes of a good answer on its way: for ServerErrorAfter, StatusAfter, Garbage,
//! WrongAmount, WrongCurrency and HugeBody; all others leave it as it is.
HttpResponse spoiled(const HttpResponse &good, const InjectedFault &injected, bool isPayment);

} // namespace kontor::sandbox
