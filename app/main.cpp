// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/console.h"
#include "app/cli/read_commands.h"
#include "app/cli/task.h"
#include "app/data_folder.h"
#include "app/owner.h"
#include "app/sandbox_process.h"
#include "app/shop.h"

#include <QCoreApplication>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

int runTask(const CommandLine &line, const DataFolder &folder, ShopSettings settings, Console &console)
{
    const bool replay = line.command == u"replay"_s;
    if (!replay || line.option(u"fulfilment"_s) == u"delivery"_s) {
        const auto sandbox = sandboxFor(folder.path(), line.option(u"sandbox-faults"_s));
        if (!sandbox) {
            console.complain(sandbox.error().text());
            return 1;
        }
        settings.outside = *sandbox;
    }
    const SystemClock systemClock;
    const ReplayClock replayClock;
    const OwnerOnly rights;
    const auto shop =
        Shop::open(settings, replay ? static_cast<const Clock &>(replayClock) : systemClock, rights);
    if (!shop) {
        console.complain(shop.error().text());
        return 1;
    }
    const auto task = Task::make(line, **shop, console);
    QObject::connect(task.get(), &Task::finished, qApp, [](int exitCode) { QCoreApplication::exit(exitCode); });
    QObject::connect(shop->get(), &Shop::troubled, qApp,
                     [&console](const QString &service, const QString &detail) { console.complain(service + u": "_s + detail); });
    (*shop)->start();
    task->start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kontor"_s);
    Terminal terminal;
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.contains(u"--help"_s)) {
        terminal.print(CommandLine::help());
        return 0;
    }
    if (arguments.contains(u"--version"_s)) {
        terminal.print(u"kontor %1"_s.arg(QStringLiteral(KONTOR_VERSION)));
        return 0;
    }
    const auto line = CommandLine::parse(arguments);
    if (!line) {
        terminal.complain(line.error().text());
        return 2;
    }
    DataFolder folder(line->folder);
    ShopSettings settings;
    settings.folder = folder.path();
    if (line->command == u"audit"_s)
        return runAudit(*line, settings, terminal);
    if (line->command == u"verify"_s)
        return runVerify(*line, settings, terminal);
    if (line->command == u"order"_s)
        return runOrder(*line, settings, terminal);
    if (const auto locked = folder.lock(); !locked) {
        terminal.complain(locked.error().text());
        return 1;
    }
    return runTask(*line, folder, settings, terminal);
}
