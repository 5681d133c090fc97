// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog_lookup.h"

#include "services/core/barcode.h"

namespace kontor {

CatalogLookup::CatalogLookup(StoreUrl url) : m_url(std::move(url)) {}

Result<> CatalogLookup::open()
{
    if (m_reader)
        return {};
    auto reader = CatalogReader::open(m_url);
    if (!reader)
        return reader.error();
    m_reader = std::move(*reader);
    return {};
}

Result<ProductPage> CatalogLookup::find(const ProductWish &wish, qint64 afterRank, int limit)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    return wish.text.trimmed().isEmpty() ? m_reader->browse(wish.category, afterRank, limit)
                                         : m_reader->search(wish.text, afterRank, limit);
}

Result<ProductOutline> CatalogLookup::outline(const QString &category, int pageRows)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    return m_reader->outline(category, pageRows);
}

Result<QStringList> CatalogLookup::categories()
{
    if (const auto opened = open(); !opened)
        return opened.error();
    return m_reader->categories();
}

Result<std::optional<Product>> CatalogLookup::match(const QString &text)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    const QString wanted = text.trimmed();
    auto byBarcode = m_reader->byBarcode(wanted);
    if (!byBarcode || byBarcode->has_value())
        return byBarcode;
    auto bySku = m_reader->bySku(wanted);
    if (!bySku || bySku->has_value())
        return bySku;
    if (parseBarcode(wanted))
        return std::optional<Product>();
    const auto found = m_reader->search(wanted, ProductPage::beforeFirstRank, 1);
    if (!found)
        return found.error();
    return found->products.isEmpty() ? std::optional<Product>() : found->products.first();
}

} // namespace kontor
