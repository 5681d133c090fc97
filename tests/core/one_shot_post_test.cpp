// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/one_shot_post.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>

namespace kontor {

using namespace Qt::StringLiterals;

//! Reads each request to its end and then does what the test says.
class RawServer : public QTcpServer
{
    Q_OBJECT
public:
    explicit RawServer(std::function<void(QTcpSocket *)> answer) : m_answer(std::move(answer))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        listen(QHostAddress::LocalHost);
    }

    QNetworkRequest request() const
    {
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/charges"_s.arg(serverPort())));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
        restrain(request, 5000);
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

    std::function<void(QTcpSocket *)> m_answer;
    QHash<QTcpSocket *, QByteArray> m_texts;
    QList<QByteArray> m_posts;
};

class OneShotPostTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aServerThatClosesWithoutAnAnswerGetsThePostOnce_data();
    void aServerThatClosesWithoutAnAnswerGetsThePostOnce();
    void aKeptConnectionThatClosesGetsThePostOnce();
    void theAnswerArrives();
    void anAnswerThatIsTooLongIsAborted();
    void aRedirectIsNotFollowed();
};

namespace {

QNetworkReply *finish(QNetworkReply *reply)
{
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000))
        qFatal("the call did not end");
    return reply;
}

void answerWith(QTcpSocket *socket, const QByteArray &status, const QByteArray &body)
{
    socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                  "\r\n\r\n" + body);
}

} // namespace

void OneShotPostTest::aServerThatClosesWithoutAnAnswerGetsThePostOnce_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void OneShotPostTest::aServerThatClosesWithoutAnAnswerGetsThePostOnce()
{
    QFETCH(bool, reset);
    RawServer server([reset](QTcpSocket *socket) {
        if (reset)
            socket->abort();
        else
            socket->disconnectFromHost();
    });
    QNetworkAccessManager network;
    const auto *reply = finish(postOnce(network, server.request(), "CHARGE"));
    QVERIFY(reply->error() != QNetworkReply::NoError);
    QVERIFY(!QTest::qWaitFor([&server] { return server.posts().size() > 1; }, 100));
    QCOMPARE(server.posts().size(), 1);
}

void OneShotPostTest::aKeptConnectionThatClosesGetsThePostOnce()
{
    int calls = 0;
    RawServer server([&calls](QTcpSocket *socket) {
        if (++calls == 1)
            answerWith(socket, "200 OK", "{}");
        else
            socket->disconnectFromHost();
    });
    QNetworkAccessManager network;
    QCOMPARE(finish(postOnce(network, server.request(), "CHARGE"))->error(),
             QNetworkReply::NoError);
    QVERIFY(finish(postOnce(network, server.request(), "CHARGE"))->error() !=
            QNetworkReply::NoError);
    QVERIFY(!QTest::qWaitFor([&server] { return server.posts().size() > 2; }, 100));
    QCOMPARE(server.posts().size(), 2);
}

void OneShotPostTest::theAnswerArrives()
{
    RawServer server([](QTcpSocket *socket) { answerWith(socket, "200 OK", "{\"id\":1}"); });
    QNetworkAccessManager network;
    auto *reply = postOnce(network, server.request(), "CHARGE");
    limitAnswer(reply, 100);
    finish(reply);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll(), QByteArray("{\"id\":1}"));
    QVERIFY(server.posts().constFirst().toLower().contains("content-length: 6\r\n"));
}

void OneShotPostTest::anAnswerThatIsTooLongIsAborted()
{
    RawServer server(
        [](QTcpSocket *socket) { answerWith(socket, "200 OK", QByteArray(1'000'000, 'x')); });
    QNetworkAccessManager network;
    auto *reply = postOnce(network, server.request(), "CHARGE");
    limitAnswer(reply, 1000);
    QCOMPARE(finish(reply)->error(), QNetworkReply::OperationCanceledError);
}

void OneShotPostTest::aRedirectIsNotFollowed()
{
    RawServer server([](QTcpSocket *socket) {
        socket->write("HTTP/1.1 307 Temporary Redirect\r\nLocation: /charges\r\n"
                      "Content-Length: 0\r\n\r\n");
    });
    QNetworkAccessManager network;
    const auto *reply = finish(postOnce(network, server.request(), "CHARGE"));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 307);
    QCOMPARE(server.posts().size(), 1);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OneShotPostTest)
#include "one_shot_post_test.moc"
