// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/living_shop.h"

#include "app/shop_access.h"
#include "tests/integration/orders_of.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

Product product(const QString &sku, const QString &name, const QString &barcode, qint64 pence)
{
    Product made;
    made.id = productIdForSku(sku);
    made.sku = sku;
    made.name = name;
    made.category = u"Garden"_s;
    made.barcodes = {*canonicalBarcode(barcode)};
    made.price = UnitPrice::of(Money{pence, Currency("GBP")});
    made.taxRate = {2000};
    made.weightGrams = 300;
    made.category = name.contains(u"antern"_s) ? u"Home > Lanterns"_s : u"Home > Candles"_s;
    return made;
}

} // namespace

LivingShop::LivingShop(const QString &printer) : m_printer(printer)
{
    products = {product(u"71053"_s, u"Lantern, white metal"_s, u"5063087861358"_s, 339),
                product(u"71061"_s, u"Lantern, copper, large"_s, u"5069960244898"_s, 1250),
                product(u"22114"_s, u"Tea light holder, lantern shape"_s, u"5016656008586"_s, 255),
                product(u"35012"_s, u"Beeswax candle"_s, u"5049834775130"_s, 120)};
    open();
    furnish();
}

void LivingShop::open()
{
    ShopSettings settings;
    settings.folder = m_folder.path();
    settings.outside = m_sandbox.baseUrl();
    settings.paper.printer.address = m_printer;
    settings.paper.afterSale = true;
    settings.paper.shop.name = u"Corner Shop"_s;
    auto shop = Shop::open(settings, m_clock, m_rights);
    if (!shop)
        qFatal("%s", qPrintable(shop.error().text()));
    m_shop = std::move(*shop);
    m_shop->start();
}

void LivingShop::reopen(const std::function<void(const QString &folder)> &meanwhile)
{
    m_shop.reset();
    if (meanwhile)
        meanwhile(m_folder.path());
    open();
}

void LivingShop::furnish()
{
    const auto saved =
        ask(m_shop->catalog(), &CatalogService::saveAll, m_shop->command(), products);
    KONTOR_CHECK(bool(saved));
    GoodsReceipt goods{{}, u"opening"_s};
    for (const Product &one : products)
        goods.lines.append({one.id, Quantity::pieces(openingPieces)});
    goods.lines.removeLast(); // of one there is none
    const auto received =
        ask(m_shop->inventory(), &InventoryService::receive, m_shop->command(), goods);
    KONTOR_CHECK(bool(received));
}

ShopAccess LivingShop::access()
{
    const auto access = accessTo(*m_shop, m_secrets);
    KONTOR_CHECK(bool(access));
    return *access;
}

AccountId LivingShop::addCustomer(const QString &name, bool withCard)
{
    auto &accounts = m_shop->account();
    const AccountId id = AccountId::make(m_clock.now());
    const auto created = ask(accounts, &AccountService::create, m_shop->command(), id,
                             AccountDetails{name, u"someone@example.org"_s, {}, {}});
    KONTOR_CHECK(bool(created));
    const Address home{name, u"2 Side Street"_s, {}, u"London"_s, u"N1 9GU"_s, {}, u"GB"_s, {}, {}};
    KONTOR_CHECK(bool(ask(accounts, &AccountService::addAddress, m_shop->command(), id, home)));
    if (withCard)
        KONTOR_CHECK(bool(ask(accounts, &AccountService::saveCard, m_shop->command(), id,
                              SavedCard{u"pm_card_visa"_s, u"visa"_s, u"4242"_s})));
    return id;
}

ImportedSale LivingShop::sale(int pieces, Fulfilment fulfilment)
{
    const Product &product = products.first();
    const Currency currency("GBP");
    ImportedSale sale;
    sale.order = OrderId::make(m_clock.now());
    sale.settings.currency = currency;
    sale.fulfilment = fulfilment;
    CartLine line;
    line.line = 1;
    line.product = product.id;
    line.sku = product.sku;
    line.name = product.name;
    line.quantity = Quantity::pieces(pieces);
    line.unitPrice = product.price;
    line.taxRate = product.taxRate;
    line.weightGrams = product.weightGrams;
    line.returnedGross = line.returnedTax = Money{0, currency};
    sale.lines = {line};
    return sale;
}

ImportedSale LivingShop::saleTo(AccountId customer, int pieces, Fulfilment fulfilment)
{
    ImportedSale made = sale(pieces, fulfilment);
    made.tender = TenderKind::SavedCard;
    made.customer = customer;
    const auto places = ask(m_shop->account(), &AccountService::addresses, customer);
    KONTOR_CHECK(places && !places->isEmpty());
    made.address = places->first().id;
    return made;
}

Receipt LivingShop::book(const ImportedSale &sale)
{
    const auto receipt = ask(m_shop->cart(), &CartService::bookImported, m_shop->command(), sale);
    KONTOR_CHECK(bool(receipt));
    return *receipt;
}

Order LivingShop::newestOrder()
{
    const auto newest = ordersOf(*m_shop, 1);
    KONTOR_CHECK(bool(newest));
    return newest->value(0);
}

} // namespace kontor
