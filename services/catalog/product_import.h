// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog_service.h"
#include "services/catalog/import_report.h"
#include "services/core/decimal.h"

#include <QHash>

#include <atomic>
#include <functional>

namespace kontor {

struct ImportOptions
{
    Currency currency{"EUR"};                //!< of prices about which the table says nothing
    TaxRate taxRate;                         //!< of new products about which the table says nothing
    QHash<QString, QString> columns;         //!< field (as in ProductCells) to column name
    DecimalMark mark = DecimalMark::Unknown; //!< unknown: learnt from the prices
    //! How far it is; called in the thread of the import.
    std::function<void(qint64 done, qint64 total)> progress;
};

//! Brings the products of a table from outside into the catalog: price lists and the exports of
//! Shopify, WooCommerce and Lightspeed. A row that cannot be a product is reported and the rest
//! goes in; the same file again changes nothing. An empty cell leaves what is known as it is, and
//! no barcode is ever taken away.
class ProductImport
{
public:
    //! For the thread of the catalog's service.
    ProductImport(CatalogService &catalog, const Clock &clock, QString actor, QString till);

    //! A file that is no table, or not all there, is an error and changes nothing.
    Result<ImportReport> run(const QString &file, const ImportOptions &options);
    //! From any thread; what has been saved stays.
    void cancel() { m_cancelled = true; }

private:
    CatalogService &m_catalog;
    const Clock &m_clock;
    const QString m_actor;
    const QString m_till;
    std::atomic_bool m_cancelled = false;
};

} // namespace kontor
