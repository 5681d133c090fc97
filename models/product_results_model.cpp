// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/product_results_model.h"

#include "models/texts.h"
#include "services/core/call.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

ProductResultsModel::ProductResultsModel(const ShopAccess &access,
                                         const ReaderThread<CatalogLookup> &lookup, QObject *parent)
    : TableModel({tr("Product"), tr("Barcode"), tr("Price"), tr("Available")}, parent)
    , m_access(access)
    , m_lookup(lookup)
    , m_outlines(u"catalog outlines"_s, access.catalogStore)
{
}

void ProductResultsModel::list(const ProductWish &wish)
{
    m_wanted = wish;
    if (!m_asking)
        ask(wish);
}

void ProductResultsModel::ask(const ProductWish &wish)
{
    m_asking = true;
    call(*m_lookup, &CatalogLookup::find, wish, ProductPage::beforeFirstRank, pageRows)
        .then(this, [this, wish](const Result<ProductPage> &page) {
            m_asking = false;
            if (m_wanted != wish)
                return ask(m_wanted);
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            show(wish, *page);
        });
}

void ProductResultsModel::show(const ProductWish &wish, const ProductPage &page)
{
    beginResetModel();
    m_wish = wish;
    m_rows = int(page.products.size());
    m_goesOn = m_rows == pageRows;
    m_ranksBefore = {ProductPage::beforeFirstRank};
    if (m_goesOn)
        m_ranksBefore.append(page.lastRank);
    m_pages = {{0, page.products}};
    m_firstInSight = m_lastInSight = 0;
    m_levels.clear();
    if (m_goesOn && wish.text.isEmpty())
        outline();
    endResetModel();
    askAvailability(0);
    Q_EMIT listed();
}

void ProductResultsModel::outline()
{
    if (m_outlining)
        return;
    m_outlining = true;
    call(*m_outlines, &CatalogLookup::outline, m_wish.category, pageRows)
        .then(this, [this, wish = m_wish](const Result<ProductOutline> &outline) {
            m_outlining = false;
            if (outline && m_wish == wish)
                grow(*outline);
            else if (m_goesOn && m_wish != wish && m_wish.text.isEmpty())
                this->outline();
        });
}

void ProductResultsModel::grow(const ProductOutline &outline)
{
    const int rows = int(outline.count);
    if (rows <= m_rows)
        return;
    m_goesOn = false;
    beginInsertRows({}, m_rows, rows - 1);
    m_rows = rows;
    m_ranksBefore = outline.ranksBefore;
    endInsertRows();
    readNeeded();
}

bool ProductResultsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_goesOn && !m_outlining && !m_reading;
}

void ProductResultsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_lastInSight = pages() - 1;
    readNeeded();
}

void ProductResultsModel::showRows(int first, int last)
{
    m_firstInSight = std::max(0, first) / pageRows;
    m_lastInSight = std::max(0, std::min(last, m_rows - 1)) / pageRows;
    readNeeded();
}

void ProductResultsModel::readNeeded()
{
    if (m_reading)
        return;
    int page = m_firstInSight;
    while (page <= m_lastInSight && m_pages.contains(page))
        ++page;
    if (page > m_lastInSight || page >= pages())
        return;
    m_reading = true;
    call(*m_lookup, &CatalogLookup::find, m_wish, m_ranksBefore[page], pageRows)
        .then(this, [this, wish = m_wish, page](const Result<ProductPage> &read) {
            m_reading = false;
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            if (m_wish == wish && page < pages())
                take(page, *read);
            readNeeded();
        });
}

void ProductResultsModel::take(int page, const ProductPage &read)
{
    m_pages.insert(page, read.products);
    const int firstNew = page * pageRows;
    if (m_goesOn && page == pages() - 1) {
        m_goesOn = read.products.size() == pageRows;
        if (m_goesOn)
            m_ranksBefore.append(read.lastRank);
        if (!read.products.isEmpty()) {
            beginInsertRows({}, firstNew, firstNew + int(read.products.size()) - 1);
            m_rows = firstNew + int(read.products.size());
            endInsertRows();
        }
    } else {
        changed(page, 0, ColumnCount - 1);
    }
    askAvailability(page);
    dropFarPages();
}

void ProductResultsModel::dropFarPages()
{
    const auto isFar = [this](int page) {
        return page < m_firstInSight - keptPages / 2 || page > m_lastInSight + keptPages / 2;
    };
    if (m_pages.size() > keptPages)
        m_pages.removeIf([&](Pages::iterator kept) { return isFar(kept.key()); });
}

void ProductResultsModel::changed(int page, int firstColumn, int lastColumn)
{
    const int rows = rowsOf(page);
    if (rows > 0)
        Q_EMIT dataChanged(index(page * pageRows, firstColumn),
                           index(page * pageRows + rows - 1, lastColumn));
}

int ProductResultsModel::rowsOf(int page) const
{
    return std::clamp(m_rows - page * pageRows, 0, pageRows);
}

void ProductResultsModel::refreshAvailability()
{
    for (int page = m_firstInSight; page <= m_lastInSight; ++page)
        askAvailability(page);
    // The others ask when they are in sight again.
    m_pages.removeIf([this](Pages::iterator kept) {
        return kept.key() < m_firstInSight || kept.key() > m_lastInSight;
    });
}

void ProductResultsModel::askAvailability(int page)
{
    QList<ProductId> ids;
    const QList<Product> products = m_pages.value(page);
    for (const Product &product : products) {
        if (product.stocked)
            ids.append(product.id);
    }
    if (ids.isEmpty())
        return;
    call(m_access.inventory, &InventoryService::availabilities, ids)
        .then(this, [this, page](const Result<QList<Availability>> &levels) {
            // A till that cannot ask for the stock sells all the same.
            if (!levels)
                return;
            for (const Availability &level : *levels)
                m_levels.insert(level.product, level);
            changed(page, AvailableColumn, AvailableColumn);
        });
}

const Product *ProductResultsModel::product(int row) const
{
    const auto page = m_pages.constFind(row / pageRows);
    const int at = row % pageRows;
    return page != m_pages.cend() && at < page->size() ? &page->at(at) : nullptr;
}

ProductResultsModel::Level ProductResultsModel::level(const Product &product) const
{
    const auto found = m_levels.constFind(product.id);
    if (!product.stocked || found == m_levels.cend())
        return Level::Unknown;
    if (found->available().thousandths <= 0)
        return Level::None;
    return found->isLow() ? Level::Low : Level::Enough;
}

QVariant ProductResultsModel::display(const Product &product, int column) const
{
    switch (Column(column)) {
    case NameColumn:
        return product.name;
    case BarcodeColumn:
        return product.barcodes.value(0);
    case PriceColumn:
        return unitPriceText(product.price);
    case AvailableColumn:
        switch (level(product)) {
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

QVariant ProductResultsModel::raw(const Product &product, int column) const
{
    switch (Column(column)) {
    case NameColumn:
        return product.name;
    case BarcodeColumn:
        return product.barcodes;
    case PriceColumn:
        return product.price.micros;
    case AvailableColumn:
        return level(product) == Level::Unknown
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
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    const Product *product = this->product(index.row());
    if (!product)
        return role == Qt::DisplayRole && index.column() == NameColumn ? QVariant(u"…"_s)
                                                                       : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return display(*product, index.column());
    case Qt::ToolTipRole:
        // Tool tips guess rich text; a name is none.
        return index.column() == NameColumn ? product->name.toHtmlEscaped() : QVariant();
    case RawRole:
        return raw(*product, index.column());
    case DetailRole:
        return product->category.isEmpty()
                   ? product->sku
                   : categoryName(product->category) + u" · "_s + product->sku;
    case LevelRole:
        return int(level(*product));
    case PictureRole:
        return product->picture;
    case TypedRole:
        return m_wish.text;
    default:
        return {};
    }
}

} // namespace kontor
