// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"
#include "services/core/money.h"

#include <QLocale>
#include <QTimeZone>

// How values are written in a mail.
namespace kontor {

//! Mails are written in English, as it is spoken in the country or else in Britain.
QLocale mailLocale(const QString &country);
//! With the currency's decimals and its code, "1,234.50 EUR"; never goes through floating point.
QString mailAmount(const Money &amount, const QLocale &locale);
QString mailDate(QDate day, const QLocale &locale);
//! The day in the shop's zone.
QString mailDate(Timestamp time, const QTimeZone &zone, const QLocale &locale);

} // namespace kontor
