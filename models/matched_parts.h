// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace kontor {

//! A part of a text, in UTF-16 units.
struct TextPart
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextPart &) const = default;
};

//! The beginnings of words by which a search for what was typed finds the text; case and accents do
//! not count, as in the search itself. In the order of the text.
QList<TextPart> matchedParts(const QString &text, const QString &typed);

} // namespace kontor
