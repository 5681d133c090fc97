// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper_desk.h"

#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class ShelfLabelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePriceOfAKilogramFollows_data();
    void thePriceOfAKilogramFollows();
    void aLabelNamesWhatTheShelfHolds();
};

void ShelfLabelTest::thePriceOfAKilogramFollows_data()
{
    QTest::addColumn<qint64>("pence");
    QTest::addColumn<int>("grams");
    QTest::addColumn<QString>("perKilogram");
    QTest::newRow("a tenth of a kilogram") << qint64(255) << 100 << u"£25.50 per kg"_s;
    QTest::newRow("rounded once, half up") << qint64(100) << 300 << u"£3.33 per kg"_s;
    QTest::newRow("more than a kilogram") << qint64(1999) << 2500 << u"£8.00 per kg"_s;
    QTest::newRow("no weight is known") << qint64(255) << 0 << QString();
    QTest::newRow("the dearest thing, and the lightest")
        << qint64(100'000'000'000) << 1 << u"£1,000,000,000,000.00 per kg"_s;
}

void ShelfLabelTest::thePriceOfAKilogramFollows()
{
    QFETCH(const qint64, pence);
    QFETCH(const int, grams);
    Product product;
    product.price = UnitPrice::of(Money{pence, Currency("GBP")});
    product.weightGrams = grams;
    QTEST(shelfLabel(product, {QLocale(u"en_GB"_s)}).unitPrice, "perKilogram");
}

void ShelfLabelTest::aLabelNamesWhatTheShelfHolds()
{
    Product product;
    product.name = u"Green tea"_s;
    product.price = UnitPrice::of(Money{255, Currency("GBP")});
    product.barcodes = {u"5016656008586"_s, u"0000000000017"_s};
    const ShelfLabel label = shelfLabel(product, {QLocale(u"en_GB"_s)});
    QCOMPARE(label, (ShelfLabel{u"Green tea"_s, u"£2.55"_s, {}, u"5016656008586"_s}));
    product.barcodes.clear();
    QVERIFY(shelfLabel(product, {}).barcode.isEmpty());
}

} // namespace kontor

QTEST_APPLESS_MAIN(kontor::ShelfLabelTest)
#include "shelf_label_test.moc"
