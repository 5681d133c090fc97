// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_harness.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

namespace {

const QByteArray aSale = "amount=500&currency=eur&confirm=true&payment_method=pm_card_visa";

//! With single quotes for double ones.
QByteArray planOf(const QByteArray &fault, QByteArray more = {})
{
    if (fault.startsWith("status"))
        more += ",'status':503";
    const QByteArray plan = "{'rules':[{'nth':1,'fault':'" + fault + "'" + more + "}]}";
    return QByteArray(plan).replace('\'', '"');
}

} // namespace

class SandboxFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFaultHasOrHasNoEffect_data();
    void aFaultHasOrHasNoEffect();
    void whateverHappenedTheSameKeyChargesOnce_data() { aFaultHasOrHasNoEffect_data(); }
    void whateverHappenedTheSameKeyChargesOnce();
    void aRefusalIsBoundToItsKey();
    void aLateRefusalIsBoundToItsKey();
    void aBodyThatDripsComesWhole();
    void aRefusedQuestionIsAServerError();
    void aRefusedLabelIsAnAnswerWithAnError();
    void aDroppedPurchaseOfALabelHasBoughtIt();
    void aDelayedCallTakesEffectLater();
    void aKeyInProgressIsRefused_data();
    void aKeyInProgressIsRefused();
    void aClientThatGoesAwayDoesNotStopItsCall();
    void halfABodyIsLessThanWasAnnounced();
    void controlCallsAreNeverFaulted();
    void aNewPlanReplacesTheOld();
};

void SandboxFaultsTest::aFaultHasOrHasNoEffect_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("charges");

    QTest::newRow("refused") << QByteArray("refuse") << 402 << 0;
    QTest::newRow("closed before") << QByteArray("dropBefore") << 0 << 0;
    QTest::newRow("closed after") << QByteArray("dropAfter") << 0 << 1;
    QTest::newRow("500 before") << QByteArray("serverError") << 500 << 0;
    QTest::newRow("500 after") << QByteArray("serverErrorAfter") << 500 << 1;
    QTest::newRow("503 before") << QByteArray("status") << 503 << 0;
    QTest::newRow("503 after") << QByteArray("statusAfter") << 503 << 1;
    QTest::newRow("garbage") << QByteArray("garbage") << 200 << 1;
    QTest::newRow("truncated") << QByteArray("truncated") << 200 << 1;
    QTest::newRow("too many") << QByteArray("tooManyRequests") << 429 << 0;
    QTest::newRow("redirect") << QByteArray("redirect") << 307 << 0;
    QTest::newRow("huge") << QByteArray("hugeBody") << 200 << 1;
    QTest::newRow("wrong amount") << QByteArray("wrongAmount") << 200 << 1;
    QTest::newRow("wrong currency") << QByteArray("wrongCurrency") << 200 << 1;
}

void SandboxFaultsTest::aFaultHasOrHasNoEffect()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, charges);
    SandboxHarness sandbox;
    QCOMPARE(sandbox.call("POST", "/_sandbox/faults", planOf(fault)).status, 200);
    const auto answer = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    QTEST(answer.status, "status");
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), charges);
    if (fault == "wrongAmount")
        QCOMPARE(answer.json[u"amount"_s].toInt(), 501);
    if (fault == "wrongCurrency")
        QCOMPARE(answer.json[u"currency"_s].toString(), u"jpy"_s);
    if (fault == "garbage" || fault == "truncated" || fault == "hugeBody")
        QVERIFY(answer.json.isEmpty());
}

void SandboxFaultsTest::whateverHappenedTheSameKeyChargesOnce()
{
    QFETCH(QByteArray, fault);
    SandboxHarness sandbox;
    sandbox.call("POST", "/_sandbox/faults", planOf(fault));
    sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    sandbox.restart();
    const auto again = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    const bool refused = fault == "refuse";
    QCOMPARE(again.status, refused ? 402 : 200);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), refused ? 0 : 1);
    if (!refused)
        QCOMPARE(again.json[u"amount"_s].toInt(), 500);
}

void SandboxFaultsTest::aRefusalIsBoundToItsKey()
{
    SandboxHarness sandbox;
    const auto id = sandbox.captured(500);
    sandbox.call("POST", "/_sandbox/faults", planOf("refuse"));
    const auto form = "payment_intent=" + id;
    QCOMPARE(sandbox.pay("POST", "/v1/refunds", form, "key-1").status, 402);
    QCOMPARE(sandbox.pay("POST", "/v1/refunds", form, "key-1").status, 402);
    QCOMPARE(sandbox.pay("POST", "/v1/refunds", form, "key-2").status, 200);
    QCOMPARE(sandbox.ledger(u"payment.refunded"_s).size(), 1);
}

void SandboxFaultsTest::aLateRefusalIsBoundToItsKey()
{
    SandboxHarness sandbox;
    sandbox.call("POST", "/_sandbox/faults", planOf("refuseLater", ",'delayMs':50"));
    QCOMPARE(sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1").status, 402);
    QCOMPARE(sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1").status, 402);
    QVERIFY(sandbox.ledger(u"payment.captured"_s).isEmpty());
}

void SandboxFaultsTest::aBodyThatDripsComesWhole()
{
    SandboxHarness sandbox;
    sandbox.call("POST", "/_sandbox/faults", planOf("drip"));
    QElapsedTimer timer;
    timer.start();
    const auto list = sandbox.pay("GET", "/v1/refunds");
    QCOMPARE(list.json[u"object"_s].toString(), u"list"_s);
    QVERIFY(timer.elapsed() > 500);
}

void SandboxFaultsTest::aRefusedQuestionIsAServerError()
{
    SandboxHarness sandbox;
    sandbox.call("POST", "/_sandbox/faults", planOf("refuse"));
    QCOMPARE(sandbox.pay("GET", "/v1/refunds").status, 500);
    QCOMPARE(sandbox.pay("GET", "/v1/refunds").status, 200);
}

void SandboxFaultsTest::aRefusedLabelIsAnAnswerWithAnError()
{
    SandboxHarness sandbox;
    const QJsonObject address{{u"street1"_s, u"Markt 1"_s}, {u"country"_s, u"DE"_s}};
    const QJsonObject parcel{{u"length"_s, u"1"_s}, {u"width"_s, u"1"_s},
                             {u"height"_s, u"1"_s}, {u"distance_unit"_s, u"cm"_s},
                             {u"weight"_s, u"1"_s}, {u"mass_unit"_s, u"kg"_s}};
    const QJsonObject shipment{{u"address_from"_s, address},
                               {u"address_to"_s, address},
                               {u"parcels"_s, QJsonArray{parcel}}};
    sandbox.call("POST", "/_sandbox/faults",
                 R"({"rules":[{"every":1,"method":"POST","fault":"refuse"}]})");
    QCOMPARE(sandbox.ship("POST", "/shipments", shipment).status, 400);
    sandbox.call("POST", "/_sandbox/faults", R"({"rules":[]})");
    const auto created = sandbox.ship("POST", "/shipments", shipment).json;
    sandbox.call("POST", "/_sandbox/faults", planOf("refuse"));
    const QJsonObject purchase{{u"rate"_s, created[u"rates"_s][0][u"object_id"_s]}};
    const auto label = sandbox.ship("POST", "/transactions", purchase);
    QCOMPARE(label.status, 201);
    QCOMPARE(label.json[u"status"_s].toString(), u"ERROR"_s);
    QVERIFY(!label.json[u"messages"_s].toArray().isEmpty());
    QCOMPARE(sandbox.ledger(u"label.refused"_s).size(), 1);
    QVERIFY(sandbox.ledger(u"label.purchased"_s).isEmpty());

    const auto bought = sandbox.ship("POST", "/transactions", purchase).id();
    sandbox.call("POST", "/_sandbox/faults", planOf("refuse"));
    const auto voided = sandbox.ship("POST", "/refunds", {{u"transaction"_s, bought}});
    QCOMPARE(voided.json[u"status"_s].toString(), u"ERROR"_s);
}

void SandboxFaultsTest::aDroppedPurchaseOfALabelHasBoughtIt()
{
    SandboxHarness sandbox;
    const QJsonObject address{{u"street1"_s, u"Markt 1"_s}, {u"country"_s, u"DE"_s}};
    const QJsonObject parcel{{u"length"_s, 1},   {u"width"_s, 1},
                             {u"height"_s, 1},   {u"distance_unit"_s, u"cm"_s},
                             {u"weight"_s, 0.5}, {u"mass_unit"_s, u"kg"_s}};
    const auto shipment = sandbox.ship("POST", "/shipments",
                                       {{u"address_from"_s, address},
                                        {u"address_to"_s, address},
                                        {u"parcels"_s, QJsonArray{parcel}}});
    sandbox.call("POST", "/_sandbox/faults", planOf("dropAfter"));
    const QJsonObject purchase{{u"rate"_s, shipment.json[u"rates"_s][0][u"object_id"_s]},
                               {u"metadata"_s, u"mine"_s}};
    QCOMPARE(sandbox.ship("POST", "/transactions", purchase).status, 0);
    const auto found = sandbox.ship("GET", "/transactions").json[u"results"_s].toArray();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][u"metadata"_s].toString(), u"mine"_s);
}

void SandboxFaultsTest::aDelayedCallTakesEffectLater()
{
    SandboxHarness sandbox;
    sandbox.call("POST", "/_sandbox/faults", planOf("delay", ",'delayMs':300"));
    QElapsedTimer time;
    time.start();
    const auto answer = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    QCOMPARE(answer.status, 200);
    QVERIFY(time.elapsed() >= 290);
}

void SandboxFaultsTest::aKeyInProgressIsRefused_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("chargesMeanwhile");
    QTest::newRow("still to be done") << QByteArray("delay") << 0;
    QTest::newRow("done, still to be answered") << QByteArray("delayAfter") << 1;
}

void SandboxFaultsTest::aKeyInProgressIsRefused()
{
    QFETCH(QByteArray, fault);
    SandboxHarness sandbox;
    sandbox.call("POST", "/_sandbox/faults", planOf(fault, ",'delayMs':1500"));
    const QByteArray headers = "Authorization: Bearer sk_test_kontor\r\nIdempotency-Key: key-1\r\n";
    const auto slow = sandbox.begin("POST", "/v1/payment_intents", aSale, headers);
    const auto calls = [&] {
        return sandbox.call("GET", "/_sandbox/calls").json[u"calls"_s].toInt();
    };
    QTRY_COMPARE(calls(), 1);
    const auto meanwhile = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    QCOMPARE(meanwhile.status, 409);
    QCOMPARE(meanwhile.code(), u"idempotency_key_in_use"_s);
    QTEST(int(sandbox.ledger(u"payment.captured"_s).size()), "chargesMeanwhile");
    QVERIFY(slow->waitForEnd());
    QCOMPARE(slow->answer().status, 200);
    const auto after = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    QVERIFY(after.wasReplayed());
    QCOMPARE(after.body, slow->answer().body);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
}

void SandboxFaultsTest::aClientThatGoesAwayDoesNotStopItsCall()
{
    SandboxHarness sandbox;
    sandbox.call("POST", "/_sandbox/faults", planOf("delay", ",'delayMs':300"));
    auto slow = sandbox.begin("POST", "/v1/payment_intents", aSale,
                              "Authorization: Bearer sk_test_kontor\r\n");
    QTRY_COMPARE(sandbox.call("GET", "/_sandbox/calls").json[u"calls"_s].toInt(), 1);
    slow.reset();
    QTRY_COMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
}

void SandboxFaultsTest::halfABodyIsLessThanWasAnnounced()
{
    SandboxHarness sandbox;
    sandbox.call("POST", "/_sandbox/faults", planOf("truncated"));
    const auto answer = sandbox.pay("POST", "/v1/payment_intents", aSale);
    const auto start = answer.head.indexOf("Content-Length: ") + 16;
    const auto announced =
        answer.head.mid(start, answer.head.indexOf("\r\n", start) - start).toInt();
    QVERIFY(announced > 100);
    QCOMPARE(answer.body.size(), announced / 2);
}

void SandboxFaultsTest::controlCallsAreNeverFaulted()
{
    SandboxHarness sandbox;
    sandbox.call("POST", "/_sandbox/faults", R"({"rules":[{"every":1,"fault":"dropBefore"}]})");
    QCOMPARE(sandbox.call("GET", "/_sandbox/health").json[u"status"_s].toString(), u"ok"_s);
    QCOMPARE(sandbox.pay("GET", "/v1/refunds").status, 0);
    const auto calls = sandbox.call("GET", "/_sandbox/calls").json;
    QCOMPARE(calls[u"calls"_s].toInt(), 1);
    QCOMPARE(calls[u"faults"_s][u"dropBefore"_s].toInt(), 1);
    QCOMPARE(sandbox.call("GET", "/_sandbox/unknown").status, 404);
}

void SandboxFaultsTest::aNewPlanReplacesTheOld()
{
    SandboxHarness sandbox;
    sandbox.stop();
    sandbox.start(R"({"rules":[{"every":1,"fault":"serverError"}]})");
    QCOMPARE(sandbox.pay("GET", "/v1/refunds").status, 500);
    const auto wrong = sandbox.call("POST", "/_sandbox/faults", "{}");
    QCOMPARE(wrong.status, 400);
    QVERIFY(wrong.json[u"detail"_s].toString().contains(u"rules"_s));
    QCOMPARE(sandbox.pay("GET", "/v1/refunds").status, 500);
    sandbox.call("POST", "/_sandbox/faults", R"({"rules":[]})");
    QCOMPARE(sandbox.pay("GET", "/v1/refunds").status, 200);
}

QTEST_GUILESS_MAIN(SandboxFaultsTest)
#include "sandbox_faults_test.moc"
