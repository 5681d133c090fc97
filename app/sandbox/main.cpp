// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

namespace {

int fail(const QString &reason)
{
    QTextStream(stderr) << "kontor-sandbox: " << reason << Qt::endl;
    return 1;
}

Outcome<FaultPlan> readFaultPlan(const QString &path)
{
    if (path.isEmpty())
        return FaultPlan();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Refusal{u"the fault plan %1 cannot be read: %2"_s.arg(path, file.errorString())};
    return FaultPlan::parse(file.readAll());
}

bool writePortFile(const QString &path, quint16 port)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port)) > 0 &&
           file.commit();
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Plays the payment and the logistics system for Kontor's training mode, on loopback."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"ledger"_s, u"The file of all that happened; made where it is absent."_s, u"file"_s},
        {u"port"_s, u"The port to listen on; 0 takes any."_s, u"number"_s, u"0"_s},
        {u"port-file"_s, u"The file to write the port to."_s, u"file"_s},
        {u"fault-plan"_s, u"The calls that are to go wrong, as JSON."_s, u"file"_s},
        {u"quit-after-idle"_s, u"End after so many seconds without a call."_s, u"seconds"_s},
    });
}

int run(const QCommandLineParser &options)
{
    bool portIsNumber = false;
    const auto port = options.value(u"port"_s).toUShort(&portIsNumber);
    if (!portIsNumber)
        return fail(u"--port must be a number from 0 to 65535"_s);
    if (!options.isSet(u"ledger"_s) || !options.positionalArguments().isEmpty())
        return fail(u"--ledger FILE is needed, and nothing but options; see --help"_s);
    bool idleIsNumber = true;
    const auto idleSeconds = options.isSet(u"quit-after-idle"_s)
                                 ? options.value(u"quit-after-idle"_s).toInt(&idleIsNumber)
                                 : 0;
    if (!idleIsNumber || idleSeconds < 0 || idleSeconds > 1'000'000 ||
        (options.isSet(u"quit-after-idle"_s) && idleSeconds == 0))
        return fail(u"--quit-after-idle must be a number of seconds, at least 1"_s);
    auto faults = readFaultPlan(options.value(u"fault-plan"_s));
    if (!faults)
        return fail(faults.reason());
    auto ledger = Ledger::open(options.value(u"ledger"_s));
    if (!ledger)
        return fail(ledger.reason());

    Sandbox sandbox(**ledger, std::move(*faults));
    if (!sandbox.listen(port))
        return fail(u"cannot listen on port %1: %2"_s.arg(port).arg(sandbox.errorText()));
    const auto portFile = options.value(u"port-file"_s);
    if (!portFile.isEmpty() && !writePortFile(portFile, sandbox.port()))
        return fail(u"the port file %1 cannot be written"_s.arg(portFile));
    QTextStream(stdout) << "listening on " << sandbox.baseUrl() << Qt::endl;

    QObject::connect(
        &sandbox, &Sandbox::ledgerFailed, qApp,
        [] { QCoreApplication::exit(fail(u"the ledger cannot be written; ended"_s)); },
        Qt::QueuedConnection);
    QTimer idle;
    idle.setSingleShot(true);
    QObject::connect(&idle, &QTimer::timeout, qApp, &QCoreApplication::quit);
    if (idleSeconds > 0) {
        QObject::connect(&sandbox, &Sandbox::requestReceived, &idle, qOverload<>(&QTimer::start));
        idle.start(std::chrono::seconds(idleSeconds));
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    addOptions(options);
    options.process(application);
    return run(options);
}
