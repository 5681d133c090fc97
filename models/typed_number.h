// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QString>

namespace kontor {

//! The number that a person typed, in units of 10^-digits; a comma marks the decimals as well as a
//! point does.
Result<qint64> typedNumber(const QString &text, int digits);

} // namespace kontor
