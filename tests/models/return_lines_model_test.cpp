// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/return_lines_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QtTest>

namespace kontor {

using namespace Qt::StringLiterals;

class ReturnLinesModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void noMoreIsTakenThanIsLeft();
    void whatIsTakenBringsItsShareOfWhatIsLeft();
    void allIsWhatIsLeftOfEachLine();

private:
    static ReturnableLine line(int number, qint64 sold, qint64 gone, qint64 gross, qint64 goneGross)
    {
        ReturnableLine made;
        made.line.line = number;
        made.line.name = u"Tea"_s;
        made.line.quantity = Quantity::pieces(sold);
        made.line.gross = {gross, Currency("EUR")};
        made.line.unitPrice = UnitPrice::of({400, Currency("EUR")});
        made.gone = Quantity::pieces(gone);
        made.goneGross = {goneGross, Currency("EUR")};
        return made;
    }
    qint64 raw(int row, ReturnLinesModel::Column column) const
    {
        return m_model.index(row, column).data(ReturnLinesModel::RawRole).toLongLong();
    }

    ReturnLinesModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
};

void ReturnLinesModelTest::init()
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    m_model.setLines({line(1, 3, 1, 1000, 333), line(2, 1, 1, 500, 500)});
}

void ReturnLinesModelTest::noMoreIsTakenThanIsLeft()
{
    QVERIFY(!m_model.takesAny());
    QVERIFY(m_model.take(0, Quantity::pieces(2)));
    QVERIFY(m_model.takesAny());
    QVERIFY(!m_model.take(0, Quantity::pieces(3)));
    QVERIFY(!m_model.take(0, -Quantity::pieces(1)));
    QVERIFY(!m_model.take(1, {1}));
    QCOMPARE(m_model.taken(0), Quantity::pieces(2));
    QCOMPARE(raw(0, ReturnLinesModel::LeftColumn), 2000);
    QCOMPARE(raw(1, ReturnLinesModel::LeftColumn), 0);
}

void ReturnLinesModelTest::whatIsTakenBringsItsShareOfWhatIsLeft()
{
    QVERIFY(m_model.take(0, Quantity::pieces(1)));
    QCOMPARE(raw(0, ReturnLinesModel::AmountColumn), 334);
    QVERIFY(m_model.take(0, Quantity::pieces(2)));
    QCOMPARE(raw(0, ReturnLinesModel::AmountColumn), 667);
    QCOMPARE(m_model.index(0, ReturnLinesModel::AmountColumn).data().toString(), u"€6.67"_s);
    QCOMPARE(raw(1, ReturnLinesModel::AmountColumn), 0);
}

void ReturnLinesModelTest::allIsWhatIsLeftOfEachLine()
{
    m_model.takeAll();
    QCOMPARE(m_model.taken(0), Quantity::pieces(2));
    QCOMPARE(m_model.taken(1), Quantity{});
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ReturnLinesModelTest)
#include "return_lines_model_test.moc"
