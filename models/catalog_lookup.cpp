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

Result<QList<Product>> CatalogLookup::find(const QString &text, int limit)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    if (!text.trimmed().isEmpty())
        return m_reader->search(text, limit);
    auto page = m_reader->browse({}, ProductPage::beforeFirstRank, limit);
    if (!page)
        return page.error();
    return std::move(page->products);
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
    const auto found = m_reader->search(wanted, 1);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Product>() : found->first();
}

} // namespace kontor
