// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/column_map.h"
#include "tests/core/error_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

class ColumnMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesMatchByAlias_data();
    void namesMatchByAlias();
    void anAliasThatComesFirstWins();
    void aColumnIsGivenToOneFieldOnly();
    void anOverrideWins();
    void anUnknownFieldOrColumnIsRefused();
    void aMissingRequiredFieldIsRefused();
    void messagesHoldNothingThatATerminalObeys();

private:
    const QList<FieldAliases> m_fields{
        {u"name"_s, {u"title"_s, u"product"_s}, true},
        {u"sku"_s, {u"Variant SKU"_s, u"id"_s}},
        {u"barcode"_s, {u"EAN"_s, u"GTIN"_s}},
        {u"price"_s, {u"retail_price"_s}},
    };
};

void ColumnMapTest::namesMatchByAlias_data()
{
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<QList<int>>("columns");

    QTest::newRow("own names") << QStringList{u"sku"_s, u"name"_s, u"price"_s, u"barcode"_s}
                               << QList<int>{1, 0, 3, 2};
    QTest::newRow("aliases") << QStringList{u"Title"_s, u"ID"_s, u"gtin"_s}
                             << QList<int>{0, 1, 2, -1};
    QTest::newRow("spaces and punctuation")
        << QStringList{u" Product "_s, u"variant-sku"_s, u"Retail Price (€)"_s, u"E.A.N."_s}
        << QList<int>{0, 1, 3, 2};
    QTest::newRow("only whole names")
        << QStringList{u"name"_s, u"names"_s, u"price list"_s} << QList<int>{0, -1, -1, -1};
    QTest::newRow("a column without a name")
        << QStringList{u""_s, u"name"_s, u"-"_s} << QList<int>{1, -1, -1, -1};
}

void ColumnMapTest::namesMatchByAlias()
{
    QFETCH(QStringList, header);
    QFETCH(QList<int>, columns);
    const auto map = ColumnMap::match(header, m_fields);
    QVERIFY2(map, errorText(map).constData());
    QList<int> found;
    for (const FieldAliases &field : m_fields)
        found.append(map->column(field.field));
    QCOMPARE(found, columns);
    QCOMPARE(map->column(u"nothing"_s), -1);
}

void ColumnMapTest::anAliasThatComesFirstWins()
{
    const auto map = ColumnMap::match({u"Product"_s, u"Title"_s, u"Title"_s}, m_fields);
    QVERIFY(map);
    QCOMPARE(map->column(u"name"_s), 1);
}

void ColumnMapTest::aColumnIsGivenToOneFieldOnly()
{
    const QList<FieldAliases> fields{{u"sku"_s, {u"code"_s}}, {u"barcode"_s, {u"code"_s}}};
    const auto one = ColumnMap::match({u"Code"_s}, fields);
    QVERIFY(one);
    QCOMPARE(one->column(u"sku"_s), 0);
    QCOMPARE(one->column(u"barcode"_s), -1);
    const auto both =
        ColumnMap::match({u"Code"_s}, fields, {{u"barcode"_s, u"code"_s}, {u"sku"_s, u"code"_s}});
    QVERIFY(both);
    QCOMPARE(both->column(u"sku"_s), 0);
    QCOMPARE(both->column(u"barcode"_s), 0);
}

void ColumnMapTest::anOverrideWins()
{
    const QStringList header{u"Name"_s, u"Nimi"_s, u"Hinta"_s};
    const auto map =
        ColumnMap::match(header, m_fields, {{u"Name"_s, u"nimi"_s}, {u"price"_s, u"Hinta"_s}});
    QVERIFY2(map, errorText(map).constData());
    QCOMPARE(map->column(u"name"_s), 1);
    QCOMPARE(map->column(u"price"_s), 2);
}

void ColumnMapTest::anUnknownFieldOrColumnIsRefused()
{
    const QStringList header{u"Name"_s, u"Hinta"_s};
    const auto field = ColumnMap::match(header, m_fields, {{u"colour"_s, u"Hinta"_s}});
    QVERIFY(!field);
    QVERIFY(field.error().is(ColumnError::UnknownField));
    QVERIFY2(field.error().text().contains(u"\"barcode\""), errorText(field).constData());
    for (const QString &name : {u"Preis"_s, u""_s, u"-"_s}) {
        const auto column = ColumnMap::match(header, m_fields, {{u"price"_s, name}});
        QVERIFY(!column);
        QVERIFY(column.error().is(ColumnError::UnknownColumn));
        QVERIFY2(column.error().text().contains(u"\"Hinta\""), errorText(column).constData());
    }
}

void ColumnMapTest::aMissingRequiredFieldIsRefused()
{
    const auto map = ColumnMap::match({u"Nimi"_s, u"Hinta"_s}, m_fields);
    QVERIFY(!map);
    QVERIFY(map.error().is(ColumnError::MissingColumn));
    QVERIFY(map.error().text().contains(u"name"));
    QVERIFY(map.error().text().contains(u"\"Nimi\", \"Hinta\""));
}

void ColumnMapTest::messagesHoldNothingThatATerminalObeys()
{
    const auto map = ColumnMap::match({u"\x1b[31mred\a"_s, QString(5000, u'x')}, m_fields);
    QVERIFY(!map);
    QVERIFY(!map.error().text().contains(u'\x1b'));
    QVERIFY(map.error().text().size() < 300);
}

QTEST_GUILESS_MAIN(ColumnMapTest)
#include "column_map_test.moc"
