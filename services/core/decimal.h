// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <optional>

namespace kontor {

enum class DecimalError
{
    Empty,
    NotANumber,
    Ambiguous,
    TooPrecise,
    Overflow
};
KONTOR_ERROR_DOMAIN(DecimalError);

//! The sign before the fraction; a caller who knows it from the rest of the column says so.
enum class DecimalMark
{
    Unknown,
    Point,
    Comma
};

//! value ÷ 10^digits, exactly.
struct ScaledDecimal
{
    qint64 value = 0;
    int digits = 0;

    //! The value in units of 10^-wanted; nothing where it does not fit or wanted < digits.
    std::optional<qint64> scaledTo(int wanted) const;

    bool operator==(const ScaledDecimal &other) const = default;
};

//! Reads an amount as people and spreadsheets write it, in whole or with a currency before or
//! after it: "1234.56", "€ 1.234,56", "1 234,56 EUR", "(12.50)". What could mean two numbers, such
//! as "1.000", is refused unless the mark is known. Never rounds: digits beyond maxFractionDigits
//! must be zeros.
Result<ScaledDecimal> parseDecimal(QStringView text, int maxFractionDigits,
                                   DecimalMark mark = DecimalMark::Unknown);

//! The sign or the three letters of the currency with which an amount is written; may be empty.
QStringView currencyOf(QStringView text);

//! The mark that this text proves, to learn the mark of a column from its rows.
DecimalMark decimalMarkOf(QStringView text);

} // namespace kontor
