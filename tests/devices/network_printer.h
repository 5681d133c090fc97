// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace kontor {

//! A receipt printer in the network, with the moods that such printers have.
class NetworkPrinter : public QTcpServer
{
public:
    enum class Mood
    {
        Works,
        Silent, //!< prints, and answers no question
        NoPaper,
        Vanishes, //!< in the middle of a receipt
        Stalls,   //!< takes a receipt and never says that it is done
    };

    NetworkPrinter()
    {
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
    }

    void plugIn()
    {
        Q_ASSERT(listen(QHostAddress::LocalHost, m_port));
        m_port = serverPort();
    }
    void plugOut() { close(); }
    QString address()
    {
        plugIn();
        return QStringLiteral("tcp://127.0.0.1:%1").arg(m_port);
    }

    Mood mood = Mood::Works;
    QList<QByteArray> papers; //!< what came over each connection, without the questions
    int asked = 0;

private:
    void serve(QTcpSocket *socket)
    {
        socket->setParent(this);
        papers.append(QByteArray());
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, socket,
                [this, socket, at = papers.size() - 1] { take(*socket, papers[at]); });
    }

    void take(QTcpSocket &socket, QByteArray &paper)
    {
        paper += socket.readAll();
        if (answered(socket, paper, QByteArray("\x10\x04\x04", 3),
                     mood == Mood::NoPaper ? '\x72' : '\x12'))
            return;
        if (mood == Mood::Vanishes && paper.size() > 20) {
            paper.truncate(20);
            socket.abort();
            return;
        }
        answered(socket, paper, QByteArray("\x1dr\x01", 3), mood == Mood::Stalls ? '\0' : '\x01');
    }

    bool answered(QTcpSocket &socket, QByteArray &paper, const QByteArray &question, char answer)
    {
        if (!paper.endsWith(question))
            return false;
        paper.chop(question.size());
        ++asked;
        if (mood != Mood::Silent && answer)
            socket.write(&answer, 1);
        return true;
    }

    quint16 m_port = 0;
};

} // namespace kontor
