// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/system_settings.h"
#include "services/core/system_check.h"

namespace kontor {

//! What is wrong with a server's certificate, and that nothing was sent; the note is the library's.
QString certificateText(HttpFault fault, const QString &note);
//! What came of trying out a system, and what to do about it.
QString checkText(const SystemCheck &check, const SystemSettings &system);

} // namespace kontor
