// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/catalog_service.h"

#include <QSet>

#include <algorithm>

namespace kontor {

CatalogService::CatalogService(Store &store, const Clock &clock, const Rights &rights)
    : Service(store, clock, rights)
    , m_store(store)
{
}

Result<ProductId> CatalogService::save(const Command &command, const Product &product)
{
    return perform<CommandName::CatalogSave>(command, [&](Transaction &tx) -> Result<ProductId> {
        Product named = product;
        if (named.id.isNull())
            named.id = ProductId::make(clock().now());
        const auto saved = saveIn(tx, {named});
        if (!saved)
            return saved.error();
        return named.id;
    });
}

Result<SavedProducts> CatalogService::saveAll(const Command &command,
                                              const QList<Product> &products)
{
    return perform<CommandName::CatalogSave>(command,
                                             [&](Transaction &tx) { return saveIn(tx, products); });
}

Result<> CatalogService::setLabelLayouts(const Command &command,
                                         const QList<InStoreLayout> &layouts)
{
    return perform<CommandName::CatalogSetLabels>(command, [&](Transaction &tx) -> Result<> {
        if (const auto possible = checkLayouts(layouts); !possible)
            return possible;
        return m_store.replaceLabelLayouts(tx, layouts);
    });
}

Result<> CatalogService::setDeliveryCharges(const Command &command,
                                            const QList<DeliveryCharge> &table)
{
    return perform<CommandName::CatalogSetDeliveryCharges>(
        command, [&](Transaction &tx) -> Result<> {
            if (const auto possible = checkDeliveryCharges(table); !possible)
                return possible;
            return m_store.replaceDeliveryCharges(tx, table);
        });
}

Result<SavedProducts> CatalogService::saveIn(Transaction &tx, const QList<Product> &products)
{
    for (const Product &product : products) {
        KONTOR_CHECK(!product.id.isNull());
        if (const auto valid = checkProduct(product); !valid)
            return valid.error();
    }
    auto numbers = m_store.numbers(tx);
    if (!numbers)
        return numbers.error();
    SavedProducts saved;
    for (const Product &product : products) {
        const auto outcome = m_store.save(tx, product, *numbers);
        if (!outcome)
            return outcome.error();
        switch (*outcome) {
        case SaveOutcome::Added:
            ++saved.added;
            break;
        case SaveOutcome::Changed:
            ++saved.changed;
            break;
        case SaveOutcome::Unchanged:
            ++saved.unchanged;
            break;
        }
    }
    if (saved.added + saved.changed > 0) {
        if (const auto kept = keep(tx, *numbers); !kept)
            return kept.error();
    }
    return saved;
}

Result<> CatalogService::keep(Transaction &tx, const CatalogStore::Numbers &numbers)
{
    tx.afterCommit([this, revision = numbers.revision] { Q_EMIT changed(revision); });
    return m_store.keep(tx, numbers);
}

Result<int> CatalogService::renewRanks(QList<ProductSold> sold)
{
    std::stable_sort(sold.begin(), sold.end(), [](const ProductSold &a, const ProductSold &b) {
        return a.quantity > b.quantity;
    });
    QList<ProductId> best;
    best.reserve(sold.size());
    QSet<ProductId> seen;
    for (const ProductSold &each : sold) {
        if (!seen.contains(each.product))
            best.append(each.product);
        seen.insert(each.product);
    }
    return inTransaction(db(), [&](Transaction &tx) -> Result<int> {
        auto numbers = m_store.numbers(tx);
        if (!numbers)
            return numbers.error();
        const auto moved = m_store.moveToFront(tx, best, *numbers);
        if (!moved || *moved == 0)
            return moved;
        if (const auto kept = keep(tx, *numbers); !kept)
            return kept.error();
        return moved;
    });
}

} // namespace kontor
