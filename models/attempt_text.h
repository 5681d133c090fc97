// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/attempts.h"

namespace kontor {

//! A call to a system outside, and what came of it, as a sentence of an order's story.
QString attemptText(const CallAttempt &attempt);

} // namespace kontor
