// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/cups_port.h"

namespace kontor {

using namespace Qt::StringLiterals;

CupsPort::CupsPort(const QString &queue, int patienceMs) : m_queue(queue), m_patienceMs(patienceMs)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, &m_lp, &QProcess::kill);
    connect(&m_lp, &QProcess::finished, this, &CupsPort::ended);
    connect(&m_lp, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish({Error(DevicesError::PrinterOff, m_lp.errorString())});
    });
}

CupsPort::~CupsPort() { m_lp.disconnect(this); }

void CupsPort::send(const QByteArray &bytes, Printed sent)
{
    m_sent = std::move(sent);
    m_timer.start(m_patienceMs);
    m_lp.start(u"lp"_s, {u"-d"_s, m_queue, u"-o"_s, u"raw"_s, u"-s"_s});
    m_lp.write(bytes);
    m_lp.closeWriteChannel();
}

void CupsPort::ended()
{
    if (m_lp.exitStatus() != QProcess::NormalExit)
        return finish({Error(DevicesError::PrinterStalls, u"lp did not end in time"_s), true});
    if (m_lp.exitCode() != 0)
        return finish({Error(DevicesError::PrinterRefused,
                             QString::fromLocal8Bit(m_lp.readAllStandardError()).trimmed())});
    finish({});
}

void CupsPort::finish(const PrintOutcome &outcome)
{
    m_timer.stop();
    const Printed sent = std::exchange(m_sent, {});
    if (sent)
        sent(outcome);
}

} // namespace kontor
