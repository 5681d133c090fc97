// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class UiBenchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itDoesAllThatItMeasures();
};

//! The short form: its times are those of a busy machine, and mean nothing.
void UiBenchTest::itDoesAllThatItMeasures()
{
    QProcess bench;
    bench.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    bench.start(QCoreApplication::applicationDirPath() + u"/kontor-bench"_s,
                {u"ui"_s, u"--products"_s, u"3000"_s, u"--runs"_s, u"1"_s, u"--words"_s, u"3"_s,
                 u"--scans"_s, u"30"_s, u"--turns"_s, u"20"_s});
    QVERIFY(bench.waitForFinished(-1));
    QCOMPARE(bench.exitCode(), 0);
    const QJsonObject figures = QJsonDocument::fromJson(bench.readAllStandardOutput()).object();
    QCOMPARE(figures[u"products"].toInt(), 3000);
    QCOMPARE(figures[u"start_count"].toInt(), 1);
    const int keys = figures[u"key_to_results_count"].toInt();
    QVERIFY(keys >= 3 * 2 * 3 && keys <= 3 * 2 * 6);
    QCOMPARE(figures[u"scan_to_line_count"].toInt(), 30);
    QCOMPARE(figures[u"wheel_count"].toInt(), 20);
    QCOMPARE(figures[u"page_count"].toInt(), 20);
    QCOMPARE(figures[u"drag_count"].toInt(), 20);
    QCOMPARE(figures[u"jump_count"].toInt(), 22);
    QCOMPARE(figures[u"jump_to_rows_count"].toInt(), 20);
    for (const auto *time :
         {"start_warm_ms", "start_cold_ms", "empty_warm_ms", "empty_cold_ms",
          "key_to_results_p50_ms", "scan_to_line_p50_ms", "rss_mb", "private_mb"})
        QVERIFY2(figures[QLatin1String(time)].toDouble() > 0, time);
    QVERIFY(figures[u"start_warm_ms"].toDouble() > figures[u"empty_warm_ms"].toDouble());
}

QTEST_GUILESS_MAIN(UiBenchTest)
#include "ui_bench_test.moc"
