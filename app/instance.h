// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

#include <QObject>

#include <memory>
#include <optional>

class QLocalServer;
class QLocalSocket;

namespace kontor {

class Console;
class Shop;
class ShopClock;

//! The door of the process that holds a data folder: a second start raises its window, and a
//! command that writes is done by it, its words sent back. One request a connection, one JSON
//! object a line.
class InstanceDoor : public QObject
{
    Q_OBJECT
public:
    //! The clock is the one that the shop was opened with.
    InstanceDoor(Shop &shop, ShopClock &clock, QObject *parent = nullptr);
    ~InstanceDoor() override;

    //! A socket that a killed process left behind is replaced: whoever holds the folder's lock is
    //! alone.
    Result<> open(const QString &name);

Q_SIGNALS:
    void raiseAsked();

private:
    void welcome(QLocalSocket *visitor);
    void serve(QLocalSocket *visitor, const QByteArray &request);
    //! An error if the command cannot be done here as it was given.
    Result<> prepare(const CommandLine &line) const;

    Shop &m_shop;
    ShopClock &m_clock;
    std::unique_ptr<QLocalServer> m_server;
};

//! Hands the arguments (none: raise the window) to the process behind the door and prints what it
//! says; answers its exit code, or nothing if nobody is there.
std::optional<int> handOver(const QString &socketName, const QStringList &arguments,
                            Console &console);

} // namespace kontor
