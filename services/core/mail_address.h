// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace kontor {

//! Narrower than RFC 5321 section 4.1.2, and so safe in headers and in the dialogue with a server:
//! ASCII, no quotes, comments, brackets or lists.
bool isMailAddress(QStringView text);

} // namespace kontor
