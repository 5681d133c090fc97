// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace kontor {

//! One application identifier of GS1, or a range of them that are alike.
struct Gs1Identifier
{
    const char *first; //!< of two to four digits
    const char *last;
    bool hasKnownLength; //!< it ends after its length; others end with a separator or the code
    const char *parts;   //!< as GS1 writes them, such as "N14,csum" or "N3,iso4217 N..15"
};

std::span<const Gs1Identifier> gs1Identifiers();
//! The one with which a text begins, or nothing; none is the beginning of another.
const Gs1Identifier *gs1IdentifierAt(QStringView text);

} // namespace kontor
