// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

namespace kontor {

//! What a person at the command line can do about an error; empty where its own words say it all.
QString advice(const Error &error);

} // namespace kontor
