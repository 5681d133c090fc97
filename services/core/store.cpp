// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/store.h"

#include "services/core/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>
#include <cstring>

namespace kontor {

namespace {

// "KNTR": says in the file's header whose it is.
constexpr qint64 sqliteApplicationId = 0x4b4e5452;

QString connectionName(const QString &service)
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("%1/%2/%3")
        .arg(service)
        .arg(quintptr(QThread::currentThreadId()))
        .arg(++count);
}

bool changesRows(const char *sql)
{
    while (*sql == ' ' || *sql == '\n')
        ++sql;
    return std::strncmp(sql, "SELECT", 6) != 0;
}

} // namespace

bool isPassing(const Error &error)
{
    return error.is(StoreError::Busy) || error.is(StoreError::DiskFull) ||
           error.is(StoreError::InputOutput) || error.is(StoreError::ServerLost) ||
           error.is(StoreError::CannotOpen);
}

StoreUrl StoreUrl::sqlite(const QString &path)
{
    StoreUrl url;
    url.path = path;
    return url;
}

Result<StoreUrl> StoreUrl::parse(const QString &text)
{
    if (text.startsWith(QLatin1String("sqlite:")))
        return sqlite(text.mid(7));
    const QUrl parsed(text);
    if (parsed.scheme() != QLatin1String("postgresql") || parsed.path().size() < 2)
        return Error(
            StoreError::CannotOpen,
            QStringLiteral("'%1' is neither sqlite:FILE nor postgresql://USER@HOST/DATABASE")
                .arg(text));
    StoreUrl url;
    url.dialect = Dialect::PostgreSql;
    const QUrlQuery query(parsed);
    const QString socketFolder = query.queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded);
    url.host = socketFolder.isEmpty() ? parsed.host() : socketFolder;
    url.port = parsed.port(5432);
    url.user = parsed.userName();
    url.database = parsed.path().mid(1);
    url.schema = query.queryItemValue(QStringLiteral("schema"), QUrl::FullyDecoded);
    return url;
}

Currency Row::currency(int column) const
{
    const auto known = Currency::fromCode(text(column));
    KONTOR_CHECK(bool(known));
    return *known;
}

Store::Store(StoreUrl url, QString service, Access access)
    : m_url(std::move(url))
    , m_service(std::move(service))
    , m_access(access)
    , m_connection(connectionName(m_service))
{
}

Store::~Store() { disconnect(); }

Result<std::unique_ptr<Store>> Store::open(const StoreUrl &url, const QString &service,
                                           Access access)
{
    std::unique_ptr<Store> store(new Store(url, service, access));
    if (url.dialect == Dialect::Sqlite && QFileInfo::exists(url.path)) {
        // The version is looked at before anything may be changed.
        Store looking(url, service, Access::Read);
        if (const auto opened = looking.connect(); !opened)
            return opened.error();
        if (const auto known = Migrations(looking).refuseNewer(); !known)
            return known.error();
    }
    if (const auto opened = store->connect(); !opened)
        return opened.error();
    Migrations migrations(*store);
    if (const auto known = migrations.refuseNewer(); !known)
        return known.error();
    if (access == Access::Write) {
        if (const auto migrated = migrations.run(); !migrated)
            return migrated.error();
    }
    return store;
}

Result<> Store::connect()
{
    const bool sqlite = m_url.dialect == Dialect::Sqlite;
    auto database = QSqlDatabase::addDatabase(
        sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), m_connection);
    if (sqlite) {
        database.setDatabaseName(m_url.path);
        database.setConnectOptions(
            m_access == Access::Read
                ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY")
                : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    } else {
        database.setHostName(m_url.host);
        database.setPort(m_url.port);
        database.setUserName(m_url.user);
        database.setDatabaseName(m_url.database);
        database.setConnectOptions(
            QStringLiteral("connect_timeout=5;keepalives_idle=10;keepalives_interval=5"));
    }
    if (!database.open()) {
        const QSqlError error = database.lastError();
        const QString detail = sqlite
                                   ? QStringLiteral("%1: %2").arg(m_url.path, error.databaseText())
                                   : error.databaseText().trimmed();
        if (sqlite && QFileInfo::exists(m_url.path) && !QFileInfo(m_url.path).isReadable())
            return Error(StoreError::NoPermission, detail);
        return Error(StoreError::CannotOpen, detail);
    }
    m_broken = false;
    return sqlite ? prepareSqlite() : preparePostgreSql();
}

Result<> Store::prepareSqlite()
{
    const auto pragma = [this](const char *sql, const QString &expected) -> Result<> {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        if (!query.exec(QString::fromLatin1(sql)))
            return errorFrom(query.lastError());
        if (!expected.isNull() && (!query.next() || query.value(0).toString() != expected))
            return Error(
                StoreError::CannotOpen,
                QStringLiteral("%1: '%2' was not accepted").arg(m_url.path, QLatin1String(sql)));
        return {};
    };
    struct Setting
    {
        const char *sql;
        QString expected;
    };
    QList<Setting> settings;
    if (m_access == Access::Read) {
        settings = {{"PRAGMA query_only=ON", {}}, {"PRAGMA query_only", QStringLiteral("1")}};
    } else {
        settings = {{"PRAGMA journal_mode=WAL", QStringLiteral("wal")},
                    {"PRAGMA synchronous=FULL", {}},
                    {"PRAGMA synchronous", QStringLiteral("2")},
                    {"PRAGMA foreign_keys=ON", {}},
                    {"PRAGMA foreign_keys", QStringLiteral("1")},
                    {"PRAGMA wal_autocheckpoint=1000", {}}};
    }
    settings += {{"PRAGMA trusted_schema=OFF", {}},
                 {"PRAGMA cell_size_check=ON", {}},
                 {"PRAGMA mmap_size=0", {}}};
    for (const Setting &setting : settings) {
        if (const auto done = pragma(setting.sql, setting.expected); !done)
            return done;
    }
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!query.exec(QStringLiteral("PRAGMA application_id")) || !query.next())
        return errorFrom(query.lastError());
    const qint64 applicationId = query.value(0).toLongLong();
    query.finish();
    if (applicationId == sqliteApplicationId)
        return {};
    if (!query.exec(QStringLiteral("SELECT count(*) FROM sqlite_schema")) || !query.next())
        return errorFrom(query.lastError());
    const bool empty = query.value(0).toLongLong() == 0;
    query.finish();
    if (applicationId != 0 || !empty)
        return Error(StoreError::NotAStore,
                     QStringLiteral("%1 is not a database of Kontor").arg(m_url.path));
    if (m_access == Access::Read)
        return {};
    return plain(QStringLiteral("PRAGMA application_id=%1").arg(sqliteApplicationId));
}

Result<> Store::preparePostgreSql()
{
    const QString schema = m_url.schema.isEmpty() ? m_service : m_url.schema;
    QStringList settings;
    if (m_access == Access::Write) {
        // Several applications may start at once, and CREATE SCHEMA IF NOT EXISTS is not safe
        // against that.
        settings << QStringLiteral("SELECT pg_advisory_lock(hashtext('kontor/' || %1))")
                        .arg(u'\'' + schema + u'\'')
                 << QStringLiteral("CREATE SCHEMA IF NOT EXISTS \"%1\"").arg(schema)
                 << QStringLiteral("SELECT pg_advisory_unlock(hashtext('kontor/' || %1))")
                        .arg(u'\'' + schema + u'\'');
    }
    settings << QStringLiteral("SET search_path TO \"%1\"").arg(schema)
             << QStringLiteral("SET client_min_messages TO warning")
             << QStringLiteral("SET synchronous_commit TO on")
             << QStringLiteral("SET idle_in_transaction_session_timeout TO '10s'")
             << QStringLiteral("SET lock_timeout TO '5s'")
             << QStringLiteral("SET statement_timeout TO '15s'");
    if (m_access == Access::Read)
        settings << QStringLiteral("SET default_transaction_read_only TO on");
    for (const QString &setting : settings) {
        if (const auto done = plain(setting); !done)
            return done;
    }
    return {};
}

void Store::disconnect()
{
    if (m_inTransaction)
        rollBack();
    qDeleteAll(m_prepared);
    m_prepared.clear();
    if (QSqlDatabase::contains(m_connection)) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Result<> Store::begin()
{
    KONTOR_CHECK(!m_inTransaction);
    if (m_broken) {
        disconnect();
        if (const auto opened = connect(); !opened) {
            m_broken = true;
            return opened;
        }
    }
    const auto begun = plain(m_url.dialect == Dialect::Sqlite ? QStringLiteral("BEGIN IMMEDIATE")
                                                              : QStringLiteral("BEGIN"));
    m_inTransaction = bool(begun);
    return begun;
}

Result<> Store::commit()
{
    KONTOR_CHECK(m_inTransaction);
    constexpr int busyTries = 5;
    for (int tries = 1;; ++tries) {
        const auto done = plain(QStringLiteral("COMMIT"));
        if (done) {
            m_inTransaction = false;
            return {};
        }
        if (done.error().is(StoreError::Busy) && tries < busyTries)
            continue;
        rollBack();
        return done;
    }
}

void Store::rollBack()
{
    if (!m_inTransaction)
        return;
    m_inTransaction = false;
    if (!plain(QStringLiteral("ROLLBACK")))
        m_broken = true;
}

Result<> Store::plain(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (query.exec(sql))
        return {};
    const Error error = errorFrom(query.lastError());
    if (error.is(StoreError::InputOutput) || error.is(StoreError::ServerLost))
        m_broken = true;
    return error;
}

Result<QSqlQuery *> Store::prepared(const char *sql)
{
    if (m_broken && !m_inTransaction) {
        disconnect();
        if (const auto opened = connect(); !opened) {
            m_broken = true;
            return opened.error();
        }
    }
    auto &query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        fresh->setForwardOnly(true);
        if (!fresh->prepare(QString::fromUtf8(sql))) {
            m_prepared.remove(sql);
            const Error error = errorFrom(fresh->lastError());
            if (error.is(StoreError::InputOutput) || error.is(StoreError::ServerLost))
                m_broken = true;
            return error;
        }
        query = fresh.release();
    }
    return query;
}

Result<> Store::executed(const char *sql, QSqlQuery &query)
{
    if (changesRows(sql))
        ++m_writes;
    if (query.exec())
        return {};
    const Error error = errorFrom(query.lastError());
    query.finish();
    if (error.is(StoreError::InputOutput) || error.is(StoreError::ServerLost))
        m_broken = true;
    return error;
}

Result<> Store::finished(QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return errorFrom(error);
    return {};
}

Error Store::errorFrom(const QSqlError &error) const
{
    const QString detail = QStringLiteral("%1: %2").arg(m_service, error.text().trimmed());
    const QString native = error.nativeErrorCode();
    if (m_url.dialect == Dialect::PostgreSql) {
        if (native.startsWith(QLatin1String("23")))
            return Error(StoreError::Constraint, detail);
        if (native.startsWith(QLatin1String("53")))
            return Error(StoreError::DiskFull, detail);
        if (native.startsWith(QLatin1String("40")) || native.startsWith(QLatin1String("55")) ||
            native == QLatin1String("57014"))
            return Error(StoreError::Busy, detail);
        if (native.isEmpty() || native.startsWith(QLatin1String("08")) ||
            native.startsWith(QLatin1String("57")) || error.type() == QSqlError::ConnectionError)
            return Error(StoreError::ServerLost, detail);
        if (native == QLatin1String("42501"))
            return Error(StoreError::NoPermission, detail);
        return Error(StoreError::Statement, detail);
    }
    // Primary result codes of SQLite, https://www.sqlite.org/rescode.html
    switch (native.toInt() & 0xff) {
    case 5: // BUSY
    case 6:
        return Error(StoreError::Busy, detail); // LOCKED
    case 3:                                     // PERM
    case 8:
        return Error(StoreError::NoPermission, detail); // READONLY
    case 10:
        return Error(StoreError::InputOutput, detail); // IOERR
    case 11:
        return Error(StoreError::Corrupt, detail); // CORRUPT
    case 13:
        return Error(StoreError::DiskFull, detail); // FULL
    case 14:
        return Error(StoreError::CannotOpen, detail); // CANTOPEN
    case 19:
        return Error(StoreError::Constraint, detail); // CONSTRAINT
    case 26:
        return Error(StoreError::NotAStore, detail); // NOTADB
    default:
        return Error(StoreError::Statement, detail);
    }
}

} // namespace kontor
