// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/scan_error.h"

#include <QDate>
#include <QList>

#include <optional>

namespace kontor {

//! One application identifier with its value, such as "17" with "261231".
struct Gs1Element
{
    QString identifier;
    QString value;

    bool operator==(const Gs1Element &) const = default;
};

//! Separates elements whose length is not known (FNC1 within a code, as scanners send it).
inline constexpr QChar gs1Separator = u'\x1d';

//! Reads an element string, as a scanner sends it, with its separators: all of it or nothing. Each
//! value has the length, the characters and the check digit that belong to its identifier.
Result<QList<Gs1Element>> parseGs1(QStringView text);
//! As people read it: "(01)09521234543213(10)ABC".
Result<QList<Gs1Element>> parseBracketedGs1(QStringView text);

//! One element, if the value belongs to the identifier.
Result<Gs1Element> gs1Element(QStringView identifier, QStringView value);

//! A date as GS1 writes it, YYMMDD; the day 00 is the last of the month. The century is the one
//! that makes it nearest to today (GS1 General Specifications, 7.12). Invalid if there is no such
//! day.
QDate gs1Date(QStringView digits, QDate today);

} // namespace kontor
