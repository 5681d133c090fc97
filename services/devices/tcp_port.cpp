// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/tcp_port.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// Answered at once, whatever the printer has in front of it.
constexpr char askPaperCommand[] = {0x10, 0x04, 4};
// Answered when all before it has been printed.
constexpr char askEndCommand[] = {0x1d, 'r', 1};
constexpr int paperEnd = 0x60;
// A printer that answers does so within a few milliseconds.
constexpr int answerMs = 700;

} // namespace

TcpPort::TcpPort(const QString &host, int port, int patienceMs)
    : m_host(host)
    , m_port(port)
    , m_patienceMs(patienceMs)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TcpPort::tooLong);
    connect(&m_socket, &QTcpSocket::connected, this, &TcpPort::askPaper);
    connect(&m_socket, &QTcpSocket::readyRead, this, &TcpPort::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &TcpPort::lost);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_step != Step::Writing)
            return;
        m_timer.start(m_patienceMs);
        if (m_socket.bytesToWrite() == 0)
            askEnd();
    });
}

TcpPort::~TcpPort()
{
    // Nobody is there any more to be told.
    m_socket.disconnect(this);
}

void TcpPort::send(const QByteArray &bytes, Printed sent)
{
    m_bytes = bytes;
    m_sent = std::move(sent);
    m_answers = false;
    m_step = Step::Connecting;
    m_timer.start(m_patienceMs);
    m_socket.connectToHost(m_host, quint16(m_port));
}

void TcpPort::askPaper()
{
    m_step = Step::AskingPaper;
    m_socket.write(askPaperCommand, sizeof askPaperCommand);
    m_timer.start(std::min(answerMs, m_patienceMs));
}

void TcpPort::write()
{
    m_step = Step::Writing;
    m_timer.start(m_patienceMs);
    m_socket.write(m_bytes);
}

void TcpPort::askEnd()
{
    m_step = Step::AskingEnd;
    m_socket.write(askEndCommand, sizeof askEndCommand);
    m_timer.start(m_answers ? m_patienceMs : std::min(answerMs, m_patienceMs));
}

void TcpPort::read()
{
    const QByteArray answer = m_socket.readAll();
    if (answer.isEmpty())
        return;
    if (m_step == Step::AskingPaper) {
        m_answers = true;
        if ((answer.back() & paperEnd) == paperEnd)
            return finish(DevicesError::NoPaper);
        return write();
    }
    if (m_step == Step::AskingEnd)
        finish({});
}

void TcpPort::lost()
{
    switch (m_step) {
    case Step::Idle:
        return;
    case Step::Connecting:
    case Step::AskingPaper:
        return finish(DevicesError::PrinterOff, m_socket.errorString());
    case Step::AskingEnd:
        if (!m_answers && m_socket.error() == QTcpSocket::RemoteHostClosedError)
            return finish({}); // it took all and hung up
        [[fallthrough]];
    case Step::Writing:
        return finish(DevicesError::PrinterGone, m_socket.errorString());
    }
}

void TcpPort::tooLong()
{
    switch (m_step) {
    case Step::Idle:
        return;
    case Step::Connecting:
        return finish(DevicesError::PrinterOff, u"no connection in time"_s);
    case Step::AskingPaper:
        return write();
    case Step::AskingEnd:
        if (!m_answers)
            return finish({});
        [[fallthrough]];
    case Step::Writing:
        return finish(DevicesError::PrinterStalls, u"no byte was taken in time"_s);
    }
}

void TcpPort::finish(std::optional<DevicesError> trouble, const QString &detail)
{
    const bool begun = m_step == Step::Writing || m_step == Step::AskingEnd;
    m_step = Step::Idle;
    m_timer.stop();
    if (trouble)
        m_socket.abort();
    else
        m_socket.disconnectFromHost();
    const Printed sent = std::exchange(m_sent, {});
    sent(trouble ? PrintOutcome{Error(*trouble, detail), begun} : PrintOutcome{});
}

} // namespace kontor
