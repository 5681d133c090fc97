// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog_lookup.h"

#include "services/catalog/scanned_code.h"

namespace kontor {

namespace {

Identified identified(const Product &product)
{
    Identified found;
    found.product = product;
    found.goods.product = product.id;
    return found;
}

//! How much of the product costs so much.
Result<Quantity> quantityFor(const Money &price, const UnitPrice &each)
{
    constexpr int whole = 1000; //!< thousandths
    if (each.micros <= 0)
        return Error(ScanError::PriceUnknown);
    const Int128 micros = Int128(UnitPrice::of(price).micros) * whole;
    return Quantity{std::max<qint64>(divideRounded(micros, each.micros), 1)};
}

Result<Identified> identified(const Product &product, const CodeReading &reading)
{
    Identified found = identified(product);
    found.goods.quantity = reading.quantity;
    found.goods.price = reading.price;
    found.goods.isMeasured = reading.isMeasured;
    if (reading.weightFollows) {
        const auto quantity = quantityFor(*reading.price, product.price);
        if (!quantity)
            return quantity.error();
        found.goods.quantity = *quantity;
    }
    return found;
}

} // namespace

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

Result<std::optional<Product>> CatalogLookup::byKey(const QString &key) const
{
    auto byBarcode = m_reader->byBarcode(key);
    if (!byBarcode || byBarcode->has_value())
        return byBarcode;
    return m_reader->bySku(key);
}

Result<Identified> CatalogLookup::scanned(const QString &text, Currency currency, QDate today)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    const auto layouts = m_reader->labelLayouts();
    if (!layouts)
        return layouts.error();
    const auto code = readCode(text, {currency, *layouts, today});
    if (!code)
        return code.error();
    for (const CodeReading &reading : code->readings) {
        const auto product = byKey(reading.key);
        if (!product)
            return product.error();
        if (!product->has_value())
            continue;
        auto found = identified(**product, reading);
        if (!found)
            return found.error();
        found->lot = code->lot;
        found->serial = code->serial;
        found->useBy = code->useBy;
        found->bestBefore = code->bestBefore;
        return found;
    }
    if (code->receipt.isEmpty())
        return code->fault.value_or(Error(ScanError::UnknownProduct));
    Identified receipt;
    receipt.receipt = code->receipt;
    return receipt;
}

Result<Identified> CatalogLookup::typed(const QString &text, Currency currency, QDate today)
{
    if (const auto opened = open(); !opened)
        return opened.error();
    const QString wanted = text.trimmed();
    const auto exact = byKey(wanted);
    if (!exact)
        return exact.error();
    if (exact->has_value())
        return identified(**exact);
    auto code = scanned(wanted, currency, today);
    if (code || parseBarcode(wanted) || !code.error().isIn<ScanError>())
        return code;
    const auto found = m_reader->search(wanted, ProductPage::beforeFirstRank, 1);
    if (!found)
        return found.error();
    return found->products.isEmpty() ? code : identified(found->products.first());
}

} // namespace kontor
