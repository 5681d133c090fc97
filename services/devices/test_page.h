// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/receipt.h"

namespace kontor {

//! Shows whether a printer is set up as it should be: its width, its letters, its bar codes.
Document testPage(const ShopHeading &shop, Timestamp at, const PaperStyle &style, int columns);

} // namespace kontor
