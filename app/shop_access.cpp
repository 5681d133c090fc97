// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop_access.h"

#include "app/owner.h"
#include "models/shop_profile.h"

#include <QDir>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! As the shop's profile says; of one without a profile, the currency of what it sells.
Result<Currency> currencyOf(const QString &folder, const StoreUrl &catalog)
{
    const auto profile = ShopProfile::load(folder);
    if (!profile || profile->has_value())
        return profile ? Result<Currency>((*profile)->currency) : profile.error();
    const auto reader = CatalogReader::open(catalog);
    if (!reader)
        return reader.error();
    const auto page = (*reader)->browse({}, ProductPage::beforeFirstRank, 1);
    if (!page)
        return page.error();
    return page->products.isEmpty() ? Currency("EUR") : page->products.first().price.currency;
}

} // namespace

QString windowFileIn(const QString &folder) { return QDir(folder).filePath(u"window.ini"_s); }

Result<ShopAccess> accessTo(Shop &shop, Secrets &secrets)
{
    const auto catalog = shop.settings().storeOf(u"catalog"_s);
    const auto topics = shop.settings().topicPlaces();
    if (!catalog || !topics)
        return catalog ? topics.error() : catalog.error();
    const auto currency = currencyOf(shop.settings().folder, *catalog);
    if (!currency)
        return currency.error();
    return ShopAccess{shop.account(),
                      shop.catalog(),
                      shop.cart(),
                      shop.order(),
                      shop.inventory(),
                      shop.payment(),
                      shop.shipping(),
                      shop.notification(),
                      shop.devices(),
                      secrets,
                      shop.all(),
                      shop.orderTopic(),
                      shop.paymentTopic(),
                      *catalog,
                      *topics,
                      shop.clock(),
                      OwnerOnly::actor(),
                      shop.settings().till,
                      *currency,
                      true,
                      shop.settings().shifts.blindCount,
                      QDir(shop.settings().folder).filePath(u"pictures"_s),
                      shop.settings().paper.shop.name,
                      windowFileIn(shop.settings().folder),
                      shop.settings().folder,
                      shop.settings().outside};
}

} // namespace kontor
