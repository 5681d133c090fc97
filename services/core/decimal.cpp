// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/decimal.h"

#include "services/core/quote.h"

#include <algorithm>
#include <limits>

namespace kontor {

namespace {

constexpr qint64 largestDecimal = std::numeric_limits<qint64>::max();

bool isDecimalDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool isDecimalSpace(QChar c)
{
    return c == u' ' || c == u'\u00A0' || c == u'\u2009' || c == u'\u202F';
}

//! A number in writing, without sign and currency.
struct WrittenNumber
{
    bool negative = false;
    QStringView body;
    QStringView currency; //!< a sign or a code; may be empty
};

bool takeSign(WrittenNumber &number)
{
    if (number.body.startsWith(u'-') || number.body.startsWith(u'\u2212'))
        number.negative = true;
    else if (!number.body.startsWith(u'+'))
        return false;
    number.body = number.body.sliced(1).trimmed();
    return true;
}

bool isCurrencyCode(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

bool takeCurrency(WrittenNumber &number)
{
    QStringView &text = number.body;
    if (text.isEmpty())
        return false;
    constexpr qsizetype codeLength = 3;
    const auto takeFront = [&](qsizetype length) {
        number.currency = text.first(length);
        text = text.sliced(length).trimmed();
        return true;
    };
    const auto takeBack = [&](qsizetype length) {
        number.currency = text.last(length);
        text = text.chopped(length).trimmed();
        return true;
    };
    if (text.front().category() == QChar::Symbol_Currency)
        return takeFront(1);
    if (text.back().category() == QChar::Symbol_Currency)
        return takeBack(1);
    if (text.size() > codeLength && isCurrencyCode(text.first(codeLength)))
        return takeFront(codeLength);
    if (text.size() > codeLength && isCurrencyCode(text.last(codeLength)))
        return takeBack(codeLength);
    return false;
}

std::optional<WrittenNumber> takeNumber(QStringView text)
{
    WrittenNumber number{false, text.trimmed(), {}};
    bool signGiven = takeSign(number);
    const bool currencyGiven = takeCurrency(number);
    signGiven = signGiven || takeSign(number);
    if (number.body.startsWith(u'(') && number.body.endsWith(u')') && number.body.size() > 2) {
        if (signGiven)
            return {};
        number.negative = true;
        number.body = number.body.sliced(1).chopped(1).trimmed();
        if (!currencyGiven)
            takeCurrency(number);
    }
    return number;
}

//! Where the whole digits end and the fraction begins.
struct NumberShape
{
    enum class Kind
    {
        Whole,
        Fraction,
        Ambiguous,
        Malformed
    };
    Kind kind = Kind::Malformed;
    qsizetype markAt = -1; //!< of a fraction, or of the sign that may begin one
};

//! True for "1", "1234" and for "1,234,567", whose groups of three are all kept apart by one sign.
bool isWellGrouped(QStringView whole)
{
    QChar sign;
    qsizetype groupStart = 0;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (isDecimalDigit(whole[i]))
            continue;
        const qsizetype size = i - groupStart;
        const bool isFirst = sign.isNull();
        if (isFirst ? size < 1 || size > 3 : size != 3 || whole[i] != sign)
            return false;
        sign = whole[i];
        groupStart = i + 1;
    }
    return sign.isNull() || whole.size() - groupStart == 3;
}

DecimalMark markFor(QChar c) { return c == u'.' ? DecimalMark::Point : DecimalMark::Comma; }

NumberShape shapeOf(QStringView body, DecimalMark known)
{
    using Kind = NumberShape::Kind;
    const bool signsAreKnown = std::all_of(body.begin(), body.end(), [](QChar c) {
        return isDecimalDigit(c) || isDecimalSpace(c) || c == u'.' || c == u',' || c == u'\'' ||
               c == u'\u2019';
    });
    if (!signsAreKnown || body.isEmpty() || !isDecimalDigit(body.back()))
        return {};

    const qsizetype last = qMax(body.lastIndexOf(u'.'), body.lastIndexOf(u','));
    const Kind asWhole = isWellGrouped(body) ? Kind::Whole : Kind::Malformed;
    if (last < 0)
        return {asWhole, -1};
    const QStringView whole = body.first(last);
    const QStringView fraction = body.sliced(last + 1);
    if (!std::all_of(fraction.begin(), fraction.end(), isDecimalDigit))
        return {};
    const DecimalMark mark = markFor(body[last]);
    if (whole.contains(body[last]))
        return {mark == known ? Kind::Malformed : asWhole, -1};
    if (!isWellGrouped(whole))
        return {};
    const bool canBeGroup = asWhole == Kind::Whole && !whole.startsWith(u'0');
    if (!canBeGroup || mark == known)
        return {Kind::Fraction, last};
    return {known == DecimalMark::Unknown ? Kind::Ambiguous : Kind::Whole, last};
}

Result<ScaledDecimal> toScaled(const WrittenNumber &number, const NumberShape &shape,
                               int maxFractionDigits, QStringView text)
{
    const qsizetype markAt = shape.kind == NumberShape::Kind::Fraction ? shape.markAt : -1;
    QStringView digits = number.body;
    qsizetype fraction = markAt < 0 ? 0 : digits.size() - markAt - 1;
    while (fraction > maxFractionDigits && digits.back() == u'0') {
        digits.chop(1);
        --fraction;
    }
    if (fraction > maxFractionDigits)
        return Error(DecimalError::TooPrecise,
                     QStringLiteral("%1 has more than %2 digits after the decimal mark")
                         .arg(quotedForMessage(text))
                         .arg(maxFractionDigits));
    qint64 value = 0;
    for (const QChar c : digits) {
        if (!isDecimalDigit(c))
            continue;
        const int digit = c.unicode() - u'0';
        if (value > (largestDecimal - digit) / 10)
            return Error(DecimalError::Overflow,
                         QStringLiteral("%1 is too large").arg(quotedForMessage(text)));
        value = value * 10 + digit;
    }
    return ScaledDecimal{number.negative ? -value : value, static_cast<int>(fraction)};
}

} // namespace

std::optional<qint64> ScaledDecimal::scaledTo(int wanted) const
{
    if (wanted < digits)
        return {};
    qint64 scaled = value;
    for (int i = digits; i < wanted; ++i) {
        if (scaled > largestDecimal / 10 || scaled < -(largestDecimal / 10))
            return {};
        scaled *= 10;
    }
    return scaled;
}

Result<ScaledDecimal> parseDecimal(QStringView text, int maxFractionDigits, DecimalMark mark)
{
    if (text.trimmed().isEmpty())
        return Error(DecimalError::Empty, QStringLiteral("there is no number"));
    const auto number = takeNumber(text);
    const NumberShape shape = number ? shapeOf(number->body, mark) : NumberShape{};
    switch (shape.kind) {
    case NumberShape::Kind::Malformed:
        return Error(DecimalError::NotANumber,
                     QStringLiteral("%1 is not a number").arg(quotedForMessage(text)));
    case NumberShape::Kind::Ambiguous:
        return Error(DecimalError::Ambiguous,
                     QStringLiteral("%1 may mean thousands or a fraction; say which decimal mark "
                                    "the file uses")
                         .arg(quotedForMessage(text)));
    case NumberShape::Kind::Whole:
    case NumberShape::Kind::Fraction:
        return toScaled(*number, shape, maxFractionDigits, text);
    }
    Q_UNREACHABLE();
}

QStringView currencyOf(QStringView text)
{
    const auto number = takeNumber(text);
    return number ? number->currency : QStringView();
}

DecimalMark decimalMarkOf(QStringView text)
{
    const auto number = takeNumber(text);
    if (!number)
        return DecimalMark::Unknown;
    const NumberShape shape = shapeOf(number->body, DecimalMark::Unknown);
    if (shape.kind == NumberShape::Kind::Fraction)
        return markFor(number->body[shape.markAt]);
    // Two groups of one sign leave only the other one for the fraction.
    if (shape.kind == NumberShape::Kind::Whole) {
        if (number->body.contains(u'.'))
            return DecimalMark::Comma;
        if (number->body.contains(u','))
            return DecimalMark::Point;
    }
    return DecimalMark::Unknown;
}

} // namespace kontor
