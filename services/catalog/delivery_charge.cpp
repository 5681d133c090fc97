// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/delivery_charge.h"

#include "services/catalog/catalog.h"

#include <algorithm>
#include <tuple>

namespace kontor {

namespace {

auto place(const DeliveryCharge &row)
{
    return std::tie(row.country, row.fromValue.minor, row.fromGrams);
}

bool isCountry(const QString &code)
{
    return code.size() == 2 &&
           std::ranges::all_of(code, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

Result<> checkRow(const DeliveryCharge &row)
{
    if (!row.country.isEmpty() && !isCountry(row.country))
        return Error(CatalogError::BadCountry, row.country);
    if (row.fromGrams < 0 || row.fromGrams > Product::maxWeightGrams)
        return Error(CatalogError::BadWeight);
    const bool isPossible = row.amount.minor >= 0 && row.amount.minor <= Money::maxMinor &&
                            row.fromValue.minor >= 0 && row.fromValue.minor <= Money::maxMinor;
    if (!isPossible || !row.amount.currency.isValid() ||
        row.amount.currency != row.fromValue.currency)
        return Error(CatalogError::BadPrice);
    if (row.taxRate.basisPoints < 0 || row.taxRate.basisPoints > TaxRate::maxBasisPoints)
        return Error(CatalogError::BadTaxRate);
    if (row.name.trimmed().isEmpty() || row.name.size() > DeliveryCharge::maxNameLength)
        return Error(CatalogError::BadName);
    return {};
}

} // namespace

std::optional<DeliveryCharge> chargeFor(const QList<DeliveryCharge> &table, const QString &country,
                                        qint64 grams, const Money &value)
{
    const auto isTheirs = [&](const DeliveryCharge &row) { return row.country == country; };
    const QString of = std::ranges::any_of(table, isTheirs) ? country : QString();
    std::optional<DeliveryCharge> best;
    for (const DeliveryCharge &row : table) {
        const bool reached = row.country == of && row.amount.currency == value.currency &&
                             row.fromGrams <= grams && row.fromValue.minor <= value.minor;
        if (reached && (!best || place(*best) < place(row)))
            best = row;
    }
    return best;
}

Result<> checkDeliveryCharges(const QList<DeliveryCharge> &table)
{
    for (const DeliveryCharge &row : table) {
        if (const auto possible = checkRow(row); !possible)
            return possible;
        const auto isSame = [&](const DeliveryCharge &each) { return place(each) == place(row); };
        if (std::ranges::count_if(table, isSame) > 1)
            return Error(CatalogError::SaidTwice);
    }
    return {};
}

} // namespace kontor
