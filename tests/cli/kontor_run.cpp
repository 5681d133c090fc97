// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/kontor_run.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <sys/resource.h>

namespace kontor::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int endMs = 120'000;
// The stacks of eight threads are counted, although they are hardly used.
constexpr rlim_t memoryBytes = 1'500'000'000;

QString storeFile(const QString &folder, const QString &service)
{
    return u"%1/%2.sqlite"_s.arg(folder, service);
}

template <class Work>
void withStore(const QString &file, Work work)
{
    const QString connection = u"behind/"_s + file;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        QVERIFY2(database.open(), qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        work(query);
    }
    QSqlDatabase::removeDatabase(connection);
}

std::unique_ptr<QProcess> started(const QStringList &arguments, const QString &output = {})
{
    auto process = std::make_unique<QProcess>();
    process->setProgram(QCoreApplication::applicationDirPath() + u"/kontor"_s);
    process->setArguments(arguments);
    process->setStandardInputFile(QProcess::nullDevice());
    process->setChildProcessModifier([] {
        const rlimit limit{memoryBytes, memoryBytes};
        setrlimit(RLIMIT_AS, &limit);
    });
    if (!output.isEmpty())
        process->setStandardOutputFile(output);
    process->start();
    return process;
}

} // namespace

QJsonObject Told::json() const { return QJsonDocument::fromJson(out).object(); }

QByteArray Told::all() const
{
    return "exit code " + QByteArray::number(exitCode) + "\n" + out + errors;
}

std::unique_ptr<QProcess> startKontor(const QString &folder, const QStringList &arguments,
                                      const QString &output)
{
    return started(QStringList{u"--data"_s, folder} + arguments, output);
}

Told ended(QProcess &kontor)
{
    Told told;
    const bool inTime = kontor.waitForFinished(endMs);
    if (!inTime)
        kontor.kill();
    if (inTime && kontor.exitStatus() == QProcess::NormalExit)
        told.exitCode = kontor.exitCode();
    told.out = kontor.readAllStandardOutput();
    told.errors = kontor.readAllStandardError();
    return told;
}

Told runKontor(const QString &folder, const QStringList &arguments)
{
    return ended(*startKontor(folder, arguments));
}

Told runKontor(const QStringList &arguments) { return ended(*started(arguments)); }

qint64 eventCount(const QString &folder, const QString &service)
{
    const QString file = storeFile(folder, service);
    qint64 count = 0;
    if (QFile::exists(file))
        withStore(file, [&](QSqlQuery &query) {
            if (query.exec(u"SELECT count(*) FROM event"_s) && query.next())
                count = query.value(0).toLongLong();
        });
    return count;
}

QString textIn(const QString &folder, const QString &service, const QString &statement)
{
    QString text;
    withStore(storeFile(folder, service), [&](QSqlQuery &query) {
        if (query.exec(statement) && query.next())
            text = query.value(0).toString();
    });
    return text;
}

void meddle(const QString &folder, const QString &service, const QStringList &statements)
{
    withStore(storeFile(folder, service), [&](QSqlQuery &query) {
        for (const QString &statement : statements)
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    });
}

QByteArray storeBytes(const QString &folder)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto stores = QDir(folder).entryList({u"*.sqlite"_s}, QDir::Files, QDir::Name);
    for (const QString &store : stores) {
        withStore(folder + u'/' + store,
                  [](QSqlQuery &query) { query.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); });
        QFile file(folder + u'/' + store);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(store.toUtf8() + file.readAll());
    }
    return hash.result();
}

void copyShop(const QString &from, const QString &to)
{
    storeBytes(from);
    QVERIFY(QDir().mkpath(to));
    const auto stores = QDir(from).entryList({u"*.sqlite"_s}, QDir::Files);
    for (const QString &store : stores)
        QVERIFY(QFile::copy(from + u'/' + store, to + u'/' + store));
}

} // namespace kontor::test
