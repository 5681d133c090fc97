// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/printer.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace kontor {

//! A queue of the system's print service, which hands the bytes on as they are.
class CupsPort final : public QObject, public BytePort
{
    Q_OBJECT
public:
    CupsPort(const QString &queue, int patienceMs);
    ~CupsPort() override;

    void send(const QByteArray &bytes, Printed sent) override;

private:
    void ended();
    void finish(const PrintOutcome &outcome);

    QString m_queue;
    int m_patienceMs;
    QProcess m_lp;
    QTimer m_timer;
    Printed m_sent;
};

} // namespace kontor
