// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/delivery_charges_model.h"

#include "models/texts.h"
#include "models/typed_number.h"

#include <tuple>

namespace kontor {

namespace {

constexpr int gramDigits = 3;
constexpr int percentDigits = 2;

auto place(const DeliveryCharge &charge)
{
    return std::tie(charge.country, charge.fromValue.minor, charge.fromGrams);
}

Result<qint64> typedOrNone(const QString &text, int digits)
{
    return text.trimmed().isEmpty() ? Result<qint64>(0) : typedNumber(text, digits);
}

QString weightText(int grams) { return editableText(Quantity{grams}); }

} // namespace

DeliveryChargesModel::DeliveryChargesModel(const ShopAccess &access, QObject *parent)
    : ShopTableOf(access, &CatalogService::deliveryCharges, &CatalogService::setDeliveryCharges,
                  {tr("Country"), tr("From weight"), tr("From value"), tr("Charge"), tr("Tax"),
                   tr("On the receipt")},
                  parent)
{
}

Result<DeliveryCharge> DeliveryChargesModel::understood(const TypedCharge &typed) const
{
    const int digits = currency().exponent();
    const auto grams = typedOrNone(typed.weight, gramDigits);
    if (!grams || *grams < 0 || *grams > Product::maxWeightGrams)
        return grams ? Error(CatalogError::BadWeight) : grams.error();
    const auto value = typedOrNone(typed.value, digits);
    if (!value)
        return value.error();
    const auto amount = typedNumber(typed.amount, digits);
    if (!amount)
        return amount.error();
    const auto tax = typedOrNone(typed.tax, percentDigits);
    if (!tax || *tax < 0 || *tax > TaxRate::maxBasisPoints)
        return tax ? Error(CatalogError::BadTaxRate) : tax.error();
    return DeliveryCharge{typed.country.trimmed().toUpper(),
                          int(*grams),
                          {*value, currency()},
                          {*amount, currency()},
                          {int(*tax)},
                          typed.name.simplified()};
}

Result<> DeliveryChargesModel::add(const TypedCharge &typed)
{
    const auto charge = understood(typed);
    if (!charge)
        return charge.error();
    if (const auto possible = checkDeliveryCharges({*charge}); !possible)
        return possible;
    put(*charge);
    return {};
}

TypedCharge DeliveryChargesModel::typed(int row) const
{
    const DeliveryCharge &charge = at(row);
    return {charge.country,
            charge.fromGrams > 0 ? weightText(charge.fromGrams) : QString(),
            charge.fromValue.isZero() ? QString() : editableText(charge.fromValue),
            editableText(charge.amount),
            taxRateText(charge.taxRate),
            charge.name};
}

bool DeliveryChargesModel::isBefore(const DeliveryCharge &one, const DeliveryCharge &other) const
{
    return place(one) < place(other);
}

QString DeliveryChargesModel::text(const DeliveryCharge &charge, int column) const
{
    switch (Column(column)) {
    case CountryColumn:
        return charge.country.isEmpty() ? tr("All others") : charge.country;
    case WeightColumn:
        return charge.fromGrams > 0 ? tr("%1 kg").arg(weightText(charge.fromGrams)) : QString();
    case ValueColumn:
        return charge.fromValue.isZero() ? QString() : amountText(charge.fromValue);
    case AmountColumn:
        return amountText(charge.amount);
    case TaxColumn:
        return tr("%1 %").arg(taxRateText(charge.taxRate));
    case NameColumn:
        return charge.name;
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
