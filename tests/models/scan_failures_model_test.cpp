// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan_failures_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace kontor {

class ScanFailuresModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNewestComesFirst();
    void whatCannotBeShownIsMadeShowable();
};

void ScanFailuresModelTest::theNewestComesFirst()
{
    const ManualClock clock{{1'700'000'000'000}};
    ScanFailuresModel model(clock);
    const QAbstractItemModelTester tester(&model);
    model.add(u"4006381333931"_s, u"unknown"_s);
    model.add(u"4006381333932"_s, u"misread"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, ScanFailuresModel::CodeColumn).data(), u"4006381333932"_s);
    QCOMPARE(model.index(0, ScanFailuresModel::ReasonColumn).data(), u"misread"_s);
    QCOMPARE(model.index(1, ScanFailuresModel::CodeColumn).data(), u"4006381333931"_s);
    QVERIFY(!model.index(1, ScanFailuresModel::TimeColumn).data().toString().isEmpty());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void ScanFailuresModelTest::whatCannotBeShownIsMadeShowable()
{
    const ManualClock clock{{0}};
    ScanFailuresModel model(clock);
    const auto shown = [&model](const QString &code) {
        model.add(code, u"<b>why</b>"_s);
        return model.index(0, ScanFailuresModel::CodeColumn).data().toString();
    };
    QCOMPARE(shown(u"0109\x1d"
                   "10"_s),
             u"0109·10"_s);
    QCOMPARE(shown(QString(10'000, u'7')), QString(48, u'7') + u'…');
    QCOMPARE(shown({}), QString());
    // Tool tips guess rich text.
    QCOMPARE(model.index(0, ScanFailuresModel::ReasonColumn).data(Qt::ToolTipRole),
             u"&lt;b&gt;why&lt;/b&gt;"_s);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ScanFailuresModelTest)
#include "scan_failures_model_test.moc"
