// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox_process.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QThread>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerMs = 1000;
constexpr int startMs = 10'000;
// A sandbox that nobody uses ends by itself.
constexpr int idleSeconds = 3600;

//! One request with a short answer; empty if there was none.
QByteArray askSandbox(quint16 port, const QByteArray &method, const QByteArray &path,
                      const QByteArray &body = {})
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!socket.waitForConnected(answerMs))
        return {};
    socket.write(method + ' ' + path +
                 " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead(answerMs))
        answer += socket.readAll();
    return answer + socket.readAll();
}

quint16 portOf(const QString &portFile)
{
    QFile file(portFile);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().trimmed().toUShort();
}

bool answers(quint16 port)
{
    return port != 0 && askSandbox(port, "GET", "/_sandbox/health").startsWith("HTTP/1.1 200");
}

Result<quint16> startSandbox(const QString &folder, const QString &portFile)
{
    const QString program = QCoreApplication::applicationDirPath() + u"/kontor-sandbox"_s;
    if (!QFile::exists(program))
        return Error(SandboxError::NotInstalled, u"%1 is missing."_s.arg(program));
    QFile::remove(portFile);
    QProcess process;
    process.setProgram(program);
    process.setArguments({u"--ledger"_s, folder + u"/ledger.jsonl"_s, u"--port-file"_s, portFile,
                          u"--quit-after-idle"_s, QString::number(idleSeconds)});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(folder + u"/sandbox.log"_s, QIODevice::Append);
    if (!process.startDetached())
        return Error(SandboxError::DoesNotStart, u"%1 does not start."_s.arg(program));
    QElapsedTimer waited;
    for (waited.start(); waited.elapsed() < startMs; QThread::msleep(10)) {
        const quint16 port = portOf(portFile);
        if (answers(port))
            return port;
    }
    return Error(SandboxError::DoesNotStart,
                 u"The sandbox does not answer; %1/sandbox.log may say why."_s.arg(folder));
}

} // namespace

bool sandboxAnswers(const QUrl &sandbox) { return answers(quint16(sandbox.port())); }

Result<QUrl> sandboxFor(const QString &dataFolder, const QString &faultPlan)
{
    const QString folder = dataFolder + u"/sandbox"_s;
    if (!QDir().mkpath(folder))
        return Error(SandboxError::DoesNotStart, u"The folder %1 cannot be made."_s.arg(folder));
    // Named after the place, so that a copy of the folder does not find the sandbox of the
    // original.
    const auto place =
        QCryptographicHash::hash(QDir(folder).canonicalPath().toUtf8(), QCryptographicHash::Sha256);
    const QString portFile = folder + u"/port-"_s + QString::fromLatin1(place.toHex().first(8));
    quint16 port = portOf(portFile);
    if (!answers(port)) {
        const auto started = startSandbox(folder, portFile);
        if (!started)
            return started.error();
        port = *started;
    }
    if (!faultPlan.isEmpty()) {
        QFile plan(faultPlan);
        if (!plan.open(QIODevice::ReadOnly))
            return Error(SandboxError::BadFaultPlan,
                         u"The fault plan %1 cannot be read."_s.arg(faultPlan));
        const QByteArray answer = askSandbox(port, "POST", "/_sandbox/faults", plan.readAll());
        if (!answer.startsWith("HTTP/1.1 200")) {
            const QByteArray body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
            const QString why = QJsonDocument::fromJson(body).object()["detail"_L1].toString();
            return Error(SandboxError::BadFaultPlan,
                         u"The sandbox refuses the fault plan %1: %2."_s.arg(faultPlan, why));
        }
    }
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(port);
    return url;
}

} // namespace kontor
