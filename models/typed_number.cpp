// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typed_number.h"

#include "services/core/decimal.h"

#include <QLocale>

namespace kontor {

Result<qint64> typedNumber(const QString &text, int digits)
{
    const QString point = QStringLiteral(".");
    QString plain = text.trimmed();
    plain.replace(u',', u'.').replace(QLocale().decimalPoint(), point);
    const auto number = parseDecimal(plain, digits, DecimalMark::Point);
    if (!number)
        return number.error();
    const auto units = number->scaledTo(digits);
    if (!units)
        return Error(DecimalError::Overflow, text);
    return *units;
}

} // namespace kontor
