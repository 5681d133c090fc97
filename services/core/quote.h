// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kontor {

//! Untrusted text for a message: shortened, and with nothing that is not seen, or that changes how
//! what is beside it is seen.
QString readable(QStringView text);
//! The same in quotes.
QString quotedForMessage(QStringView text);

} // namespace kontor
