// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

namespace kontor {

//! What a person reads about an error: what is the matter, and what to do about it.
QString errorText(const Error &error);

} // namespace kontor
