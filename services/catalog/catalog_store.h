// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/browse_store.h"
#include "services/catalog/catalog.h"
#include "services/catalog/delivery_charge.h"
#include "services/catalog/instore_code.h"
#include "services/catalog/search_store.h"
#include "services/core/transaction.h"

#include <limits>

namespace kontor {

//! A part of the catalog in the order of popularity, and where the next part begins.
struct ProductPage
{
    static constexpr qint64 beforeFirstRank = std::numeric_limits<qint64>::min();

    QList<Product> products;
    qint64 lastRank = beforeFirstRank;
};

//! A product as a replica needs it.
struct ProductRevision
{
    Product product;
    qint64 rank = 0;
    qint64 revision = 0;

    bool operator==(const ProductRevision &) const = default;
};

struct ProductSold
{
    ProductId product;
    Quantity quantity;
};

enum class SaveOutcome
{
    Added,
    Changed,
    Unchanged
};

//! The products, their barcodes, and the index by which they are searched.
class CatalogStore
{
public:
    explicit CatalogStore(Store &store) : m_store(store), m_search(store), m_browse(store) {}

    Result<std::optional<Product>> product(ProductId id) const;
    Result<std::optional<Product>> bySku(const QString &sku) const;
    //! The code may be as it was scanned.
    Result<std::optional<Product>> byBarcode(const QString &code) const;
    //! On the first page a barcode or SKU first, then the products of which a word begins with each
    //! word of the text, the most popular first. On SQLite only.
    Result<ProductPage> search(const QString &text, qint64 afterRank, int limit, Shown shown) const;
    //! The products of the category and of those below it; an empty one means all.
    Result<ProductPage> browse(const QString &category, qint64 afterRank, int limit,
                               Shown shown) const;
    const BrowseStore &browsing() const { return m_browse; }
    Result<qint64> count() const;

    //! By their prefixes.
    Result<QList<InStoreLayout>> labelLayouts() const;
    //! By country, value and weight.
    Result<QList<DeliveryCharge>> deliveryCharges() const;
    //! Instead of those that were there.
    Result<> replaceLabelLayouts(Transaction &tx, const QList<InStoreLayout> &layouts) const;
    Result<> replaceDeliveryCharges(Transaction &tx, const QList<DeliveryCharge> &table) const;

    Result<qint64> revision() const;
    Result<QList<ProductRevision>> changedAfter(qint64 revision, int limit) const;

    //! The numbers taken last; whoever holds them is the only one who writes.
    struct Numbers
    {
        qint64 revision = 0;
        qint64 rank = 0;
    };
    Result<Numbers> numbers(Transaction &tx) const;
    Result<> keep(Transaction &tx, const Numbers &numbers) const;
    //! Takes the numbers that it needs.
    Result<SaveOutcome> save(Transaction &tx, const Product &product, Numbers &numbers) const;
    //! Puts these first, in their order, before all others; answers how many moved.
    Result<int> moveToFront(Transaction &tx, const QList<ProductId> &products,
                            Numbers &numbers) const;

private:
    struct Ranked
    {
        Product product;
        qint64 rank = 0;
    };

    static Ranked ranked(const Row &row);
    Result<std::optional<Product>> completed(Result<std::optional<Ranked>> found) const;
    Result<QList<Product>> completed(Result<QList<Ranked>> found) const;
    Result<QStringList> barcodes(ProductId id) const;
    Result<std::optional<Ranked>> stored(ProductId id) const;
    Result<QList<Ranked>> storedOf(const QList<ProductId> &products) const;
    Result<bool> standFirst(const QList<Ranked> &products) const;
    Result<> refuseTaken(const Product &product, const std::optional<Ranked> &before) const;
    Result<> write(Transaction &tx, const Ranked &row, qint64 revision) const;
    Result<> writeBarcodes(Transaction &tx, const Product &product) const;
    Result<> reindex(Transaction &tx, const std::optional<Ranked> &before,
                     const Ranked &after) const;

    Store &m_store;
    SearchStore m_search;
    BrowseStore m_browse;
};

} // namespace kontor
