// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog_reader.h"

#include <QObject>

namespace kontor {

//! Which products are to be listed: those that a text finds, or without one those of a category and
//! of the categories below it, or without that all.
struct ProductWish
{
    QString text;
    QString category;

    bool operator==(const ProductWish &) const = default;
};

//! Answers what the person at the till looks for in the catalog.
class CatalogLookup : public QObject
{
    Q_OBJECT
public:
    explicit CatalogLookup(StoreUrl url);

    //! The most popular first. After which rank the next page begins, the page says.
    Result<ProductPage> find(const ProductWish &wish, qint64 afterRank, int limit);
    //! Where the pages of a category begin; for half a second busy with a million products.
    Result<ProductOutline> outline(const QString &category, int pageRows);
    Result<QStringList> categories();
    //! The one product that a scan or a typed text means: the one of this barcode or SKU, else the
    //! first that find() knows. A text that can only be a barcode means that barcode or nothing.
    Result<std::optional<Product>> match(const QString &text);

private:
    Result<> open();

    StoreUrl m_url;
    std::unique_ptr<CatalogReader> m_reader; // made at the first question, in the thread that asks
};

} // namespace kontor
