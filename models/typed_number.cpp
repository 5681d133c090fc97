// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typed_number.h"

#include "models/texts.h"
#include "services/catalog/catalog.h"
#include "services/core/decimal.h"

#include <QLocale>

namespace kontor {

namespace {

constexpr int percentDigits = 2;

} // namespace

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

Result<TaxRate> typedTaxRate(const QString &text)
{
    const auto basisPoints = typedNumber(text, percentDigits);
    if (!basisPoints)
        return basisPoints.error();
    if (*basisPoints < 0 || *basisPoints > TaxRate::maxBasisPoints)
        return Error(DecimalError::Overflow, text);
    return TaxRate{int(*basisPoints)};
}

Result<UnitPrice> typedPrice(const QString &text, Currency currency)
{
    constexpr int microDigits = 6;
    const auto micros = typedNumber(text, microDigits);
    if (!micros)
        return micros.error();
    if (*micros < 0 || *micros > Product::maxPriceMicros)
        return Error(CartError::BadAmount);
    return UnitPrice{*micros, currency};
}

Result<Discount> typedDiscount(const QString &text, Currency currency)
{
    QString number = text.trimmed();
    if (number.isEmpty())
        return Discount{};
    const bool isPercent = number.endsWith(u'%');
    if (isPercent)
        number.chop(1);
    const auto units = typedNumber(number, isPercent ? percentDigits : currency.exponent());
    if (!units)
        return units.error();
    const qint64 most = isPercent ? TaxRate::maxBasisPoints : Money::maxMinor;
    const bool isPossible = *units >= 0 && *units <= most;
    if (!isPossible)
        return Error(CartError::BadDiscount);
    return isPercent ? Discount{int(*units), 0} : Discount{0, *units};
}

QString editableText(const Discount &discount, Currency currency)
{
    if (discount.percentBasisPoints > 0 && discount.amountMinor > 0)
        return {};
    if (discount.percentBasisPoints > 0)
        return taxRateText({discount.percentBasisPoints}) + QStringLiteral(" %");
    return discount.amountMinor > 0 ? editableText(Money{discount.amountMinor, currency})
                                    : QString();
}

} // namespace kontor
