// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace kontor::test {

//! What a run of the program left: its words and its exit code.
struct Told
{
    int exitCode = -1; //!< -1: it crashed or did not end
    QByteArray out;
    QByteArray errors;

    //! Standard output as one JSON object; empty unless it is that and nothing else.
    QJsonObject json() const;
    //! For the message of a failed check.
    QByteArray all() const;
};

//! The program as a stranger meets it: by its command line, in memory that no large file fits into.
std::unique_ptr<QProcess> startKontor(const QString &folder, const QStringList &arguments,
                                      const QString &output = {});
Told ended(QProcess &kontor);
Told runKontor(const QString &folder, const QStringList &arguments);
//! Without --data.
Told runKontor(const QStringList &arguments);

//! How many events a service's topic has; 0 if it is not there yet.
qint64 eventCount(const QString &folder, const QString &service);
//! One text, read from a store.
QString textIn(const QString &folder, const QString &service, const QString &statement);
//! Runs statements on a store behind the program's back.
void meddle(const QString &folder, const QString &service, const QStringList &statements);
//! The bytes of all stores, after what lies in their logs was moved into them.
QByteArray storeBytes(const QString &folder);
//! Copies a shop whose stores no one uses.
void copyShop(const QString &from, const QString &to);

} // namespace kontor::test
