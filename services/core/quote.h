// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kontor {

//! Untrusted text in quotes for a message: shortened, and with nothing that a terminal would obey.
QString quotedForMessage(QStringView text);

} // namespace kontor
