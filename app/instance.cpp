// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance.h"

#include "app/cli/console.h"
#include "app/cli/task.h"
#include "app/sandbox_process.h"
#include "app/shop.h"
#include "app/shop_clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int connectMs = 1000;
constexpr qint64 maxRequest = 64 * 1024;

QByteArray instanceMessage(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

//! Prints at the other end of a connection.
class VisitorConsole final : public Console
{
public:
    explicit VisitorConsole(QLocalSocket *visitor) : m_visitor(visitor) {}

    using Console::complain;
    using Console::print;
    void print(const QString &line) override { send({{u"out"_s, line}}); }
    void complain(const QString &line) override { send({{u"error"_s, line}}); }
    void progress(const QString &what, qint64 done, qint64 total) override
    {
        send({{u"progress"_s, what}, {u"done"_s, done}, {u"total"_s, total}});
    }
    void end(int exitCode)
    {
        send({{u"exit"_s, exitCode}});
        if (m_visitor)
            m_visitor->disconnectFromServer();
    }

private:
    void send(const QJsonObject &object)
    {
        if (m_visitor && m_visitor->state() == QLocalSocket::ConnectedState)
            m_visitor->write(instanceMessage(object));
    }

    QPointer<QLocalSocket> m_visitor; // dies when the visitor leaves
};

//! A command on behalf of a visitor; it goes on when the visitor leaves, and dies at its end.
class VisitorTask : public QObject
{
public:
    VisitorTask(const CommandLine &line, Shop &shop, ShopClock &clock, QLocalSocket *visitor,
                QObject *parent)
        : QObject(parent)
        , m_console(visitor)
        , m_clock(clock)
        , m_isReplay(line.makesHistory())
        , m_task(Task::make(line, shop, m_console))
    {
        if (m_isReplay)
            m_clock.replayBegins();
    }
    ~VisitorTask() override
    {
        if (m_isReplay)
            m_clock.replayEnds();
    }

    bool start()
    {
        if (!m_task)
            return false;
        connect(m_task.get(), &Task::finished, this, [this](int exitCode) {
            m_console.end(exitCode);
            deleteLater();
        });
        m_task->start();
        return true;
    }

private:
    VisitorConsole m_console;
    ShopClock &m_clock;
    const bool m_isReplay;
    std::unique_ptr<Task> m_task;
};

} // namespace

InstanceDoor::InstanceDoor(Shop &shop, ShopClock &clock, QObject *parent)
    : QObject(parent)
    , m_shop(shop)
    , m_clock(clock)
{
}

InstanceDoor::~InstanceDoor() = default;

Result<> InstanceDoor::open(const QString &name)
{
    m_server = std::make_unique<QLocalServer>(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(name);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *visitor = m_server->nextPendingConnection())
            welcome(visitor);
    });
    if (!m_server->listen(name))
        return Error(UsageError::Wrong, m_server->errorString());
    return {};
}

void InstanceDoor::welcome(QLocalSocket *visitor)
{
    visitor->setReadBufferSize(maxRequest);
    connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
    connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] {
        if (visitor->canReadLine())
            serve(visitor, visitor->readLine(maxRequest));
        else if (visitor->bytesAvailable() >= maxRequest)
            visitor->abort();
    });
}

void InstanceDoor::serve(QLocalSocket *visitor, const QByteArray &request)
{
    QStringList arguments;
    const QJsonArray given = QJsonDocument::fromJson(request).object()["arguments"_L1].toArray();
    for (const auto &argument : given)
        arguments.append(argument.toString());
    VisitorConsole console(visitor);
    const auto line = CommandLine::parse(arguments);
    if (!line) {
        console.complain(line.error().text());
        return console.end(2);
    }
    if (line->command.isEmpty()) {
        Q_EMIT raiseAsked();
        return console.end(0);
    }
    if (const auto prepared = prepare(*line); !prepared) {
        console.complain(prepared.error());
        return console.end(1);
    }
    auto task = std::make_unique<VisitorTask>(*line, m_shop, m_clock, visitor, this);
    if (task->start()) {
        task.release(); // it ends by itself
        return;
    }
    console.complain(u"A running Kontor cannot do '%1'."_s.arg(line->command));
    console.end(2);
}

Result<> InstanceDoor::prepare(const CommandLine &line) const
{
    const QString faults = line.option(u"sandbox-faults"_s);
    if (faults.isEmpty())
        return {};
    const auto sandbox = sandboxFor(m_shop.settings().folder, faults);
    return sandbox ? Result<>() : sandbox.error();
}

std::optional<int> handOver(const QString &socketName, const QStringList &arguments,
                            Console &console)
{
    QLocalSocket socket;
    socket.connectToServer(socketName);
    if (!socket.waitForConnected(connectMs))
        return std::nullopt;
    socket.write(instanceMessage({{u"arguments"_s, QJsonArray::fromStringList(arguments)}}));
    while (socket.state() == QLocalSocket::ConnectedState || socket.canReadLine()) {
        if (!socket.canReadLine() && !socket.waitForReadyRead(-1))
            break;
        while (socket.canReadLine()) {
            const QJsonObject said = QJsonDocument::fromJson(socket.readLine()).object();
            if (said.contains("out"_L1))
                console.print(said["out"_L1].toString());
            if (said.contains("error"_L1))
                console.complain(said["error"_L1].toString());
            if (said.contains("progress"_L1))
                console.progress(said["progress"_L1].toString(), said["done"_L1].toInteger(),
                                 said["total"_L1].toInteger());
            if (said.contains("exit"_L1))
                return said["exit"_L1].toInt();
        }
    }
    console.complain(u"The running Kontor ended before it had finished."_s);
    return 1;
}

} // namespace kontor
