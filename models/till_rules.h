// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/shift.h"
#include "services/core/result.h"

namespace kontor {

//! From the file till.ini in the shop's folder; what it does not say is as usual.
ShiftRules shiftRulesIn(const QString &folder);
Result<> keepShiftRules(const QString &folder, const ShiftRules &rules);

} // namespace kontor
