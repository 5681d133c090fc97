// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/barcode.h"

#include "services/core/quote.h"

#include <algorithm>

namespace kontor {

namespace {

bool isAsciiDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool isAllDigits(QStringView text) { return std::all_of(text.begin(), text.end(), isAsciiDigit); }

// A spreadsheet's way of writing a long number: 3.85033E+12
bool isScientific(QStringView text)
{
    const auto exponent =
        std::find_if(text.begin(), text.end(), [](QChar c) { return c == u'E' || c == u'e'; });
    const bool startsAsNumber =
        exponent - text.begin() >= 2 &&
        std::all_of(text.begin(), exponent,
                    [](QChar c) { return isAsciiDigit(c) || c == u'.' || c == u','; }) &&
        !isAllDigits(QStringView(text.begin(), exponent));
    if (!startsAsNumber || exponent == text.end())
        return false;
    auto digits = exponent + 1;
    if (digits != text.end() && (*digits == u'+' || *digits == u'-'))
        ++digits;
    return digits != text.end() && std::all_of(digits, text.end(), isAsciiDigit);
}

// "3850334043641.0" and "3850334043641,00" are whole numbers; "'3850334043641" is a text in Excel.
QStringView withoutSpreadsheetMarks(QStringView text)
{
    if (text.startsWith(u'\''))
        text = text.sliced(1);
    const auto mark =
        std::find_if(text.begin(), text.end(), [](QChar c) { return c == u'.' || c == u','; });
    if (mark == text.begin() || text.end() - mark < 2)
        return text;
    const bool isWhole = std::all_of(mark + 1, text.end(), [](QChar c) { return c == u'0'; });
    return isWhole ? QStringView(text.begin(), mark) : text;
}

Error barcodeError(BarcodeError code, QStringView text, const char *why)
{
    return Error(
        code,
        QStringLiteral("barcode %1 %2").arg(quotedForMessage(text), QString::fromLatin1(why)));
}

} // namespace

int gtinCheckDigit(QStringView digits)
{
    Q_ASSERT(isAllDigits(digits));
    int sum = 0;
    int weight = 3;
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        sum += weight * (digits[i].unicode() - u'0');
        weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
}

bool hasRightCheckDigit(QStringView digits)
{
    return digits.size() > 1 && isAllDigits(digits) &&
           digits.back().unicode() - u'0' == gtinCheckDigit(digits.chopped(1));
}

Result<Gtin> parseBarcode(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const QStringView code = withoutSpreadsheetMarks(trimmed);
    if (code.isEmpty())
        return barcodeError(BarcodeError::Empty, text, "is empty");
    if (isScientific(code))
        return barcodeError(BarcodeError::ScientificNotation, trimmed,
                            "was rounded by a spreadsheet; format the column as text and export "
                            "again");
    if (!isAllDigits(code))
        return barcodeError(BarcodeError::NotAGtin, trimmed, "is not made of digits alone");
    if (code.size() >= 4 && code.size() <= 7)
        return barcodeError(BarcodeError::NotAGtin, trimmed, "is too short for a GTIN");
    if (code.size() != 8 && code.size() != 12 && code.size() != 13 && code.size() != 14)
        return barcodeError(BarcodeError::WrongLength, trimmed,
                            "does not have 8, 12, 13 or 14 digits (zeros in front may be lost)");
    if (std::all_of(code.begin(), code.end(), [](QChar c) { return c == u'0'; }))
        return barcodeError(BarcodeError::AllZeros, trimmed, "is all zeros");
    if (!hasRightCheckDigit(code))
        return barcodeError(BarcodeError::WrongCheckDigit, trimmed,
                            "has a wrong check digit; a digit is wrong or two are swapped");
    if (code.size() == 12)
        return Gtin{u'0' + code.toString()};
    if (code.size() == 14 && code.startsWith(u'0'))
        return Gtin{code.sliced(1).toString()};
    return Gtin{code.toString()};
}

std::optional<Gtin> gtinOfUpcE(QStringView digits)
{
    if (digits.size() != 8 || !isAllDigits(digits) || digits.front() > u'1')
        return {};
    const QString six = digits.sliced(1, 6).toString();
    const QChar last = six.back();
    // How many of the six are the maker's; the product's follow, but for the last, which says so.
    const qsizetype makers = last <= u'2' ? 2 : last == u'3' ? 3 : last == u'4' ? 4 : 5;
    QString upcA = digits.front() + six.first(makers);
    if (last <= u'2')
        upcA += last;
    const QString product = last >= u'5' ? QString(last) : six.chopped(1).sliced(makers);
    constexpr qsizetype together = 11;
    upcA += QString(together - upcA.size() - product.size(), u'0') + product + digits.back();
    if (!hasRightCheckDigit(upcA))
        return {};
    return Gtin{u'0' + upcA};
}

} // namespace kontor
