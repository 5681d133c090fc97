// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog_store.h"
#include "services/core/service.h"

namespace kontor {

//! How many of the products given were what.
struct SavedProducts
{
    int added = 0;
    int changed = 0;
    int unchanged = 0;

    bool operator==(const SavedProducts &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("added", self.added);
        a("changed", self.changed);
        a("unchanged", self.unchanged);
    }
};

//! Answers for what the shop sells: products, their prices, barcodes and categories.
class CatalogService : public Service
{
    Q_OBJECT
public:
    CatalogService(Store &store, const Clock &clock, const Rights &rights);

    //! Adds the product, or changes the one of this id; a null id gets one made.
    Result<ProductId> save(const Command &command, const Product &product);
    //! All or none; for imports.
    Result<SavedProducts> saveAll(const Command &command, const QList<Product> &products);
    //! What a delivery costs from now on.
    Result<> setDeliveryCharges(const Command &command, const QList<DeliveryCharge> &table);
    //! How the shop's own labels with a weight or a price are laid out from now on.
    Result<> setLabelLayouts(const Command &command, const QList<InStoreLayout> &layouts);
    //! Ranks the products by what was sold of them, before those that are not in the list. For idle
    //! time: it changes no product, and so it is nobody's command. Answers how many moved.
    Result<int> renewRanks(QList<ProductSold> sold);

    Result<std::optional<Product>> product(ProductId id) const { return m_store.product(id); }
    Result<std::optional<Product>> bySku(const QString &sku) const { return m_store.bySku(sku); }
    Result<std::optional<Product>> byBarcode(const QString &code) const
    {
        return m_store.byBarcode(code);
    }
    Result<QList<InStoreLayout>> labelLayouts() const { return m_store.labelLayouts(); }
    Result<QList<DeliveryCharge>> deliveryCharges() const { return m_store.deliveryCharges(); }
    Result<qint64> count() const { return m_store.count(); }
    Result<qint64> revision() const { return m_store.revision(); }
    //! For a replica, the oldest change first; each product once, as it is now.
    Result<QList<ProductRevision>> changedAfter(qint64 revision, int limit) const
    {
        return m_store.changedAfter(revision, limit);
    }

Q_SIGNALS:
    //! After each commit that changed a product or its rank.
    void changed(qint64 revision);

private:
    Result<SavedProducts> saveIn(Transaction &tx, const QList<Product> &products);
    Result<> keep(Transaction &tx, const CatalogStore::Numbers &numbers);

    CatalogStore m_store;
};

} // namespace kontor
