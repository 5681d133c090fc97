// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/printer.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

namespace kontor {

//! A printer behind a device file, such as that of a USB printer.
class DevicePort final : public QObject, public BytePort
{
    Q_OBJECT
public:
    DevicePort(const QString &path, int patienceMs);
    ~DevicePort() override;

    void send(const QByteArray &bytes, Printed sent) override;

private:
    void write();
    void finish(std::optional<DevicesError> trouble, const QString &detail = {});

    QString m_path;
    int m_patienceMs;
    int m_file = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timer;
    QByteArray m_bytes;
    qsizetype m_written = 0;
    Printed m_sent;
};

} // namespace kontor
