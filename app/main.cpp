// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/console.h"
#include "app/cli/read_commands.h"
#include "app/cli/task.h"
#include "app/cli/task_options.h"
#include "app/data_folder.h"
#include "app/instance.h"
#include "app/owner.h"
#include "app/sandbox_process.h"
#include "app/shop.h"
#include "app/window.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int sandboxWatchMs = 2000;

//! The file that a command reads, as the process behind the door must be told it.
QStringList withWholePaths(QStringList arguments, const CommandLine &line)
{
    if (line.command != u"replay"_s && line.command != u"import-products"_s)
        return arguments;
    for (QString &argument : arguments) {
        if (!line.arguments.isEmpty() && argument == line.arguments.first() &&
            QFileInfo::exists(argument))
            argument = QFileInfo(argument).absoluteFilePath();
    }
    return arguments;
}

int runTask(const CommandLine &line, const DataFolder &folder, ShopSettings settings,
            Console &console)
{
    const bool replay = line.makesHistory();
    const bool usesSandbox =
        line.command.startsWith(u"demo"_s) || line.option(u"fulfilment"_s) == u"delivery"_s;
    if (usesSandbox) {
        const auto sandbox = sandboxFor(folder.path(), line.option(u"sandbox-faults"_s));
        if (!sandbox) {
            console.complain(sandbox.error());
            return 1;
        }
        settings.outside = *sandbox;
    }
    const SystemClock systemClock;
    const ReplayClock replayClock;
    const OwnerOnly rights;
    const auto shop = Shop::open(
        settings, replay ? static_cast<const Clock &>(replayClock) : systemClock, rights);
    if (!shop) {
        console.complain(shop.error());
        return 1;
    }
    const auto task = Task::make(line, **shop, console);
    QObject::connect(task.get(), &Task::finished, qApp,
                     [](int exitCode) { QCoreApplication::exit(exitCode); });
    QObject::connect(shop->get(), &Shop::troubled, qApp,
                     [&console](const QString &service, const QString &detail) {
                         console.complain(service + u": "_s + detail);
                     });
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, qApp, [&] {
        if (sandboxAnswers(settings.outside))
            return;
        console.complain(Error(
            SandboxError::Ended,
            u"The sandbox ended in the middle. The same command goes on where this one stopped."_s));
        QCoreApplication::exit(1);
    });
    if (usesSandbox)
        watch.start(sandboxWatchMs);
    // Who only looks finds things as they are.
    if (line.command != u"attention"_s)
        (*shop)->start();
    task->start();
    return QCoreApplication::exec();
}

int runCommand(const CommandLine &line, const QStringList &arguments, Console &console)
{
    DataFolder folder(line.folder);
    ShopSettings settings;
    settings.folder = folder.path();
    const QHash<QString, int (*)(const CommandLine &, const ShopSettings &, Console &)> readers = {
        {u"audit"_s, runAudit},
        {u"verify"_s, runVerify},
        {u"order"_s, runOrder},
        {u"kiosk-pin"_s, runKioskPin},
        {u"shift"_s, runShift}};
    const auto read = readers.value(line.command);
    if (read || line.command == u"attention"_s || line.command == u"retry"_s) {
        if (const auto there = folder.require(); !there) {
            console.complain(there.error());
            return 1;
        }
    }
    if (read)
        return read(line, settings, console);
    if (const auto possible = checkTask(line); !possible) {
        console.complain(possible.error());
        return possible.error().isIn<UsageError>() || possible.error().isIn<MoneyError>() ? 2 : 1;
    }
    if (const auto locked = folder.lock(); !locked) {
        if (locked.error().is(FolderError::InUse)) {
            const auto handed =
                handOver(folder.socketName(), withWholePaths(arguments, line), console);
            if (handed)
                return *handed;
        }
        console.complain(locked.error());
        return 1;
    }
    return runTask(line, folder, settings, console);
}

//! Qt aborts the program where there is none.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"kontor"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KONTOR_VERSION));
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    Terminal terminal;
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        terminal.print(CommandLine::help());
        return 0;
    }
    if (arguments.contains(u"--version"_s)) {
        terminal.print(u"kontor "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    const auto line = CommandLine::parse(arguments);
    if (!line) {
        terminal.complain(line.error().text());
        return 2;
    }
    if (line->command.isEmpty() && !hasDisplay()) {
        terminal.complain(
            u"There is no display to open a window on; kontor --help lists what works without one."_s);
        return 1;
    }
    if (line->command.isEmpty()) {
        QApplication application(argc, argv);
        return runWindow(line->folder, line->kiosk, terminal);
    }
    QCoreApplication application(argc, argv);
    const int exitCode = runCommand(*line, arguments, terminal);
    if (terminal.hasPrinted())
        return exitCode;
    terminal.complain(u"What was to be printed could not be written."_s);
    return 1;
}
