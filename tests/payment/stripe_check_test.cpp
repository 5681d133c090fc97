// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_client.h"
#include "tests/core/tls_server.h"

using namespace kontor;
using namespace Qt::StringLiterals;

using Kind = SystemCheck::Kind;
using Certificate = TlsServer::Certificate;

//! What is found out about a payment system, its key and its mode.
class StripeCheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsJudged_data();
    void anAnswerIsJudged();
    void aCertificateIsJudgedBeforeAnythingIsSent_data();
    void aCertificateIsJudgedBeforeAnythingIsSent();
    void whatDoesNotSpeakTlsIsTold();
    void whatIsNoWebServerIsTold();
    void aNameThatNobodyHasIsTold();
    void aPortWhereNobodyAnswersIsTold();
    void silenceIsTold();
    void withoutTlsNothingLeavesTheMachine();
    void anAnswerOfTheOtherModeIsNeverASuccess_data();
    void anAnswerOfTheOtherModeIsNeverASuccess();

private:
    SystemCheck check(const QString &url, SystemMode mode = SystemMode::Test, int timeoutMs = 5000);
    static QString plain(const WebServer &server)
    {
        return u"http://127.0.0.1:%1"_s.arg(server.port());
    }
};

SystemCheck StripeCheckTest::check(const QString &url, SystemMode mode, int timeoutMs)
{
    PaymentSettings settings;
    settings.mode = mode;
    settings.baseUrl = QUrl(url);
    settings.key = u"sk_test_kontor"_s;
    settings.timeoutMs = timeoutMs;
    StripeClient client({});
    std::optional<SystemCheck> found;
    client.check(settings, [&found](const SystemCheck &answer) { found = answer; });
    [&] { QVERIFY(QTest::qWaitFor([&found] { return found.has_value(); }, 30'000)); }();
    return found.value_or(SystemCheck{Kind::NotAnswered, HttpFault::None, u"no answer"_s});
}

void StripeCheckTest::anAnswerIsJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SystemMode>("mode");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("note");
    const auto row = [](const char *name, int status, const QByteArray &body, Kind kind,
                        const QString &note = {}, SystemMode mode = SystemMode::Test) {
        QTest::newRow(name) << status << body << mode << kind << note;
    };
    const QByteArray balance = R"({"object":"balance","available":[],"livemode":false})";
    const QByteArray real = R"({"object":"balance","available":[],"livemode":true})";
    row("it works", 200, balance, Kind::Works);
    row("it works live", 200, real, Kind::Works, {}, SystemMode::Live);
    row("a test key in trade", 200, balance, Kind::OtherMode, {}, SystemMode::Live);
    row("a live key in the test mode", 200, real, Kind::OtherMode);
    row("a live key in the sandbox", 200, real, Kind::OtherMode, {}, SystemMode::Sandbox);
    row("a wrong key", 401, R"({"error":{"message":"Invalid API Key provided"}})", Kind::WrongKey,
        u"Invalid API Key provided"_s);
    row("a key without the permission", 403, R"({"error":{"message":"rak_balance_read"}})",
        Kind::NotAllowed, u"rak_balance_read"_s);
    row("a door of somebody else", 401, "<html>Log in</html>", Kind::Stranger, u"HTTP 401"_s);
    row("another API's refusal", 403, R"({"detail":"no"})", Kind::Stranger, u"HTTP 403"_s);
    row("a page", 200, "<html>Welcome</html>", Kind::Stranger, u"HTTP 200"_s);
    row("JSON of something else", 200, R"({"status":"ok"})", Kind::Stranger, u"HTTP 200"_s);
    row("no such path", 404, R"({"error":{"message":"Unrecognized request URL"}})", Kind::Stranger,
        u"HTTP 404"_s);
    row("somewhere else", 302, "", Kind::Stranger, u"HTTP 302"_s);
    row("too many calls", 429, R"({"error":{"message":"slow down"}})", Kind::Busy, u"HTTP 429"_s);
    row("it is broken", 500, R"({"error":{"message":"oops"}})", Kind::Failing, u"HTTP 500"_s);
    row("what stands before it is broken", 502, "<html>", Kind::Failing, u"HTTP 502"_s);
}

void StripeCheckTest::anAnswerIsJudged()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const SystemMode, mode);
    QFETCH(const Kind, kind);
    QFETCH(const QString, note);
    const WebServer server(WebServer::answer(status, body));
    const SystemCheck found = check(plain(server), mode);
    QCOMPARE(found.kind, kind);
    QCOMPARE(found.note, note);
    QCOMPARE(found.fault, HttpFault::None);
    QVERIFY(server.received().startsWith("GET /v1/balance HTTP/1.1"));
    QVERIFY(server.received().contains("Bearer sk_test_kontor"));
}

void StripeCheckTest::aCertificateIsJudgedBeforeAnythingIsSent_data()
{
    QTest::addColumn<Certificate>("certificate");
    QTest::addColumn<HttpFault>("fault");
    QTest::newRow("right") << Certificate::Right << HttpFault::None;
    QTest::newRow("expired") << Certificate::Expired << HttpFault::CertificateTime;
    QTest::newRow("made out to another") << Certificate::OtherName << HttpFault::CertificateName;
    QTest::newRow("signed by nobody") << Certificate::Untrusted << HttpFault::CertificateTrust;
}

void StripeCheckTest::aCertificateIsJudgedBeforeAnythingIsSent()
{
    QFETCH(const Certificate, certificate);
    QFETCH(const HttpFault, fault);
    const TlsServer server(certificate,
                           WebServer::answer(200, R"({"object":"balance","livemode":false})"));
    const SystemCheck found = check(u"https://localhost:%1"_s.arg(server.port()));
    QCOMPARE(found.fault, fault);
    QCOMPARE(found.kind, fault == HttpFault::None ? Kind::Works : Kind::NotAnswered);
    QCOMPARE(server.received().contains("sk_test_kontor"), fault == HttpFault::None);
}

void StripeCheckTest::whatDoesNotSpeakTlsIsTold()
{
    const WebServer server(WebServer::answer(200, "{}"));
    const SystemCheck found = check(u"https://localhost:%1"_s.arg(server.port()));
    QCOMPARE(found.fault, HttpFault::NoTls);
    QVERIFY(!server.received().contains("sk_test_kontor"));
}

void StripeCheckTest::whatIsNoWebServerIsTold()
{
    const WebServer server("220 mail.example ESMTP ready\r\n");
    const SystemCheck found = check(plain(server));
    QCOMPARE(found.kind, Kind::NotAnswered);
    QCOMPARE(found.fault, HttpFault::Broken);
}

void StripeCheckTest::aNameThatNobodyHasIsTold()
{
    QCOMPARE(check(u"https://no-such-host.invalid"_s).fault, HttpFault::HostNotFound);
}

void StripeCheckTest::aPortWhereNobodyAnswersIsTold()
{
    quint16 port = 0;
    {
        const WebServer gone({});
        port = gone.port();
    }
    QCOMPARE(check(u"http://127.0.0.1:%1"_s.arg(port)).fault, HttpFault::NotReached);
}

void StripeCheckTest::silenceIsTold()
{
    const WebServer silent({});
    QCOMPARE(check(plain(silent), SystemMode::Test, 300).fault, HttpFault::TimedOut);
}

void StripeCheckTest::withoutTlsNothingLeavesTheMachine()
{
    QCOMPARE(check(u"http://pay.example"_s).fault, HttpFault::Configuration);
}

void StripeCheckTest::anAnswerOfTheOtherModeIsNeverASuccess_data()
{
    QTest::addColumn<SystemMode>("mode");
    QTest::addColumn<bool>("livemode");
    QTest::addColumn<bool>("taken");
    QTest::newRow("test, as it should be") << SystemMode::Test << false << true;
    QTest::newRow("live, as it should be") << SystemMode::Live << true << true;
    QTest::newRow("live money in the test mode") << SystemMode::Test << true << false;
    QTest::newRow("live money in the sandbox") << SystemMode::Sandbox << true << false;
    QTest::newRow("test money in trade") << SystemMode::Live << false << false;
}

void StripeCheckTest::anAnswerOfTheOtherModeIsNeverASuccess()
{
    QFETCH(const SystemMode, mode);
    QFETCH(const bool, livemode);
    QFETCH(const bool, taken);
    const QByteArray live = livemode ? "true" : "false";
    const WebServer server(WebServer::answer(
        200, R"({"id":"pi_1","object":"payment_intent","amount":1000,"amount_capturable":1000,
                 "currency":"eur","status":"requires_capture","livemode":)" +
                 live + "}"));
    PaymentSettings settings;
    settings.mode = mode;
    settings.baseUrl = QUrl(plain(server));
    settings.key = u"sk_test_kontor"_s;
    StripeClient client(settings);
    PaymentCall call;
    call.key = IntentId::make({1});
    call.amount = {1000, Currency("EUR")};
    call.method = u"pm_1"_s;
    std::optional<CallReply> reply;
    client.make(PaymentCallKind::Authorise, call,
                [&reply](const CallReply &answer) { reply = answer; });
    QTRY_VERIFY_WITH_TIMEOUT(reply.has_value(), 30'000);
    QCOMPARE(reply->kind, taken ? CallReply::Kind::Definite : CallReply::Kind::Unknown);
    QCOMPARE(reply->note.contains(u"ALARM: the payment system answered with another mode"), !taken);
}

QTEST_GUILESS_MAIN(StripeCheckTest)
#include "stripe_check_test.moc"
