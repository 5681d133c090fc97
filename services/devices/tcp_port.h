// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/printer.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace kontor {

//! A printer in the network. It is asked whether it has paper, given the bytes, and asked whether
//! it has come to their end; one that never answers questions is believed when it has taken them.
class TcpPort final : public QObject, public BytePort
{
    Q_OBJECT
public:
    TcpPort(const QString &host, int port, int patienceMs);
    ~TcpPort() override;

    void send(const QByteArray &bytes, Printed sent) override;

private:
    enum class Step
    {
        Idle,
        Connecting,
        AskingPaper,
        Writing,
        AskingEnd, //!< all bytes are taken
    };
    void askPaper();
    void write();
    void askEnd();
    void read();
    void lost();
    void tooLong();
    void finish(std::optional<DevicesError> trouble, const QString &detail = {});

    QString m_host;
    int m_port;
    int m_patienceMs;
    QTcpSocket m_socket;
    QTimer m_timer;
    Step m_step = Step::Idle;
    bool m_answers = false; //!< it answered the first question
    QByteArray m_bytes;
    Printed m_sent;
};

} // namespace kontor
