// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/money.h"

namespace kontor {

//! What a customer is likely to hand over for an amount: the amount itself, then the next sums that
//! can be made of a few notes, rising. At most four.
QList<Money> quickCash(const Money &due);

//! Whether the change is worth the largest note or more: nobody hands over a note too many, so it
//! was mistyped more likely than not. Never of a currency whose notes we do not know.
bool isLikelyMistyped(const Money &given, const Money &due);

} // namespace kontor
