// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/instore_code.h"

#include <QRegularExpression>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int codeDigits = 13;
constexpr int mostDecimals = 3; //!< quantities and prices of in-store codes are no finer

int digit(QChar c) { return c.unicode() - u'0'; }

// The weights of the verifiers: the units of the product, its tens taken off or added.
int twoMinus(int n) { return 2 * n % 10 - 2 * n / 10; }
int three(int n) { return 3 * n; }
int fiveMinus(int n) { return 5 * n % 10 - 5 * n / 10; }
int fivePlus(int n) { return 5 * n % 10 + 5 * n / 10; }

QChar letterOf(InStoreValue value)
{
    switch (value) {
    case InStoreValue::Weight:
        return u'W';
    case InStoreValue::Price:
        return u'P';
    case InStoreValue::PriceOfWeight:
        return u'T';
    }
    return {};
}

int ofTen(int n) { return (n % 10 + 10) % 10; }

} // namespace

int priceVerifier(QStringView digits)
{
    using Weight = int (*)(int);
    constexpr Weight ofFour[] = {twoMinus, twoMinus, three, fiveMinus};
    constexpr Weight ofFive[] = {fivePlus, twoMinus, fiveMinus, fivePlus, twoMinus};
    Q_ASSERT(digits.size() == std::ssize(ofFour) || digits.size() == std::ssize(ofFive));
    const bool four = digits.size() == std::ssize(ofFour);
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += (four ? ofFour[i] : ofFive[i])(digit(digits[i]));
    if (four)
        return ofTen(3 * sum);
    int verifier = 0;
    while (ofTen(fiveMinus(verifier)) != ofTen(-sum))
        ++verifier;
    return verifier;
}

QList<InStoreLayout> usualInStoreLayouts()
{
    return {
        {u"02"_s, 5, 4, InStoreValue::Price, 2, true},
        {u"20"_s, 5, 5, InStoreValue::Weight, 3, false},
        {u"21"_s, 5, 5, InStoreValue::Weight, 3, false},
        {u"22"_s, 5, 5, InStoreValue::PriceOfWeight, 2, false},
        {u"23"_s, 5, 5, InStoreValue::Price, 2, false},
    };
}

Result<> checkLayout(const InStoreLayout &layout)
{
    const QString &prefix = layout.prefix;
    const bool isDigits =
        std::ranges::all_of(prefix, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isDigits || prefix.size() < 2 || prefix.size() > 4 ||
        !(prefix.startsWith("02"_L1) || prefix.startsWith(u'2')))
        return Error(ScanError::BadLayout, u"the prefix is not 02 or 20 to 29"_s);
    const qsizetype used =
        prefix.size() + layout.itemDigits + int(layout.hasVerifier) + layout.valueDigits + 1;
    if (layout.itemDigits < 1 || layout.valueDigits < 1 || used != codeDigits)
        return Error(ScanError::BadLayout, u"the parts do not have 13 digits together"_s);
    if (layout.decimals < 0 || layout.decimals > mostDecimals)
        return Error(ScanError::BadLayout, u"the decimals are not between 0 and 3"_s);
    if (layout.hasVerifier && layout.valueDigits != 4 && layout.valueDigits != 5)
        return Error(ScanError::BadLayout, u"only a value of 4 or 5 digits has a verifier"_s);
    return {};
}

Result<> checkLayouts(const QList<InStoreLayout> &layouts)
{
    QStringList prefixes;
    for (const InStoreLayout &layout : layouts) {
        if (const auto possible = checkLayout(layout); !possible)
            return possible;
        if (prefixes.contains(layout.prefix))
            return Error(ScanError::BadLayout, u"a prefix stands there twice"_s);
        prefixes.append(layout.prefix);
    }
    return {};
}

QString patternOf(const InStoreLayout &layout)
{
    const QString value(layout.valueDigits, letterOf(layout.value));
    QString pattern = layout.prefix + u' ' + QString(layout.itemDigits, u'I') + u' ';
    if (layout.hasVerifier)
        pattern += u"V "_s;
    pattern += value.chopped(layout.decimals);
    return layout.decimals > 0 ? pattern + u'.' + value.last(layout.decimals) : pattern;
}

Result<InStoreLayout> parsePattern(const QString &text)
{
    static const QRegularExpression form(
        u"^([0-9]+)(I+)(V?)(?:(W*)\\.?(W*)|(P*)\\.?(P*)|(T*)\\.?(T*))C?$"_s);
    QString plain = text.toUpper();
    plain.remove(u' ').replace(u',', u'.');
    const auto match = form.match(plain);
    if (!match.hasMatch())
        return Error(ScanError::BadLayout, u"this is not prefix, item and value"_s);
    InStoreLayout layout;
    layout.valueDigits = 0;
    layout.prefix = match.captured(1);
    layout.itemDigits = int(match.capturedLength(2));
    layout.hasVerifier = match.capturedLength(3) > 0;
    int group = 4;
    for (const InStoreValue value :
         {InStoreValue::Weight, InStoreValue::Price, InStoreValue::PriceOfWeight}) {
        const auto whole = int(match.capturedLength(group));
        const auto decimals = int(match.capturedLength(group + 1));
        if (whole + decimals > 0) {
            layout.value = value;
            layout.valueDigits = whole + decimals;
            layout.decimals = plain.contains(u'.') ? decimals : 0;
        }
        group += 2;
    }
    if (const auto possible = checkLayout(layout); !possible)
        return possible.error();
    return layout;
}

Result<std::optional<InStoreCode>> readInStoreCode(const Gtin &gtin,
                                                   const QList<InStoreLayout> &layouts)
{
    const InStoreLayout *layout = nullptr;
    for (const InStoreLayout &each : layouts) {
        const bool fits = gtin.digits.size() == codeDigits && gtin.digits.startsWith(each.prefix);
        if (fits && (!layout || layout->prefix.size() < each.prefix.size()))
            layout = &each;
    }
    if (!layout)
        return std::optional<InStoreCode>();
    const qsizetype valueAt = codeDigits - 1 - layout->valueDigits;
    const QStringView value = QStringView(gtin.digits).sliced(valueAt, layout->valueDigits);
    if (layout->hasVerifier && digit(gtin.digits[valueAt - 1]) != priceVerifier(value))
        return Error(ScanError::BadVerifier);
    InStoreCode code;
    code.item = gtin.digits.sliced(layout->prefix.size(), layout->itemDigits);
    const QString head = layout->prefix + code.item;
    code.product = head + QString(codeDigits - 1 - head.size(), u'0');
    code.product += QString::number(gtinCheckDigit(code.product));
    code.value = layout->value;
    code.amount = value.toLongLong();
    code.decimals = layout->decimals;
    return std::optional(code);
}

} // namespace kontor
