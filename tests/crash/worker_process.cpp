// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/worker_process.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int sandboxStartMs = 10'000;
constexpr int momentMs = 2;
constexpr int complaintBytes = 2000;

} // namespace

SandboxProcess::~SandboxProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

QString SandboxProcess::start(const QString &folder)
{
    m_ledger = folder + u"/ledger.jsonl"_s;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + u"/kontor-sandbox"_s,
                    {u"--ledger"_s, m_ledger});
    QByteArray said;
    while (!said.endsWith('\n')) {
        if (!m_process.waitForReadyRead(sandboxStartMs))
            return u"the sandbox does not start"_s;
        said += m_process.readAllStandardOutput();
    }
    // "listening on http://127.0.0.1:PORT"
    m_url = QString::fromLatin1(said.trimmed()).section(u' ', -1);
    return {};
}

WorkerProcess::WorkerProcess(const QString &program, const QStringList &arguments)
{
    m_age.start();
    m_process.start(program, arguments);
}

WorkerProcess::~WorkerProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

void WorkerProcess::listen()
{
    m_said += m_process.readAllStandardOutput();
    if (m_readyMs < 0 && m_said.contains("READY"))
        m_readyMs = m_age.elapsed();
}

bool WorkerProcess::isAlive()
{
    if (m_process.state() == QProcess::NotRunning)
        return false;
    m_process.waitForReadyRead(momentMs);
    listen();
    return m_process.state() != QProcess::NotRunning;
}

WorkerProcess::Ended WorkerProcess::ended()
{
    m_process.waitForFinished();
    listen();
    Ended ended;
    ended.killed = m_process.exitStatus() == QProcess::CrashExit;
    ended.quiet = m_said.contains("QUIET");
    ended.readyMs = m_readyMs;
    // A program that halts by itself looks like a killed one from outside.
    const QString said = QString::fromUtf8(m_process.readAllStandardError().right(complaintBytes));
    if (said.contains(u"must hold"_s) || (!ended.killed && m_process.exitCode() != 0))
        ended.complaint = said.isEmpty() ? u"exit code %1"_s.arg(m_process.exitCode()) : said;
    return ended;
}

WorkerProcess::Ended WorkerProcess::giveUp()
{
    m_process.kill();
    Ended given = ended();
    given.complaint =
        u"it did not come to rest within %1 s: %2"_s.arg(m_age.elapsed() / 1000)
            .arg(QString::fromUtf8(m_process.readAllStandardError().right(complaintBytes)));
    return given;
}

} // namespace kontor
