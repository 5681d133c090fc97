// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QProcess>

namespace kontor {

//! A sandbox of its own for a test: its ledger lies in the given folder.
class SandboxProcess
{
public:
    ~SandboxProcess();

    //! Empty, or why it does not start.
    QString start(const QString &folder);
    QString url() const { return m_url; }
    QString ledger() const { return m_ledger; }

private:
    QProcess m_process;
    QString m_url;
    QString m_ledger;
};

//! One life of a shop (see worker.cpp).
class WorkerProcess
{
public:
    struct Ended
    {
        bool killed = false;
        bool quiet = false;
        qint64 readyMs = -1; //!< from its start to its first answer
        QString complaint;   //!< what it said when it ended by itself and not well
    };

    WorkerProcess(const QString &program, const QStringList &arguments);
    ~WorkerProcess();

    //! Waits a moment; false once it has ended.
    bool isAlive();
    qint64 ageMs() const { return m_age.elapsed(); }
    //! SIGKILL.
    void kill() { m_process.kill(); }
    Ended ended();
    //! It takes too long: ends it, with what it said.
    Ended giveUp();

private:
    void listen();

    QProcess m_process;
    QElapsedTimer m_age;
    QByteArray m_said;
    qint64 m_readyMs = -1;
};

} // namespace kontor
