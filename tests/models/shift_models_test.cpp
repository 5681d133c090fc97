// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/denominations.h"
#include "models/shift_models.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! How reports of a shift are written and listed.
class ShiftModelsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void aReportSaysWhatItsTillTook();
    void aBlindReportKeepsWhatShouldBeThere();
    void reportsComeOnTopAndTheOthersStay();
    void linesAreShownWithTheirAmounts();
    void notesAndCoinsFallAndAreWhole();

private:
    static ShiftReport report(int number);
    static QString amountOf(const QList<ReportLine> &lines, const QString &text);
};

ShiftReport ShiftModelsTest::report(int number)
{
    const Currency pound("GBP");
    ShiftReport report;
    report.number = number;
    report.at = {1'700'000'000'000};
    report.by = u"Anna"_s;
    report.shift.till = u"T1"_s;
    report.shift.floatAmount = {10'000, pound};
    report.totals = ShiftTotals::none(pound);
    report.totals.salesGross = {3000, pound};
    report.totals.returnsGross = {500, pound};
    report.totals.paidOut = {700, pound};
    report.counts = {{{11'790, pound}, {11'800, pound}, TenderKind::Cash}};
    report.perpetualSales = report.totals.salesGross;
    report.perpetualReturns = report.totals.returnsGross;
    return report;
}

QString ShiftModelsTest::amountOf(const QList<ReportLine> &lines, const QString &text)
{
    for (const ReportLine &line : lines) {
        if (line.text == text)
            return line.amount;
    }
    return u"nothing"_s;
}

void ShiftModelsTest::aReportSaysWhatItsTillTook()
{
    const auto lines = reportLines(report(4));
    QCOMPARE(reportTitle(report(4)), u"Z report 4"_s);
    QCOMPARE(reportTitle(report(0)), u"X report"_s);
    QCOMPARE(amountOf(lines, u"Total"_s), u"£25.00"_s);
    QCOMPARE(amountOf(lines, u"Float"_s), u"£100.00"_s);
    QCOMPARE(amountOf(lines, u"Cash, expected"_s), u"£118.00"_s);
    QCOMPARE(amountOf(lines, u"Cash, counted"_s), u"£117.90"_s);
    QVERIFY(amountOf(lines, u"Cash, difference"_s).endsWith(u"£0.10"));
    QCOMPARE(amountOf(lines, u"Paid in"_s), u"nothing"_s);
}

void ShiftModelsTest::aBlindReportKeepsWhatShouldBeThere()
{
    QCOMPARE(amountOf(reportLines(report(0)), u"Cash"_s), u"£0.00"_s);
    QVERIFY(amountOf(reportLines(report(0)), u"Should be there"_s) != u"nothing");
    const auto blind = reportLines(report(0), true);
    for (const ReportLine &line : blind)
        QVERIFY2(!line.amount.contains(u"118.00"), qPrintable(line.text));
    QCOMPARE(amountOf(blind, u"Should be there"_s), u"nothing"_s);
    QCOMPARE(amountOf(reportLines(report(3), true), u"Cash, expected"_s), u"£118.00"_s);
}

void ShiftModelsTest::reportsComeOnTopAndTheOthersStay()
{
    ZReportsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setReports({report(1)});
    const QPersistentModelIndex first = model.index(0, ZReportsModel::NumberColumn);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setReports({report(3), report(2), report(1)});
    QCOMPARE(first.row(), 2);
    QVERIFY(resets.isEmpty());
    QCOMPARE(model.index(0, ZReportsModel::NumberColumn).data().toString(), u"Z 3"_s);
    QCOMPARE(model.index(0, ZReportsModel::TotalColumn).data().toString(), u"£25.00"_s);
    QCOMPARE(model.index(0, ZReportsModel::DifferenceColumn).data(ZReportsModel::RawRole), -10);
    model.setReports({report(7)});
    QCOMPARE(model.rowCount(), 1);
}

void ShiftModelsTest::linesAreShownWithTheirAmounts()
{
    ReportLinesModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLines({{u"Sales"_s, {}, ReportLine::Heading}, {u"Total"_s, u"£1.00"_s}});
    QCOMPARE(model.index(1, ReportLinesModel::AmountColumn).data().toString(), u"£1.00"_s);
    QCOMPARE(model.index(0, 0).data(ReportLinesModel::KindRole), int(ReportLine::Heading));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setLines({{u"Sales"_s, {}, ReportLine::Heading}, {u"Total"_s, u"£2.00"_s}});
    QCOMPARE(changed.size(), 1);
    model.setLines({{u"Till"_s, u"T1"_s}});
    QCOMPARE(model.rowCount(), 1);
}

void ShiftModelsTest::notesAndCoinsFallAndAreWhole()
{
    for (const char *code : {"GBP", "EUR", "USD", "CHF", "JPY", "SEK", "PLN"}) {
        const auto values = denominations(Currency(code));
        QVERIFY2(values.size() >= 8, code);
        for (qsizetype i = 1; i < values.size(); ++i)
            QVERIFY2(values[i] < values[i - 1] && values[i].minor > 0, code);
    }
    QCOMPARE(denominations(Currency("CHF")).last().minor, 5);
    QVERIFY(denominations(Currency("KWD")).isEmpty());
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShiftModelsTest)
#include "shift_models_test.moc"
