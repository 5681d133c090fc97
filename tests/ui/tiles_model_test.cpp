// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/tiles_model.h"

#include <QAbstractItemModelTester>
#include <QStringListModel>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class TilesModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListIsShownSideBySide();
    void itGrowsWithTheList();
};

void TilesModelTest::aListIsShownSideBySide()
{
    QStringListModel list({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
    TilesModel tiles(list);
    QAbstractItemModelTester tester(&tiles);
    QCOMPARE(tiles.rowCount(), 5);
    tiles.setColumns(3);
    QCOMPARE(tiles.rowCount(), 2);
    QCOMPARE(tiles.index(1, 1).data().toString(), u"e"_s);
    QCOMPARE(tiles.listRow(tiles.index(1, 1)), 4);
    QCOMPARE(tiles.listRow(tiles.index(1, 2)), -1);
    QVERIFY(!tiles.flags(tiles.index(1, 2)).testFlag(Qt::ItemIsSelectable));
    QCOMPARE(tiles.tile(3), tiles.index(1, 0));
    QVERIFY(!tiles.tile(-1).isValid());
    list.setStringList({});
    QCOMPARE(tiles.rowCount(), 0);
}

void TilesModelTest::itGrowsWithTheList()
{
    QStringListModel list({u"a"_s, u"b"_s});
    TilesModel tiles(list);
    tiles.setColumns(4);
    QAbstractItemModelTester tester(&tiles);
    QCOMPARE(tiles.rowCount(), 1);
    list.insertRows(2, 1);
    QCOMPARE(tiles.rowCount(), 1);
    QCOMPARE(tiles.listRow(tiles.index(0, 2)), 2);
    list.insertRows(3, 6);
    QCOMPARE(tiles.rowCount(), 3);
    list.setData(list.index(8), u"last"_s);
    QCOMPARE(tiles.index(2, 0).data().toString(), u"last"_s);
}

} // namespace kontor

QTEST_MAIN(kontor::TilesModelTest)

#include "tiles_model_test.moc"
