// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/product_batch.h"

#include "services/core/quote.h"

namespace kontor {

namespace {

constexpr qsizetype rowsPerCommand = 2000;

} // namespace

ProductBatch::ProductBatch(CatalogService &catalog, const Clock &clock, QString actor, QString till,
                           TaxRate taxRate, ImportReport &report)
    : m_catalog(catalog)
    , m_clock(clock)
    , m_actor(std::move(actor))
    , m_till(std::move(till))
    , m_taxRate(taxRate)
    , m_report(report)
{
}

Result<bool> ProductBatch::take(qint64 line, ProductRow row)
{
    const auto first = m_read.constFind(productIdForSku(row.sku));
    if (first == m_read.cend())
        return takeFirst(line, std::move(row));
    if (first->priceMicros != row.price.micros) {
        m_report.refuse(line,
                        Error(ImportError::PriceConflict,
                              QStringLiteral("product %1 stands in line %2 with another price")
                                  .arg(quotedForMessage(row.sku))
                                  .arg(first->line)));
        return false;
    }
    for (const Error &doubt : row.doubts)
        m_report.warn(line, doubt);
    if (const auto merged = merge(line, row.sku, row.barcodes); !merged)
        return merged.error();
    return true;
}

Result<bool> ProductBatch::takeFirst(qint64 line, ProductRow row)
{
    const auto start = startOf(row.sku);
    if (!start)
        return start.error();
    if (!row.name && start->name.isEmpty()) {
        m_report.refuse(line, Error(ImportError::NoName, QStringLiteral("there is no name")));
        return false;
    }
    if (const auto valid = checkProduct(row.appliedTo(*start)); !valid) {
        m_report.refuse(line, valid.error());
        return false;
    }
    for (const Error &doubt : row.doubts)
        m_report.warn(line, doubt);
    if (const auto dropped = dropTaken(line, row.barcodes, *start); !dropped)
        return dropped.error();
    for (const QString &code : row.barcodes)
        m_codes.insert(code, row.sku);
    m_read.insert(productIdForSku(row.sku), {line, row.price.micros});
    m_positions.insert(row.sku, m_products.size());
    m_products.append(row.appliedTo(*start));
    if (m_products.size() >= rowsPerCommand) {
        if (const auto flushed = flush(); !flushed)
            return flushed.error();
    }
    return true;
}

Result<Product> ProductBatch::startOf(const QString &sku) const
{
    const auto stored = m_catalog.bySku(sku);
    if (!stored)
        return stored.error();
    if (*stored)
        return **stored;
    Product fresh;
    fresh.sku = sku;
    fresh.taxRate = m_taxRate;
    fresh.id = productIdForSku(sku);
    // The product that had this SKU first may have got another one since.
    const auto namesake = m_catalog.product(fresh.id);
    if (!namesake)
        return namesake.error();
    if (*namesake)
        fresh.id = ProductId::make(m_clock.now());
    return fresh;
}

Result<bool> ProductBatch::isTaken(const QString &code, const Product &owner) const
{
    const auto unsaved = m_codes.constFind(code);
    if (unsaved != m_codes.cend())
        return *unsaved != owner.sku;
    const auto stored = m_catalog.byBarcode(code);
    if (!stored)
        return stored.error();
    return *stored && (*stored)->id != owner.id;
}

Result<> ProductBatch::dropTaken(qint64 line, QStringList &codes, const Product &owner)
{
    QStringList free;
    for (const QString &code : codes) {
        const auto taken = isTaken(code, owner);
        if (!taken)
            return taken.error();
        if (*taken)
            m_report.warn(line, Error(ImportError::BarcodeTaken,
                                      QStringLiteral("barcode %1 belongs to another product")
                                          .arg(quotedForMessage(code))));
        else
            free.append(code);
    }
    codes = free;
    return {};
}

Result<Product *> ProductBatch::productToMergeInto(const QString &sku)
{
    if (const auto position = m_positions.constFind(sku); position != m_positions.cend())
        return &m_products[*position];
    if (const auto late = m_late.find(sku); late != m_late.end())
        return &*late;
    const auto stored = m_catalog.bySku(sku);
    if (!stored)
        return stored.error();
    KONTOR_CHECK(stored->has_value());
    return &*m_late.insert(sku, **stored);
}

Result<> ProductBatch::merge(qint64 line, const QString &sku, const QStringList &barcodes)
{
    ++m_report.merged;
    if (barcodes.isEmpty())
        return {};
    const auto product = productToMergeInto(sku);
    if (!product)
        return product.error();
    QStringList more;
    for (const QString &code : barcodes) {
        if (!(*product)->barcodes.contains(code))
            more.append(code);
    }
    if (const auto dropped = dropTaken(line, more, **product); !dropped)
        return dropped;
    for (const QString &code : more) {
        if ((*product)->barcodes.size() == Product::maxBarcodes) {
            m_report.warn(line, Error(ImportError::BadBarcode,
                                      QStringLiteral("the product has too many barcodes")));
            break;
        }
        (*product)->barcodes.append(code);
        m_codes.insert(code, sku);
    }
    return {};
}

Result<> ProductBatch::flush()
{
    if (!m_products.isEmpty()) {
        const auto saved = m_catalog.saveAll(Command::make(m_clock, m_actor, m_till), m_products);
        if (!saved)
            return saved.error();
        m_report.newProducts += saved->added;
        m_report.changed += saved->changed;
        m_report.unchanged += saved->unchanged;
    }
    if (!m_late.isEmpty()) {
        const auto saved =
            m_catalog.saveAll(Command::make(m_clock, m_actor, m_till), m_late.values());
        if (!saved)
            return saved.error();
    }
    m_products.clear();
    m_positions.clear();
    m_late.clear();
    m_codes.clear();
    return {};
}

} // namespace kontor
