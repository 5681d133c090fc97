// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/doomed_process.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <csignal>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// A call is surely under way by then, and not given up yet.
constexpr int killedAfterMs = 100;
constexpr int workerLimitMs = 20'000;

} // namespace

void die() { std::raise(SIGKILL); }

void dieLater() { QTimer::singleShot(killedAfterMs, qApp, die); }

QString runUntilKilled(const QString &program, const QStringList &arguments)
{
    QProcess worker;
    worker.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
    const bool ended = QTest::qWaitFor([&worker] { return worker.state() == QProcess::NotRunning; },
                                       workerLimitMs);
    if (ended && worker.exitStatus() == QProcess::CrashExit && worker.exitCode() == SIGKILL)
        return {};
    return u"the worker was not killed: "_s + QString::fromUtf8(worker.readAllStandardError());
}

} // namespace kontor
