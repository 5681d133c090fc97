// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/money.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>

namespace kontor {

namespace {

// ISO 4217 list one, active codes by the number of digits of their minor unit.
constexpr std::string_view exponent0Codes =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view exponent2Codes =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN "
    "BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD "
    "FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW "
    "KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR "
    "MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG "
    "SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD "
    "USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";
constexpr std::string_view exponent3Codes = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view exponent4Codes = "CLF UYW";

// ISO 4217 list one, each active code after its number.
constexpr std::string_view numberedCodes =
    "784AED 971AFN 008ALL 051AMD 973AOA 032ARS 036AUD 533AWG 944AZN 977BAM 052BBD 050BDT "
    "048BHD 108BIF 060BMD 096BND 068BOB 984BOV 986BRL 044BSD 064BTN 072BWP 933BYN 084BZD "
    "124CAD 976CDF 947CHE 756CHF 948CHW 990CLF 152CLP 156CNY 170COP 970COU 188CRC 192CUP "
    "132CVE 203CZK 262DJF 208DKK 214DOP 012DZD 818EGP 232ERN 230ETB 978EUR 242FJD 238FKP "
    "826GBP 981GEL 936GHS 292GIP 270GMD 324GNF 320GTQ 328GYD 344HKD 340HNL 332HTG 348HUF "
    "360IDR 376ILS 356INR 368IQD 364IRR 352ISK 388JMD 400JOD 392JPY 404KES 417KGS 116KHR "
    "174KMF 408KPW 410KRW 414KWD 136KYD 398KZT 418LAK 422LBP 144LKR 430LRD 426LSL 434LYD "
    "504MAD 498MDL 969MGA 807MKD 104MMK 496MNT 446MOP 929MRU 480MUR 462MVR 454MWK 484MXN "
    "979MXV 458MYR 943MZN 516NAD 566NGN 558NIO 578NOK 524NPR 554NZD 512OMR 590PAB 604PEN "
    "598PGK 608PHP 586PKR 985PLN 600PYG 634QAR 946RON 941RSD 643RUB 646RWF 682SAR 090SBD "
    "690SCR 938SDG 752SEK 702SGD 654SHP 925SLE 706SOS 968SRD 728SSP 930STN 222SVC 760SYP "
    "748SZL 764THB 972TJS 934TMT 788TND 776TOP 949TRY 780TTD 901TWD 834TZS 980UAH 800UGX "
    "840USD 997USN 940UYI 858UYU 927UYW 860UZS 926VED 928VES 704VND 548VUV 882WST 396XAD "
    "950XAF 951XCD 532XCG 952XOF 953XPF 886YER 710ZAR 967ZMW 924ZWG";

constexpr quint32 pack(char a, char b, char c)
{
    return quint32(quint8(a)) << 16 | quint32(quint8(b)) << 8 | quint32(quint8(c));
}

bool lists(std::string_view codes, quint32 packed)
{
    for (size_t at = 0; at + 3 <= codes.size(); at += 4) {
        if (pack(codes[at], codes[at + 1], codes[at + 2]) == packed)
            return true;
    }
    return false;
}

int exponentOf(quint32 packed)
{
    if (lists(exponent2Codes, packed))
        return 2;
    if (lists(exponent0Codes, packed))
        return 0;
    if (lists(exponent3Codes, packed))
        return 3;
    if (lists(exponent4Codes, packed))
        return 4;
    return -1;
}

constexpr qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

bool fitsInt64(Int128 value)
{
    return value >= std::numeric_limits<qint64>::min() &&
           value <= std::numeric_limits<qint64>::max();
}

qint64 narrowed(Int128 value)
{
    KONTOR_CHECK(fitsInt64(value));
    return static_cast<qint64>(value);
}

//! value / 10^digits as plain decimal text, with trailing zeros cut down to minDigits.
QString decimalText(qint64 value, int digits, int minDigits)
{
    const bool negative = value < 0;
    QString text = QString::number(negative ? quint64(0) - quint64(value) : quint64(value));
    if (digits > 0) {
        text = text.rightJustified(digits + 1, u'0');
        qsizetype keep = text.size();
        while (keep > text.size() - digits + minDigits && text[keep - 1] == u'0')
            --keep;
        const QString whole = text.left(text.size() - digits);
        const QString fraction = text.mid(text.size() - digits, keep - (text.size() - digits));
        text = fraction.isEmpty() ? whole : whole + u'.' + fraction;
    }
    return negative ? u'-' + text : text;
}

} // namespace

Currency::Currency(const char *code) : m_packed(pack(code[0], code[1], code[2]))
{
    KONTOR_CHECK(exponentOf(m_packed) >= 0);
}

Result<Currency> Currency::fromCode(QStringView code)
{
    const auto isLetter = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (code.size() == 3 && std::ranges::all_of(code, isLetter)) {
        Currency currency;
        currency.m_packed = pack(code[0].toLatin1(), code[1].toLatin1(), code[2].toLatin1());
        if (exponentOf(currency.m_packed) >= 0)
            return currency;
    }
    return Error(MoneyError::UnknownCurrency,
                 QStringLiteral("'%1' is not an active ISO 4217 currency code").arg(code.left(20)));
}

Result<Currency> Currency::fromNumber(QStringView number)
{
    constexpr size_t step = 7; // three digits, three letters, a space
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    for (size_t at = 0;
         number.size() == 3 && std::ranges::all_of(number, isDigit) && at < numberedCodes.size();
         at += step) {
        if (number == QLatin1StringView(numberedCodes.data() + at, 3))
            return fromCode(QString::fromLatin1(numberedCodes.data() + at + 3, 3));
    }
    return Error(MoneyError::UnknownCurrency,
                 QStringLiteral("'%1' is not the number of an active ISO 4217 currency")
                     .arg(number.left(20)));
}

int Currency::exponent() const { return exponentOf(m_packed); }

QString Currency::code() const
{
    if (!isValid())
        return {};
    const char letters[] = {char(m_packed >> 16), char(m_packed >> 8), char(m_packed)};
    return QString::fromLatin1(letters, 3);
}

Money Money::operator-() const { return {narrowed(-static_cast<Int128>(minor)), currency}; }

Money Money::operator+(const Money &other) const
{
    KONTOR_CHECK(currency == other.currency);
    return {narrowed(static_cast<Int128>(minor) + other.minor), currency};
}

Money Money::operator-(const Money &other) const
{
    KONTOR_CHECK(currency == other.currency);
    return {narrowed(static_cast<Int128>(minor) - other.minor), currency};
}

std::strong_ordering Money::operator<=>(const Money &other) const
{
    KONTOR_CHECK(currency == other.currency);
    return minor <=> other.minor;
}

QString Money::toPlainString() const
{
    const int digits = currency.exponent();
    return decimalText(minor, std::max(digits, 0), std::max(digits, 0));
}

Result<Money> checkedAdd(const Money &a, const Money &b)
{
    if (a.currency != b.currency)
        return Error(
            MoneyError::MixedCurrencies,
            QStringLiteral("cannot add %1 and %2").arg(a.currency.code(), b.currency.code()));
    const auto sum = static_cast<Int128>(a.minor) + b.minor;
    if (!fitsInt64(sum))
        return Error(MoneyError::Overflow, QStringLiteral("the sum is too large"));
    return Money{static_cast<qint64>(sum), a.currency};
}

Result<Money> checkedMultiply(const Money &amount, qint64 factor)
{
    const auto product = static_cast<Int128>(amount.minor) * factor;
    if (!fitsInt64(product))
        return Error(MoneyError::Overflow, QStringLiteral("the product is too large"));
    return Money{static_cast<qint64>(product), amount.currency};
}

UnitPrice UnitPrice::of(const Money &amount)
{
    const qint64 factor = scale / powerOfTen(amount.currency.exponent());
    return {narrowed(static_cast<Int128>(amount.minor) * factor), amount.currency};
}

QString UnitPrice::toPlainString() const
{
    return decimalText(micros, 6, std::max(currency.exponent(), 0));
}

Result<Money> lineTotal(const UnitPrice &price, Quantity quantity)
{
    const auto exact = static_cast<Int128>(price.micros) * quantity.thousandths;
    const auto perMinor =
        static_cast<Int128>(UnitPrice::scale / powerOfTen(price.currency.exponent())) * 1000;
    const auto magnitude = ((exact < 0 ? -exact : exact) + perMinor / 2) / perMinor;
    if (magnitude > Money::maxMinor)
        return Error(MoneyError::Overflow, QStringLiteral("the line total is too large"));
    return Money{static_cast<qint64>(exact < 0 ? -magnitude : magnitude), price.currency};
}

qint64 divideRounded(Int128 numerator, Int128 denominator)
{
    KONTOR_CHECK(denominator > 0);
    const auto magnitude = numerator < 0 ? -numerator : numerator;
    const auto quotient = (magnitude + denominator / 2) / denominator;
    return narrowed(numerator < 0 ? -quotient : quotient);
}

QList<Money> allocate(const Money &total, const QList<qint64> &weights)
{
    KONTOR_CHECK(!weights.isEmpty());
    Int128 sum = 0;
    for (const qint64 weight : weights) {
        KONTOR_CHECK(weight >= 0);
        sum += weight;
    }
    QList<Money> parts(weights.size(), Money{0, total.currency});
    if (sum == 0) {
        parts[0] = total;
        return parts;
    }

    const bool negative = total.minor < 0;
    const auto magnitude =
        negative ? -static_cast<Int128>(total.minor) : static_cast<Int128>(total.minor);
    QList<Int128> remainders(weights.size());
    auto left = magnitude;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        const auto share = magnitude * weights[i];
        parts[i].minor = narrowed(share / sum);
        remainders[i] = share % sum;
        left -= share / sum;
    }
    QList<qsizetype> byRemainder(weights.size());
    std::iota(byRemainder.begin(), byRemainder.end(), 0);
    std::ranges::stable_sort(
        byRemainder, [&](qsizetype a, qsizetype b) { return remainders[a] > remainders[b]; });
    for (qsizetype i = 0; left > 0; ++i, --left)
        ++parts[byRemainder[i]].minor;
    if (negative) {
        for (Money &part : parts)
            part.minor = -part.minor;
    }
    return parts;
}

Money includedTax(const Money &gross, TaxRate rate)
{
    return {divideRounded(static_cast<Int128>(gross.minor) * rate.basisPoints,
                          10'000 + rate.basisPoints),
            gross.currency};
}

Money addedTax(const Money &net, TaxRate rate)
{
    return {divideRounded(static_cast<Int128>(net.minor) * rate.basisPoints, 10'000), net.currency};
}

Money roundedToCash(const Money &amount, qint64 stepMinor)
{
    KONTOR_CHECK(stepMinor > 0);
    return {narrowed(static_cast<Int128>(divideRounded(amount.minor, stepMinor)) * stepMinor),
            amount.currency};
}

} // namespace kontor
