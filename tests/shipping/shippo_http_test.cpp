// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shippo_client.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

namespace kontor {

using namespace Qt::StringLiterals;

//! Begins an answer to each call, and goes on with it for ever, byte by byte.
class DrippingServer : public QTcpServer
{
    Q_OBJECT
public:
    DrippingServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                ++m_connections;
                connect(socket, &QTcpSocket::readyRead, socket,
                        [socket, asked = QByteArray()]() mutable {
                            asked += socket->readAll();
                            if (asked.endsWith(asked.startsWith("POST") ? "}" : "\r\n\r\n"))
                                drip(socket);
                        });
            }
        });
        listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }
    int connections() const { return m_connections; }

private:
    static void drip(QTcpSocket *socket)
    {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        connect(socket, &QTcpSocket::disconnected, timer, &QTimer::stop);
        timer->start(10);
    }

    int m_connections = 0;
};

//! The client against a logistics system that misbehaves as the sandbox does not.
class ShippoHttpTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }
    void anAnswerThatDripsIsUnknownInTime_data();
    void anAnswerThatDripsIsUnknownInTime();
    void withoutTlsNothingLeavesTheMachine();

private:
    CallReply reply(const QUrl &url, ShippingCallKind kind, int attempts = 0) const;

    SystemClock m_clock;
};

CallReply ShippoHttpTest::reply(const QUrl &url, ShippingCallKind kind, int attempts) const
{
    ShippoSettings settings;
    settings.baseUrl = url;
    settings.token = "shippo_test_kontor";
    settings.timeoutMs = 300;
    settings.lookUpTimeoutMs = 300;
    ShippoClient client(settings, m_clock);

    std::optional<CallReply> came;
    const auto answered = [&came](const CallReply &answer) { came = answer; };
    Intent intent;
    intent.id = IntentId::make(m_clock.now());
    intent.attempts = attempts;
    const auto order = OrderId::make(m_clock.now());
    switch (kind) {
    case ShippingCallKind::Quote:
        client.quote(intent, {{}, 1, order, {}}, {}, answered);
        break;
    case ShippingCallKind::Label:
        client.buy(intent, {1, order, u"rate1"_s}, true, answered);
        break;
    case ShippingCallKind::Void:
        client.voidLabel(intent, {u"ups"_s, u"label1"_s, order, u"KTR1"_s}, answered);
        break;
    }
    if (came || !QTest::qWaitFor([&came] { return came.has_value(); }, 20'000))
        qFatal("answered at once, or never");
    return *came;
}

void ShippoHttpTest::anAnswerThatDripsIsUnknownInTime_data()
{
    QTest::addColumn<ShippingCallKind>("kind");
    QTest::addColumn<int>("attempts");
    QTest::newRow("an offer") << ShippingCallKind::Quote << 0;
    QTest::newRow("a label") << ShippingCallKind::Label << 0;
    QTest::newRow("a label that is looked for") << ShippingCallKind::Label << 1;
    QTest::newRow("a void") << ShippingCallKind::Void << 0;
    QTest::newRow("a label that is looked at") << ShippingCallKind::Void << 1;
}

void ShippoHttpTest::anAnswerThatDripsIsUnknownInTime()
{
    QFETCH(ShippingCallKind, kind);
    QFETCH(int, attempts);
    const DrippingServer server;
    QCOMPARE(reply(server.url(), kind, attempts).kind, CallReply::Kind::Unknown);
    QCOMPARE(server.connections(), 1);
}

void ShippoHttpTest::withoutTlsNothingLeavesTheMachine()
{
    // Whatever leaves passes here.
    const DrippingServer server;
    QNetworkProxy::setApplicationProxy(
        {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, server.serverPort()});
    const CallReply refused = reply(QUrl(u"http://logistics.example"_s), ShippingCallKind::Quote);
    QCOMPARE(reply(server.url(), ShippingCallKind::Quote).kind, CallReply::Kind::Unknown);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(refused.kind, CallReply::Kind::NotSent);
    QVERIFY(refused.note.startsWith(u"configuration"));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShippoHttpTest)
#include "shippo_http_test.moc"
