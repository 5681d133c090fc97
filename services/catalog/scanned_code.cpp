// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/scanned_code.h"

#include "services/catalog/catalog.h"
#include "services/catalog/gs1_goods.h"
#include "services/catalog/gs1_link.h"
#include "services/core/quote.h"

#include <QRegularExpression>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int weightDigits = 3;

bool isAsciiDigit(QChar c) { return c >= u'0' && c <= u'9'; }

//! Without the control characters that scanners put around a code, and without spaces at its ends.
QString cleaned(const QString &scanned)
{
    QString text;
    for (const QChar c : scanned) {
        if (c == gs1Separator || c.category() != QChar::Other_Control)
            text.append(c);
    }
    return text.trimmed();
}

//! The AIM identifier with which many scanners begin, such as "]C1"; may be empty.
QStringView aimPrefix(QStringView text)
{
    constexpr qsizetype length = 3;
    const bool has =
        text.size() > length && text[0] == u']' && text[1].isLetter() && text[2].isLetterOrNumber();
    return has ? text.first(length) : QStringView();
}

bool meansGs1(QStringView aim)
{
    const auto marks = {"]C1"_L1, "]e0"_L1, "]d2"_L1, "]Q3"_L1, "]J1"_L1};
    return std::find(marks.begin(), marks.end(), aim) != marks.end();
}

CodeReading plainReading(const QString &key)
{
    CodeReading reading;
    reading.key = key;
    return reading;
}

//! Several digits and letters before and after the hyphen, as the series of a till's receipts.
QString receiptIn(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z][A-Za-z0-9]{0,15}-[0-9]{6,12}$"_s);
    return form.match(text).hasMatch() ? text.toUpper() : QString();
}

//! Value ÷ 10^decimals in the currency's minor units, if it has none that are smaller.
std::optional<Money> amountOf(qint64 value, int decimals, Currency currency)
{
    for (; decimals > currency.exponent(); --decimals) {
        if (value % 10 != 0)
            return {};
        value /= 10;
    }
    for (; decimals < currency.exponent(); ++decimals)
        value *= 10;
    return Money{value, currency};
}

Result<QList<CodeReading>> inStoreReadings(const InStoreCode &code, Currency currency)
{
    if (code.amount == 0)
        return Error(ScanError::NothingInside);
    CodeReading reading;
    reading.isMeasured = true;
    if (code.value == InStoreValue::Weight) {
        reading.quantity = {code.amount};
        for (int decimals = code.decimals; decimals < weightDigits; ++decimals)
            reading.quantity.thousandths *= 10;
    } else {
        reading.price = amountOf(code.amount, code.decimals, currency);
        if (!reading.price)
            return Error(ScanError::OtherCurrency,
                         u"the price has more decimals than the currency"_s);
        reading.weightFollows = code.value == InStoreValue::PriceOfWeight;
    }
    QList<CodeReading> readings;
    QString shortItem = code.item;
    while (shortItem.size() > 1 && shortItem.startsWith(u'0'))
        shortItem.remove(0, 1);
    for (const QString &key : {code.product, code.item, shortItem}) {
        reading.key = key;
        if (!readings.contains(reading))
            readings.append(reading);
    }
    return readings;
}

//! A product may have the very code that is laid out like a label, so that comes first.
ScannedCode readGtin(const Gtin &gtin, const CodeRules &rules)
{
    ScannedCode code;
    code.readings.append(plainReading(gtin.digits));
    const auto label = readInStoreCode(gtin, rules.layouts);
    if (!label) {
        code.fault = label.error();
    } else if (label->has_value()) {
        const auto readings = inStoreReadings(**label, rules.currency);
        if (readings)
            code.readings.append(*readings);
        else
            code.fault = readings.error();
    }
    return code;
}

Result<ScannedCode> readElements(const QList<Gs1Element> &elements, const CodeRules &rules)
{
    const auto goods = readGs1Goods(elements, rules.today);
    if (!goods)
        return goods.error();
    ScannedCode code;
    code.lot = goods->lot;
    code.serial = goods->serial;
    code.useBy = goods->useBy;
    code.bestBefore = goods->bestBefore;
    CodeReading reading;
    reading.quantity = goods->quantity.value_or(Quantity::pieces(1));
    reading.isMeasured = goods->isMeasured;
    if (goods->price) {
        const Currency own = rules.currency;
        if (goods->priceCurrency.value_or(own) != own)
            return Error(ScanError::OtherCurrency);
        reading.price = amountOf(goods->price->value, goods->price->digits, own);
        if (!reading.price)
            return Error(ScanError::BadElement, u"the price has too many decimals"_s);
        reading.isMeasured = true;
    }
    for (const QString &key : goods->keys) {
        reading.key = key;
        code.readings.append(reading);
    }
    return code;
}

//! Where a scanner says nothing of the kind, an element string is told by its separators, or by
//! beginning with a GTIN and being right to its end.
std::optional<Result<ScannedCode>> readAsGs1(QStringView text, bool isSure, const CodeRules &rules)
{
    constexpr qsizetype gtinElement = 16;
    if (isWebAddress(text)) {
        const auto elements = parseGs1Link(text);
        return elements ? readElements(*elements, rules) : elements.error();
    }
    if (text.startsWith(u'(')) {
        const auto elements = parseBracketedGs1(text);
        return elements ? readElements(*elements, rules) : elements.error();
    }
    const bool likely =
        text.size() >= gtinElement && (text.startsWith("01"_L1) || text.startsWith("02"_L1));
    if (!isSure && !likely && !text.contains(gs1Separator))
        return {};
    const auto elements = parseGs1(text);
    if (elements)
        return readElements(*elements, rules);
    if (isSure || text.contains(gs1Separator))
        return elements.error();
    return {};
}

Result<ScannedCode> readPlain(const QString &text, const CodeRules &rules)
{
    const auto gtin = parseBarcode(text);
    if (gtin) {
        ScannedCode code = readGtin(*gtin, rules);
        if (const auto upcA = gtinOfUpcE(text))
            code.readings.append(plainReading(upcA->digits));
        return code;
    }
    if (const auto upcA = gtinOfUpcE(text))
        return readGtin(*upcA, rules);
    const bool isNumber = std::ranges::all_of(text, isAsciiDigit);
    const bool isGtinLong =
        isNumber && (text.size() == 8 || text.size() >= 12) && text.size() <= 14;
    if (isGtinLong || gtin.error().is(BarcodeError::AllZeros))
        return gtin.error();
    const bool isPlain = std::ranges::all_of(text, [](QChar c) { return c > u' ' && c <= u'~'; });
    if (!isPlain || text.size() > Product::maxSkuLength)
        return Error(ScanError::Unreadable, quotedForMessage(text));
    ScannedCode code;
    code.readings.append(plainReading(text));
    code.receipt = receiptIn(text);
    return code;
}

} // namespace

Result<ScannedCode> readCode(const QString &scanned, const CodeRules &rules)
{
    if (scanned.size() > longestCode)
        return Error(ScanError::TooLong, quotedForMessage(scanned));
    const QString whole = cleaned(scanned);
    const QStringView aim = aimPrefix(whole);
    const QString text = whole.sliced(aim.size());
    if (text.isEmpty())
        return Error(ScanError::Empty);
    if (const auto gs1 = readAsGs1(text, meansGs1(aim), rules))
        return *gs1;
    return readPlain(text, rules);
}

} // namespace kontor
