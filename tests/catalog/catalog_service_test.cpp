// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catalog/catalog_fixture.h"
#include "tests/core/error_text.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

class CatalogServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSavedProductIsReadAsItWas();
    void whatNoProductMayBeIsRefused_data();
    void whatNoProductMayBeIsRefused();
    void skusAreToldApartByCase();
    void aTakenSkuOrBarcodeIsRefused();
    void aBarcodeIsFreeAgainOnceItIsTakenAway();
    void aBarcodeIsFoundAsItIsScanned();
    void everyChangeTakesTheNextRevision();
    void aRepeatedCommandFindsItsFirstAnswer();
    void manyProductsAreSavedTogetherOrNotAtAll();
    void whoMayNotEditSavesNothing();
    void theReaderSeesWhatTheServiceSaved();
    void browsingGoesThroughTheCatalogInParts();
    void aCategoryHoldsThoseBelowIt();
    void theOutlineSaysWhereEachPageBegins();
    void categoriesAreListedOnce();
    void aServersCatalogRefusesToSearch();
};

void CatalogServiceTest::aSavedProductIsReadAsItWas()
{
    CatalogFixture catalog;
    Product tea = productNamed(u"T-1"_s, u"Thé vert"_s, 299);
    tea.price.micros = 2'995'000;
    tea.barcodes = {u"4006381333931"_s, u"SHOP-1"_s};
    tea.category = u"Drinks > Tea"_s;
    tea.taxRate = {700};
    tea.weightGrams = 125;
    tea.minAge = 18;
    tea.picture = u"tea, green.png"_s;
    tea.stocked = false;
    const auto id = catalog.service().save(catalog.command(), tea);
    QVERIFY2(id, errorText(id).constData());
    QCOMPARE(*id, tea.id);
    for (const auto &found : {catalog.service().product(*id), catalog.service().bySku(u"T-1"_s),
                              catalog.service().byBarcode(u"4006381333931"_s),
                              catalog.service().byBarcode(u"SHOP-1"_s)}) {
        QVERIFY2(found, errorText(found).constData());
        QVERIFY(found->has_value());
        QCOMPARE(**found, tea);
    }
    Product unnamed = productNamed(u"T-2"_s, u"Other"_s);
    unnamed.id = {};
    const auto made = catalog.service().save(catalog.command(), unnamed);
    QVERIFY(made && !made->isNull());
    QCOMPARE(catalog.service().bySku(u"T-2"_s)->value().id, *made);
    QVERIFY(!catalog.service().bySku(u"T-3"_s)->has_value());
}

void CatalogServiceTest::whatNoProductMayBeIsRefused_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<Product>("product");
    const auto row = [](const char *name, CatalogError error, auto change) {
        Product product = productNamed(u"1"_s, u"Tea"_s);
        change(product);
        QTest::newRow(name) << int(error) << product;
    };
    row("no SKU", CatalogError::BadSku, [](Product &p) { p.sku.clear(); });
    row("SKU with a tab", CatalogError::BadSku, [](Product &p) { p.sku = u"a\tb"_s; });
    row("SKU too long", CatalogError::BadSku, [](Product &p) { p.sku = QString(201, u'x'); });
    row("no name", CatalogError::BadName, [](Product &p) { p.name.clear(); });
    row("name of two lines", CatalogError::BadName, [](Product &p) { p.name = u"a\nb"_s; });
    row("name of spaces", CatalogError::BadName, [](Product &p) { p.name = u"  "_s; });
    row("negative price", CatalogError::BadPrice, [](Product &p) { p.price.micros = -1; });
    row("no currency", CatalogError::BadPrice, [](Product &p) { p.price.currency = {}; });
    row("price too high", CatalogError::BadPrice,
        [](Product &p) { p.price.micros = Product::maxPriceMicros + 1; });
    row("negative tax", CatalogError::BadTaxRate, [](Product &p) { p.taxRate = {-1}; });
    row("tax over 100 %", CatalogError::BadTaxRate, [](Product &p) { p.taxRate = {10'001}; });
    row("negative weight", CatalogError::BadWeight, [](Product &p) { p.weightGrams = -1; });
    row("picture elsewhere", CatalogError::BadPicture,
        [](Product &p) { p.picture = u"../a.png"_s; });
    row("hidden picture", CatalogError::BadPicture, [](Product &p) { p.picture = u".a.png"_s; });
    row("age over 150", CatalogError::BadAge, [](Product &p) { p.minAge = 151; });
    row("wrong check digit", CatalogError::BadBarcode,
        [](Product &p) { p.barcodes = {u"4006381333932"_s}; });
    row("a minus in front", CatalogError::BadBarcode,
        [](Product &p) { p.barcodes = {u"-4006381333931"_s}; });
    row("UPC-A not written as EAN-13", CatalogError::BadBarcode,
        [](Product &p) { p.barcodes = {u"036000291452"_s}; });
    row("the same barcode twice", CatalogError::BadBarcode, [](Product &p) {
        p.barcodes = {u"4006381333931"_s, u"4006381333931"_s};
    });
}

void CatalogServiceTest::whatNoProductMayBeIsRefused()
{
    QFETCH(int, error);
    QFETCH(Product, product);
    CatalogFixture catalog;
    const auto saved = catalog.service().save(catalog.command(), product);
    QVERIFY(!saved);
    QVERIFY2(saved.error().is(CatalogError(error)), errorText(saved).constData());
    QCOMPARE(*catalog.service().count(), 0);
}

void CatalogServiceTest::skusAreToldApartByCase()
{
    CatalogFixture catalog;
    QVERIFY(catalog.service().saveAll(
        catalog.command(), {productNamed(u"a1"_s, u"Small"_s), productNamed(u"A1"_s, u"Big"_s)}));
    QCOMPARE(catalog.service().bySku(u"a1"_s)->value().name, u"Small"_s);
    QCOMPARE(catalog.service().bySku(u"A1"_s)->value().name, u"Big"_s);
}

void CatalogServiceTest::aTakenSkuOrBarcodeIsRefused()
{
    CatalogFixture catalog;
    Product tea = productNamed(u"1"_s, u"Tea"_s);
    tea.barcodes = {u"4006381333931"_s};
    QVERIFY(catalog.service().save(catalog.command(), tea));
    Product other = productNamed(u"2"_s, u"Coffee"_s);
    other.sku = u"1"_s;
    const auto sameSku = catalog.service().save(catalog.command(), other);
    QVERIFY(!sameSku && sameSku.error().is(CatalogError::SkuTaken));
    other.sku = u"2"_s;
    other.barcodes = tea.barcodes;
    const auto sameCode = catalog.service().save(catalog.command(), other);
    QVERIFY(!sameCode && sameCode.error().is(CatalogError::BarcodeTaken));
    QCOMPARE(*catalog.service().count(), 1);
}

void CatalogServiceTest::aBarcodeIsFreeAgainOnceItIsTakenAway()
{
    CatalogFixture catalog;
    Product tea = productNamed(u"1"_s, u"Tea"_s);
    tea.barcodes = {u"4006381333931"_s, u"OLD-1"_s};
    QVERIFY(catalog.service().save(catalog.command(), tea));
    tea.barcodes = {u"OLD-1"_s};
    QVERIFY(catalog.service().save(catalog.command(), tea));
    QVERIFY(!catalog.service().byBarcode(u"4006381333931"_s)->has_value());
    Product coffee = productNamed(u"2"_s, u"Coffee"_s);
    coffee.barcodes = {u"4006381333931"_s};
    QVERIFY(catalog.service().save(catalog.command(), coffee));
    QCOMPARE(catalog.service().byBarcode(u"4006381333931"_s)->value().sku, u"2"_s);
}

void CatalogServiceTest::aBarcodeIsFoundAsItIsScanned()
{
    CatalogFixture catalog;
    Product soap = productNamed(u"1"_s, u"Soap"_s);
    soap.barcodes = {u"0036000291452"_s};
    QVERIFY(catalog.service().save(catalog.command(), soap));
    for (const QString &scan :
         {u"036000291452"_s, u"0036000291452"_s, u"00036000291452"_s, u" 036000291452 "_s}) {
        const auto found = catalog.service().byBarcode(scan);
        QVERIFY2(found && found->has_value(), qPrintable(scan));
    }
    QVERIFY(!catalog.service().byBarcode(u"036000291453"_s)->has_value());
    QVERIFY(!catalog.service().byBarcode(QString())->has_value());
}

void CatalogServiceTest::everyChangeTakesTheNextRevision()
{
    CatalogFixture catalog;
    QSignalSpy changed(&catalog.service(), &CatalogService::changed);
    Product tea = productNamed(u"1"_s, u"Tea"_s);
    const Product coffee = productNamed(u"2"_s, u"Coffee"_s);
    QVERIFY(catalog.service().saveAll(catalog.command(), {tea, coffee}));
    QCOMPARE(*catalog.service().revision(), 2);
    const auto again = catalog.service().saveAll(catalog.command(), {tea, coffee});
    QCOMPARE(again->unchanged, 2);
    QCOMPARE(*catalog.service().revision(), 2);
    QCOMPARE(changed.size(), 1);
    tea.price.micros = 5'000'000;
    QVERIFY(catalog.service().save(catalog.command(), tea));
    QCOMPARE(changed.last().first().toLongLong(), 3);
    const auto after = catalog.service().changedAfter(1, 10);
    QVERIFY2(after, errorText(after).constData());
    QCOMPARE(after->size(), 2);
    QCOMPARE(after->at(0).product, coffee);
    QCOMPARE(after->at(0).revision, 2);
    QCOMPARE(after->at(1).product, tea);
    QCOMPARE(after->at(1).revision, 3);
    QCOMPARE(after->at(1).rank, 1);
}

void CatalogServiceTest::aRepeatedCommandFindsItsFirstAnswer()
{
    CatalogFixture catalog;
    const Command command = catalog.command();
    Product tea = productNamed(u"1"_s, u"Tea"_s);
    tea.id = {};
    const auto first = catalog.service().save(command, tea);
    const auto second = catalog.service().save(command, tea);
    QVERIFY2(second, errorText(second).constData());
    QCOMPARE(*second, *first);
    QCOMPARE(*catalog.service().count(), 1);
}

void CatalogServiceTest::manyProductsAreSavedTogetherOrNotAtAll()
{
    CatalogFixture catalog;
    Product coffee = productNamed(u"2"_s, u"Coffee"_s);
    coffee.sku = u"1"_s;
    const auto saved =
        catalog.service().saveAll(catalog.command(), {productNamed(u"1"_s, u"Tea"_s), coffee});
    QVERIFY(!saved && saved.error().is(CatalogError::SkuTaken));
    QCOMPARE(*catalog.service().count(), 0);
    QCOMPARE(*catalog.service().revision(), 0);
}

void CatalogServiceTest::whoMayNotEditSavesNothing()
{
    class NothingAllowed : public Rights
    {
    public:
        bool allows(const QString &, Right) const override { return false; }
    };
    CatalogFixture catalog;
    const NothingAllowed rights;
    CatalogService service(catalog.store(), catalog.clock(), rights);
    const auto saved = service.save(catalog.command(), productNamed(u"1"_s, u"Tea"_s));
    QVERIFY(!saved && saved.error().is(RightsError::NotAllowed));
    QCOMPARE(*service.count(), 0);
}

void CatalogServiceTest::theReaderSeesWhatTheServiceSaved()
{
    CatalogFixture catalog;
    const auto reader = catalog.reader();
    QCOMPARE(*reader->count(), 0);
    Product tea = productNamed(u"1"_s, u"Tea"_s);
    tea.barcodes = {u"4006381333931"_s};
    QVERIFY(catalog.service().save(catalog.command(), tea));
    QCOMPARE(*reader->count(), 1);
    QCOMPARE(*reader->revision(), 1);
    QCOMPARE(reader->product(tea.id)->value(), tea);
    QCOMPARE(reader->bySku(u"1"_s)->value(), tea);
    QCOMPARE(reader->byBarcode(u"4006381333931"_s)->value(), tea);
    ProductSource &source = *reader;
    QVERIFY(!source.product(productIdForSku(u"2"_s))->has_value());
}

void CatalogServiceTest::browsingGoesThroughTheCatalogInParts()
{
    CatalogFixture catalog;
    QList<Product> products;
    for (int i = 1; i <= 25; ++i) {
        Product product = productNamed(QString::number(i), u"Thing %1"_s.arg(i));
        product.category = i % 2 ? u"Odd"_s : u"Even"_s;
        product.active = i != 3;
        products.append(product);
    }
    QVERIFY(catalog.service().saveAll(catalog.command(), products));
    const auto reader = catalog.reader();
    const auto all = [&](const QString &category, Shown shown) {
        QStringList skus;
        qint64 rank = ProductPage::beforeFirstRank;
        for (;;) {
            const auto page = reader->browse(category, rank, 4, shown);
            if (!page || page->products.isEmpty())
                return skus;
            skus += skusOf(page->products);
            rank = page->lastRank;
        }
    };
    QCOMPARE(all(QString(), Shown::All), skusOf(products));
    QCOMPARE(all(QString(), Shown::Active).size(), 24);
    QCOMPARE(all(u"Odd"_s, Shown::All).size(), 13);
    QCOMPARE(all(u"Odd"_s, Shown::Active).mid(0, 3), QStringList({u"1"_s, u"5"_s, u"7"_s}));
    QVERIFY(all(u"None"_s, Shown::All).isEmpty());
}

void CatalogServiceTest::aCategoryHoldsThoseBelowIt()
{
    CatalogFixture catalog;
    QList<Product> products;
    const QStringList paths = {u"Drinks"_s,         u"Drinks > Tea"_s, u"Drinks > Tea > Green"_s,
                               u"Drinks > Water"_s, u"Drinks, hot"_s,  u"Bakery"_s};
    for (int i = 0; i < 12; ++i) {
        Product product = productNamed(QString::number(i), u"Thing"_s);
        product.category = paths[i % paths.size()];
        products.append(product);
    }
    QVERIFY(catalog.service().saveAll(catalog.command(), products));
    const auto reader = catalog.reader();
    const auto skus = [&](const QString &category, int limit = 20) {
        return skusOf(
            reader->browse(category, ProductPage::beforeFirstRank, limit, Shown::All)->products);
    };
    const auto list = [](std::initializer_list<int> numbers) {
        QStringList texts;
        for (const int number : numbers)
            texts.append(QString::number(number));
        return texts;
    };
    QCOMPARE(skus(u"Drinks"_s), list({0, 1, 2, 3, 6, 7, 8, 9}));
    QCOMPARE(skus(u"Drinks"_s, 3), list({0, 1, 2}));
    QCOMPARE(skus(u"Drinks > Tea"_s), list({1, 2, 7, 8}));
    QCOMPARE(reader->outline(u"Drinks"_s, 5)->count, 8);
    QCOMPARE(reader->outline(u"Drinks > Tea"_s, 5)->count, 4);
}

void CatalogServiceTest::theOutlineSaysWhereEachPageBegins()
{
    CatalogFixture catalog;
    const auto reader = catalog.reader();
    QCOMPARE(*reader->outline({}, 4), ProductOutline());
    QList<Product> products;
    for (int i = 0; i < 12; ++i) {
        products.append(productNamed(QString::number(i), u"Thing %1"_s.arg(i)));
        products.last().category = i % 3 ? u"Often"_s : u"Seldom"_s;
        products.last().active = i != 5;
    }
    QVERIFY(catalog.service().saveAll(catalog.command(), products));
    for (const QString &category : {QString(), u"Often"_s, u"Seldom"_s}) {
        for (const int pageRows : {1, 2, 4, 11, 100}) {
            const auto outline = reader->outline(category, pageRows);
            QStringList skus;
            for (const qint64 rank : outline->ranksBefore) {
                const auto page = reader->browse(category, rank, pageRows);
                QVERIFY(!page->products.isEmpty());
                skus += skusOf(page->products);
            }
            QCOMPARE(skus,
                     skusOf(reader->browse(category, ProductPage::beforeFirstRank, 50)->products));
            QCOMPARE(skus.size(), outline->count);
        }
    }
}

void CatalogServiceTest::categoriesAreListedOnce()
{
    CatalogFixture catalog;
    QVERIFY(catalog.service().save(catalog.command(), productNamed(u"1"_s, u"None"_s)));
    const auto reader = catalog.reader();
    QVERIFY(reader->categories()->isEmpty());
    int sku = 2;
    for (const QString &category : {u"Tea"_s, u"Coffee"_s, u"Tea"_s}) {
        Product product = productNamed(QString::number(sku++), u"Thing"_s);
        product.category = category;
        QVERIFY(catalog.service().save(catalog.command(), product));
    }
    const auto categories = reader->categories();
    QVERIFY2(categories, errorText(categories).constData());
    QCOMPARE(*categories, QStringList({u"Coffee"_s, u"Tea"_s}));
}

void CatalogServiceTest::aServersCatalogRefusesToSearch()
{
    CatalogFixture catalog;
    if (catalog.url().dialect != Dialect::PostgreSql)
        QSKIP("KONTOR_POSTGRES_URL names no server");
    const auto found = catalog.reader()->search(u"tea"_s, ProductPage::beforeFirstRank, 10);
    QVERIFY(!found && found.error().is(CatalogError::NoSearchHere));
}

QTEST_GUILESS_MAIN(CatalogServiceTest)
#include "catalog_service_test.moc"
