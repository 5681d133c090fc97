// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matched_parts.h"

#include <QStringList>

#include <algorithm>

namespace kontor {

namespace {

bool isOfWord(QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); }

QList<TextPart> words(const QString &text)
{
    QList<TextPart> found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isOfWord(text[i]))
            continue;
        const qsizetype start = i;
        while (i < text.size() && isOfWord(text[i]))
            ++i;
        found.append({start, i - start});
    }
    return found;
}

//! Without case and accents.
QString plain(QStringView text)
{
    QString letters = text.toString().normalized(QString::NormalizationForm_D).toCaseFolded();
    letters.removeIf([](QChar c) { return c.isMark(); });
    return letters;
}

//! How much of the word is meant by so many plain letters: an accented letter may be two units.
qsizetype unitsFor(QStringView word, qsizetype letters)
{
    for (qsizetype units = 0; units < word.size(); ++units) {
        const bool goesOn = word[units].isMark() || word[units].isLowSurrogate();
        if (!goesOn && plain(word.first(units)).size() >= letters)
            return units;
    }
    return word.size();
}

} // namespace

QList<TextPart> matchedParts(const QString &text, const QString &typed)
{
    constexpr qsizetype longest = 1000; // of what is drawn in one line
    const QString shown = text.left(longest);
    QStringList wanted;
    for (const TextPart &word : words(typed.left(longest)))
        wanted.append(plain(QStringView(typed).mid(word.start, word.length)));
    QList<TextPart> parts;
    for (const TextPart &word : words(shown)) {
        const QStringView written = QStringView(shown).mid(word.start, word.length);
        const QString letters = plain(written);
        qsizetype length = 0;
        for (const QString &beginning : std::as_const(wanted)) {
            if (letters.startsWith(beginning))
                length = std::max(length, beginning.size());
        }
        if (length > 0)
            parts.append({word.start, unitsFor(written, length)});
    }
    return parts;
}

} // namespace kontor
