// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kontor {

//! What a service kept in English about why something did not go on, as a person reads it. What
//! systems outside or a database said stays as they said it.
QString storedText(const QString &english);

} // namespace kontor
