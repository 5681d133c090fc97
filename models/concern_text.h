// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/concern.h"

// What a person reads about what needs them.
namespace kontor {

//! What is the matter, in a few words that fit a list.
QString titleText(const Concern &concern);
//! What it means and what becomes of it.
QString explanation(const Concern &concern);
//! Whether a person would see no difference.
bool readAlike(const Concern &one, const Concern &other);
//! What stands on the button.
QString nameText(Remedy remedy, const Concern &concern);
//! What stands on the buttons by which a person answers for a call: that it had its effect, and
//! that it had none.
QString happenedText(PaymentCallKind kind);
QString notHappenedText(PaymentCallKind kind);

} // namespace kontor
