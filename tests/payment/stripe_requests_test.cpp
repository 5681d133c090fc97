// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_client.h"
#include "tests/core/noting_server.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

using Kind = PaymentCallKind;

//! Every request that the client can make, held against the payment system's own description by a
//! checker that shares nothing with it.
class StripeRequestsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aRequestIsAsDescribed_data();
    void aRequestIsAsDescribed();
    void theCheckerRefusesWhatIsWrong_data();
    void theCheckerRefusesWhatIsWrong();

private:
    //! Empty, or what is wrong with it.
    QString violations(const QString &method, const QString &path, const QByteArray &form) const;

    QTemporaryDir m_folder;
    QString m_checker;
};

namespace {

using Ask = std::function<void(StripeClient &, const PaymentSystem::Reply &)>;

PaymentCall callOf(const Money &amount, bool offSession = false)
{
    PaymentCall call;
    call.key = IntentId::make({1});
    call.order = OrderId::make({2});
    call.tender = TenderId::make({3});
    call.amount = amount;
    call.reference = u"pi_123"_s;
    call.method = u"pm_card_visa"_s;
    call.description = u"Receipt T1-000001 & more = 100 % [a] é"_s;
    call.offSession = offSession;
    call.expires = {1'700'000'000'000};
    return call;
}

} // namespace

void StripeRequestsTest::initTestCase()
{
    const QDir shared(qEnvironmentVariable("KONTOR_SHARED_DATA"));
    m_checker = QFileInfo(shared.filePath(u"../tools/stripe_form_check.py"_s)).absoluteFilePath();
    if (!QFile::exists(m_checker))
        QSKIP("The checker of requests lies beside the shared data, which are not here.");
    QProcess unpack;
    unpack.setStandardOutputFile(m_folder.filePath(u"spec.json"_s));
    unpack.start(u"gzip"_s, {u"-dc"_s, shared.filePath(u"api-specs/stripe-extract.json.gz"_s)});
    QVERIFY(unpack.waitForFinished());
    QCOMPARE(unpack.exitCode(), 0);
}

QString StripeRequestsTest::violations(const QString &method, const QString &path,
                                       const QByteArray &form) const
{
    QProcess checker;
    checker.setProcessChannelMode(QProcess::MergedChannels);
    checker.start(u"/usr/bin/python3"_s, {m_checker, m_folder.filePath(u"spec.json"_s), method,
                                          path, QString::fromLatin1(form)});
    if (!checker.waitForFinished())
        return u"the checker does not end"_s;
    return checker.exitCode() == 0 ? QString() : QString::fromUtf8(checker.readAll());
}

void StripeRequestsTest::aRequestIsAsDescribed_data()
{
    QTest::addColumn<Ask>("ask");
    QTest::addColumn<QString>("method");
    const auto make = [](const char *name, Kind kind, const PaymentCall &call) {
        const Ask ask = [=](StripeClient &client, const PaymentSystem::Reply &reply) {
            client.make(kind, call, reply);
        };
        QTest::newRow(name) << ask << u"POST"_s;
    };
    const auto lookFor = [](const char *name, Kind kind) {
        const Ask ask = [=](StripeClient &client, const PaymentSystem::Reply &reply) {
            client.lookFor(kind, callOf({1000, Currency("EUR")}), reply);
        };
        QTest::newRow(name) << ask << u"GET"_s;
    };
    const Money euros{1000, Currency("EUR")};
    make("authorise", Kind::Authorise, callOf(euros));
    make("authorise without decimals", Kind::Authorise, callOf({1000, Currency("JPY")}));
    make("authorise with three decimals", Kind::Authorise, callOf({1000, Currency("KWD")}));
    make("authorise a saved card", Kind::Authorise, callOf(euros, true));
    make("capture", Kind::Capture, callOf(euros));
    make("void", Kind::Void, callOf(euros));
    make("refund", Kind::Refund, callOf(euros));
    make("request a link", Kind::RequestLink, callOf(euros));
    make("end a link", Kind::ExpireLink, callOf(euros));
    lookFor("look for an authorisation", Kind::Authorise);
    lookFor("look at a capture", Kind::Capture);
    lookFor("look at a void", Kind::Void);
    lookFor("look for a refund", Kind::Refund);
    lookFor("look for a link", Kind::RequestLink);
    lookFor("look at a link that ends", Kind::ExpireLink);
    QTest::newRow("look at a link")
        << Ask([](StripeClient &client, const PaymentSystem::Reply &reply) {
               client.lookAtLink(callOf({1000, Currency("EUR")}), reply);
           })
        << u"GET"_s;
    QTest::newRow("list the charges")
        << Ask([](StripeClient &client, const PaymentSystem::Reply &reply) {
               client.listCharges({1'700'000'000'000}, {1'700'100'000'000},
                                  [reply](const auto &) { reply({}); });
           })
        << u"GET"_s;
}

void StripeRequestsTest::aRequestIsAsDescribed()
{
    QFETCH(const Ask, ask);
    QFETCH(const QString, method);
    NotingServer server;
    PaymentSettings settings;
    settings.baseUrl = server.url();
    settings.key = u"sk_test_kontor"_s;
    StripeClient client(settings);
    bool answered = false;
    ask(client, [&answered](const CallReply &) { answered = true; });
    QTRY_VERIFY(answered);
    QVERIFY(!server.requests.isEmpty());
    const NotingServer::Request &first = server.requests.constFirst();
    QCOMPARE(first.method, method);
    QVERIFY(first.head.contains("Stripe-Version: 2023-08-16"));
    QVERIFY(first.head.contains("Authorization: Bearer sk_test_kontor"));
    QCOMPARE(first.head.contains("Idempotency-Key: "), method == u"POST");
    for (const auto &request : server.requests) {
        const QString wrong = violations(request.method, request.path, request.form);
        QVERIFY2(wrong.isEmpty(), qPrintable(request.path + u": "_s + wrong));
    }
}

void StripeRequestsTest::theCheckerRefusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("a required field is missing")
        << u"/v1/payment_intents"_s << QByteArray("amount=1000");
    QTest::newRow("an amount that is none")
        << u"/v1/payment_intents"_s << QByteArray("amount=10.00&currency=eur");
    QTest::newRow("a field that there is not")
        << u"/v1/refunds"_s << QByteArray("payment_intent=pi_1&sum=1000");
    QTest::newRow("a path that there is not") << u"/v1/payments"_s << QByteArray("amount=1");
}

//! Else the rows above would prove nothing.
void StripeRequestsTest::theCheckerRefusesWhatIsWrong()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, form);
    QVERIFY(!violations(u"POST"_s, path, form).isEmpty());
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::StripeRequestsTest)
#include "stripe_requests_test.moc"
