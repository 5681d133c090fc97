// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QDate>
#include <QLocale>

namespace kontor {

//! The day that a person typed, in the order of day and month that the locale writes: "24.12.",
//! "24/12/2026", or "+3" for three days from today. Without a year it is the next such day from
//! today on; nothing typed is no day.
Result<QDate> typedDay(const QString &text, QDate today, const QLocale &locale = QLocale());

} // namespace kontor
