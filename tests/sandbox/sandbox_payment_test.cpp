// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_harness.h"
#include "tests/sandbox/schema_check.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

class SandboxPaymentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_schemas = ApiSchemas::load(u"stripe-extract.json.gz"_s); }

    void aWrongRequestIsRefusedWithItsReason_data();
    void aWrongRequestIsRefusedWithItsReason();
    void aCallerWithoutATestKeyIsRefused();
    void aCardPaysAtOnceOrIsAuthorised();
    void aRefusedCardTakesNoMoney_data();
    void aRefusedCardTakesNoMoney();
    void anIntentIsConfirmedLater();
    void aCaptureTakesAtMostWhatWasAuthorisedAndOnce();
    void aDeclinedCaptureLeavesTheAuthorisation();
    void onlyWhatIsNotPaidCanBeCanceled();
    void aLapsedAuthorisationCannotBeCaptured();
    void refundsNeverExceedWhatWasCaptured();
    void aFailedRefundGivesNothingBack();
    void theBalanceIsWhatWasCapturedAndNotRefunded();
    void whatDoesNotExistIsNotFound_data();
    void whatDoesNotExistIsNotFound();
    void answersHaveTheOfficialShape();

private:
    ApiSchemas m_schemas;
};

void SandboxPaymentTest::aWrongRequestIsRefusedWithItsReason_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("param");

    QTest::newRow("no amount") << QByteArray("currency=eur") << u"parameter_missing"_s
                               << u"amount"_s;
    QTest::newRow("nothing to pay")
        << QByteArray("amount=0&currency=eur") << u"parameter_invalid_integer"_s << u"amount"_s;
    QTest::newRow("a negative amount")
        << QByteArray("amount=-5&currency=eur") << u"parameter_invalid_integer"_s << u"amount"_s;
    QTest::newRow("an amount with decimals")
        << QByteArray("amount=10.50&currency=eur") << u"parameter_invalid_integer"_s << u"amount"_s;
    QTest::newRow("an amount too large")
        << QByteArray("amount=100000000&currency=eur") << u"amount_too_large"_s << u"amount"_s;
    QTest::newRow("no currency") << QByteArray("amount=100") << u"parameter_missing"_s
                                 << u"currency"_s;
    QTest::newRow("no such currency")
        << QByteArray("amount=100&currency=abc") << QString() << u"currency"_s;
    QTest::newRow("an unknown parameter")
        << QByteArray("amount=100&currency=eur&amout=1") << u"parameter_unknown"_s << u"amout"_s;
    QTest::newRow("an unknown way to capture")
        << QByteArray("amount=100&currency=eur&capture_method=later") << QString()
        << u"capture_method"_s;
    QTest::newRow("confirmed without a card") << QByteArray("amount=100&currency=eur&confirm=true")
                                              << u"parameter_missing"_s << u"payment_method"_s;
    QTest::newRow("no such card")
        << QByteArray("amount=100&currency=eur&confirm=true&payment_method=pm_card_none")
        << u"resource_missing"_s << u"payment_method"_s;
    QTest::newRow("an empty field") << QByteArray("amount=100&currency=eur&customer=")
                                    << u"parameter_invalid_empty"_s << u"customer"_s;
}

void SandboxPaymentTest::aWrongRequestIsRefusedWithItsReason()
{
    QFETCH(QByteArray, form);
    SandboxHarness sandbox;
    const auto answer = sandbox.pay("POST", "/v1/payment_intents", form);
    QCOMPARE(answer.status, 400);
    QTEST(answer.code(), "code");
    QTEST(answer.json[u"error"_s][u"param"_s].toString(), "param");
    QCOMPARE(answer.json[u"error"_s][u"type"_s].toString(), u"invalid_request_error"_s);
    QVERIFY(sandbox.ledger().isEmpty());
}

void SandboxPaymentTest::aCallerWithoutATestKeyIsRefused()
{
    SandboxHarness sandbox;
    const QByteArray form = "amount=100&currency=eur";
    QCOMPARE(sandbox.call("POST", "/v1/payment_intents", form).status, 401);
    QCOMPARE(
        sandbox.call("POST", "/v1/payment_intents", form, "Authorization: Bearer sk_live_1\r\n")
            .status,
        401);
    QVERIFY(sandbox.ledger().isEmpty());
}

void SandboxPaymentTest::aCardPaysAtOnceOrIsAuthorised()
{
    SandboxHarness sandbox;
    const auto paid =
        sandbox.pay("POST", "/v1/payment_intents",
                    "amount=999&currency=EUR&confirm=true&payment_method=pm_card_mastercard"
                    "&metadata[order]=A%2B1&metadata%5Btill%5D=2");
    QCOMPARE(paid.status, 200);
    QCOMPARE(paid.json[u"status"_s].toString(), u"succeeded"_s);
    QCOMPARE(paid.json[u"amount_received"_s].toInt(), 999);
    QCOMPARE(paid.json[u"currency"_s].toString(), u"eur"_s);
    const QJsonObject metadata{{u"order"_s, u"A+1"_s}, {u"till"_s, u"2"_s}};
    QCOMPARE(paid.json[u"metadata"_s].toObject(), metadata);

    const auto line = sandbox.ledger(u"payment.captured"_s).value(0);
    QCOMPARE(line[u"amount"_s].toInt(), 999);
    QCOMPARE(line[u"currency"_s].toString(), u"eur"_s);
    QCOMPARE(line[u"payment_intent"_s].toString(), paid.id());
    QCOMPARE(line[u"metadata"_s].toObject(), metadata);

    const auto id = sandbox.authorised(500);
    const auto authorised = sandbox.pay("GET", "/v1/payment_intents/" + id).json;
    QCOMPARE(authorised[u"status"_s].toString(), u"requires_capture"_s);
    QCOMPARE(authorised[u"amount_capturable"_s].toInt(), 500);
    QCOMPARE(authorised[u"amount_received"_s].toInt(), 0);
    QCOMPARE(sandbox.ledger(u"payment.authorised"_s).size(), 2);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
}

void SandboxPaymentTest::aRefusedCardTakesNoMoney_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("declineCode");
    QTest::newRow("declined") << QByteArray("pm_card_chargeDeclined") << u"generic_decline"_s;
    QTest::newRow("declined, by its other name")
        << QByteArray("pm_card_visa_chargeDeclined") << u"generic_decline"_s;
    QTest::newRow("no money") << QByteArray("pm_card_visa_chargeDeclinedInsufficientFunds")
                              << u"insufficient_funds"_s;
    QTest::newRow("a card that cannot be captured, captured at once")
        << QByteArray("pm_card_kontor_captureDeclined") << u"generic_decline"_s;
}

void SandboxPaymentTest::aRefusedCardTakesNoMoney()
{
    QFETCH(QByteArray, method);
    SandboxHarness sandbox;
    const auto answer =
        sandbox.pay("POST", "/v1/payment_intents",
                    "amount=999&currency=eur&confirm=true&payment_method=" + method);
    QCOMPARE(answer.status, 402);
    QCOMPARE(answer.code(), u"card_declined"_s);
    const auto error = answer.json[u"error"_s];
    QTEST(error[u"decline_code"_s].toString(), "declineCode");
    QCOMPARE(error[u"payment_intent"_s][u"status"_s].toString(), u"requires_payment_method"_s);
    QCOMPARE(sandbox.ledger(u"payment.declined"_s).size(), 1);
    QVERIFY(sandbox.ledger(u"payment.authorised"_s).isEmpty());
    QVERIFY(sandbox.ledger(u"payment.captured"_s).isEmpty());
}

void SandboxPaymentTest::anIntentIsConfirmedLater()
{
    SandboxHarness sandbox;
    const auto created = sandbox.pay("POST", "/v1/payment_intents", "amount=700&currency=eur");
    QCOMPARE(created.json[u"status"_s].toString(), u"requires_payment_method"_s);
    const auto path = "/v1/payment_intents/" + created.id().toLatin1();
    QCOMPARE(sandbox.pay("POST", path + "/confirm").code(), u"payment_intent_unexpected_state"_s);
    QCOMPARE(sandbox.pay("POST", path + "/confirm", "payment_method=pm_card_chargeDeclined").status,
             402);
    const auto paid = sandbox.pay("POST", path + "/confirm", "payment_method=pm_card_visa");
    QCOMPARE(paid.json[u"status"_s].toString(), u"succeeded"_s);
    QCOMPARE(sandbox.pay("POST", path + "/confirm", "payment_method=pm_card_visa").code(),
             u"payment_intent_unexpected_state"_s);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
}

void SandboxPaymentTest::aCaptureTakesAtMostWhatWasAuthorisedAndOnce()
{
    SandboxHarness sandbox;
    const auto path = "/v1/payment_intents/" + sandbox.authorised(1000);
    const auto tooMuch = sandbox.pay("POST", path + "/capture", "amount_to_capture=1001");
    QCOMPARE(tooMuch.status, 400);
    QCOMPARE(tooMuch.code(), u"amount_too_large"_s);
    const auto captured = sandbox.pay("POST", path + "/capture", "amount_to_capture=400");
    QCOMPARE(captured.status, 200);
    QCOMPARE(captured.json[u"status"_s].toString(), u"succeeded"_s);
    QCOMPARE(captured.json[u"amount_received"_s].toInt(), 400);
    QCOMPARE(captured.json[u"amount_capturable"_s].toInt(), 0);
    QCOMPARE(sandbox.pay("POST", path + "/capture").code(), u"payment_intent_unexpected_state"_s);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).first()[u"amount"_s].toInt(), 400);
}

void SandboxPaymentTest::aDeclinedCaptureLeavesTheAuthorisation()
{
    SandboxHarness sandbox;
    const auto path =
        "/v1/payment_intents/" + sandbox.authorised(1000, "pm_card_kontor_captureDeclined");
    const auto answer = sandbox.pay("POST", path + "/capture");
    QCOMPARE(answer.status, 402);
    QCOMPARE(answer.code(), u"card_declined"_s);
    QVERIFY(sandbox.ledger(u"payment.captured"_s).isEmpty());
    QCOMPARE(sandbox.pay("GET", path).json[u"status"_s].toString(), u"requires_capture"_s);
    QCOMPARE(sandbox.pay("POST", path + "/cancel").status, 200);
}

void SandboxPaymentTest::onlyWhatIsNotPaidCanBeCanceled()
{
    SandboxHarness sandbox;
    const auto path = "/v1/payment_intents/" + sandbox.authorised(1000);
    QCOMPARE(sandbox.pay("POST", path + "/cancel", "cancellation_reason=because").status, 400);
    const auto canceled = sandbox.pay("POST", path + "/cancel", "cancellation_reason=duplicate");
    QCOMPARE(canceled.json[u"status"_s].toString(), u"canceled"_s);
    QCOMPARE(canceled.json[u"cancellation_reason"_s].toString(), u"duplicate"_s);
    QCOMPARE(sandbox.ledger(u"payment.canceled"_s).value(0)[u"amount"_s].toInt(), 1000);
    QCOMPARE(sandbox.pay("POST", path + "/capture").code(), u"payment_intent_unexpected_state"_s);
    QCOMPARE(sandbox.pay("POST", path + "/cancel").code(), u"payment_intent_unexpected_state"_s);

    const auto paid = "/v1/payment_intents/" + sandbox.captured(1000);
    const auto refused = sandbox.pay("POST", paid + "/cancel");
    QCOMPARE(refused.code(), u"payment_intent_unexpected_state"_s);
    QCOMPARE(refused.json[u"error"_s][u"payment_intent"_s][u"status"_s].toString(), u"succeeded"_s);
    QCOMPARE(sandbox.ledger(u"payment.canceled"_s).size(), 1);
}

void SandboxPaymentTest::aLapsedAuthorisationCannotBeCaptured()
{
    SandboxHarness sandbox;
    const auto id = sandbox.authorised(1000);
    QCOMPARE(sandbox.call("POST", "/_sandbox/lapse/" + id).status, 200);
    const auto intent = sandbox.pay("GET", "/v1/payment_intents/" + id).json;
    QCOMPARE(intent[u"status"_s].toString(), u"canceled"_s);
    QCOMPARE(intent[u"cancellation_reason"_s].toString(), u"automatic"_s);
    QCOMPARE(sandbox.pay("POST", "/v1/payment_intents/" + id + "/capture").status, 400);
    QCOMPARE(sandbox.call("POST", "/_sandbox/lapse/" + sandbox.captured(5)).status, 400);
}

void SandboxPaymentTest::refundsNeverExceedWhatWasCaptured()
{
    SandboxHarness sandbox;
    const auto id = sandbox.captured(1000);
    const auto some =
        sandbox.pay("POST", "/v1/refunds", "amount=300&metadata[return]=7&payment_intent=" + id);
    QCOMPARE(some.status, 200);
    QCOMPARE(some.json[u"status"_s].toString(), u"succeeded"_s);
    QCOMPARE(sandbox.pay("POST", "/v1/refunds", "amount=701&payment_intent=" + id).code(),
             u"amount_too_large"_s);
    const auto rest = sandbox.pay("POST", "/v1/refunds", "payment_intent=" + id);
    QCOMPARE(rest.json[u"amount"_s].toInt(), 700);
    QCOMPARE(sandbox.pay("POST", "/v1/refunds", "amount=1&payment_intent=" + id).code(),
             u"charge_already_refunded"_s);
    const auto lines = sandbox.ledger(u"payment.refunded"_s);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0][u"payment_intent"_s].toString(), QString::fromLatin1(id));
    QCOMPARE(lines[0][u"metadata"_s][u"return"_s].toString(), u"7"_s);
    QCOMPARE(sandbox.pay("POST", "/v1/refunds", "payment_intent=" + sandbox.authorised(5)).code(),
             u"payment_intent_unexpected_state"_s);

    const auto found = sandbox.pay("GET", "/v1/refunds?payment_intent=" + id);
    QCOMPARE(found.json[u"data"_s].toArray().size(), 2);
    QCOMPARE(sandbox.pay("GET", "/v1/refunds/" + some.id().toLatin1()).json, some.json);
}

void SandboxPaymentTest::aFailedRefundGivesNothingBack()
{
    SandboxHarness sandbox;
    const auto id = sandbox.captured(1000, "pm_card_kontor_refundFailed");
    for (int i = 0; i < 2; ++i) {
        const auto refund = sandbox.pay("POST", "/v1/refunds", "payment_intent=" + id);
        QCOMPARE(refund.status, 200);
        QCOMPARE(refund.json[u"status"_s].toString(), u"failed"_s);
        QVERIFY(!refund.json[u"failure_reason"_s].toString().isEmpty());
    }
    QVERIFY(sandbox.ledger(u"payment.refunded"_s).isEmpty());
}

void SandboxPaymentTest::theBalanceIsWhatWasCapturedAndNotRefunded()
{
    SandboxHarness sandbox;
    const auto balance = [&sandbox] { return sandbox.pay("GET", "/v1/balance").json; };
    QCOMPARE(balance()[u"available"_s].toArray().size(), 0);
    const auto id = sandbox.captured(1000);
    sandbox.authorised(500);
    sandbox.pay("POST", "/v1/refunds", "amount=300&payment_intent=" + id);
    const QJsonObject shown = balance();
    const QJsonArray available = shown[u"available"_s].toArray();
    QCOMPARE(available.size(), 1);
    QCOMPARE(available[0][u"amount"_s].toInteger(), 700);
    QCOMPARE(shown[u"livemode"_s], QJsonValue(false));
    if (m_schemas.isEmpty())
        QSKIP("the official API description is not here (KONTOR_SHARED_DATA)");
    QCOMPARE(m_schemas.violations(u"balance"_s, shown), QString());
}

void SandboxPaymentTest::whatDoesNotExistIsNotFound_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");

    const QByteArray none;
    QTest::newRow("intent") << QByteArray("GET") << QByteArray("/v1/payment_intents/pi_0") << none
                            << 404;
    QTest::newRow("capture") << QByteArray("POST") << QByteArray("/v1/payment_intents/pi_0/capture")
                             << none << 404;
    QTest::newRow("cancel") << QByteArray("POST") << QByteArray("/v1/payment_intents/pi_0/cancel")
                            << none << 404;
    QTest::newRow("refund") << QByteArray("GET") << QByteArray("/v1/refunds/re_0") << none << 404;
    QTest::newRow("refunding nothing") << QByteArray("POST") << QByteArray("/v1/refunds")
                                       << QByteArray("payment_intent=pi_0") << 404;
    QTest::newRow("session") << QByteArray("GET") << QByteArray("/v1/checkout/sessions/cs_0")
                             << none << 404;
    QTest::newRow("path") << QByteArray("GET") << QByteArray("/v1/coupons") << none << 404;
    QTest::newRow("method") << QByteArray("DELETE") << QByteArray("/v1/refunds") << none << 405;
}

void SandboxPaymentTest::whatDoesNotExistIsNotFound()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, form);
    QFETCH(int, status);
    SandboxHarness sandbox;
    const auto answer = sandbox.pay(method, path, form);
    QCOMPARE(answer.status, status);
    if (status == 404 && !path.endsWith("coupons"))
        QCOMPARE(answer.code(), u"resource_missing"_s);
}

void SandboxPaymentTest::answersHaveTheOfficialShape()
{
    if (m_schemas.isEmpty())
        QSKIP("the official API description is not here (KONTOR_SHARED_DATA)");
    SandboxHarness sandbox;
    const auto id = sandbox.captured(1000);
    const auto intentPath = "/v1/payment_intents/" + id;
    QCOMPARE(m_schemas.violations(u"payment_intent"_s, sandbox.pay("GET", intentPath).json),
             QString());
    const auto charge = sandbox.pay("GET", intentPath).json[u"latest_charge"_s].toString();
    QCOMPARE(m_schemas.violations(u"charge"_s,
                                  sandbox.pay("GET", "/v1/charges/" + charge.toLatin1()).json),
             QString());
    const auto lapsed = sandbox.authorised(5);
    QCOMPARE(m_schemas.violations(u"payment_intent"_s,
                                  sandbox.call("POST", "/_sandbox/lapse/" + lapsed).json),
             QString());
    QCOMPARE(
        m_schemas.violations(
            u"refund"_s, sandbox.pay("POST", "/v1/refunds", "amount=5&payment_intent=" + id).json),
        QString());
    const auto failed = sandbox.captured(7, "pm_card_kontor_refundFailed");
    QCOMPARE(m_schemas.violations(
                 u"refund"_s, sandbox.pay("POST", "/v1/refunds", "payment_intent=" + failed).json),
             QString());
    for (const QByteArray wrong :
         {"amount=5", "amount=5&currency=eur&confirm=true&payment_method=pm_card_chargeDeclined"})
        QCOMPARE(m_schemas.violations(u"error"_s,
                                      sandbox.pay("POST", "/v1/payment_intents", wrong).json),
                 QString());
    QCOMPARE(m_schemas.answerViolations(u"/v1/payment_intents"_s, u"get"_s,
                                        sandbox.pay("GET", "/v1/payment_intents").json),
             QString());
    QCOMPARE(m_schemas.answerViolations(u"/v1/refunds"_s, u"get"_s,
                                        sandbox.pay("GET", "/v1/refunds").json),
             QString());
    const auto found = sandbox.pay("GET", "/v1/payment_intents/search?query=status:'succeeded'");
    QCOMPARE(m_schemas.answerViolations(u"/v1/payment_intents/search"_s, u"get"_s, found.json),
             QString());
    // The check itself must be able to fail.
    QVERIFY(!m_schemas.violations(u"payment_intent"_s, QJsonObject()).isEmpty());
}

QTEST_GUILESS_MAIN(SandboxPaymentTest)
#include "sandbox_payment_test.moc"
