// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/goods_lines_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class GoodsLinesModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreShownWithTheirAmounts();
    void whatIsMissingIsSaidOnItsLine();
    void aLineKeepsItsRowWhenOthersCome();
    void aLineThatGoesTakesOnlyItsRow();
    void anotherOrderReplacesAll();

private:
    static OrderedLine line(int number, int pieces);
    GoodsLinesModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::QtTest};
};

OrderedLine GoodsLinesModelTest::line(int number, int pieces)
{
    const Currency pounds("GBP");
    OrderedLine made;
    made.line = number;
    made.name = u"Product %1"_s.arg(number);
    made.quantity = Quantity::pieces(pieces);
    made.unitPrice = UnitPrice::of({250, pounds});
    made.gross = {250 * pieces, pounds};
    made.discount = made.tax = {0, pounds};
    return made;
}

void GoodsLinesModelTest::linesAreShownWithTheirAmounts()
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    m_model.setLines({line(1, 1), line(2, 3)});
    const auto text = [this](int row, int column) {
        return m_model.index(row, column).data().toString();
    };
    QCOMPARE(text(1, GoodsLinesModel::QuantityColumn), u"3"_s);
    QCOMPARE(text(1, GoodsLinesModel::NameColumn), u"Product 2"_s);
    QCOMPARE(text(1, GoodsLinesModel::AmountColumn), u"£7.50"_s);
    const auto name = [this](int row) { return m_model.index(row, GoodsLinesModel::NameColumn); };
    QCOMPARE(name(0).data(GoodsLinesModel::DetailRole).toString(), QString());
    QCOMPARE(name(1).data(GoodsLinesModel::DetailRole).toString(), u"£2.50 each"_s);
    QCOMPARE(
        m_model.index(1, GoodsLinesModel::AmountColumn).data(GoodsLinesModel::RawRole).toLongLong(),
        750);
}

void GoodsLinesModelTest::whatIsMissingIsSaidOnItsLine()
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    OrderedLine tea = line(1, 3);
    tea.product = ProductId::named({1}, "tea");
    m_model.setLines({tea, line(2, 1)});
    const auto name = [this](int row) { return m_model.index(row, GoodsLinesModel::NameColumn); };
    const auto detail = [&](int row) {
        return name(row).data(GoodsLinesModel::DetailRole).toString();
    };
    m_model.setShortages({{tea.product, Quantity::pieces(2)}});
    QCOMPARE(detail(0), u"only 2 in stock · £2.50 each"_s);
    QVERIFY(name(0).data(GoodsLinesModel::IsShortRole).toBool());
    QCOMPARE(detail(1), QString());
    QVERIFY(!name(1).data(GoodsLinesModel::IsShortRole).toBool());
    m_model.setShortages({{tea.product, Quantity{}}});
    QCOMPARE(detail(0), u"none in stock · £2.50 each"_s);
    m_model.setShortages({});
    QCOMPARE(detail(0), u"£2.50 each"_s);
}

void GoodsLinesModelTest::aLineKeepsItsRowWhenOthersCome()
{
    m_model.setLines({line(1, 1)});
    const QPersistentModelIndex first(m_model.index(0, 0));
    m_model.setLines({line(1, 4), line(2, 1)});
    QVERIFY(first.isValid());
    QCOMPARE(first.data().toString(), u"4"_s);
    QCOMPARE(m_model.rowCount(), 2);
}

void GoodsLinesModelTest::aLineThatGoesTakesOnlyItsRow()
{
    m_model.setLines({line(1, 1), line(2, 2), line(3, 3)});
    const QPersistentModelIndex last(m_model.index(2, 0));
    m_model.setLines({line(1, 1), line(3, 3)});
    QVERIFY(last.isValid());
    QCOMPARE(last.row(), 1);
    QCOMPARE(m_model.rowOf(2), -1);
}

void GoodsLinesModelTest::anotherOrderReplacesAll()
{
    m_model.setLines({line(2, 1), line(3, 1)});
    m_model.setLines({line(1, 1), line(2, 1)});
    QCOMPARE(m_model.rowCount(), 2);
    QCOMPARE(m_model.rowOf(1), 0);
    m_model.setLines({});
    QCOMPARE(m_model.rowCount(), 0);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::GoodsLinesModelTest)
#include "goods_lines_model_test.moc"
