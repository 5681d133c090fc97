// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/delivery_charges_model.h"

#include "models/texts.h"
#include "models/typed_number.h"
#include "services/core/call.h"

#include <algorithm>
#include <tuple>

namespace kontor {

namespace {

constexpr int gramDigits = 3;
constexpr int percentDigits = 2;

auto place(const DeliveryCharge &row)
{
    return std::tie(row.country, row.fromValue.minor, row.fromGrams);
}

Result<qint64> typedOrNone(const QString &text, int digits)
{
    return text.trimmed().isEmpty() ? Result<qint64>(0) : typedNumber(text, digits);
}

QString weightText(int grams) { return editableText(Quantity{grams}); }

} // namespace

DeliveryChargesModel::DeliveryChargesModel(const ShopAccess &access, QObject *parent)
    : QAbstractTableModel(parent)
    , m_access(access)
{
}

void DeliveryChargesModel::look()
{
    call(m_access.catalog, &CatalogService::deliveryCharges)
        .then(this, [this](const Result<QList<DeliveryCharge>> &table) {
            if (table)
                show(*table);
            else
                Q_EMIT failed(table.error());
        });
}

void DeliveryChargesModel::show(const QList<DeliveryCharge> &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
}

void DeliveryChargesModel::save(QList<DeliveryCharge> table)
{
    std::ranges::sort(table, [](const auto &a, const auto &b) { return place(a) < place(b); });
    show(table);
    call(m_access.catalog, &CatalogService::setDeliveryCharges, m_access.command(), table)
        .then(this, [this](const Result<> &saved) {
            if (saved)
                return;
            Q_EMIT failed(saved.error());
            look();
        });
}

Result<DeliveryCharge> DeliveryChargesModel::understood(const TypedCharge &typed) const
{
    const Currency currency = m_access.currency;
    const auto grams = typedOrNone(typed.weight, gramDigits);
    if (!grams || *grams < 0 || *grams > Product::maxWeightGrams)
        return grams ? Error(CatalogError::BadWeight) : grams.error();
    const auto value = typedOrNone(typed.value, currency.exponent());
    if (!value)
        return value.error();
    const auto amount = typedNumber(typed.amount, currency.exponent());
    if (!amount)
        return amount.error();
    const auto tax = typedOrNone(typed.tax, percentDigits);
    if (!tax || *tax < 0 || *tax > TaxRate::maxBasisPoints)
        return tax ? Error(CatalogError::BadTaxRate) : tax.error();
    return DeliveryCharge{typed.country.trimmed().toUpper(),
                          int(*grams),
                          {*value, currency},
                          {*amount, currency},
                          {int(*tax)},
                          typed.name.simplified()};
}

Result<> DeliveryChargesModel::add(const TypedCharge &typed)
{
    const auto row = understood(typed);
    if (!row)
        return row.error();
    if (const auto possible = checkDeliveryCharges({*row}); !possible)
        return possible;
    QList<DeliveryCharge> table = m_table;
    table.removeIf([&](const DeliveryCharge &each) { return place(each) == place(*row); });
    table.append(*row);
    save(std::move(table));
    return {};
}

void DeliveryChargesModel::remove(int row)
{
    if (row < 0 || row >= m_table.size())
        return;
    QList<DeliveryCharge> table = m_table;
    table.removeAt(row);
    save(std::move(table));
}

TypedCharge DeliveryChargesModel::typed(int row) const
{
    const DeliveryCharge &charge = m_table[row];
    return {charge.country,
            charge.fromGrams > 0 ? weightText(charge.fromGrams) : QString(),
            charge.fromValue.isZero() ? QString() : editableText(charge.fromValue),
            editableText(charge.amount),
            taxRateText(charge.taxRate),
            charge.name};
}

int DeliveryChargesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.size());
}

int DeliveryChargesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DeliveryChargesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const DeliveryCharge &row = m_table[index.row()];
    switch (Column(index.column())) {
    case CountryColumn:
        return row.country.isEmpty() ? tr("All others") : row.country;
    case WeightColumn:
        return row.fromGrams > 0 ? tr("%1 kg").arg(weightText(row.fromGrams)) : QString();
    case ValueColumn:
        return row.fromValue.isZero() ? QString() : amountText(row.fromValue);
    case AmountColumn:
        return amountText(row.amount);
    case TaxColumn:
        return tr("%1 %").arg(taxRateText(row.taxRate));
    case NameColumn:
        return row.name;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DeliveryChargesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case CountryColumn:
        return tr("Country");
    case WeightColumn:
        return tr("From weight");
    case ValueColumn:
        return tr("From value");
    case AmountColumn:
        return tr("Charge");
    case TaxColumn:
        return tr("Tax");
    case NameColumn:
        return tr("On the receipt");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
