// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/fault_plan.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

class SandboxFaultPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanStrikesTheCallsItSays_data();
    void aPlanStrikesTheCallsItSays();
    void aWrongPlanIsRefusedWithItsReason_data();
    void aWrongPlanIsRefusedWithItsReason();
    void theCountersTellWhatHappened();
};

void SandboxFaultPlanTest::aPlanStrikesTheCallsItSays_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<QStringList>("calls");
    QTest::addColumn<QStringList>("faults");

    const QStringList sixPosts(6, u"POST /v1/refunds"_s);
    QTest::newRow("without rules nothing goes wrong")
        << QByteArray(R"({"rules":[]})") << sixPosts << QStringList(6, u"none"_s);
    QTest::newRow("nth strikes once")
        << QByteArray(R"({"rules":[{"nth":2,"fault":"dropAfter"}]})") << sixPosts
        << u"none dropAfter none none none none"_s.split(u' ');
    QTest::newRow("every strikes from its own number on, without first")
        << QByteArray(R"({"rules":[{"every":3,"fault":"delay"}]})") << sixPosts
        << u"none none delay none none delay"_s.split(u' ');
    QTest::newRow("every cycles through its list, from first on")
        << QByteArray(R"({"rules":[{"every":2,"first":1,"faults":["refuse","garbage"]}]})")
        << sixPosts << u"refuse none garbage none refuse none"_s.split(u' ');
    QTest::newRow("only calls that match are counted")
        << QByteArray(R"({"rules":[{"nth":2,"path":"/v1/","method":"POST","fault":"truncated"}]})")
        << u"POST /shipments|GET /v1/refunds|POST /v1/refunds|POST /v1/refunds"_s.split(u'|')
        << u"none none none truncated"_s.split(u' ');
    QTest::newRow("of two rules the first strikes, and both count")
        << QByteArray(
               R"({"rules":[{"nth":1,"fault":"serverError"},{"every":1,"fault":"redirect"}]})")
        << u"GET /a|GET /a"_s.split(u'|') << u"serverError redirect"_s.split(u' ');
}

void SandboxFaultPlanTest::aPlanStrikesTheCallsItSays()
{
    QFETCH(QByteArray, plan);
    QFETCH(QStringList, calls);
    auto parsed = FaultPlan::parse(plan);
    QVERIFY2(bool(parsed), qPrintable(parsed ? QString() : parsed.reason()));
    QStringList struck;
    for (const auto &call : calls) {
        const auto parts = call.split(u' ');
        struck.append(faultName(parsed->next(parts[0].toLatin1(), parts[1]).fault));
    }
    QTEST(struck, "faults");
}

void SandboxFaultPlanTest::aWrongPlanIsRefusedWithItsReason_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<QString>("reason");

    QTest::newRow("no JSON") << QByteArray("{rules") << u"no JSON"_s;
    QTest::newRow("no object") << QByteArray("[]") << u"must be an object"_s;
    QTest::newRow("no list of rules") << QByteArray(R"({"rules":{}})") << u"must be an object"_s;
    QTest::newRow("something beside the rules")
        << QByteArray(R"({"rules":[],"delayMs":3})") << u"must be an object"_s;
    QTest::newRow("a misspelt key")
        << QByteArray(R"({"rules":[{"evry":2,"fault":"delay"}]})") << u"unknown key \"evry\""_s;
    QTest::newRow("a misspelt fault")
        << QByteArray(R"({"rules":[{"nth":2,"fault":"dorp"}]})") << u"unknown fault \"dorp\""_s;
    QTest::newRow("neither nth nor every")
        << QByteArray(R"({"rules":[{"fault":"delay"}]})") << u"exactly one of \"nth\""_s;
    QTest::newRow("both nth and every")
        << QByteArray(R"({"rules":[{"nth":1,"every":1,"fault":"delay"}]})")
        << u"exactly one of \"nth\""_s;
    QTest::newRow("never") << QByteArray(R"({"rules":[{"every":0,"fault":"delay"}]})")
                           << u"at least 1"_s;
    QTest::newRow("half a call") << QByteArray(R"({"rules":[{"nth":1.5,"fault":"delay"}]})")
                                 << u"whole number"_s;
    QTest::newRow("no fault") << QByteArray(R"({"rules":[{"nth":1}]})")
                              << u"exactly one of \"fault\""_s;
    QTest::newRow("an empty list")
        << QByteArray(R"({"rules":[{"nth":1,"faults":[]}]})") << u"list of names"_s;
    QTest::newRow("a status that is none")
        << QByteArray(R"({"rules":[{"nth":1,"fault":"status","status":600}]})")
        << u"from 400 to 599"_s;
    QTest::newRow("a status without its fault")
        << QByteArray(R"({"rules":[{"nth":1,"fault":"delay","status":503}]})")
        << u"\"status\" belongs to"_s;
    QTest::newRow("a fault without its status")
        << QByteArray(R"({"rules":[{"nth":1,"fault":"statusAfter"}]})")
        << u"\"status\" belongs to"_s;
    QTest::newRow("the second rule is named")
        << QByteArray(R"({"rules":[{"nth":1,"fault":"delay"},{"nth":1,"fault":7}]})")
        << u"rule 2"_s;
}

void SandboxFaultPlanTest::aWrongPlanIsRefusedWithItsReason()
{
    QFETCH(QByteArray, plan);
    QFETCH(QString, reason);
    const auto parsed = FaultPlan::parse(plan);
    QVERIFY(!parsed);
    QVERIFY2(parsed.reason().contains(reason), qPrintable(parsed.reason()));
}

void SandboxFaultPlanTest::theCountersTellWhatHappened()
{
    auto plan = FaultPlan::parse(R"({"rules":[{"every":2,"path":"/v1/","fault":"delay"}]})");
    QVERIFY(bool(plan));
    for (int i = 0; i < 4; ++i)
        plan->next("GET", u"/v1/refunds"_s);
    plan->next("GET", u"/shipments"_s);
    const QJsonObject expected{
        {u"calls"_s, 5},
        {u"faults"_s, QJsonObject{{u"delay"_s, 2}}},
        {u"rules"_s, QJsonArray{QJsonObject{{u"matched"_s, 4}, {u"fired"_s, 2}}}}};
    QCOMPARE(plan->counters(), expected);
}

QTEST_GUILESS_MAIN(SandboxFaultPlanTest)
#include "sandbox_fault_plan_test.moc"
