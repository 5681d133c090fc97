// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/http_server.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace kontor::sandbox {

namespace {

constexpr int drainTimeoutMs = 1000;
constexpr int dripEveryMs = 50;

//! Reads requests off one socket and writes their answers, in order.
class HttpConnection : public QObject
{
public:
    HttpConnection(QTcpSocket *socket, const HttpServer::Handler &handler, QObject *parent)
        : QObject(parent)
        , m_socket(socket)
        , m_handler(handler)
    {
        m_socket->setParent(this);
        m_socket->setReadBufferSize(maximumHeadBytes + maximumBodyBytes);
        connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
        connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    }

    void read()
    {
        if (m_draining) {
            m_socket->readAll();
            return;
        }
        if (m_busy)
            return;
        m_buffer += m_socket->readAll();
        auto parsed = takeRequest(m_buffer);
        switch (parsed.state) {
        case ParsedRequest::State::Incomplete:
            return;
        case ParsedRequest::State::Refused:
            refuse(parsed.refusalStatus);
            return;
        case ParsedRequest::State::Complete:
            break;
        }
        m_busy = true;
        m_keepAlive = parsed.request.keepAlive;
        const QPointer<HttpConnection> self(this);
        m_handler(parsed.request, [self](const HttpResponse &response, Delivery delivery) {
            if (self)
                self->finish(response, delivery);
        });
    }

private:
    void finish(const HttpResponse &response, Delivery delivery)
    {
        switch (delivery) {
        case Delivery::Nothing:
            m_socket->disconnectFromHost();
            return;
        case Delivery::HalfOfBody:
            m_socket->write(responseHead(response, m_keepAlive));
            m_socket->write(response.body.left(response.body.size() / 2));
            m_socket->disconnectFromHost();
            return;
        case Delivery::Drip:
            m_socket->write(responseHead(response, m_keepAlive));
            drip(response.body);
            return;
        case Delivery::Whole:
            m_socket->write(responseHead(response, m_keepAlive));
            m_socket->write(response.body);
            break;
        }
        if (!m_keepAlive) {
            m_socket->disconnectFromHost();
            return;
        }
        m_busy = false;
        QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
    }

    void drip(const QByteArray &left)
    {
        if (left.isEmpty()) {
            m_socket->disconnectFromHost();
            return;
        }
        m_socket->write(left.first(1));
        QTimer::singleShot(dripEveryMs, this, [this, left] { drip(left.sliced(1)); });
    }

    //! Closing at once, with bytes unread, would reset the connection and lose the answer: so only
    //! our half is closed, until the client has seen it.
    void refuse(int status)
    {
        m_draining = true;
        connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
            if (m_socket->bytesToWrite() == 0)
                ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
        });
        const auto answer =
            jsonResponse(status, {{QStringLiteral("detail"), QStringLiteral("Malformed request")}});
        m_socket->write(responseHead(answer, false) + answer.body);
        QTimer::singleShot(drainTimeoutMs, m_socket, &QTcpSocket::disconnectFromHost);
    }

    QTcpSocket *m_socket;
    const HttpServer::Handler &m_handler;
    QByteArray m_buffer;
    bool m_busy = false;
    bool m_keepAlive = true;
    bool m_draining = false;
};

} // namespace

HttpServer::HttpServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::acceptAll);
}

bool HttpServer::listen(quint16 port) { return m_server.listen(QHostAddress::LocalHost, port); }

void HttpServer::acceptAll()
{
    while (auto *socket = m_server.nextPendingConnection())
        new HttpConnection(socket, m_handler, this);
}

} // namespace kontor::sandbox
