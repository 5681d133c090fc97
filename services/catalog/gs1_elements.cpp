// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/gs1_elements.h"

#include "services/catalog/gs1_identifiers.h"
#include "services/core/barcode.h"
#include "services/core/quote.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

//! The characters of GS1's sets 82 (X), 39 (Y) and file-safe base64 (Z), and digits (N).
bool isIn(QChar set, QChar c)
{
    const bool alphanumeric = isDigit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
    switch (set.unicode()) {
    case u'N':
        return isDigit(c);
    case u'X':
        return alphanumeric || "!\"%&'()*+,-./:;<=>?_"_L1.contains(c);
    case u'Y':
        return isDigit(c) || (c >= u'A' && c <= u'Z') || "#-/"_L1.contains(c);
    default:
        return alphanumeric || "-_="_L1.contains(c);
    }
}

//! One part of a value: "N14,csum", "X..20", "[N4],hhmi".
struct Part
{
    explicit Part(QStringView text)
    {
        isOptional = text.startsWith(u'[');
        QString plain = text.toString();
        plain.remove(u'[').remove(u']');
        const QStringList rules = plain.split(u',');
        set = plain.front();
        const QStringView length = QStringView(rules.first()).sliced(1);
        const bool upTo = length.startsWith(".."_L1);
        longest = length.sliced(upTo ? 2 : 0).toInt();
        shortest = upTo ? 1 : longest;
        hasCheckDigit = rules.contains("csum"_L1);
        isDate = rules.contains("yymmd0"_L1) || rules.contains("yymmdd"_L1);
    }

    bool accepts(QStringView value) const
    {
        if (value.size() < shortest ||
            !std::ranges::all_of(value, [this](QChar c) { return isIn(set, c); }))
            return false;
        if (hasCheckDigit && !hasRightCheckDigit(value))
            return false;
        return !isDate || gs1Date(value, QDate(2000, 1, 1)).isValid();
    }

    QChar set;
    qsizetype shortest = 0;
    qsizetype longest = 0;
    bool isOptional = false;
    bool hasCheckDigit = false;
    bool isDate = false;
};

QList<Part> partsOf(const Gs1Identifier &identifier)
{
    QList<Part> parts;
    for (const QString &text : QString::fromLatin1(identifier.parts).split(u' '))
        parts.append(Part(text));
    return parts;
}

bool accepts(const Gs1Identifier &identifier, QStringView value)
{
    for (const Part &part : partsOf(identifier)) {
        if (value.isEmpty() && part.isOptional)
            return true;
        const QStringView own = value.first(std::min(value.size(), part.longest));
        if (!part.accepts(own))
            return false;
        value = value.sliced(own.size());
    }
    return value.isEmpty();
}

qsizetype knownLength(const Gs1Identifier &identifier)
{
    qsizetype length = 0;
    for (const Part &part : partsOf(identifier))
        length += part.longest;
    return length;
}

Result<Gs1Element> element(const Gs1Identifier &identifier, QStringView number, QStringView value)
{
    if (!accepts(identifier, value))
        return Error(ScanError::BadElement,
                     u"%1 does not belong to the application identifier %2"_s.arg(
                         quotedForMessage(value), number));
    return Gs1Element{number.toString(), value.toString()};
}

Error unknownIdentifier(QStringView rest)
{
    return Error(ScanError::UnknownIdentifier,
                 u"no application identifier stands at %1"_s.arg(quotedForMessage(rest)));
}

} // namespace

Result<QList<Gs1Element>> parseGs1(QStringView text)
{
    QList<Gs1Element> elements;
    while (!text.isEmpty()) {
        if (text.front() == gs1Separator) {
            text = text.sliced(1);
            continue;
        }
        const Gs1Identifier *identifier = gs1IdentifierAt(text);
        if (!identifier)
            return unknownIdentifier(text);
        const QStringView number = text.first(qstrlen(identifier->first));
        text = text.sliced(number.size());
        const qsizetype separator = text.indexOf(gs1Separator);
        qsizetype length = separator < 0 ? text.size() : separator;
        if (identifier->hasKnownLength)
            length = std::min(length, knownLength(*identifier));
        auto one = element(*identifier, number, text.first(length));
        if (!one)
            return one.error();
        elements.append(std::move(*one));
        text = text.sliced(length);
    }
    if (elements.isEmpty())
        return Error(ScanError::Empty);
    return elements;
}

Result<QList<Gs1Element>> parseBracketedGs1(QStringView text)
{
    // A value may have brackets of its own: only a known identifier in brackets begins an element.
    const auto identifierAt = [](QStringView rest) -> const Gs1Identifier * {
        if (!rest.startsWith(u'('))
            return nullptr;
        const Gs1Identifier *found = gs1IdentifierAt(rest.sliced(1));
        const qsizetype end = found ? 1 + qsizetype(qstrlen(found->first)) : 0;
        return found && end < rest.size() && rest[end] == u')' ? found : nullptr;
    };
    QList<Gs1Element> elements;
    while (!text.isEmpty()) {
        const Gs1Identifier *identifier = identifierAt(text);
        if (!identifier)
            return unknownIdentifier(text);
        const QStringView number = text.sliced(1, qstrlen(identifier->first));
        text = text.sliced(number.size() + 2);
        qsizetype length = 0;
        while (length < text.size() && !identifierAt(text.sliced(length)))
            ++length;
        auto one = element(*identifier, number, text.first(length));
        if (!one)
            return one.error();
        elements.append(std::move(*one));
        text = text.sliced(length);
    }
    if (elements.isEmpty())
        return Error(ScanError::Empty);
    return elements;
}

Result<Gs1Element> gs1Element(QStringView identifier, QStringView value)
{
    const Gs1Identifier *known = gs1IdentifierAt(identifier);
    if (!known || qsizetype(qstrlen(known->first)) != identifier.size())
        return unknownIdentifier(identifier);
    return element(*known, identifier, value);
}

QDate gs1Date(QStringView digits, QDate today)
{
    if (digits.size() != 6 || !std::ranges::all_of(digits, isDigit))
        return {};
    constexpr int century = 100;
    constexpr int behind = 51;
    constexpr int ahead = 50;
    const int yearOfCentury = digits.first(2).toInt();
    const int difference = yearOfCentury - today.year() % century;
    int year = today.year() - today.year() % century + yearOfCentury;
    if (difference >= behind)
        year -= century;
    else if (difference <= -ahead)
        year += century;
    const int month = digits.sliced(2, 2).toInt();
    const int day = digits.last(2).toInt();
    if (day > 0)
        return QDate(year, month, day);
    return QDate(year, month, 1).addMonths(1).addDays(-1);
}

} // namespace kontor
