// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catalog/catalog_fixture.h"
#include "tests/core/error_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

class CatalogSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void productsAreFoundWhileSomebodyTypes_data();
    void productsAreFoundWhileSomebodyTypes();
    void nothingThatIsTypedBreaksTheSearch_data();
    void nothingThatIsTypedBreaksTheSearch();
    void aBarcodeOrSkuComesFirst();
    void aLongAnswerIsReadInPages();
    void whatIsNoLongerSoldIsNotFoundAtTheTill();
    void anOldNameIsForgotten();
    void whatWasNotSavedIsNotFound();
    void whatSellsBestComesFirst();
    void ranksThatAreRightStay();
    void aNewProductRanksBehind();
    void theFirstLetterIsAnsweredWithoutSorting();

private:
    QStringList found(const QString &text, int limit = 20) const
    {
        const auto page = m_catalog->reader()->search(text, ProductPage::beforeFirstRank, limit);
        if (!page)
            return {page.error().text()};
        return skusOf(page->products);
    }

    std::unique_ptr<CatalogFixture> m_catalog;
};

void CatalogSearchTest::init()
{
    m_catalog = std::make_unique<CatalogFixture>(true);
    Product brulee = productNamed(u"CB-1"_s, u"Crème brûlée"_s);
    brulee.barcodes = {u"4006381333931"_s};
    brulee.category = u"Desserts"_s;
    Product shirt = productNamed(u"cc-tee"_s, u"T-Shirt with \"Logo\" O'Neill"_s);
    shirt.category = u"Clothing > Tshirts"_s;
    const Product cream = productNamed(u"10025"_s, u"Ice CREAM 2,5% milk"_s);
    const Product wool = productNamed(u"W/7"_s, u"Žluť Straße Łódź 100% wool"_s);
    QVERIFY(m_catalog->service().saveAll(m_catalog->command(), {brulee, shirt, cream, wool}));
}

void CatalogSearchTest::productsAreFoundWhileSomebodyTypes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("skus");
    const QStringList both{u"CB-1"_s, u"10025"_s};
    QTest::newRow("one letter") << u"c"_s << QStringList({u"CB-1"_s, u"cc-tee"_s, u"10025"_s});
    QTest::newRow("without the accents") << u"cre"_s << both;
    QTest::newRow("with accents nobody wrote") << u"ćrê"_s << both;
    QTest::newRow("accents as marks of their own") << u"cre\u0300m"_s << QStringList{u"CB-1"_s};
    QTest::newRow("capitals") << u"CRE"_s << both;
    QTest::newRow("several words in any order") << u"bru cre"_s << QStringList{u"CB-1"_s};
    QTest::newRow("every word must be there") << u"crème cola"_s << QStringList();
    QTest::newRow("SKU") << u"CB-1"_s << QStringList{u"CB-1"_s};
    QTest::newRow("beginning of a SKU") << u"1002"_s << QStringList{u"10025"_s};
    QTest::newRow("SKU with a slash") << u"w/7"_s << QStringList{u"W/7"_s};
    QTest::newRow("category") << u"tshirt"_s << QStringList{u"cc-tee"_s};
    QTest::newRow("with its hyphen") << u"t-sh"_s << QStringList{u"cc-tee"_s};
    QTest::newRow("with its apostrophe") << u"o'nei"_s << QStringList{u"cc-tee"_s};
    QTest::newRow("quotes") << u"\"logo\""_s << QStringList{u"cc-tee"_s};
    QTest::newRow("number with a comma") << u"2,5%"_s << QStringList{u"10025"_s};
    QTest::newRow("caron") << u"zlut"_s << QStringList{u"W/7"_s};
    QTest::newRow("barcode") << u"4006381333931"_s << QStringList{u"CB-1"_s};
    QTest::newRow("middle of a word") << u"rème"_s << QStringList();
    QTest::newRow("spaces around") << u"  wool  "_s << QStringList{u"W/7"_s};
}

void CatalogSearchTest::productsAreFoundWhileSomebodyTypes()
{
    QFETCH(QString, text);
    QFETCH(QStringList, skus);
    QCOMPARE(found(text), skus);
}

void CatalogSearchTest::nothingThatIsTypedBreaksTheSearch_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {QString(), u" "_s, u"\""_s, u"'"_s, u"-"_s, u"* & %"_s, u"NOT NEAR("_s, u"name:"_s,
          u"^"_s, u"{a b}"_s, u"😀"_s, u"\u0301"_s, QString(QChar(QChar::Null)),
          u"zz"_s + QString(QChar(QChar::Null)) + u"\""_s, u"\U0001E900"_s, QString(5000, u'z')})
        QTest::addRow("%s", QTest::toPrettyUnicode(text.left(20))) << text;
}

void CatalogSearchTest::nothingThatIsTypedBreaksTheSearch()
{
    QFETCH(QString, text);
    QCOMPARE(found(text), QStringList());
}

void CatalogSearchTest::aBarcodeOrSkuComesFirst()
{
    Product popular = productNamed(u"X"_s, u"Best seller 7 with W/7 in its name"_s);
    QVERIFY(m_catalog->service().save(m_catalog->command(), popular));
    QVERIFY(m_catalog->service().renewRanks({{popular.id, Quantity::pieces(5)}}));
    QCOMPARE(found(u"W/7"_s), QStringList({u"W/7"_s, u"X"_s}));
    QCOMPARE(found(u"W/7"_s, 1), QStringList{u"W/7"_s});
}

void CatalogSearchTest::aLongAnswerIsReadInPages()
{
    QList<Product> products;
    for (int i = 0; i < 10; ++i)
        products.append(productNamed(u"PAGE%1"_s.arg(i), u"Paged thing"_s));
    products[7].sku = u"paged"_s;
    QVERIFY(m_catalog->service().saveAll(m_catalog->command(), products));
    const auto reader = m_catalog->reader();
    QStringList skus;
    qint64 rank = ProductPage::beforeFirstRank;
    for (int pages = 0; pages < 5; ++pages) {
        const auto page = reader->search(u"paged"_s, rank, 3);
        QVERIFY(page && page->products.size() <= 3);
        skus += skusOf(page->products);
        rank = page->lastRank;
    }
    QStringList wanted = skusOf(products);
    wanted.move(7, 0); // what was typed is its SKU
    QCOMPARE(skus, wanted);
}

void CatalogSearchTest::whatIsNoLongerSoldIsNotFoundAtTheTill()
{
    Product brulee = **m_catalog->service().bySku(u"CB-1"_s);
    brulee.active = false;
    QVERIFY(m_catalog->service().save(m_catalog->command(), brulee));
    QCOMPARE(found(u"cre"_s), QStringList{u"10025"_s});
    QCOMPARE(found(u"cre"_s, 1), QStringList{u"10025"_s});
    QVERIFY(found(u"CB-1"_s).isEmpty());
    QVERIFY(found(u"4006381333931"_s).isEmpty());
    QCOMPARE(skusOf(m_catalog->reader()
                        ->search(u"cre"_s, ProductPage::beforeFirstRank, 9, Shown::All)
                        ->products),
             QStringList({u"CB-1"_s, u"10025"_s}));
}

void CatalogSearchTest::anOldNameIsForgotten()
{
    Product brulee = **m_catalog->service().bySku(u"CB-1"_s);
    brulee.name = u"Panna cotta"_s;
    QVERIFY(m_catalog->service().save(m_catalog->command(), brulee));
    QVERIFY(found(u"brulee"_s).isEmpty());
    QCOMPARE(found(u"panna"_s), QStringList{u"CB-1"_s});
    // The index agrees with the products: 'integrity-check' fails otherwise.
    const auto whole = m_catalog->store().run(
        "INSERT INTO product_search (product_search, rank) VALUES ('integrity-check', 1)");
    QVERIFY2(whole, errorText(whole).constData());
}

void CatalogSearchTest::whatWasNotSavedIsNotFound()
{
    Product twin = productNamed(u"2"_s, u"Vanilla"_s);
    twin.sku = u"1"_s;
    QVERIFY(!m_catalog->service().saveAll(m_catalog->command(),
                                          {productNamed(u"1"_s, u"Vanilla"_s), twin}));
    QVERIFY(found(u"vanilla"_s).isEmpty());
}

void CatalogSearchTest::whatSellsBestComesFirst()
{
    QCOMPARE(found(u"c"_s), QStringList({u"CB-1"_s, u"cc-tee"_s, u"10025"_s}));
    const auto moved =
        m_catalog->service().renewRanks({{productIdForSku(u"cc-tee"_s), Quantity::pieces(3)},
                                         {productIdForSku(u"10025"_s), Quantity::pieces(40)},
                                         {productIdForSku(u"gone"_s), Quantity::pieces(99)},
                                         {productIdForSku(u"cc-tee"_s), Quantity::pieces(1)}});
    QVERIFY2(moved, errorText(moved).constData());
    QCOMPARE(*moved, 2);
    QCOMPARE(found(u"c"_s), QStringList({u"10025"_s, u"cc-tee"_s, u"CB-1"_s}));
    QCOMPARE(found(u"c"_s, 1), QStringList{u"10025"_s});
    QCOMPARE(*m_catalog->service().revision(), 6);
    const auto whole = m_catalog->store().run(
        "INSERT INTO product_search (product_search, rank) VALUES ('integrity-check', 1)");
    QVERIFY2(whole, errorText(whole).constData());
}

void CatalogSearchTest::ranksThatAreRightStay()
{
    const QList<ProductSold> sold{{productIdForSku(u"10025"_s), Quantity::pieces(40)},
                                  {productIdForSku(u"cc-tee"_s), Quantity::pieces(3)}};
    QCOMPARE(*m_catalog->service().renewRanks(sold), 2);
    QCOMPARE(*m_catalog->service().renewRanks(sold), 0);
    QCOMPARE(*m_catalog->service().revision(), 6);
    QCOMPARE(*m_catalog->service().renewRanks({}), 0);
}

void CatalogSearchTest::aNewProductRanksBehind()
{
    QVERIFY(m_catalog->service().renewRanks({{productIdForSku(u"10025"_s), Quantity::pieces(1)}}));
    QVERIFY(m_catalog->service().save(m_catalog->command(), productNamed(u"N"_s, u"Cream"_s)));
    QCOMPARE(found(u"cre"_s), QStringList({u"10025"_s, u"CB-1"_s, u"N"_s}));
}

void CatalogSearchTest::theFirstLetterIsAnsweredWithoutSorting()
{
    const auto plan = m_catalog->store().all(
        "EXPLAIN QUERY PLAN SELECT p.id FROM product_search s "
        "CROSS JOIN product p ON p.rank = s.rowid AND p.active >= ? "
        "WHERE s.product_search MATCH ? ORDER BY s.rowid LIMIT ?",
        [](const Row &row) { return row.text(3); }, 1, u"\"c\"*"_s, 20);
    QVERIFY2(plan, errorText(plan).constData());
    QCOMPARE(plan->size(), 2);
    for (const QString &step : *plan)
        QVERIFY2(!step.contains(u"TEMP B-TREE"_s), qPrintable(step));
}

QTEST_GUILESS_MAIN(CatalogSearchTest)
#include "catalog_search_test.moc"
