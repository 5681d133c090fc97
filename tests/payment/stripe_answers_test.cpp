// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_amount.h"
#include "services/payment/stripe_answers.h"

#include <QJsonDocument>
#include <QTest>

using namespace kontor;
using namespace Qt::StringLiterals;

using Kind = PaymentCallKind;

//! What is made of the payment system's answers.
class StripeAnswersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyAnExactAnswerIsASuccess_data();
    void onlyAnExactAnswerIsASuccess();
    void aVoidThatFindsACaptureTellsItsAmount();
    void aLookAtALinkMayShowThatNothingIsDecided_data();
    void aLookAtALinkMayShowThatNothingIsDecided();
    void refusalsAreToldApart_data();
    void refusalsAreToldApart();
    void amountsAreInThePaymentSystemsUnits_data();
    void amountsAreInThePaymentSystemsUnits();
    void amountsThatCannotBeSaidAreNotRead_data();
    void amountsThatCannotBeSaidAreNotRead();
};

namespace {

QJsonObject jsonOf(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

PaymentCall callOf(qint64 minor)
{
    PaymentCall call;
    call.amount = {minor, Currency("EUR")};
    call.reference = u"pi_1"_s;
    return call;
}

CallReply readOf(Kind kind, const PaymentCall &call, const QJsonObject &object)
{
    switch (kind) {
    case Kind::Authorise:
        return readAuthorisation(call, object);
    case Kind::Capture:
        return readCapture(call, object);
    case Kind::Void:
        return readVoid(call, object);
    case Kind::Refund:
        return readRefund(call, object);
    case Kind::RequestLink:
        return readNewLink(call, object);
    case Kind::ExpireLink:
        return readLinkEnd(call, object);
    }
    Q_UNREACHABLE();
}

//! The payment system's answer of that name, with what is changed in it.
QJsonObject answerWith(const QByteArray &changed)
{
    QJsonObject object = jsonOf(
        R"({"id":"pi_1","object":"payment_intent","amount":1000,"amount_capturable":1000,
            "amount_total":1000,"currency":"eur","status":"requires_capture",
            "payment_intent":"pi_1"})");
    const QJsonObject changes = jsonOf(changed);
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

QString resultOf(const CallReply &reply)
{
    switch (reply.kind) {
    case CallReply::Kind::NotSent:
        return u"not sent"_s;
    case CallReply::Kind::Wait:
        return u"wait"_s;
    case CallReply::Kind::Unknown:
        return reply.note.startsWith(u"ALARM") ? u"alarm"_s : u"unknown"_s;
    case CallReply::Kind::Definite:
        break;
    }
    const auto outcome = decode<PaymentOutcome>(reply.outcome);
    const auto name = nameOf(outcome->result);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

void StripeAnswersTest::onlyAnExactAnswerIsASuccess_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("changed");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Kind kind, const char *changed, const char *expected) {
        QTest::newRow(name) << int(kind) << QByteArray(changed) << QString::fromLatin1(expected);
    };
    row("authorised", Kind::Authorise, "{}", "Authorised");
    row("authorised for less", Kind::Authorise, R"({"amount":999})", "alarm");
    row("capturable for less", Kind::Authorise, R"({"amount_capturable":1})", "alarm");
    row("the amount as text", Kind::Authorise, R"({"amount":"1000"})", "alarm");
    row("another currency", Kind::Authorise, R"({"currency":"usd"})", "alarm");
    row("another object", Kind::Authorise, R"({"object":"charge"})", "alarm");
    row("no id", Kind::Authorise, R"({"id":""})", "alarm");
    row("processing", Kind::Authorise, R"({"status":"processing"})", "wait");
    row("wants the bank's questions", Kind::Authorise, R"({"status":"requires_action"})",
        "Declined");
    row("an unheard-of status", Kind::Authorise, R"({"status":"strange"})", "unknown");
    row("not captured", Kind::Capture, "{}", "unknown");
    row("captured", Kind::Capture, R"({"status":"succeeded","amount_received":1000})", "Captured");
    row("captured less", Kind::Capture, R"({"status":"succeeded","amount_received":1})", "alarm");
    row("captured another", Kind::Capture, R"({"status":"succeeded","id":"pi_2"})", "alarm");
    row("lapsed", Kind::Capture, R"({"status":"canceled"})", "Lapsed");
    row("voided", Kind::Void, R"({"status":"canceled"})", "Voided");
    row("captured before the void", Kind::Void, R"({"status":"succeeded","amount_received":1000})",
        "Captured");
    row("captured for less before the void", Kind::Void,
        R"({"status":"succeeded","amount_received":400})", "Captured");
    row("captured for more before the void", Kind::Void,
        R"({"status":"succeeded","amount_received":1001})", "alarm");
    row("captured for nothing before the void", Kind::Void,
        R"({"status":"succeeded","amount_received":0})", "alarm");
    row("captured in another currency before the void", Kind::Void,
        R"({"status":"succeeded","amount_received":400,"currency":"usd"})", "alarm");
    row("captured before the void, nobody says how much", Kind::Void, R"({"status":"succeeded"})",
        "alarm");
    row("refunded", Kind::Refund, R"({"object":"refund","status":"succeeded"})", "Refunded");
    row("refund failed", Kind::Refund, R"({"object":"refund","status":"failed"})", "Declined");
    row("refund of another", Kind::Refund,
        R"({"object":"refund","status":"succeeded","payment_intent":"pi_2"})", "alarm");
    row("link still open", Kind::ExpireLink, R"({"object":"checkout.session","status":"open"})",
        "unknown");
    row("link expired", Kind::ExpireLink, R"({"object":"checkout.session","status":"expired"})",
        "Expired");
    row("link paid", Kind::ExpireLink,
        R"({"object":"checkout.session","status":"complete","payment_status":"paid"})", "Captured");
    row("link complete, not paid", Kind::ExpireLink,
        R"({"object":"checkout.session","status":"complete","payment_status":"unpaid"})",
        "unknown");
    row("link for more", Kind::ExpireLink,
        R"({"object":"checkout.session","status":"expired","amount_total":1001})", "alarm");
}

void StripeAnswersTest::onlyAnExactAnswerIsASuccess()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, changed);
    QFETCH(QString, expected);
    QCOMPARE(resultOf(readOf(Kind(kind), callOf(1000), answerWith(changed))), expected);
}

void StripeAnswersTest::aVoidThatFindsACaptureTellsItsAmount()
{
    const CallReply reply =
        readVoid(callOf(1000), answerWith(R"({"status":"succeeded","amount_received":400})"));
    const auto outcome = decode<PaymentOutcome>(reply.outcome);
    QVERIFY(outcome);
    QCOMPARE(outcome->result, PaymentResult::Captured);
    QCOMPARE(outcome->amount, (Money{400, Currency("EUR")}));
    QCOMPARE(outcome->reference, u"pi_1"_s);
}

void StripeAnswersTest::aLookAtALinkMayShowThatNothingIsDecided_data()
{
    QTest::addColumn<QByteArray>("changed");
    QTest::newRow("open") << QByteArray(R"({"object":"checkout.session","status":"open"})");
    QTest::newRow("complete, not paid") << QByteArray(
        R"({"object":"checkout.session","status":"complete","payment_status":"unpaid"})");
}

void StripeAnswersTest::aLookAtALinkMayShowThatNothingIsDecided()
{
    QFETCH(QByteArray, changed);
    QCOMPARE(resultOf(readLink(callOf(1000), answerWith(changed))), u"Pending"_s);
    QCOMPARE(resultOf(readLinkEnd(callOf(1000), answerWith(changed))), u"unknown"_s);
}

void StripeAnswersTest::refusalsAreToldApart_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const QByteArray error = R"({"error":{"type":"invalid_request_error","message":"no"}})";
    const QByteArray card = R"({"error":{"type":"card_error","code":"card_declined"}})";
    QTest::newRow("a card is declined") << 402 << card << u"declined"_s;
    QTest::newRow("402 of somebody else") << 402 << QByteArray("{}") << u"unknown"_s;
    QTest::newRow("a wrong key") << 401 << error << u"wait"_s;
    QTest::newRow("forbidden") << 403 << error << u"wait"_s;
    QTest::newRow("forbidden by a proxy") << 403 << QByteArray() << u"unknown"_s;
    QTest::newRow("a mistake of ours") << 400 << error << u"wait"_s;
    QTest::newRow("in progress") << 409 << error << u"wait"_s;
    QTest::newRow("too many") << 429 << error << u"wait"_s;
    QTest::newRow("a redirect") << 307 << QByteArray() << u"unknown"_s;
    QTest::newRow("garbage") << 200 << QByteArray("<html>") << u"unknown"_s;
    QTest::newRow("an error of theirs") << 500 << error << u"unknown"_s;
    QTest::newRow("a broken gateway") << 502 << QByteArray() << u"unknown"_s;
    QTest::newRow("an unknown payment method")
        << 400
        << QByteArray(R"({"error":{"type":"invalid_request_error","param":"payment_method"}})")
        << u"declined"_s;
}

void StripeAnswersTest::refusalsAreToldApart()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    StripeAnswer answer;
    answer.kind = StripeAnswer::Kind::Answered;
    answer.status = status;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        answer.content = document.object();
    QVERIFY(!answer.isSuccess());
    const QString result =
        isDecline(Kind::Authorise, answer) ? u"declined"_s : resultOf(undecided(answer));
    QCOMPARE(result, expected);
}

void StripeAnswersTest::amountsAreInThePaymentSystemsUnits_data()
{
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("two decimals") << QByteArray("EUR") << 1050LL << 1050LL;
    QTest::newRow("no decimals") << QByteArray("JPY") << 500LL << 500LL;
    QTest::newRow("two of ISO, none there") << QByteArray("MGA") << 5000LL << 50LL;
    QTest::newRow("a part that cannot be said") << QByteArray("MGA") << 5001LL << -1LL;
    QTest::newRow("none of ISO, two there") << QByteArray("ISK") << 5LL << 500LL;
    QTest::newRow("three decimals") << QByteArray("KWD") << 5120LL << 5120LL;
    QTest::newRow("the third decimal is refused") << QByteArray("KWD") << 5124LL << -1LL;
    QTest::newRow("in doubt, so refused") << QByteArray("UGX") << 500LL << -1LL;
}

void StripeAnswersTest::amountsThatCannotBeSaidAreNotRead_data()
{
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<qint64>("amount");
    QTest::newRow("less than nothing") << QByteArray("EUR") << -1LL;
    QTest::newRow("more than money can be") << QByteArray("EUR") << Money::maxMinor + 1;
    QTest::newRow("a part of a króna") << QByteArray("ISK") << 501LL;
    QTest::newRow("the third decimal") << QByteArray("KWD") << 5124LL;
    QTest::newRow("in doubt") << QByteArray("UGX") << 500LL;
}

void StripeAnswersTest::amountsThatCannotBeSaidAreNotRead()
{
    QFETCH(QByteArray, currency);
    QFETCH(qint64, amount);
    QVERIFY(!fromStripeAmount(amount, Currency(currency.constData())));
}

void StripeAnswersTest::amountsAreInThePaymentSystemsUnits()
{
    QFETCH(QByteArray, currency);
    QFETCH(qint64, minor);
    QFETCH(qint64, expected);
    const Money money{minor, Currency(currency.constData())};
    QCOMPARE(toStripeAmount(money).value_or(-1), expected);
    if (expected >= 0)
        QCOMPARE(fromStripeAmount(expected, money.currency), std::optional(money));
}

QTEST_GUILESS_MAIN(StripeAnswersTest)
#include "stripe_answers_test.moc"
