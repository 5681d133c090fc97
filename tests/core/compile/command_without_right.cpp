// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/rights.h"

// A command that somebody adds to the enum and forgets in the table.
constexpr auto forgotten = static_cast<kontor::CommandName>(1000);
constexpr auto right = kontor::rightFor(forgotten);
