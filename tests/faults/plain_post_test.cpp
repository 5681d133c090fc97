// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/one_shot_post.h"
#include "services/core/result.h"
#include "tests/faults/trap_server.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTest>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

const QByteArray aBody = "amount=5000&capture=true";
constexpr int patienceMs = 500;

//! Reads each request to its end and closes the connection without an answer; keeps a list of the
//! bodies that it got, as a system without idempotency keys would do what they say.
class ClosingServer : public QTcpServer
{
public:
    explicit ClosingServer(const QByteArray &body = aBody)
    {
        KONTOR_CHECK(listen(QHostAddress::LocalHost));
        connect(this, &QTcpServer::newConnection, this, [this, body] {
            QTcpSocket *socket = nextPendingConnection();
            auto received = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, body, socket, received] {
                received->append(socket->readAll());
                if (!received->endsWith("\r\n\r\n" + body))
                    return;
                ++charges;
                socket->close();
            });
        });
    }

    QNetworkRequest request() const
    {
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/charge"_s.arg(serverPort())));
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          u"application/x-www-form-urlencoded"_s);
        return request;
    }

    int charges = 0;
};

HttpAnswer postedOnce(const QNetworkRequest &request, const QByteArray &body = aBody)
{
    QNetworkAccessManager network;
    std::optional<HttpAnswer> answer;
    postOnce(network, request, body, patienceMs,
             [&answer](const HttpAnswer &got) { answer = got; });
    KONTOR_CHECK(QTest::qWaitFor([&answer] { return answer.has_value(); }, 10 * patienceMs));
    return *answer;
}

} // namespace

//! What a POST does by itself, and what ours does.
class PlainPostTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { TestCertificates::trust(m_addresses.certificates().authorityFile()); }
    void aPlainPostIsSentTwice();
    void ourPostIsSentOnce();
    void aPostWithoutABodyIsSentOnceToo();
    void aRightServerGetsTheBody();
    void whoDoesNotShakeHandsGetsNothing();
    void anotherGetsNothing_data();
    void anotherGetsNothing();

private:
    BadAddresses m_addresses;
};

//! The control: why postOnce() is needed.
void PlainPostTest::aPlainPostIsSentTwice()
{
    ClosingServer server;
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.post(server.request(), aBody));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
    QVERIFY2(server.charges == 2,
             qPrintable(u"QNetworkAccessManager::post() charged %1 times, not twice: this version "
                        "of Qt no longer sends a POST again by itself; look whether postOnce() "
                        "still has to hinder it"_s.arg(server.charges)));
}

void PlainPostTest::ourPostIsSentOnce()
{
    ClosingServer server;
    QCOMPARE(postedOnce(server.request()).kind, HttpAnswer::Kind::Lost);
    QCOMPARE(server.charges, 1);
}

void PlainPostTest::aPostWithoutABodyIsSentOnceToo()
{
    ClosingServer server{QByteArray()};
    QCOMPARE(postedOnce(server.request(), {}).kind, HttpAnswer::Kind::Lost);
    QCOMPARE(server.charges, 1);
}

//! That the bytes are counted where they come.
void PlainPostTest::aRightServerGetsTheBody()
{
    const TestCertificates &made = m_addresses.certificates();
    TrapServer server(made.file(u"good.crt"_s), made.file(u"good.key"_s));
    QCOMPARE(postedOnce(QNetworkRequest(server.url())).kind, HttpAnswer::Kind::Lost);
    QVERIFY(server.bytesRead() > aBody.size());
}

//! A call that is given up before its body was begun surely did nothing.
void PlainPostTest::whoDoesNotShakeHandsGetsNothing()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QUrl url(u"https://127.0.0.1:%1"_s.arg(silent.serverPort()));
    QCOMPARE(postedOnce(QNetworkRequest(url)).kind, HttpAnswer::Kind::NotSent);
}

void PlainPostTest::anotherGetsNothing_data()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("untrusted certificate") << Way::Untrusted;
    QTest::newRow("certificate of another host") << Way::WrongHost;
    QTest::newRow("expired certificate") << Way::Expired;
}

void PlainPostTest::anotherGetsNothing()
{
    QFETCH(Way, way);
    QCOMPARE(postedOnce(QNetworkRequest(m_addresses.url(way))).kind, HttpAnswer::Kind::NotSent);
    QTRY_COMPARE(m_addresses.connections(way), 1);
    QCOMPARE(m_addresses.bytesRevealed(), 0);
}

QTEST_GUILESS_MAIN(PlainPostTest)
#include "plain_post_test.moc"
