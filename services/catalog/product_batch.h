// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog_service.h"
#include "services/catalog/import_report.h"
#include "services/catalog/product_row.h"

#include <QHash>

namespace kontor {

//! Turns the rows of one import into products and saves them, many at a time. An error from it is
//! the store's; what is wrong with a row goes into the report.
class ProductBatch
{
public:
    //! A new product gets the tax rate about which its row may say something else.
    ProductBatch(CatalogService &catalog, const Clock &clock, QString actor, QString till,
                 TaxRate taxRate, ImportReport &report);

    bool hasRead(const QString &sku) const { return m_read.contains(productIdForSku(sku)); }
    //! Answers whether the row became a product or was added to one.
    Result<bool> take(qint64 line, ProductRow row);
    //! Adds barcodes to a product that has been read.
    Result<> merge(qint64 line, const QString &sku, const QStringList &barcodes);
    Result<> flush();

private:
    struct FirstRead
    {
        qint64 line;
        qint64 priceMicros;
    };

    Result<bool> takeFirst(qint64 line, ProductRow row);
    Result<Product> startOf(const QString &sku) const;
    Result<> dropTaken(qint64 line, QStringList &codes, const Product &owner);
    Result<bool> isTaken(const QString &code, const Product &owner) const;
    Result<Product *> productToMergeInto(const QString &sku);

    CatalogService &m_catalog;
    const Clock &m_clock;
    const QString m_actor;
    const QString m_till;
    const TaxRate m_taxRate;
    ImportReport &m_report;

    QHash<ProductId, FirstRead> m_read; //!< by productIdForSku(), smaller than the SKU
    QList<Product> m_products;
    QHash<QString, qsizetype> m_positions; //!< in m_products, by SKU
    QHash<QString, Product> m_late;        //!< saved before, and now with more barcodes
    QHash<QString, QString> m_codes;       //!< SKU of what is not yet saved, by barcode
};

} // namespace kontor
