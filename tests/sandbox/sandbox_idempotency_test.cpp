// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_harness.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

namespace {

const QByteArray aSale = "amount=500&currency=eur&confirm=true&payment_method=pm_card_visa";

} // namespace

class SandboxIdempotencyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameKeyGetsTheSameAnswer();
    void aKeyOutlivesARestart();
    void aRefusalIsRepeatedToo();
    void aMistakeInTheRequestDoesNotUseUpTheKey();
    void aKeyBelongsToItsParameters_data();
    void aKeyBelongsToItsParameters();
    void aForgottenKeyWorksAgain();
    void effectAndKeyAreInOneGroupOfLines();
};

void SandboxIdempotencyTest::theSameKeyGetsTheSameAnswer()
{
    SandboxHarness sandbox;
    const auto first = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    const auto again = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    // The order of the fields is not a difference.
    const auto turned =
        sandbox.pay("POST", "/v1/payment_intents",
                    "payment_method=pm_card_visa&confirm=true&currency=eur&amount=500", "key-1");
    QVERIFY(!first.wasReplayed());
    QVERIFY(again.wasReplayed());
    QCOMPARE(again.body, first.body);
    QCOMPARE(turned.body, first.body);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).first()[u"idempotency_key"_s].toString(),
             u"key-1"_s);
    QVERIFY(sandbox.pay("POST", "/v1/payment_intents", aSale, "key-2").id() != first.id());
}

void SandboxIdempotencyTest::aKeyOutlivesARestart()
{
    SandboxHarness sandbox;
    const auto first = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    sandbox.restart();
    const auto again = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    QVERIFY(again.wasReplayed());
    QCOMPARE(again.body, first.body);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
}

void SandboxIdempotencyTest::aRefusalIsRepeatedToo()
{
    SandboxHarness sandbox;
    const auto id = sandbox.authorised(100);
    const auto capture = "/v1/payment_intents/" + id + "/capture";
    const QByteArray tooMuch = "amount_to_capture=101";
    const auto refused = sandbox.pay("POST", capture, tooMuch, "key-1");
    QCOMPARE(refused.status, 400);
    QVERIFY(sandbox.pay("POST", capture, tooMuch, "key-1").wasReplayed());

    const QByteArray declined =
        "amount=5&currency=eur&confirm=true&payment_method=pm_card_chargeDeclined";
    const auto first = sandbox.pay("POST", "/v1/payment_intents", declined, "key-2");
    sandbox.restart();
    const auto again = sandbox.pay("POST", "/v1/payment_intents", declined, "key-2");
    QCOMPARE(again.status, 402);
    QCOMPARE(again.body, first.body);
    QCOMPARE(sandbox.ledger(u"payment.declined"_s).size(), 1);
}

void SandboxIdempotencyTest::aMistakeInTheRequestDoesNotUseUpTheKey()
{
    SandboxHarness sandbox;
    QCOMPARE(sandbox.pay("POST", "/v1/payment_intents", "amount=0&currency=eur", "key-1").status,
             400);
    QCOMPARE(sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1").status, 200);
}

void SandboxIdempotencyTest::aKeyBelongsToItsParameters_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("another amount")
        << QByteArray("/v1/payment_intents") << QByteArray(aSale).replace("500", "501");
    QTest::newRow("one field more")
        << QByteArray("/v1/payment_intents") << aSale + "&metadata[order]=1";
    QTest::newRow("another endpoint") << QByteArray("/v1/refunds") << aSale;
}

void SandboxIdempotencyTest::aKeyBelongsToItsParameters()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, form);
    SandboxHarness sandbox;
    sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    const auto other = sandbox.pay("POST", path, form, "key-1");
    QCOMPARE(other.status, 400);
    QCOMPARE(other.json[u"error"_s][u"type"_s].toString(), u"idempotency_error"_s);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
}

void SandboxIdempotencyTest::aForgottenKeyWorksAgain()
{
    SandboxHarness sandbox;
    const auto first = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    QCOMPARE(sandbox.call("POST", "/_sandbox/lapse/idempotency-keys").status, 200);
    sandbox.restart();
    const auto second = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    QVERIFY(!second.wasReplayed());
    QVERIFY(second.id() != first.id());
}

void SandboxIdempotencyTest::effectAndKeyAreInOneGroupOfLines()
{
    SandboxHarness sandbox;
    sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    const auto lines = sandbox.ledger();
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0][u"more"_s].toBool());
    QVERIFY(!lines[1].contains(u"more"_s));
    QCOMPARE(lines[1][u"idempotent"_s][u"key"_s].toString(), u"key-1"_s);

    sandbox.stop();
    QFile file(sandbox.ledgerPath());
    QVERIFY(file.resize(file.size() - 10));
    sandbox.start();
    // Neither half of the torn group counts: the same key does it again, once.
    const auto again = sandbox.pay("POST", "/v1/payment_intents", aSale, "key-1");
    QVERIFY(!again.wasReplayed());
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
}

QTEST_GUILESS_MAIN(SandboxIdempotencyTest)
#include "sandbox_idempotency_test.moc"
