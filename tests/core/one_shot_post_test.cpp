// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/one_shot_post.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <functional>

namespace kontor {

using namespace Qt::StringLiterals;

//! Reads each post to its end and then does what the test says.
class RawServer : public QTcpServer
{
    Q_OBJECT
public:
    using Answer = std::function<void(QTcpSocket *)>;

    explicit RawServer(Answer answer) : m_answer(std::move(answer))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        listen(QHostAddress::LocalHost);
    }

    QNetworkRequest request() const
    {
        return requestTo(u"http://127.0.0.1:%1/charges"_s.arg(serverPort()));
    }
    static QNetworkRequest requestTo(const QString &url)
    {
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
        return request;
    }
    const QList<QByteArray> &posts() const { return m_posts; }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &text = m_texts[socket];
        text += socket->readAll();
        if (!text.endsWith("CHARGE"))
            return;
        m_posts.append(text);
        text.clear();
        m_answer(socket);
    }

    Answer m_answer;
    QHash<QTcpSocket *, QByteArray> m_texts;
    QList<QByteArray> m_posts;
};

class OneShotPostTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_network.setProxy(QNetworkProxy::NoProxy); }
    void aServerThatClosesWithoutAnAnswerGetsThePostOnce_data();
    void aServerThatClosesWithoutAnAnswerGetsThePostOnce();
    void aKeptConnectionThatClosesGetsThePostOnce();
    void theAnswerArrives();
    void anAnswerThatIsTooLongIsLost();
    void anAnswerThatDripsEndsInTime();
    void aRedirectIsNotFollowed();
    void whatNobodyListensToIsNotSent();
    void withoutTlsNothingLeavesTheMachine_data();
    void withoutTlsNothingLeavesTheMachine();
    void theSystemsProxyIsAskedForOtherMachinesOnly();

private:
    HttpAnswer post(const QNetworkRequest &request, int timeoutMs = 10'000);
    HttpAnswer post(const RawServer &server) { return post(server.request()); }

    QNetworkAccessManager m_network;
};

namespace {

void answerWith(QTcpSocket *socket, const QByteArray &status, const QByteArray &body)
{
    socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                  "\r\n\r\n" + body);
}

void answerWell(QTcpSocket *socket) { answerWith(socket, "200 OK", "{\"id\":1}"); }

//! A byte every few milliseconds, for ever.
void drip(QTcpSocket *socket)
{
    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket, [socket] { socket->write(" "); });
    QObject::connect(socket, &QTcpSocket::disconnected, timer, &QTimer::stop);
    timer->start(10);
}

//! Treats the given post, counted from 1, as the test says, and answers all others.
RawServer::Answer failing(int post, const RawServer::Answer &fail)
{
    return [=, count = 0](QTcpSocket *socket) mutable {
        if (++count == post)
            fail(socket);
        else
            answerWell(socket);
    };
}

} // namespace

HttpAnswer OneShotPostTest::post(const QNetworkRequest &request, int timeoutMs)
{
    auto answer = std::make_shared<std::optional<HttpAnswer>>();
    postOnce(m_network, request, "CHARGE", timeoutMs,
             [answer](const HttpAnswer &came) { *answer = came; });
    if (!QTest::qWaitFor([answer] { return answer->has_value(); }, 20'000))
        qFatal("the call did not end");
    return **answer;
}

void OneShotPostTest::aServerThatClosesWithoutAnAnswerGetsThePostOnce_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void OneShotPostTest::aServerThatClosesWithoutAnAnswerGetsThePostOnce()
{
    QFETCH(bool, reset);
    RawServer server(failing(1, [reset](QTcpSocket *socket) {
        if (reset)
            socket->abort();
        else
            socket->disconnectFromHost();
    }));
    QCOMPARE(post(server).kind, HttpAnswer::Kind::Lost);
    // Whatever Qt sends again by itself comes before this one.
    QVERIFY(post(server).isSuccess());
    QCOMPARE(server.posts().size(), 2);
}

void OneShotPostTest::aKeptConnectionThatClosesGetsThePostOnce()
{
    RawServer server(failing(2, [](QTcpSocket *socket) { socket->disconnectFromHost(); }));
    QVERIFY(post(server).isSuccess());
    QCOMPARE(post(server).kind, HttpAnswer::Kind::Lost);
    QVERIFY(post(server).isSuccess());
    QCOMPARE(server.posts().size(), 3);
}

void OneShotPostTest::theAnswerArrives()
{
    RawServer server(answerWell);
    const HttpAnswer answer = post(server);
    QVERIFY(answer.isSuccess());
    QCOMPARE(answer.status, 200);
    QCOMPARE(*answer.content, (QJsonObject{{u"id"_s, 1}}));
    const QByteArray asked = server.posts().constFirst().toLower();
    QVERIFY(asked.contains("content-length: 6\r\n"));
    QVERIFY(asked.contains("accept-encoding: identity\r\n"));
}

void OneShotPostTest::anAnswerThatIsTooLongIsLost()
{
    RawServer server([](QTcpSocket *socket) {
        answerWith(socket, "200 OK", "{\"a\":\"" + QByteArray(1'000'000, 'x') + "\"}");
    });
    QCOMPARE(post(server).kind, HttpAnswer::Kind::Lost);
}

void OneShotPostTest::anAnswerThatDripsEndsInTime()
{
    RawServer server(drip);
    QCOMPARE(post(server.request(), 300).kind, HttpAnswer::Kind::Lost);
}

void OneShotPostTest::aRedirectIsNotFollowed()
{
    RawServer server([](QTcpSocket *socket) {
        socket->write("HTTP/1.1 307 Temporary Redirect\r\nLocation: /charges\r\n"
                      "Content-Length: 0\r\n\r\n");
    });
    const HttpAnswer answer = post(server);
    QCOMPARE(answer.status, 307);
    QVERIFY(!answer.isSuccess());
    QCOMPARE(server.posts().size(), 1);
}

void OneShotPostTest::whatNobodyListensToIsNotSent()
{
    RawServer server(answerWell);
    const QNetworkRequest request = server.request();
    server.close();
    QCOMPARE(post(request).kind, HttpAnswer::Kind::NotSent);
}

void OneShotPostTest::withoutTlsNothingLeavesTheMachine_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("another machine") << u"http://payments.example/charges"_s;
    QTest::newRow("an address") << u"http://192.0.2.1/charges"_s;
    QTest::newRow("a name that begins as this machine") << u"http://localhost.example/charges"_s;
    QTest::newRow("no scheme") << u"payments.example/charges"_s;
}

void OneShotPostTest::withoutTlsNothingLeavesTheMachine()
{
    QFETCH(QString, url);
    // Whatever leaves passes here.
    RawServer proxy(answerWell);
    m_network.setProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()});
    const HttpAnswer refused = post(RawServer::requestTo(url));
    QVERIFY(post(proxy).isSuccess());
    QCOMPARE(refused.kind, HttpAnswer::Kind::NotSent);
    QVERIFY(refused.note.startsWith(u"configuration"));
    QCOMPARE(proxy.posts().size(), 1);
}

void OneShotPostTest::theSystemsProxyIsAskedForOtherMachinesOnly()
{
    QByteArray asked;
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    connect(&proxy, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = proxy.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&, socket] {
            asked += socket->readAll();
            answerWith(socket, "502 Bad Gateway", "no way");
            socket->disconnectFromHost();
        });
    });
    const QByteArray place = "http://127.0.0.1:" + QByteArray::number(proxy.serverPort());
    const auto restored = qScopeGuard([] {
        for (const char *name : {"http_proxy", "https_proxy"})
            qunsetenv(name);
    });
    for (const char *name : {"http_proxy", "https_proxy"})
        qputenv(name, place);
    honourProxies(m_network);
    const HttpAnswer outside = post(RawServer::requestTo(u"https://payment.invalid/charges"_s));
    QVERIFY2(asked.startsWith("CONNECT payment.invalid:443 HTTP/1.1"), asked.constData());
    QVERIFY2(!asked.contains("CHARGE"), asked.constData());
    QVERIFY(!outside.isSuccess());

    asked.clear();
    const RawServer here([](QTcpSocket *socket) { answerWith(socket, "200 OK", "{}"); });
    QVERIFY(post(here).isSuccess());
    QCOMPARE(here.posts().size(), 1);
    QCOMPARE(asked, QByteArray());
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OneShotPostTest)
#include "one_shot_post_test.moc"
