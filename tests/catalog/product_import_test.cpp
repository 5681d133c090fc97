// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/product_import.h"
#include "services/catalog/product_row.h"
#include "tests/catalog/catalog_fixture.h"
#include "tests/core/error_text.h"
#include "tests/core/table_files.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

namespace {

qint64 sumOf(const ImportReport &report)
{
    return report.newProducts + report.changed + report.unchanged + report.merged +
           report.refusedCount;
}

} // namespace

class ProductImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneRowBecomesAProduct_data();
    void oneRowBecomesAProduct();
    void aRowThatIsNoProductIsRefusedWithItsLine_data();
    void aRowThatIsNoProductIsRefusedWithItsLine();
    void whatIsDoubtfulIsLeftOutWithAWarning_data();
    void whatIsDoubtfulIsLeftOutWithAWarning();
    void theSameFileAgainChangesNothing();
    void theSameSkuAgainAddsItsBarcode();
    void anEmptyCellLeavesWhatIsKnown();
    void aPriceListChangesOnlyPrices();
    void shopifyVariantsTakeTheirTitleFromTheFirstRow();
    void wooCommerceVariationsTakeTheirCategoryFromTheParent();
    void theDecimalMarkIsLearntFromTheColumn();
    void columnsAreGivenByHand();
    void aSecondColumnOfTheSameNameIsWarnedOf();
    void whatIsNoTableChangesNothing_data();
    void whatIsNoTableChangesNothing();
    void aRenamedProductKeepsItsId();
    void anImportCanBeCancelled();
    void barcodesOfRowsFarApartAreMerged();

private:
    Result<ImportReport> import(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return importFile(m_files.write(bytes), options);
    }
    Result<ImportReport> importFile(const QString &file, const ImportOptions &options)
    {
        ProductImport importer(m_catalog->service(), m_catalog->clock(), u"ada"_s, u"T1"_s);
        auto report = importer.run(file, options);
        if (report && report->read != sumOf(*report))
            return Error(ImportError::NoSku, u"the counts do not add up"_s);
        return report;
    }
    Product product(const QString &sku)
    {
        const auto found = m_catalog->service().bySku(sku);
        return found && *found ? **found : Product();
    }

    TableFiles m_files;
    std::unique_ptr<CatalogFixture> m_catalog;
};

void ProductImportTest::init() { m_catalog = std::make_unique<CatalogFixture>(); }

void ProductImportTest::oneRowBecomesAProduct_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<Product>("expected");
    const auto row = [](const char *name, const QByteArray &table, auto change) {
        Product product = productNamed(u"1"_s, u"Tea"_s, 199);
        change(product);
        product.id = productIdForSku(product.sku);
        QTest::newRow(name) << table << product;
    };
    row("the least", "sku,name,price\n1,Tea,1.99\n", [](Product &) {});
    row("all there is",
        "sku;name;price;currency;barcode;category;tax;weight;min age;active;stocked\n"
        "1;Tea;1,99;usd;4006381333931|036000291452;Drinks;25,5 %;0,5 kg;18;no;0\n",
        [](Product &p) {
            p.price.currency = Currency("USD");
            p.barcodes = {u"4006381333931"_s, u"0036000291452"_s};
            p.category = u"Drinks"_s;
            p.taxRate = {2550};
            p.weightGrams = 500;
            p.minAge = 18;
            p.active = false;
            p.stocked = false;
        });
    row("other names for the columns",
        "Numero;Nimi;Hinta;EAN;Tyyppi;Alatyyppi\n"
        "1;Tea;1,99;4006381333931;Drinks;Tea\n",
        [](Product &p) {
            p.barcodes = {u"4006381333931"_s};
            p.category = u"Drinks > Tea"_s;
        });
    row("finer than a cent", "sku,name,price\n1,Tea,0.1255\n",
        [](Product &p) { p.price.micros = 125'500; });
    row("a sign", "sku,name,price,currency\n1,Tea,$1.99,CAD\n",
        [](Product &p) { p.price.currency = Currency("CAD"); });
    row("letters beside the price", "sku,name,price\n1,Tea,1.99 USD\n",
        [](Product &p) { p.price.currency = Currency("USD"); });
    row("the sign of any currency", "sku,name,price\n1,Tea,¤1.99\n", [](Product &) {});
    row("for nothing", "sku,name,price\n1,Tea,0\n", [](Product &p) { p.price.micros = 0; });
    row("weight in grams", "sku,name,price,Variant Grams\n1,Tea,1.99,28\n",
        [](Product &p) { p.weightGrams = 28; });
    row("weight in kilograms", "sku,name,price,Weight (kg)\n1,Tea,1.99,0.4536\n",
        [](Product &p) { p.weightGrams = 454; });
    row("SKU of the barcode", "name,price,barcode\nTea,1.99,4006381333931.0\n",
        [](Product &p) { p.barcodes = {p.sku = u"4006381333931"_s}; });
    row("SKU of the handle", "handle,title,price\ngreen-tea,Tea,1.99\n",
        [](Product &p) { p.sku = u"green-tea"_s; });
    row("SKU of the name", "name,price\n\"Tea, Žluť (50 g)\",1.99\n", [](Product &p) {
        p.name = u"Tea, Žluť (50 g)"_s;
        p.sku = u"tea-žluť-50-g"_s;
    });
    row("spaces and line breaks in a name", "sku,name,price\n1,\" Green\n  Tea \",1.99\n",
        [](Product &p) { p.name = u"Green Tea"_s; });
    row("a service", "sku,name,price,type,categories\n1,Tea,1.99,\"simple, virtual\",Food\n",
        [](Product &p) {
            p.stocked = false;
            p.category = u"Food"_s;
        });
}

void ProductImportTest::oneRowBecomesAProduct()
{
    QFETCH(QByteArray, table);
    QFETCH(Product, expected);
    const auto report = import(table);
    QVERIFY2(report, errorText(report).constData());
    QCOMPARE(report->newProducts, 1);
    QCOMPARE(report->warningCount, 0);
    QCOMPARE(product(expected.sku), expected);
}

void ProductImportTest::aRowThatIsNoProductIsRefusedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no price") << QByteArray("2,Tea,,,") << u"no price"_s;
    QTest::newRow("a sign of another currency")
        << QByteArray("2,Tea,£9,,") << u"is not in EUR; say with --currency"_s;
    QTest::newRow("a sign that is not of the row's currency")
        << QByteArray("2,Tea,€9,,USD") << u"is not in USD"_s;
    QTest::newRow("letters that are not the row's currency")
        << QByteArray("2,Tea,9 GBP,,USD") << u"in GBP and the currency is USD"_s;
    QTest::newRow("letters of no currency") << QByteArray("2,Tea,9 XXQ,,") << u"no currency"_s;
    QTest::newRow("price of words") << QByteArray("2,Tea,call us,,") << u"not a number"_s;
    QTest::newRow("negative price") << QByteArray("2,Tea,-1.00,,") << u"negative"_s;
    QTest::newRow("price too high") << QByteArray("2,Tea,1000000000.01,,") << u"too high"_s;
    QTest::newRow("price too fine") << QByteArray("2,Tea,0.0000001,,") << u"more than 6"_s;
    QTest::newRow("no name") << QByteArray("2,,1.00,,") << u"no name"_s;
    QTest::newRow("nothing that names it") << QByteArray(",,1.00,,") << u"no SKU"_s;
    QTest::newRow("tax as a fraction") << QByteArray("2,Tea,1.00,0.24,") << u"tax rate"_s;
    QTest::newRow("tax over 100 %") << QByteArray("2,Tea,1.00,101,") << u"tax rate"_s;
    QTest::newRow("tax of words") << QByteArray("2,Tea,1.00,full,") << u"tax rate"_s;
    QTest::newRow("no such currency") << QByteArray("2,Tea,1.00,,XYZ") << u"currency"_s;
    QTest::newRow("name too long")
        << QByteArray("2," + QByteArray(501, 'x') + ",1.00,,") << u"name"_s;
    QTest::newRow("another price for the same SKU")
        << QByteArray("1,First,1.01,,") << u"line 2 with another price"_s;
}

void ProductImportTest::aRowThatIsNoProductIsRefusedWithItsLine()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, reason);
    const auto report =
        import("sku,name,price,tax,currency\n1,First,1.00,,\n" + row + "\n3,Last,1.00,,\n");
    QVERIFY2(report, errorText(report).constData());
    QCOMPARE(report->newProducts, 2);
    QCOMPARE(report->refusedCount, 1);
    QCOMPARE(report->refused.first().line, 3);
    const QString text = report->refused.first().reason.text();
    QVERIFY2(text.contains(reason), qPrintable(text));
    QCOMPARE(*m_catalog->service().count(), 2);
}

void ProductImportTest::whatIsDoubtfulIsLeftOutWithAWarning_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("wrong check digit") << QByteArray("2,Tea,1,4006381333932,,,");
    QTest::newRow("all zeros") << QByteArray("2,Tea,1,0000000000000,,,");
    QTest::newRow("of another product") << QByteArray("2,Tea,1,4006381333931,,,");
    QTest::newRow("no barcode at all") << QByteArray("2,Tea,1,n/a,,,");
    QTest::newRow("weight of words") << QByteArray("2,Tea,1,,heavy,,");
    QTest::newRow("age of words") << QByteArray("2,Tea,1,,,grown-up,");
    QTest::newRow("neither yes nor no") << QByteArray("2,Tea,1,,,,perhaps");
}

void ProductImportTest::whatIsDoubtfulIsLeftOutWithAWarning()
{
    QFETCH(QByteArray, row);
    const auto report = import("sku,name,price,barcode,weight,minimum age,active\n"
                               "1,First,1,4006381333931,,,\n" +
                               row + "\n");
    QVERIFY2(report, errorText(report).constData());
    QCOMPARE(report->newProducts, 2);
    QCOMPARE(report->warningCount, 1);
    QCOMPARE(report->warnings.first().line, 3);
    QCOMPARE(product(u"2"_s), productNamed(u"2"_s, u"Tea"_s, 100));
}

void ProductImportTest::theSameFileAgainChangesNothing()
{
    const QByteArray table("sku,name,price,barcode\n1,Tea,1.5,4006381333931\n"
                           "2,Coffee,2.5,4006381333931\n1,Tea,1.5,036000291452\n");
    QVERIFY(import(table));
    const qint64 revision = *m_catalog->service().revision();
    const auto again = import(table);
    QVERIFY2(again, errorText(again).constData());
    QCOMPARE(again->unchanged, 2);
    QCOMPARE(again->merged, 1);
    QCOMPARE(again->newProducts + again->changed, 0);
    QCOMPARE(again->warningCount, 1);
    QCOMPARE(*m_catalog->service().revision(), revision);
}

void ProductImportTest::theSameSkuAgainAddsItsBarcode()
{
    const auto report = import("sku,name,price,barcode\n1,Tea,1.5,4006381333931\n"
                               "1,Tea,1.50,036000291452\n1,Tea,1.5,\n1,,,TEA-1\n");
    QVERIFY2(report, errorText(report).constData());
    QCOMPARE(report->newProducts, 1);
    QCOMPARE(report->merged, 3);
    QCOMPARE(product(u"1"_s).barcodes,
             QStringList({u"4006381333931"_s, u"0036000291452"_s, u"TEA-1"_s}));
}

void ProductImportTest::anEmptyCellLeavesWhatIsKnown()
{
    QVERIFY(import("sku,name,price,category,barcode,active\n1,Tea,1,Drinks,4006381333931,no\n"));
    const auto report = import("sku,name,price,category,barcode,active\n1,Green,1,,,\n");
    QCOMPARE(report->changed, 1);
    Product expected = productNamed(u"1"_s, u"Green"_s, 100);
    expected.category = u"Drinks"_s;
    expected.barcodes = {u"4006381333931"_s};
    expected.active = false;
    QCOMPARE(product(u"1"_s), expected);
}

void ProductImportTest::aPriceListChangesOnlyPrices()
{
    QVERIFY(import("sku,name,price,category\n1,Tea,1,Drinks\n2,Coffee,1,Drinks\n"));
    const auto report = import("sku;price\n1;1,20\n2;1,00\n3;1,00\n");
    QVERIFY2(report, errorText(report).constData());
    QCOMPARE(report->changed, 1);
    QCOMPARE(report->unchanged, 1);
    QCOMPARE(report->refusedCount, 1);
    QCOMPARE(product(u"1"_s).price.micros, 1'200'000);
    QCOMPARE(product(u"1"_s).name, u"Tea"_s);
    QCOMPARE(product(u"1"_s).category, u"Drinks"_s);
}

void ProductImportTest::shopifyVariantsTakeTheirTitleFromTheFirstRow()
{
    const auto report = import("Handle,Title,Type,Published,Option1 Value,Option2 Value,"
                               "Variant SKU,Variant Price,Image Src\n"
                               "pot,Clay Pot,Outdoor,false,Small,Red,,9.99,a.jpg\n"
                               "pot,,,,Large,Red,,15.99,\n"
                               "pot,,,,Large,Blue,P-3,15.99,\n"
                               "pot,,,,,,,,b.jpg\n"
                               "lamp,Lamp,Indoor,true,Default Title,,,5,\n"
                               "lamp,,,,,,,,c.jpg\n"
                               "sofa,Sofa,Indoor,true,Default Title,,,,\n"
                               "sofa,,,,,,,,d.jpg\n");
    QVERIFY2(report, errorText(report).constData());
    QCOMPARE(report->newProducts, 4);
    QCOMPARE(report->merged, 2);
    QCOMPARE(report->refusedCount, 2);
    Product large = productNamed(u"pot-large-red"_s, u"Clay Pot - Large, Red"_s, 1599);
    large.category = u"Outdoor"_s;
    large.active = false;
    QCOMPARE(product(u"pot-large-red"_s), large);
    QCOMPARE(product(u"P-3"_s).name, u"Clay Pot - Large, Blue"_s);
    QCOMPARE(product(u"lamp"_s).name, u"Lamp"_s);
}

void ProductImportTest::wooCommerceVariationsTakeTheirCategoryFromTheParent()
{
    const auto report = import("ID,Type,SKU,Name,Published,Regular price,Categories,Parent\n"
                               "7,variation,tee-red,Tee - Red,1,25,,tee\n"
                               "8,variation,tee-blue,Tee - Blue,1,25,,id:3\n"
                               "3,variable,tee,Tee,1,,Clothing > Tees,\n");
    QVERIFY2(report, errorText(report).constData());
    QCOMPARE(report->newProducts, 2);
    QCOMPARE(report->refusedCount, 1);
    QVERIFY(report->refused.first().reason.text().contains(u"variants"_s));
    QCOMPARE(product(u"tee-red"_s).category, u"Clothing > Tees"_s);
    QCOMPARE(product(u"tee-blue"_s).category, u"Clothing > Tees"_s);
    QCOMPARE(product(u"tee-blue"_s).name, u"Tee - Blue"_s);
}

void ProductImportTest::theDecimalMarkIsLearntFromTheColumn()
{
    QVERIFY(import("sku;name;price\n1;Dear;1.000\n2;Cheap;1,50\n"));
    QCOMPARE(product(u"1"_s).price.micros, 1'000'000'000);
    const auto unclear = import("sku;name;price\n3;Dear;1.000\n");
    QCOMPARE(unclear->refusedCount, 1);
    ImportOptions options;
    options.mark = DecimalMark::Point;
    QCOMPARE(import("sku;name;price\n3;Dear;1.000\n", options)->newProducts, 1);
    QCOMPARE(product(u"3"_s).price.micros, 1'000'000);
    // Who writes both ways must write each price so that it can mean one thing only.
    const auto mixed = import("sku;name;price\n4;A;1.50\n5;B;1,50\n6;C;1.000\n");
    QCOMPARE(mixed->newProducts, 2);
    QCOMPARE(mixed->refusedCount, 1);
}

void ProductImportTest::columnsAreGivenByHand()
{
    ImportOptions options;
    options.columns = {{u"price"_s, u"SpecialPrice"_s}, {u"name"_s, u"Brand"_s}};
    options.currency = Currency("HUF");
    options.taxRate = {2700};
    QVERIFY(import("Product,ProductId,Brand,Price,SpecialPrice\nTea,1,Acme,5,3\n", options));
    Product expected = productNamed(u"1"_s, u"Acme"_s);
    expected.price = {3'000'000, Currency("HUF")};
    expected.taxRate = {2700};
    QCOMPARE(product(u"1"_s), expected);
    options.columns = {{u"price"_s, u"Nothing"_s}};
    const auto unknown = import("Product,ProductId,Price\nTea,1,5\n", options);
    QVERIFY(!unknown && unknown.error().is(ColumnError::UnknownColumn));
}

void ProductImportTest::aSecondColumnOfTheSameNameIsWarnedOf()
{
    const auto report = import("sku,price,name,Price,note,note\n1,1.50,Tea,9.99,a,b\n");
    QVERIFY(report);
    QCOMPARE(report->newProducts, 1);
    QCOMPARE(product(u"1"_s).price.micros, 1'500'000);
    QCOMPARE(report->warnings.size(), 1);
    QCOMPARE(report->warnings.first().line, 1);
    QVERIFY(report->warnings.first().reason.text().contains(u"second column \"Price\""_s));
}

void ProductImportTest::whatIsNoTableChangesNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray table("sku,name,price\n");
    for (int i = 0; i < 5000; ++i)
        table += QByteArray::number(i) + ",Thing " + QByteArray::number(i * 7919) + ",1.00\n";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no price column") << QByteArray("sku,name\n1,Tea\n");
    QTest::newRow("nothing that names a product") << QByteArray("price,colour\n1,red\n");
    QTest::newRow("HTML") << QByteArray("<html><body>sku,name,price</body></html>\n");
    QTest::newRow("gzip cut short") << gzipped(table).chopped(100);
    QTest::newRow("open quote at the end") << table + "9999,\"Tea,1.00\n";
}

void ProductImportTest::whatIsNoTableChangesNothing()
{
    QFETCH(QByteArray, bytes);
    const auto report = import(bytes);
    QVERIFY(!report);
    QCOMPARE(*m_catalog->service().count(), 0);
}

void ProductImportTest::aRenamedProductKeepsItsId()
{
    QVERIFY(import("sku,name,price\n1,Tea,1\n"));
    Product tea = product(u"1"_s);
    tea.sku = u"TEA"_s;
    QVERIFY(m_catalog->service().save(m_catalog->command(), tea));
    QVERIFY(import("sku,name,price\n1,Coffee,2\n"));
    QCOMPARE(product(u"TEA"_s), tea);
    QCOMPARE(product(u"1"_s).name, u"Coffee"_s);
    QVERIFY(product(u"1"_s).id != tea.id);
    QCOMPARE(import("sku,name,price\n1,Coffee,2\n")->unchanged, 1);
}

void ProductImportTest::anImportCanBeCancelled()
{
    QByteArray table("sku,name,price\n");
    for (int i = 0; i < 6000; ++i)
        table += QByteArray::number(i) + ",Thing,1.00\n";
    ProductImport importer(m_catalog->service(), m_catalog->clock(), u"ada"_s, u"T1"_s);
    ImportOptions options;
    qint64 last = 0;
    options.progress = [&](qint64 done, qint64 total) {
        QVERIFY(done >= last && done <= total);
        last = done;
        if (done >= total / 2 && *m_catalog->service().count() > 0)
            importer.cancel();
    };
    const auto report = importer.run(m_files.write(table), options);
    QVERIFY2(report, errorText(report).constData());
    QVERIFY(report->cancelled);
    QVERIFY(report->read < 6000);
    QCOMPARE(report->newProducts, *m_catalog->service().count());
    QCOMPARE(report->read, sumOf(*report));
}

void ProductImportTest::barcodesOfRowsFarApartAreMerged()
{
    QByteArray table("sku,name,price,barcode\nA,Tea,1,4006381333931\n");
    for (int i = 0; i < 4500; ++i)
        table += QByteArray::number(i) + ",Thing,1.00,\n";
    table += "A,Tea,1,036000291452\nB,Soap,1,036000291452\nA,Tea,1,TEA-1\n";
    for (int i = 0; i < 2; ++i) {
        const auto report = import(table);
        QVERIFY2(report, errorText(report).constData());
        QCOMPARE(i == 0 ? report->newProducts : report->unchanged, 4502);
        QCOMPARE(report->merged, 2);
        QCOMPARE(report->warningCount, 1);
        QCOMPARE(product(u"A"_s).barcodes,
                 QStringList({u"4006381333931"_s, u"0036000291452"_s, u"TEA-1"_s}));
    }
}

QTEST_GUILESS_MAIN(ProductImportTest)
#include "product_import_test.moc"
