// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/product_results_model.h"

#include "models/texts.h"
#include "services/core/call.h"

namespace kontor {

using namespace Qt::StringLiterals;

ProductResultsModel::ProductResultsModel(const ShopAccess &access,
                                         const ReaderThread<CatalogLookup> &lookup, QObject *parent)
    : QAbstractTableModel(parent)
    , m_access(access)
    , m_lookup(lookup)
{
}

void ProductResultsModel::search(const QString &text)
{
    m_wanted = text;
    if (!m_asking)
        ask(text);
}

void ProductResultsModel::ask(const QString &text)
{
    m_asking = true;
    call(*m_lookup, &CatalogLookup::find, text, limit)
        .then(this, [this, text](const Result<QList<Product>> &found) {
            m_asking = false;
            if (m_wanted != text)
                return ask(m_wanted);
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            show(text, *found);
        });
}

void ProductResultsModel::show(const QString &text, const QList<Product> &products)
{
    beginResetModel();
    m_text = text;
    m_products = products;
    endResetModel();
    refreshAvailability();
    Q_EMIT searched();
}

void ProductResultsModel::refreshAvailability()
{
    QList<ProductId> ids;
    for (const Product &product : std::as_const(m_products)) {
        if (product.stocked)
            ids.append(product.id);
    }
    if (ids.isEmpty())
        return;
    call(m_access.inventory, &InventoryService::availabilities, ids)
        .then(this, [this](const Result<QList<Availability>> &levels) {
            // A till that cannot ask for the stock sells all the same.
            if (!levels || m_products.isEmpty())
                return;
            m_levels.clear();
            for (const Availability &level : *levels)
                m_levels.insert(level.product, level);
            Q_EMIT dataChanged(index(0, AvailableColumn),
                               index(int(m_products.size()) - 1, AvailableColumn));
        });
}

int ProductResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_products.size());
}

int ProductResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

ProductResultsModel::Level ProductResultsModel::level(int row) const
{
    const auto found = m_levels.constFind(m_products[row].id);
    if (!m_products[row].stocked || found == m_levels.cend())
        return Level::Unknown;
    if (found->available().thousandths <= 0)
        return Level::None;
    return found->isLow() ? Level::Low : Level::Enough;
}

QVariant ProductResultsModel::display(int row, int column) const
{
    const Product &product = m_products[row];
    switch (Column(column)) {
    case NameColumn:
        return product.name;
    case BarcodeColumn:
        return product.barcodes.value(0);
    case PriceColumn:
        return unitPriceText(product.price);
    case AvailableColumn:
        switch (level(row)) {
        case Level::Unknown:
            return QString();
        case Level::None:
            return tr("none");
        case Level::Enough:
        case Level::Low:
            return quantityText(m_levels.value(product.id).available());
        }
        return {};
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ProductResultsModel::raw(int row, int column) const
{
    const Product &product = m_products[row];
    switch (Column(column)) {
    case NameColumn:
        return product.name;
    case BarcodeColumn:
        return product.barcodes;
    case PriceColumn:
        return product.price.micros;
    case AvailableColumn:
        return level(row) == Level::Unknown
                   ? QVariant()
                   : QVariant(m_levels.value(product.id).available().thousandths);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ProductResultsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Product &product = m_products[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), index.column());
    case Qt::ToolTipRole:
        // Tool tips guess rich text; a name is none.
        return index.column() == NameColumn ? product.name.toHtmlEscaped() : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= PriceColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                             : int(Qt::AlignLeft | Qt::AlignVCenter);
    case RawRole:
        return raw(index.row(), index.column());
    case DetailRole:
        return product.category.isEmpty() ? product.sku : product.category + u" · "_s + product.sku;
    case LevelRole:
        return int(level(index.row()));
    default:
        return {};
    }
}

QVariant ProductResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= PriceColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                      : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Product");
    case BarcodeColumn:
        return tr("Barcode");
    case PriceColumn:
        return tr("Price");
    case AvailableColumn:
        return tr("Available");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
