// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/quantity.h"
#include "services/core/result.h"

#include <QList>

#include <compare>

namespace kontor {

//! Wide enough for the exact product of an amount, a quantity and a rate.
__extension__ typedef __int128 Int128;

enum class MoneyError
{
    Overflow,
    MixedCurrencies,
    UnknownCurrency
};
KONTOR_ERROR_DOMAIN(MoneyError);

//! An ISO 4217 currency.
class Currency
{
public:
    constexpr Currency() = default;
    //! For literals in code; halts on a code that ISO 4217 does not list as active.
    explicit Currency(const char *code);
    static Result<Currency> fromCode(QStringView code);
    //! By its number of three digits, such as "978".
    static Result<Currency> fromNumber(QStringView number);

    //! Digits after the decimal mark of the minor unit: 0 for JPY, 2 for EUR, 3 for KWD.
    int exponent() const;
    QString code() const;
    bool isValid() const { return m_packed != 0; }
    //! The three letters packed into one number, as stored in the event codec.
    constexpr quint32 packed() const { return m_packed; }

    constexpr bool operator==(const Currency &) const = default;

private:
    quint32 m_packed = 0;
};

//! An amount in minor units of one currency. Bounded input (see maxMinor) keeps sums of any real
//! order far from overflow; the operators halt on overflow and on mixed currencies, the checked
//! functions answer with an error and are for amounts that come from outside.
struct Money
{
    //! The largest amount that stores and imports accept, in minor units.
    static constexpr qint64 maxMinor = 1'000'000'000'000'000;

    qint64 minor = 0;
    Currency currency;

    bool isZero() const { return minor == 0; }
    bool isNegative() const { return minor < 0; }
    Money operator-() const;
    Money operator+(const Money &other) const;
    Money operator-(const Money &other) const;
    Money &operator+=(const Money &other) { return *this = *this + other; }
    Money &operator-=(const Money &other) { return *this = *this - other; }
    Money abs() const { return minor < 0 ? -*this : *this; }

    bool operator==(const Money &) const = default;
    //! Halts on mixed currencies.
    std::strong_ordering operator<=>(const Money &other) const;

    //! Plain ASCII with the currency's decimals, such as "-1234.50"; for files and the command
    //! line.
    QString toPlainString() const;
};

Result<Money> checkedAdd(const Money &a, const Money &b);
Result<Money> checkedMultiply(const Money &amount, qint64 factor);

//! A price of one unit in millionths of the major unit, so that it may be finer than a minor unit.
struct UnitPrice
{
    static constexpr qint64 scale = 1'000'000;

    qint64 micros = 0;
    Currency currency;

    static UnitPrice of(const Money &amount);

    bool operator==(const UnitPrice &) const = default;

    //! Plain ASCII with at least the currency's decimals, such as "2.55" or "0.125".
    QString toPlainString() const;
};

//! price × quantity, rounded once to the minor unit, half away from zero.
Result<Money> lineTotal(const UnitPrice &price, Quantity quantity);

//! numerator / denominator rounded half away from zero, so that a refund is exactly the negative of
//! its sale. The denominator must be positive.
qint64 divideRounded(Int128 numerator, Int128 denominator);

//! Splits total over the weights by largest remainder, ties to the earlier part: the parts sum up
//! to total exactly, each is within one minor unit of its exact share, and the split of -total is
//! the mirror of the split of total. A zero weight gets nothing; if all weights are zero the first
//! part takes all. Weights must not be negative.
QList<Money> allocate(const Money &total, const QList<qint64> &weights);

//! A tax rate in hundredths of a percent: 2000 is 20 %.
struct TaxRate
{
    static constexpr int maxBasisPoints = 10'000; //!< 100 %

    int basisPoints = 0;
    auto operator<=>(const TaxRate &) const = default;
};

//! The tax inside a gross amount: round(gross × r / (100 % + r)); the net is gross minus this.
Money includedTax(const Money &gross, TaxRate rate);
//! The tax on top of a net amount: round(net × r).
Money addedTax(const Money &net, TaxRate rate);

//! The amount payable in cash where the smallest coin is step minor units: nearest multiple, ties
//! away from zero.
Money roundedToCash(const Money &amount, qint64 stepMinor);

} // namespace kontor
