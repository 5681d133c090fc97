// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "app/shop_settings.h"

namespace kontor {

class Console;

// Commands that only read, and so need no lock: they work beside an open window. Each answers the
// exit code.

int runAudit(const CommandLine &line, const ShopSettings &settings, Console &console);
int runVerify(const CommandLine &line, const ShopSettings &settings, Console &console);
int runOrder(const CommandLine &line, const ShopSettings &settings, Console &console);
//! Reads the new PIN of self-service, which a terminal does not show.
int runKioskPin(const CommandLine &line, const ShopSettings &settings, Console &console);
int runShift(const CommandLine &line, const ShopSettings &settings, Console &console);

} // namespace kontor
