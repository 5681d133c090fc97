// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/store.h"

#include "services/core/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>

#include <sqlite3.h>

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

bool mayWrite(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.path());
    return !folder.exists() || (folder.isWritable() && (!file.exists() || file.isWritable()));
}

} // namespace

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
    if (access == Access::Write && url.dialect == Dialect::Sqlite && !mayWrite(url.path))
        return Error(StoreError::NoPermission,
                     QStringLiteral("%1 may not be written").arg(url.path));
    if (url.dialect == Dialect::Sqlite && QFileInfo::exists(url.path)) {
        // The version is looked at before anything may be changed.
        Store looking(url, service, Access::Read);
        auto looked = looking.connect();
        if (looked)
            looked = Migrations(looking).refuseNewer();
        // What a crash left of the very first step only a writer can roll back; then the version is
        // looked at below.
        const bool isTorn = !looked && looked.error().is(StoreError::NoPermission);
        if (!looked && (access == Access::Read || !isTorn))
            return looked.error();
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

bool Store::changesRows(const char *sql)
{
    while (*sql == ' ' || *sql == '\n')
        ++sql;
    return std::strncmp(sql, "SELECT", 6) != 0;
}

Result<> Store::keepPrivate() const
{
    constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner;
    // An empty file is an empty database; SQLite gives its other files the permissions of this one.
    if (QFile file(m_url.path); !file.exists()) {
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, owner))
            return Error(StoreError::CannotOpen,
                         QStringLiteral("%1: %2").arg(m_url.path, file.errorString()));
        return {};
    }
    // By name: closing a descriptor of our own would drop SQLite's locks.
    for (const auto *part : {"", "-wal", "-shm"}) {
        const QString path = m_url.path + QLatin1String(part);
        if (QFile::exists(path) && !QFile::setPermissions(path, owner))
            return Error(StoreError::NoPermission,
                         QStringLiteral("%1 belongs to somebody else").arg(path));
    }
    return {};
}

Result<> Store::connect()
{
    const bool sqlite = m_url.dialect == Dialect::Sqlite;
    // For them all threads would share one lock at every allocation.
    static const int withoutStatistics = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(withoutStatistics)
    if (sqlite && m_access == Access::Write) {
        if (const auto kept = keepPrivate(); !kept)
            return kept;
    }
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
    const QString schema = this->schema();
    QStringList settings{QStringLiteral("SET client_min_messages TO warning")};
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
    // Without these a power cut on the server takes back what was acknowledged.
    for (const auto *needed : {"fsync", "full_page_writes"}) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        if (!query.exec(QStringLiteral("SHOW ") + QLatin1String(needed)) || !query.next())
            return errorFrom(query.lastError());
        if (query.value(0).toString() != QLatin1String("on"))
            return Error(StoreError::CannotOpen,
                         QStringLiteral("the server runs with %1 off").arg(QLatin1String(needed)));
    }
    return {};
}

void Store::disconnect()
{
    if (m_inTransaction)
        rollBack();
    m_prepared.clear();
    if (QSqlDatabase::contains(m_connection)) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Result<> Store::mend()
{
    if (!m_broken)
        return {};
    disconnect();
    const auto opened = connect();
    m_broken = !opened;
    return opened;
}

Result<> Store::begin()
{
    KONTOR_CHECK(!m_inTransaction);
    const QString sql = m_url.dialect == Dialect::Sqlite ? QStringLiteral("BEGIN IMMEDIATE")
                                                         : QStringLiteral("BEGIN");
    if (const auto mended = mend(); !mended)
        return mended;
    auto begun = plain(sql);
    // The connection may have died unnoticed since its last use; nothing has been done on it yet.
    if (!begun && m_broken) {
        if (const auto mended = mend(); !mended)
            return mended;
        begun = plain(sql);
    }
    m_inTransaction = bool(begun);
    reached("begin");
    m_doomed = false;
    return begun;
}

Result<> Store::commit()
{
    KONTOR_CHECK(m_inTransaction);
    if (m_doomed) {
        // PostgreSQL would answer COMMIT with success here, and roll back.
        rollBack();
        return Error(
            StoreError::Statement,
            QStringLiteral("%1: a statement of this transaction had failed").arg(m_service));
    }
    reached("commit");
    constexpr int busyTries = 5;
    for (int tries = 1;; ++tries) {
        const auto done = plain(QStringLiteral("COMMIT"));
        if (done) {
            m_inTransaction = false;
            reached("committed");
            return {};
        }
        if (done.error().is(StoreError::Busy) && tries < busyTries)
            continue;
        if (m_url.dialect == Dialect::PostgreSql)
            m_inTransaction = false; // however COMMIT ends, it ends the transaction
        rollBack();
        // After a failed write to the disk the pages in memory may look clean although they are
        // not on it.
        if (done.error().is(StoreError::DiskFull))
            m_broken = true;
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
    return failed(query.lastError());
}

Error Store::failed(const QSqlError &sqlError)
{
    const Error error = errorFrom(sqlError);
    m_doomed = true;
    if (error.is(StoreError::InputOutput) || error.is(StoreError::ServerLost))
        m_broken = true;
    return error;
}

QString Store::inDialect(const char *sql) const
{
    QString text = QString::fromUtf8(sql);
    if (m_url.dialect == Dialect::Sqlite) {
        // Its transactions begin as the only writer, so there is nothing more to lock.
        static const QRegularExpression lock(QStringLiteral("\\s+FOR UPDATE( SKIP LOCKED)?$"));
        text.remove(lock);
    }
    return text;
}

Result<QSqlQuery *> Store::prepared(const char *sql)
{
    if (!m_inTransaction) {
        if (const auto mended = mend(); !mended)
            return mended.error();
    }
    if (const auto known = m_prepared.find(sql); known != m_prepared.end())
        return &known->second;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(inDialect(sql)))
        return failed(query.lastError());
    return &m_prepared.emplace(sql, std::move(query)).first->second;
}

Result<> Store::executed(const char *sql, QSqlQuery &query)
{
    if (changesRows(sql))
        ++m_writes;
    if (query.exec())
        return {};
    const Error error = failed(query.lastError());
    query.finish();
    return error;
}

Result<> Store::finished(QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return failed(error);
    return {};
}

} // namespace kontor
