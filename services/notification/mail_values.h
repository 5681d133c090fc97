// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/notification/notification.h"

#include <QDate>

// What mails name is kept as it is, and written in the customer's language when the mail is sent.
namespace kontor {

enum class CancelReason;
enum class PaymentFailure;

MailValue mailValue(const QString &name, const Money &amount);
MailValue mailValue(const QString &name, QDate day);
//! Written as the day in the shop's zone.
MailValue mailValue(const QString &name, Timestamp time);
MailValue mailValue(const QString &name, CancelReason reason);
MailValue mailValue(const QString &name, PaymentFailure reason);

//! As a mail of this style says it: an amount with the currency's decimals and its code, "1,234.50
//! EUR", never through floating point.
QString mailText(const MailValue &value, const MailStyle &style);

//! In which language people of this country (ISO 3166) are addressed unless they said another.
MailLanguage mailLanguage(const QString &country);
//! The language as it is spoken in the country, or else as it is where it comes from.
QLocale mailLocale(MailLanguage language, const QString &country);

} // namespace kontor
