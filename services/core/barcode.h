// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <optional>

namespace kontor {

enum class BarcodeError
{
    Empty,
    NotAGtin, //!< a short or alphanumeric code of the shop's own, perhaps
    WrongLength,
    AllZeros,
    WrongCheckDigit,
    ScientificNotation,
};
KONTOR_ERROR_DOMAIN(BarcodeError);

//! A GTIN with a right check digit, in the one form in which two scans of a product are equal:
//! a UPC-A is written as the EAN-13 that it is.
struct Gtin
{
    QString digits; //!< 8, 13 or 14

    bool operator==(const Gtin &other) const = default;
};

//! Modulo 10 with the weights 3 and 1 from the right, for all lengths (GS1 General Specifications,
//! 7.9.1). The argument is ASCII digits without the check digit.
int gtinCheckDigit(QStringView digits);
bool hasRightCheckDigit(QStringView digits);

//! Takes what scanners, people and spreadsheets write, "3850334043641.0" too.
Result<Gtin> parseBarcode(QStringView text);

//! What the eight digits of a UPC-E stand for, where the zeros are written that it leaves out (GS1
//! General Specifications, 5.2.2.4); nothing if they are none, or the check digit is wrong. Eight
//! digits can be right both as a UPC-E and as an EAN-8.
std::optional<Gtin> gtinOfUpcE(QStringView digits);

} // namespace kontor
