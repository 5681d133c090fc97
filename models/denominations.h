// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/money.h"

#include <QList>

namespace kontor {

//! The notes and coins in use, the largest first; empty for a currency whose cash we do not know.
QList<Money> denominations(Currency currency);

} // namespace kontor
