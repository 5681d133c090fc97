// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_harness.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

class SandboxHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreTakenWholeOrRefused_data();
    void requestsAreTakenWholeOrRefused();
    void twoRequestsInOneBufferAreTakenInTurn();
    void everyByteMayArriveAlone();
    void aRefusedRequestIsAnswered_data();
    void aRefusedRequestIsAnswered();
    void aConnectionIsKeptAlive();
    void noiseNeverEndsTheSandbox();
};

void SandboxHttpTest::requestsAreTakenWholeOrRefused_data()
{
    using State = ParsedRequest::State;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("status");

    const auto complete = [](const char *row, const QByteArray &bytes) {
        QTest::newRow(row) << bytes << State::Complete << 0;
    };
    const auto refused = [](const char *row, const QByteArray &bytes, int status) {
        QTest::newRow(row) << bytes << State::Refused << status;
    };
    complete("no headers", "GET / HTTP/1.1\r\n\r\n");
    complete("a body of the announced length", "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc");
    QTest::newRow("the head has not ended")
        << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n") << State::Incomplete << 0;
    QTest::newRow("the body has not ended")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab") << State::Incomplete << 0;
    refused("no version", "GET /\r\n\r\n", 400);
    refused("another version", "GET / HTTP/2.0\r\n\r\n", 400);
    refused("no path", "GET index HTTP/1.1\r\n\r\n", 400);
    refused("a method with a colon", "G:T / HTTP/1.1\r\n\r\n", 400);
    refused("a header without a colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", 400);
    refused("a folded header", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", 400);
    refused("a zero byte", QByteArray("GET / HTTP/1.1\r\nA: x\r\n\r\n").replace('x', '\0'), 400);
    refused("a length that is no number", "POST / HTTP/1.1\r\nContent-Length: 1x\r\n\r\n", 400);
    refused("a negative length", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400);
    refused("two lengths", "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            400);
    refused("chunks", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411);
    refused("a body of more than 1 MiB", "POST / HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n", 413);
    refused("a head of more than 32 KiB", QByteArray(33'000, 'a'), 431);
}

void SandboxHttpTest::requestsAreTakenWholeOrRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ParsedRequest::State, state);
    QFETCH(int, status);
    const auto before = bytes;
    const auto parsed = takeRequest(bytes);
    QCOMPARE(parsed.state, state);
    QCOMPARE(parsed.refusalStatus, status);
    if (state == ParsedRequest::State::Complete)
        QVERIFY(bytes.isEmpty());
    else
        QCOMPARE(bytes, before);
}

void SandboxHttpTest::twoRequestsInOneBufferAreTakenInTurn()
{
    QByteArray buffer = "POST /a%20b?x=1 HTTP/1.1\r\nContent-Length: 1\r\nX-Y:  z \r\n\r\nQ"
                        "GET /c HTTP/1.0\r\n\r\n";
    const auto first = takeRequest(buffer).request;
    QCOMPARE(first.path, u"/a b"_s);
    QCOMPARE(first.query, "x=1");
    QCOMPARE(first.body, "Q");
    QCOMPARE(first.header("x-y"), "z");
    QVERIFY(first.keepAlive);
    const auto second = takeRequest(buffer).request;
    QCOMPARE(second.path, u"/c"_s);
    QVERIFY(!second.keepAlive);
    QVERIFY(buffer.isEmpty());
}

void SandboxHttpTest::everyByteMayArriveAlone()
{
    const QByteArray request = "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello";
    QByteArray buffer;
    for (qsizetype i = 0; i + 1 < request.size(); ++i) {
        buffer += request[i];
        QCOMPARE(takeRequest(buffer).state, ParsedRequest::State::Incomplete);
    }
    buffer += request.back();
    QCOMPARE(takeRequest(buffer).request.body, "hello");
}

void SandboxHttpTest::aRefusedRequestIsAnswered_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("malformed") << QByteArray("nonsense\r\n\r\n") << 400;
    QTest::newRow("a body too large, already on its way")
        << "POST /v1/refunds HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n" +
               QByteArray(3'000'000, 'x')
        << 413;
}

void SandboxHttpTest::aRefusedRequestIsAnswered()
{
    QFETCH(QByteArray, bytes);
    SandboxHarness sandbox;
    PendingCall call(sandbox.port(), bytes);
    QVERIFY(call.waitForEnd());
    QTEST(call.answer().status, "status");
}

void SandboxHttpTest::aConnectionIsKeptAlive()
{
    SandboxHarness sandbox;
    QNetworkAccessManager manager;
    const QUrl url(u"http://127.0.0.1:%1/_sandbox/health"_s.arg(sandbox.port()));
    for (int i = 0; i < 3; ++i) {
        const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(url)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->rawHeader("Connection"), "keep-alive");
    }
}

void SandboxHttpTest::noiseNeverEndsTheSandbox()
{
    SandboxHarness sandbox;
    QRandomGenerator random(4711);
    const QList<QByteArray> starts{"", "POST /v1/payment_intents HTTP/1.1\r\n",
                                   "GET /%zz%00 HTTP/1.1\r\n",
                                   "POST /shipments HTTP/1.1\r\nContent-Length: 200\r\n"
                                   "Authorization: ShippoToken x\r\n\r\n"};
    for (int round = 0; round < 40; ++round) {
        auto bytes = starts[round % starts.size()];
        for (int i = 0; i < 300; ++i)
            bytes += static_cast<char>(random.bounded(256));
        PendingCall call(sandbox.port(), bytes + "\r\n\r\n");
        call.waitForEnd();
    }
    QCOMPARE(sandbox.call("GET", "/_sandbox/health").status, 200);
}

QTEST_GUILESS_MAIN(SandboxHttpTest)
#include "sandbox_http_test.moc"
