// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_values.h"

namespace kontor {

QLocale mailLocale(const QString &country)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(country);
    const QLocale spoken(QLocale::English, territory);
    return spoken.territory() == territory ? spoken
                                           : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QString mailAmount(const Money &amount, const QLocale &locale)
{
    const QString plain = amount.abs().toPlainString();
    const qsizetype point = plain.indexOf(u'.');
    QString text = locale.toString(plain.left(point).toLongLong());
    if (point >= 0) {
        text += locale.decimalPoint();
        for (const QChar digit : plain.sliced(point + 1))
            text += locale.toString(digit.digitValue());
    }
    if (amount.isNegative())
        text.prepend(locale.negativeSign());
    return text + u' ' + amount.currency.code();
}

QString mailDate(QDate day, const QLocale &locale)
{
    return locale.toString(day, QLocale::LongFormat);
}

QString mailDate(Timestamp time, const QTimeZone &zone, const QLocale &locale)
{
    return mailDate(time.toUtc().toTimeZone(zone).date(), locale);
}

} // namespace kontor
