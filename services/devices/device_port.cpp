// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/device_port.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace kontor {

using namespace Qt::StringLiterals;

DevicePort::DevicePort(const QString &path, int patienceMs) : m_path(path), m_patienceMs(patienceMs)
{
    // A device that goes away answers with an error instead of ending the program.
    std::signal(SIGPIPE, SIG_IGN);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { finish(DevicesError::PrinterStalls, u"no byte was taken in time"_s); });
}

DevicePort::~DevicePort()
{
    m_notifier.reset();
    if (m_file >= 0)
        ::close(m_file);
}

void DevicePort::send(const QByteArray &bytes, Printed sent)
{
    m_bytes = bytes;
    m_written = 0;
    m_sent = std::move(sent);
    // A printer without paper would hold up whoever waits for it to take bytes.
    m_file = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (m_file < 0)
        return finish(errno == EACCES ? DevicesError::CannotWrite : DevicesError::PrinterOff,
                      qt_error_string(errno));
    m_notifier = std::make_unique<QSocketNotifier>(m_file, QSocketNotifier::Write);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &DevicePort::write);
    m_timer.start(m_patienceMs);
}

void DevicePort::write()
{
    const auto count =
        ::write(m_file, m_bytes.constData() + m_written, size_t(m_bytes.size() - m_written));
    if (count < 0) {
        if (errno == EAGAIN || errno == EINTR)
            return;
        return finish(errno == ENOSPC ? DevicesError::NoPaper : DevicesError::PrinterGone,
                      qt_error_string(errno));
    }
    m_written += count;
    m_timer.start(m_patienceMs);
    if (m_written == m_bytes.size())
        finish({});
}

void DevicePort::finish(std::optional<DevicesError> trouble, const QString &detail)
{
    m_timer.stop();
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // it may be the one that calls
    }
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
    const Printed sent = std::exchange(m_sent, {});
    sent(trouble ? PrintOutcome{Error(*trouble, detail), m_written > 0} : PrintOutcome{});
}

} // namespace kontor
