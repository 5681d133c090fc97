// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_amount.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace kontor {

namespace {

// Source: "Supported currencies" of the payment system's documentation, zero-decimal currencies.
// UGX is left out: two of its pages contradict each other, and a guess may charge a hundredfold.
constexpr std::string_view wholeUnits[] = {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA",
                                           "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"};

int stripeExponent(std::string_view code, int isoExponent)
{
    if (std::find(std::begin(wholeUnits), std::end(wholeUnits), code) != std::end(wholeUnits))
        return 0;
    // Whole krónur, still written with two decimals.
    if (code == "ISK")
        return 2;
    return isoExponent;
}

} // namespace

std::optional<qint64> toStripeAmount(const Money &money)
{
    const std::string code = money.currency.code().toStdString();
    if (code == "UGX")
        return std::nullopt;
    const int iso = money.currency.exponent();
    qint64 amount = money.minor;
    for (int digits = stripeExponent(code, iso); digits > iso; --digits)
        amount *= 10;
    for (int digits = stripeExponent(code, iso); digits < iso; ++digits) {
        if (amount % 10 != 0)
            return std::nullopt;
        amount /= 10;
    }
    // The card networks refuse the last of three decimals.
    if (iso == 3 && amount % 10 != 0)
        return std::nullopt;
    return amount;
}

std::optional<Money> fromStripeAmount(qint64 amount, Currency currency)
{
    if (amount < 0 || amount > Money::maxMinor)
        return std::nullopt;
    const int iso = currency.exponent();
    const int digits = stripeExponent(currency.code().toStdString(), iso);
    Money money{amount, currency};
    for (int more = digits; more < iso; ++more)
        money.minor *= 10;
    for (int less = digits; less > iso; --less)
        money.minor /= 10;
    return toStripeAmount(money) == amount ? std::optional(money) : std::nullopt;
}

QString toStripeCurrency(Currency currency) { return currency.code().toLower(); }

} // namespace kontor
