// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/catalog_store.h"

#include "services/core/quote.h"

#include <algorithm>

// The columns of a product in the order in which CatalogStore::ranked() reads them.
#define KONTOR_PRODUCT_COLUMNS                                                                     \
    "p.id, p.sku, p.name, p.price_micros, p.currency, p.tax_basis_points, p.category, p.stocked, " \
    "p.weight_grams, p.min_age, p.active, p.rank, p.picture"

namespace kontor {

namespace {

SearchEntry searchEntry(const Product &product, qint64 rank)
{
    return {rank, product.name, product.sku, product.category};
}

} // namespace

CatalogStore::Ranked CatalogStore::ranked(const Row &row)
{
    Ranked ranked;
    Product &product = ranked.product;
    product.id = row.id<ProductId>(0);
    product.sku = row.text(1);
    product.name = row.text(2);
    product.price = {row.integer(3), row.currency(4)};
    product.taxRate.basisPoints = int(row.integer(5));
    product.category = row.text(6);
    product.stocked = row.truth(7);
    product.weightGrams = int(row.integer(8));
    product.minAge = int(row.integer(9));
    product.active = row.truth(10);
    ranked.rank = row.integer(11);
    product.picture = row.text(12);
    return ranked;
}

Result<QStringList> CatalogStore::barcodes(ProductId id) const
{
    return m_store.all(
        "SELECT code FROM barcode WHERE product = ? ORDER BY position",
        [](const Row &row) { return row.text(0); }, id);
}

Result<std::optional<Product>> CatalogStore::completed(Result<std::optional<Ranked>> found) const
{
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Product>();
    Product product = std::move((*found)->product);
    auto codes = barcodes(product.id);
    if (!codes)
        return codes.error();
    product.barcodes = std::move(*codes);
    return std::optional(std::move(product));
}

Result<QList<Product>> CatalogStore::completed(Result<QList<Ranked>> found) const
{
    if (!found)
        return found.error();
    QList<Product> products;
    products.reserve(found->size());
    for (Ranked &row : *found) {
        auto codes = barcodes(row.product.id);
        if (!codes)
            return codes.error();
        row.product.barcodes = std::move(*codes);
        products.append(std::move(row.product));
    }
    return products;
}

Result<std::optional<CatalogStore::Ranked>> CatalogStore::stored(ProductId id) const
{
    auto found = m_store.first("SELECT " KONTOR_PRODUCT_COLUMNS " FROM product p WHERE p.id = ?",
                               ranked, id);
    if (!found || !*found)
        return found;
    auto codes = barcodes(id);
    if (!codes)
        return codes.error();
    (*found)->product.barcodes = std::move(*codes);
    return found;
}

Result<std::optional<Product>> CatalogStore::product(ProductId id) const
{
    const auto found = stored(id);
    if (!found)
        return found.error();
    return *found ? std::optional((*found)->product) : std::nullopt;
}

Result<std::optional<Product>> CatalogStore::bySku(const QString &sku) const
{
    return completed(m_store.first(
        "SELECT " KONTOR_PRODUCT_COLUMNS " FROM product p WHERE p.sku = ?", ranked, sku));
}

Result<std::optional<Product>> CatalogStore::byBarcode(const QString &code) const
{
    const auto canonical = canonicalBarcode(code);
    if (!canonical)
        return std::optional<Product>();
    return completed(m_store.first("SELECT " KONTOR_PRODUCT_COLUMNS
                                   " FROM barcode b JOIN product p ON p.id = b.product "
                                   "WHERE b.code = ?",
                                   ranked, *canonical));
}

Result<ProductPage> CatalogStore::search(const QString &text, qint64 afterRank, int limit,
                                         Shown shown) const
{
    if (!m_search.isPresent())
        return Error(CatalogError::NoSearchHere,
                     QStringLiteral("a catalog on a server is searched on the till's replica"));
    QList<Product> exact;
    for (const auto &found : {byBarcode(text), bySku(text.trimmed())}) {
        if (!found)
            return found.error();
        const bool isWanted = *found && (shown == Shown::All || (*found)->active);
        if (isWanted && !exact.contains(**found) && exact.size() < limit)
            exact.append(**found);
    }
    ProductPage page;
    page.lastRank = afterRank;
    if (afterRank == ProductPage::beforeFirstRank)
        page.products = exact;
    const QString expression = SearchStore::expression(text);
    if (expression.isEmpty())
        return page;
    // The cross join keeps the index in front: its keys are the ranks, so nothing is sorted.
    auto hits = m_store.all("SELECT " KONTOR_PRODUCT_COLUMNS " FROM product_search s "
                            "CROSS JOIN product p ON p.rank = s.rowid AND p.active >= ? "
                            "WHERE s.product_search MATCH ? AND s.rowid > ? "
                            "ORDER BY s.rowid LIMIT ?",
                            ranked, shown == Shown::Active, expression, afterRank, limit);
    if (!hits)
        return hits.error();
    QList<Ranked> wanted;
    for (Ranked &hit : *hits) {
        if (page.products.size() + wanted.size() >= limit)
            break;
        page.lastRank = hit.rank;
        if (std::ranges::find(exact, hit.product.id, &Product::id) == exact.end())
            wanted.append(std::move(hit));
    }
    auto products = completed(std::move(wanted));
    if (!products)
        return products.error();
    page.products += *products;
    return page;
}

Result<ProductPage> CatalogStore::browse(const QString &category, qint64 afterRank, int limit,
                                         Shown shown) const
{
    const auto ranks = m_browse.ranks(category, afterRank, limit, shown);
    if (!ranks)
        return ranks.error();
    ProductPage page;
    page.lastRank = ranks->isEmpty() ? afterRank : ranks->last();
    for (const qint64 rank : *ranks) {
        const auto product = completed(m_store.first(
            "SELECT " KONTOR_PRODUCT_COLUMNS " FROM product p WHERE p.rank = ?", ranked, rank));
        if (!product)
            return product.error();
        if (product->has_value())
            page.products.append(**product);
    }
    return page;
}

Result<QList<InStoreLayout>> CatalogStore::labelLayouts() const
{
    return m_store.all("SELECT prefix, item_digits, value_digits, value, decimals, has_verifier "
                       "FROM label_layout ORDER BY prefix",
                       [](const Row &row) {
                           return InStoreLayout{row.text(0),         int(row.integer(1)),
                                                int(row.integer(2)), row.named<InStoreValue>(3),
                                                int(row.integer(4)), row.truth(5)};
                       });
}

Result<> CatalogStore::replaceLabelLayouts(Transaction &tx,
                                           const QList<InStoreLayout> &layouts) const
{
    if (const auto removed = tx.run("DELETE FROM label_layout"); !removed)
        return removed.error();
    for (const InStoreLayout &layout : layouts) {
        const auto added =
            tx.run("INSERT INTO label_layout (prefix, item_digits, value_digits, value, decimals, "
                   "has_verifier) VALUES (?, ?, ?, ?, ?, ?)",
                   layout.prefix, layout.itemDigits, layout.valueDigits, layout.value,
                   layout.decimals, layout.hasVerifier);
        if (!added)
            return added.error();
    }
    return {};
}

Result<QList<DeliveryCharge>> CatalogStore::deliveryCharges() const
{
    return m_store.all("SELECT country, from_grams, from_value, amount, currency, tax_rate, name "
                       "FROM delivery_charge ORDER BY country, from_value, from_grams",
                       [](const Row &row) {
                           const Currency currency = row.currency(4);
                           return DeliveryCharge{row.text(0),
                                                 int(row.integer(1)),
                                                 row.money(2, currency),
                                                 row.money(3, currency),
                                                 {int(row.integer(5))},
                                                 row.text(6)};
                       });
}

Result<> CatalogStore::replaceDeliveryCharges(Transaction &tx,
                                              const QList<DeliveryCharge> &table) const
{
    if (const auto removed = tx.run("DELETE FROM delivery_charge"); !removed)
        return removed.error();
    for (const DeliveryCharge &row : table) {
        const auto added = tx.run(
            "INSERT INTO delivery_charge (country, from_value, from_grams, amount, currency, "
            "tax_rate, name) VALUES (?, ?, ?, ?, ?, ?, ?)",
            row.country, row.fromValue, row.fromGrams, row.amount, row.amount.currency, row.taxRate,
            row.name);
        if (!added)
            return added.error();
    }
    return {};
}

Result<qint64> CatalogStore::count() const
{
    const auto counted = m_store.first("SELECT count(*) FROM product",
                                       [](const Row &row) { return row.integer(0); });
    if (!counted)
        return counted.error();
    return counted->value_or(0);
}

Result<qint64> CatalogStore::revision() const
{
    const auto found = m_store.first("SELECT revision FROM catalog_revision WHERE one = 1",
                                     [](const Row &row) { return row.integer(0); });
    if (!found)
        return found.error();
    return found->value_or(0);
}

Result<QList<ProductRevision>> CatalogStore::changedAfter(qint64 revision, int limit) const
{
    auto changes = m_store.all(
        "SELECT " KONTOR_PRODUCT_COLUMNS ", p.revision FROM product p "
        "WHERE p.revision > ? ORDER BY p.revision LIMIT ?",
        [](const Row &row) {
            Ranked found = ranked(row);
            return ProductRevision{std::move(found.product), found.rank, row.integer(13)};
        },
        revision, limit);
    if (!changes)
        return changes;
    for (ProductRevision &change : *changes) {
        auto codes = barcodes(change.product.id);
        if (!codes)
            return codes.error();
        change.product.barcodes = std::move(*codes);
    }
    return changes;
}

Result<CatalogStore::Numbers> CatalogStore::numbers(Transaction &tx) const
{
    // An update, because on a server that makes the next writer wait.
    const auto locked = tx.run("UPDATE catalog_revision SET revision = revision WHERE one = 1");
    if (!locked)
        return locked.error();
    const auto found =
        m_store.first("SELECT r.revision, (SELECT coalesce(max(p.rank), 0) FROM product p) "
                      "FROM catalog_revision r WHERE r.one = 1",
                      [](const Row &row) {
                          return Numbers{row.integer(0), row.integer(1)};
                      });
    if (!found)
        return found.error();
    return found->value_or(Numbers{});
}

Result<> CatalogStore::keep(Transaction &tx, const Numbers &numbers) const
{
    const auto kept =
        tx.run("UPDATE catalog_revision SET revision = ? WHERE one = 1", numbers.revision);
    if (!kept)
        return kept.error();
    return {};
}

Result<> CatalogStore::refuseTaken(const Product &product,
                                   const std::optional<Ranked> &before) const
{
    if (!before || before->product.sku != product.sku) {
        const auto taken = m_store.exists("SELECT 1 FROM product WHERE sku = ?", product.sku);
        if (!taken)
            return taken.error();
        if (*taken)
            return Error(CatalogError::SkuTaken,
                         QStringLiteral("the SKU %1 belongs to another product")
                             .arg(quotedForMessage(product.sku)));
    }
    for (const QString &code : product.barcodes) {
        if (before && before->product.barcodes.contains(code))
            continue;
        const auto taken = m_store.exists("SELECT 1 FROM barcode WHERE code = ?", code);
        if (!taken)
            return taken.error();
        if (*taken)
            return Error(CatalogError::BarcodeTaken,
                         QStringLiteral("the barcode %1 belongs to another product")
                             .arg(quotedForMessage(code)));
    }
    return {};
}

Result<SaveOutcome> CatalogStore::save(Transaction &tx, const Product &product,
                                       Numbers &numbers) const
{
    const auto before = stored(product.id);
    if (!before)
        return before.error();
    if (*before && (*before)->product == product)
        return SaveOutcome::Unchanged;
    if (const auto isFree = refuseTaken(product, *before); !isFree)
        return isFree.error();
    const Ranked after{product, *before ? (*before)->rank : ++numbers.rank};
    if (const auto written = write(tx, after, ++numbers.revision); !written)
        return written.error();
    if (product.barcodes != (*before ? (*before)->product.barcodes : QStringList())) {
        if (const auto written = writeBarcodes(tx, product); !written)
            return written.error();
    }
    if (const auto found = reindex(tx, *before, after); !found)
        return found.error();
    return *before ? SaveOutcome::Changed : SaveOutcome::Added;
}

Result<> CatalogStore::reindex(Transaction &tx, const std::optional<Ranked> &before,
                               const Ranked &after) const
{
    const SearchEntry entry = searchEntry(after.product, after.rank);
    if (before) {
        const SearchEntry old = searchEntry(before->product, before->rank);
        if (old == entry)
            return {};
        if (const auto removed = m_search.remove(tx, old); !removed)
            return removed;
    }
    return m_search.add(tx, entry);
}

Result<> CatalogStore::write(Transaction &tx, const Ranked &row, qint64 revision) const
{
    const Product &product = row.product;
    const auto written = tx.run(
        "INSERT INTO product (rank, id, sku, name, price_micros, currency, tax_basis_points, "
        "category, stocked, weight_grams, min_age, active, picture, revision, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (rank) DO UPDATE SET sku = excluded.sku, name = excluded.name, "
        "price_micros = excluded.price_micros, currency = excluded.currency, "
        "tax_basis_points = excluded.tax_basis_points, category = excluded.category, "
        "stocked = excluded.stocked, weight_grams = excluded.weight_grams, "
        "min_age = excluded.min_age, active = excluded.active, picture = excluded.picture, "
        "revision = excluded.revision, updated_at = excluded.updated_at",
        row.rank, product.id, product.sku, product.name, product.price, product.price.currency,
        product.taxRate, product.category, product.stocked, product.weightGrams, product.minAge,
        product.active, product.picture, revision, tx.at());
    if (!written)
        return written.error();
    return {};
}

Result<> CatalogStore::writeBarcodes(Transaction &tx, const Product &product) const
{
    const auto removed = tx.run("DELETE FROM barcode WHERE product = ?", product.id);
    if (!removed)
        return removed.error();
    int position = 0;
    for (const QString &code : product.barcodes) {
        const auto written =
            tx.run("INSERT INTO barcode (code, product, position) VALUES (?, ?, ?)", code,
                   product.id, ++position);
        if (!written)
            return written.error();
    }
    return {};
}

Result<QList<CatalogStore::Ranked>> CatalogStore::storedOf(const QList<ProductId> &products) const
{
    QList<Ranked> found;
    found.reserve(products.size());
    for (const ProductId id : products) {
        const auto row = m_store.first(
            "SELECT " KONTOR_PRODUCT_COLUMNS " FROM product p WHERE p.id = ?", ranked, id);
        if (!row)
            return row.error();
        if (*row)
            found.append(**row);
    }
    return found;
}

Result<bool> CatalogStore::standFirst(const QList<Ranked> &products) const
{
    const auto isBefore = [](const Ranked &a, const Ranked &b) { return a.rank < b.rank; };
    if (!std::is_sorted(products.begin(), products.end(), isBefore))
        return false;
    const auto counted = m_store.first(
        "SELECT count(*) FROM product WHERE rank <= ?",
        [](const Row &row) { return row.integer(0); }, products.last().rank);
    if (!counted)
        return counted.error();
    return counted->value_or(0) == products.size();
}

Result<int> CatalogStore::moveToFront(Transaction &tx, const QList<ProductId> &products,
                                      Numbers &numbers) const
{
    const auto rows = storedOf(products);
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return 0;
    const auto areThere = standFirst(*rows);
    if (!areThere)
        return areThere.error();
    if (*areThere)
        return 0;
    const auto first = m_store.first("SELECT min(rank) FROM product",
                                     [](const Row &row) { return row.integer(0); });
    if (!first)
        return first.error();
    qint64 rank = first->value_or(0) - rows->size();
    for (const Ranked &before : *rows) {
        const Ranked after{before.product, rank++};
        const auto moved = tx.run("UPDATE product SET rank = ?, revision = ? WHERE id = ?",
                                  after.rank, ++numbers.revision, after.product.id);
        if (!moved)
            return moved.error();
        if (const auto found = reindex(tx, before, after); !found)
            return found.error();
    }
    return int(rows->size());
}

} // namespace kontor

#undef KONTOR_PRODUCT_COLUMNS
