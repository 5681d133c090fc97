// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace kontor {

//! Stands between a client and a mail server, and breaks the connection where a test wants it.
//! Works where nothing is encrypted.
class CuttingRelay : public QTcpServer
{
    Q_OBJECT
public:
    enum class Cut
    {
        Nowhere,
        Silent,    //!< says nothing at all
        InData,    //!< in the middle of the message
        BeforeDot, //!< the message, but not its end, has gone through
        AfterDot,  //!< the server has it all, its answer is kept back
        Farewell,  //!< QUIT is not answered
    };
    Q_ENUM(Cut)

    explicit CuttingRelay(int serverPort) : m_serverPort(serverPort)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &CuttingRelay::relay);
    }

    void setCut(Cut cut) { m_cut = cut; }
    int connections() const { return m_connections; }

private:
    void relay()
    {
        while (QTcpSocket *client = nextPendingConnection()) {
            ++m_connections;
            if (m_cut == Cut::Silent)
                continue;
            auto *server = new QTcpSocket(client);
            server->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(m_serverPort));
            connect(client, &QTcpSocket::readyRead, server,
                    [this, client, server] { pass(*client, *server); });
            connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
                const QByteArray reply = server->readAll();
                if (m_isKept) {
                    client->abort();
                    return;
                }
                m_isData |= reply.startsWith("354");
                client->write(reply);
            });
            connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        }
    }

    void pass(QTcpSocket &client, QTcpSocket &server)
    {
        const QByteArray bytes = client.readAll();
        m_seen = (m_seen + bytes).right(5 + bytes.size());
        const bool ends = m_isData && m_seen.contains("\r\n.\r\n");
        if (m_isData && m_cut == Cut::InData) {
            server.write(bytes.left(bytes.size() / 2));
            server.flush();
            return client.abort();
        }
        if (ends && m_cut == Cut::BeforeDot) {
            server.abort();
            return client.abort();
        }
        if (m_cut == Cut::Farewell && bytes.startsWith("QUIT"))
            return;
        m_isKept |= ends && m_cut == Cut::AfterDot;
        server.write(bytes);
    }

    int m_serverPort;
    int m_connections = 0;
    Cut m_cut = Cut::Nowhere;
    bool m_isData = false;
    bool m_isKept = false;
    QByteArray m_seen;
};

} // namespace kontor
