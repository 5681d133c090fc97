// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/instore_code.h"

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
