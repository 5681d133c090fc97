// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/concern.h"
#include "models/concern_text.h"

#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! What people read of a difference between the books and the payment system.
class DifferenceConcernTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachKindSaysWhoHasWhat_data();
    void eachKindSaysWhoHasWhat();
};

void DifferenceConcernTest::eachKindSaysWhoHasWhat_data()
{
    QTest::addColumn<DifferenceKind>("kind");
    QTest::addColumn<QString>("title");
    QTest::newRow("not in the books")
        << DifferenceKind::NotInBooks << u"%2 were taken that the books do not know"_s;
    QTest::newRow("not at the system")
        << DifferenceKind::NotAtSystem << u"%1 are in the books alone"_s;
    QTest::newRow("captured") << DifferenceKind::Captured << u"%2 were taken instead of %1"_s;
    QTest::newRow("refunded") << DifferenceKind::Refunded << u"%2 were given back instead of %1"_s;
}

void DifferenceConcernTest::eachKindSaysWhoHasWhat()
{
    QFETCH(DifferenceKind, kind);
    QFETCH(QString, title);
    Difference difference;
    difference.at = {1'700'000'000'000};
    difference.kind = kind;
    difference.order = OrderId::make(difference.at);
    difference.receipt = u"T1-000007"_s;
    difference.reference = u"pi_7"_s;
    difference.ours = {100, Currency("EUR")};
    difference.theirs = {250, Currency("EUR")};
    const Concern concern = concernOf(difference);
    QCOMPARE(concern.about, subject(difference.order));
    QCOMPARE(concern.receipt, u"T1-000007"_s);
    QCOMPARE(concern.since, difference.at);
    QString told = titleText(concern);
    QVERIFY2(told.contains(u"2.50"_s) || told.contains(u"1.00"_s), qPrintable(told));
    told.replace(QRegularExpression(u"\\S*1[.]00\\S*"_s), u"%1"_s)
        .replace(QRegularExpression(u"\\S*2[.]50\\S*"_s), u"%2"_s);
    QCOMPARE(told, title);
    QVERIFY(explanation(concern).contains(u"pi_7"_s));
    QCOMPARE(remediesFor(concern, u"T1"_s), QList{Remedy::CloseDifference});
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::DifferenceConcernTest)
#include "difference_concern_test.moc"
