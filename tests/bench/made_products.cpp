// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/made_products.h"

#include "app/owner.h"
#include "services/core/barcode.h"

namespace kontor {

using namespace Qt::StringLiterals;

QList<Product> madeProducts(int from, int count)
{
    static const QStringList words{
        u"White"_s,  u"Metal"_s, u"Lantern"_s, u"Crème"_s,   u"Holder"_s, u"Vintage"_s,
        u"Garden"_s, u"Tea"_s,   u"Blue"_s,    u"Zinc"_s,    u"Oak"_s,    u"Quilt"_s,
        u"Paper"_s,  u"Jam"_s,   u"Heart"_s,   u"Yarn"_s,    u"Union"_s,  u"Rose"_s,
        u"Kettle"_s, u"Ivory"_s, u"Napkin"_s,  u"Feather"_s, u"Door"_s,   u"Ginger"_s};
    QList<Product> products;
    for (int i = from; i < from + count; ++i) {
        Product product;
        product.sku = u"S%1"_s.arg(i, 7, 10, QLatin1Char('0'));
        product.id = productIdForSku(product.sku);
        product.name =
            u"%1 %2 %3 %4"_s.arg(words[i % 24], words[(i / 24) % 24], words[(i / 576) % 24]).arg(i);
        product.price = {1'990'000, Currency("GBP")};
        product.barcodes = {u"2%1"_s.arg(i, 11, 10, QLatin1Char('0'))};
        product.barcodes.first() += QChar(u'0' + gtinCheckDigit(product.barcodes.first()));
        products.append(product);
    }
    return products;
}

Result<> saveMadeProducts(CatalogService &catalog, const Clock &clock, int products)
{
    constexpr int chunk = 10'000;
    for (int from = 0; from < products; from += chunk) {
        const auto saved = catalog.saveAll(Command::make(clock, OwnerOnly::actor(), u"T1"_s),
                                           madeProducts(from, std::min(chunk, products - from)));
        if (!saved)
            return saved.error();
    }
    return {};
}

} // namespace kontor
