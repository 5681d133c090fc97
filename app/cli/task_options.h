// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"
#include "app/replay/replay_batch.h"
#include "models/shop_profile.h"
#include "services/catalog/product_import.h"

namespace kontor {

//! An error is a sentence about what is wrong with the options.
Result<ReplayOptions> replayOptions(const CommandLine &line);
//! What neither the line nor the table says is as in the shop's profile.
Result<ImportOptions> importOptions(const CommandLine &line,
                                    const std::optional<ShopProfile> &profile = {});

//! Whether the command can be begun at all: its options are right and its file can be read. To be
//! asked before a shop is made for it.
Result<> checkTask(const CommandLine &line);

} // namespace kontor
