// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace kontor {

//! Notes requests, and answers each as the test says: with an empty object, unless told otherwise.
class NotingServer : public QTcpServer
{
public:
    struct Request
    {
        QString method;
        QString path;
        QByteArray form; //!< the body, or the query of a GET
        QByteArray head;
        QByteArray bytes; //!< all of it, as it came
    };
    struct Answer
    {
        int status = 200;
        QByteArray body = "{}";
    };

    NotingServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    QList<Request> requests;
    std::function<Answer(const Request &)> answer = [](const Request &) { return Answer(); };

private:
    void read(QTcpSocket &socket)
    {
        m_received += socket.readAll();
        const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        const QByteArray head = m_received.first(headEnd);
        const qsizetype lengthAt = head.toLower().indexOf("content-length:");
        const qsizetype length =
            lengthAt < 0 ? 0
                         : head.sliced(lengthAt + 15).split('\r').first().trimmed().toLongLong();
        if (m_received.size() < headEnd + 4 + length)
            return;
        const QByteArrayList first = head.split('\r').first().split(' ');
        const QUrl target = QUrl::fromEncoded(first[1]);
        requests.append({QString::fromLatin1(first[0]), target.path(QUrl::FullyEncoded),
                         length > 0 ? m_received.sliced(headEnd + 4, length)
                                    : target.query(QUrl::FullyEncoded).toLatin1(),
                         head, m_received});
        m_received.clear();
        const Answer given = answer(requests.constLast());
        socket.write("HTTP/1.1 " + QByteArray::number(given.status) +
                     " As told\r\nConnection: close\r\nContent-Type: application/json\r\n"
                     "Content-Length: " +
                     QByteArray::number(given.body.size()) + "\r\n\r\n" + given.body);
        socket.disconnectFromHost();
    }

    QByteArray m_received;
};

} // namespace kontor
