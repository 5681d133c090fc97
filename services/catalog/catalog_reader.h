// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog_store.h"
#include "services/catalog/product_source.h"

#include <memory>

namespace kontor {

//! Looks things up in a catalog over a read-only connection of its own, which belongs to the thread
//! that opened it; so a till finds a product whatever the catalog's service is busy with.
class CatalogReader : public ProductSource
{
public:
    //! The catalog must be there already: its service makes it.
    static Result<std::unique_ptr<CatalogReader>> open(const StoreUrl &url);

    Result<std::optional<Product>> product(ProductId id) override { return m_store.product(id); }
    Result<std::optional<Product>> bySku(const QString &sku) const { return m_store.bySku(sku); }
    //! The code may be as it was scanned.
    Result<std::optional<Product>> byBarcode(const QString &code) const
    {
        return m_store.byBarcode(code);
    }
    //! On the first page a barcode or SKU first, then the products of which a word begins with each
    //! word of the text, the most popular first.
    Result<ProductPage> search(const QString &text, qint64 afterRank, int limit,
                               Shown shown = Shown::Active) const
    {
        return m_store.search(text, afterRank, limit, shown);
    }
    //! The most popular first, of the category and of those below it; an empty one means all.
    Result<ProductPage> browse(const QString &category, qint64 afterRank, int limit,
                               Shown shown = Shown::Active) const
    {
        return m_store.browse(category, afterRank, limit, shown);
    }
    //! Of what browse() shows.
    Result<ProductOutline> outline(const QString &category, int pageRows) const
    {
        return m_store.browsing().outline(category, pageRows, Shown::Active);
    }
    Result<QStringList> categories() const { return m_store.browsing().categories(); }
    Result<QList<DeliveryCharge>> deliveryCharges() override { return m_store.deliveryCharges(); }
    Result<QList<InStoreLayout>> labelLayouts() const { return m_store.labelLayouts(); }
    Result<qint64> count() const { return m_store.count(); }
    Result<qint64> revision() const { return m_store.revision(); }

private:
    explicit CatalogReader(std::unique_ptr<Store> db) : m_db(std::move(db)), m_store(*m_db) {}

    std::unique_ptr<Store> m_db;
    CatalogStore m_store;
};

} // namespace kontor
