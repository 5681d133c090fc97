// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_client.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace kontor;
using namespace Qt::StringLiterals;

using Kind = PaymentCallKind;

//! The client against servers that refuse or misbehave.
class StripeServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLinkThatCannotBeEndedIsLookedAt_data();
    void aLinkThatCannotBeEndedIsLookedAt();
    void aServerThatClosesWithoutAnAnswerGetsOnePost();
    void aServerThatIsNotThereGotNothing();
    void aServerThatNeverAnswersIsUnknown();
    void withoutTlsNothingLeavesTheMachine();
};

namespace {

PaymentCall testCall()
{
    PaymentCall call;
    call.key = IntentId::make({1});
    call.amount = {1000, Currency("EUR")};
    call.method = u"pm_card_visa"_s;
    return call;
}

CallReply replyOf(const std::function<void(const PaymentSystem::Reply &)> &ask)
{
    std::optional<CallReply> reply;
    ask([&](const CallReply &got) { reply = got; });
    QElapsedTimer timer;
    timer.start();
    while (!reply && timer.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    return reply.value_or(CallReply{CallReply::Kind::Definite, {}, u"no reply"_s});
}

CallReply madeWith(const PaymentSettings &settings)
{
    StripeClient client(settings);
    return replyOf([&](const PaymentSystem::Reply &reply) {
        client.make(Kind::Authorise, testCall(), reply);
    });
}

//! Refuses each POST and answers each GET with the object.
void refuseButShow(QTcpServer &server, const QByteArray &refusal, const QByteArray &object)
{
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server, refusal, object] {
        QTcpSocket *socket = server.nextPendingConnection();
        auto received = std::make_shared<QByteArray>();
        QObject::connect(
            socket, &QTcpSocket::readyRead, socket, [socket, received, refusal, object] {
                received->append(socket->readAll());
                if (!received->contains("\r\n\r\n"))
                    return;
                const bool isGet = received->startsWith("GET ");
                const QByteArray body = isGet ? object : R"({"error":{"message":"not open"}})"_ba;
                socket->write((isGet ? "HTTP/1.1 200 OK"_ba : "HTTP/1.1 " + refusal) +
                              "\r\nConnection: close\r\nContent-Length: "_ba +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
    });
}

PaymentSettings settingsFor(const QTcpServer &server)
{
    PaymentSettings settings;
    settings.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
    settings.key = u"sk_test_kontor"_s;
    settings.timeoutMs = 500;
    return settings;
}

} // namespace

void StripeServerTest::aLinkThatCannotBeEndedIsLookedAt_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("paymentStatus");
    QTest::addColumn<CallReply::Kind>("ended");
    QTest::addColumn<PaymentResult>("looked");
    QTest::newRow("it is open") << "400 Bad Request"_ba << u"open"_s << u"unpaid"_s
                                << CallReply::Kind::Unknown << PaymentResult::Pending;
    QTest::newRow("its money is on the way") << "400 Bad Request"_ba << u"complete"_s << u"unpaid"_s
                                             << CallReply::Kind::Unknown << PaymentResult::Pending;
    QTest::newRow("refused as a card is") << "402 Payment Required"_ba << u"complete"_s << u"paid"_s
                                          << CallReply::Kind::Definite << PaymentResult::Captured;
    QTest::newRow("it was paid") << "400 Bad Request"_ba << u"complete"_s << u"paid"_s
                                 << CallReply::Kind::Definite << PaymentResult::Captured;
    QTest::newRow("it has expired") << "400 Bad Request"_ba << u"expired"_s << u"unpaid"_s
                                    << CallReply::Kind::Definite << PaymentResult::Expired;
}

void StripeServerTest::aLinkThatCannotBeEndedIsLookedAt()
{
    QFETCH(QByteArray, refusal);
    QFETCH(QString, status);
    QFETCH(QString, paymentStatus);
    QFETCH(CallReply::Kind, ended);
    QFETCH(PaymentResult, looked);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    refuseButShow(server, refusal,
                  QJsonDocument(QJsonObject{{u"id"_s, u"cs_1"_s},
                                            {u"object"_s, u"checkout.session"_s},
                                            {u"amount_total"_s, 1000},
                                            {u"currency"_s, u"eur"_s},
                                            {u"payment_intent"_s, u"pi_1"_s},
                                            {u"status"_s, status},
                                            {u"payment_status"_s, paymentStatus}})
                      .toJson());
    StripeClient client(settingsFor(server));
    PaymentCall call = testCall();
    call.reference = u"cs_1"_s;
    const CallReply end = replyOf(
        [&](const PaymentSystem::Reply &reply) { client.make(Kind::ExpireLink, call, reply); });
    QCOMPARE(end.kind, ended);
    const CallReply look =
        replyOf([&](const PaymentSystem::Reply &reply) { client.lookAtLink(call, reply); });
    QCOMPARE(look.kind, CallReply::Kind::Definite);
    const auto seen = decode<PaymentOutcome>(look.outcome);
    QVERIFY(seen);
    QCOMPARE(seen->result, looked);
    if (ended == CallReply::Kind::Definite)
        QCOMPARE(end.outcome, look.outcome);
}

void StripeServerTest::aServerThatClosesWithoutAnAnswerGetsOnePost()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int posts = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        auto received = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, socket, [&posts, socket, received] {
            received->append(socket->readAll());
            if (!received->contains("payment_method=pm_card_visa"))
                return;
            posts += int(received->count("POST /v1/payment_intents"));
            received->clear();
            socket->close();
        });
    });
    QCOMPARE(madeWith(settingsFor(server)).kind, CallReply::Kind::Unknown);
    QCOMPARE(posts, 1);
}

void StripeServerTest::aServerThatIsNotThereGotNothing()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const PaymentSettings settings = settingsFor(server);
    server.close();
    QCOMPARE(madeWith(settings).kind, CallReply::Kind::NotSent);
}

void StripeServerTest::aServerThatNeverAnswersIsUnknown()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QCOMPARE(madeWith(settingsFor(server)).kind, CallReply::Kind::Unknown);
}

void StripeServerTest::withoutTlsNothingLeavesTheMachine()
{
    PaymentSettings settings;
    settings.baseUrl = QUrl(u"http://payments.example"_s);
    settings.key = u"sk_test_kontor"_s;
    const CallReply reply = madeWith(settings);
    QCOMPARE(reply.kind, CallReply::Kind::NotSent);
    QVERIFY(reply.note.startsWith(u"configuration"));
}

QTEST_GUILESS_MAIN(StripeServerTest)
#include "stripe_server_test.moc"
