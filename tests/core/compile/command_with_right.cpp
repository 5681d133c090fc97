// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/rights.h"

static_assert(kontor::rightFor(kontor::CommandName::CartOrder) == kontor::Right::Sell);
