// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/product_import.h"
#include "tests/catalog/catalog_fixture.h"
#include "tests/core/error_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

//! The numbers were counted in the files by an independent script.
struct Expected
{
    qint64 read;
    qint64 products;
    qint64 merged;
    qint64 refused;
    qint64 warnings;
    qint64 barcodes;
    qint64 priceMicros; //!< of all products together
};

class RealCatalogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealFileIsImportedAndAgainChangesNothing_data();
    void aRealFileIsImportedAndAgainChangesNothing();
    void realProductsAreFound();
};

namespace {

QString sharedData(const QString &file)
{
    const QString folder = qEnvironmentVariable("KONTOR_SHARED_DATA",
                                                qEnvironmentVariable("KONTOR_SOURCE_DIR", u"."_s) +
                                                    u"/../shared/data"_s);
    return folder + u'/' + file;
}

} // namespace

void RealCatalogsTest::aRealFileIsImportedAndAgainChangesNothing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Expected>("expected");
    QTest::newRow("Konzum") << u"catalog/konzum-hr-0204-2025-07-03.csv.gz"_s
                            << Expected{10'950, 10'133, 0, 817, 0, 9'983, 46'688'910'000};
    QTest::newRow("Alko") << u"catalog/alko-fi-2024-11-01.csv.gz"_s
                          << Expected{11'332, 11'332, 0, 0, 64, 11'268, 585'360'710'000};
    QTest::newRow("Lightspeed") << u"import-samples/vend-lightspeed-product-export.csv"_s
                                << Expected{1'217, 1'203, 3, 11, 0, 0, 38'296'980'000};
    QTest::newRow("WooCommerce") << u"import-samples/woocommerce-sample_products.csv"_s
                                 << Expected{24, 21, 0, 3, 0, 0, 729'000'000};
    QTest::newRow("Shopify apparel") << u"import-samples/shopify-official-apparel.csv"_s
                                     << Expected{22, 22, 0, 0, 0, 0, 1'295'000'000};
    QTest::newRow("Shopify home") << u"import-samples/shopify-official-home-and-garden.csv"_s
                                  << Expected{21, 21, 0, 0, 0, 0, 2'345'840'000};
    QTest::newRow("Shopify jewelery") << u"import-samples/shopify-official-jewelery.csv"_s
                                      << Expected{41, 23, 18, 0, 0, 0, 980'740'000};
}

void RealCatalogsTest::aRealFileIsImportedAndAgainChangesNothing()
{
    QFETCH(QString, file);
    QFETCH(Expected, expected);
    if (!QFile::exists(sharedData(file)))
        QSKIP("the shared data are not here; KONTOR_SHARED_DATA says where they are");
    CatalogFixture catalog;
    ProductImport importer(catalog.service(), catalog.clock(), u"ada"_s, u"T1"_s);
    const auto first = importer.run(sharedData(file), {});
    QVERIFY2(first, errorText(first).constData());
    QCOMPARE(first->read, expected.read);
    QCOMPARE(first->newProducts, expected.products);
    QCOMPARE(first->changed + first->unchanged, 0);
    QCOMPARE(first->merged, expected.merged);
    QCOMPARE(first->refusedCount, expected.refused);
    QCOMPARE(first->refused.size(), expected.refused);
    QCOMPARE(first->warningCount, expected.warnings);
    QCOMPARE(first->warnings.size(), expected.warnings);
    QCOMPARE(*catalog.service().count(), expected.products);
    const auto all = catalog.service().changedAfter(0, 100'000);
    QVERIFY2(all, errorText(all).constData());
    qint64 barcodes = 0;
    qint64 priceMicros = 0;
    for (const ProductRevision &each : *all) {
        barcodes += each.product.barcodes.size();
        priceMicros += each.product.price.micros;
    }
    QCOMPARE(barcodes, expected.barcodes);
    QCOMPARE(priceMicros, expected.priceMicros);

    const qint64 revision = *catalog.service().revision();
    const auto again = importer.run(sharedData(file), {});
    QVERIFY2(again, errorText(again).constData());
    QCOMPARE(again->unchanged, expected.products);
    QCOMPARE(again->newProducts + again->changed, 0);
    QCOMPARE(again->merged, expected.merged);
    QCOMPARE(again->refusedCount, expected.refused);
    QCOMPARE(again->warningCount, expected.warnings);
    QCOMPARE(*catalog.service().revision(), revision);
}

void RealCatalogsTest::realProductsAreFound()
{
    const QString file = sharedData(u"catalog/konzum-hr-0204-2025-07-03.csv.gz"_s);
    if (!QFile::exists(file))
        QSKIP("the shared data are not here; KONTOR_SHARED_DATA says where they are");
    CatalogFixture catalog(true);
    ProductImport importer(catalog.service(), catalog.clock(), u"ada"_s, u"T1"_s);
    QVERIFY(importer.run(file, {}));
    const auto reader = catalog.reader();
    const auto scanned = reader->byBarcode(u"3850334018236"_s);
    QVERIFY(scanned && *scanned);
    QCOMPARE((*scanned)->name, u"BUDDY MP GOVEDINA 405g"_s);
    QCOMPARE((*scanned)->sku, u"01647057"_s);
    QCOMPARE((*scanned)->category, u"PROIZVODI ZA KUĆANSTVO"_s);
    const auto found = [&](const QString &text, int limit) {
        return reader->search(text, ProductPage::beforeFirstRank, limit)->products;
    };
    QVERIFY(found(u"gov bud kucan"_s, 100).contains(**scanned));
    QCOMPARE(found(u"01647057"_s, 5).first(), **scanned);
    QCOMPARE(found(u"b"_s, 30).size(), 30);
}

QTEST_GUILESS_MAIN(RealCatalogsTest)
#include "real_catalogs_test.moc"
