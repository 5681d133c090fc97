// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>

#include <csignal>

namespace kontor {

//! Kills the sandboxes that were started with a ledger in this folder; answers how many.
inline int killSandboxesOf(const QString &folder)
{
    int killed = 0;
    const QDir processes(QStringLiteral("/proc"));
    const QStringList all = processes.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &process : all) {
        QFile commandLine(processes.filePath(process + QStringLiteral("/cmdline")));
        if (!commandLine.open(QIODevice::ReadOnly))
            continue;
        const QByteArray words = commandLine.readAll();
        if (words.contains("kontor-sandbox") && words.contains(folder.toUtf8() + '/'))
            killed += ::kill(process.toInt(), SIGKILL) == 0 ? 1 : 0;
    }
    return killed;
}

} // namespace kontor
