// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typed_day.h"

#include "services/cart/cart.h"

#include <QRegularExpression>

namespace kontor {

namespace {

QDate nextOf(int month, int day, QDate today)
{
    // The 29th of February comes every fourth year, and eight years after some.
    constexpr int longestWait = 8;
    for (int year = today.year(); year <= today.year() + longestWait; ++year) {
        if (const QDate found(year, month, day); found.isValid() && found >= today)
            return found;
    }
    return {};
}

QDate dated(const QList<int> &numbers, QDate today, const QLocale &locale)
{
    constexpr int century = 100;
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const bool yearFirst = numbers.size() == 3 && numbers.first() > century;
    const bool dayFirst = !yearFirst && format.indexOf(u'd') < format.indexOf(u'M');
    const int at = yearFirst ? 1 : 0;
    const int day = numbers[dayFirst ? at : at + 1];
    const int month = numbers[dayFirst ? at + 1 : at];
    if (numbers.size() == 2)
        return nextOf(month, day, today);
    const int year = yearFirst ? numbers.first() : numbers.last();
    return QDate(year < century ? today.year() / century * century + year : year, month, day);
}

} // namespace

Result<QDate> typedDay(const QString &text, QDate today, const QLocale &locale)
{
    static const QRegularExpression between(QStringLiteral("[-./\\s]+"));
    const QString plain = text.trimmed();
    if (plain.isEmpty())
        return QDate();
    bool isNumber = true;
    if (plain.startsWith(u'+')) {
        const QDate later = today.addDays(plain.mid(1).toUShort(&isNumber));
        return isNumber ? Result<QDate>(later) : Error(CartError::BadDate, text);
    }
    QList<int> numbers;
    for (const QString &part : plain.split(between, Qt::SkipEmptyParts)) {
        numbers.append(part.toUShort(&isNumber));
        if (!isNumber)
            return Error(CartError::BadDate, text);
    }
    const bool isPossible = numbers.size() == 2 || numbers.size() == 3;
    const QDate day = isPossible ? dated(numbers, today, locale) : QDate();
    return day.isValid() ? Result<QDate>(day) : Error(CartError::BadDate, text);
}

} // namespace kontor
