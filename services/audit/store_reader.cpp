// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/store_reader.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

StoreReader::StoreReader(QString name, bool sqlite, const std::atomic_bool *stop)
    : m_name(std::move(name))
    , m_sqlite(sqlite)
    , m_stop(stop)
{
    static std::atomic<quint64> count = 0;
    m_connection = u"audit/%1/%2"_s.arg(m_name).arg(++count);
}

StoreReader::~StoreReader()
{
    if (!QSqlDatabase::contains(m_connection))
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<StoreReader>> StoreReader::open(const QString &name, const QString &url,
                                                       const std::atomic_bool *stop)
{
    const bool sqlite = url.startsWith("sqlite:"_L1);
    std::unique_ptr<StoreReader> reader(new StoreReader(name, sqlite, stop));
    if (const auto opened = sqlite ? reader->openSqlite(url.mid(7)) : reader->openPostgreSql(url);
        !opened)
        return opened.error();
    if (const auto ours = reader->refuseForeign(); !ours)
        return ours.error();
    return reader;
}

Result<> StoreReader::refuseForeign()
{
    const auto tables = number(
        m_sqlite
            ? u"SELECT count(*) FROM sqlite_schema WHERE name IN ('schema_version', 'topic_head')"_s
            : uR"(SELECT count(*) FROM information_schema.tables
                  WHERE table_schema = current_schema()
                  AND table_name IN ('schema_version', 'topic_head'))"_s);
    if (!tables)
        return tables.error();
    if (*tables != 2)
        return Error(AuditError::Damaged, u"it is empty, or not a store of Kontor"_s);
    return {};
}

Result<> StoreReader::openSqlite(const QString &path)
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s);
    if (!database.open())
        return Error(AuditError::CannotRead,
                     u"%1: %2"_s.arg(path, database.lastError().databaseText()));
    if (const auto set = plain(u"PRAGMA query_only=ON"_s); !set)
        return set;
    const auto refuses = number(u"PRAGMA query_only"_s);
    if (!refuses)
        return refuses.error();
    if (*refuses != 1)
        return Error(AuditError::CannotRead, u"%1 cannot be opened for reading only"_s.arg(path));
    return {};
}

Result<> StoreReader::openPostgreSql(const QString &url)
{
    const QUrl parsed(url);
    if (parsed.scheme() != "postgresql"_L1)
        return Error(AuditError::CannotRead, u"'%1' is no store's address"_s.arg(url));
    const QUrlQuery query(parsed);
    const auto given = [&](const QString &name, const QString &otherwise) {
        const auto value = query.queryItemValue(name, QUrl::FullyDecoded);
        return value.isEmpty() ? otherwise : value;
    };
    auto database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_connection);
    database.setHostName(given(u"host"_s, parsed.host()));
    database.setPort(given(u"port"_s, QString::number(parsed.port(5432))).toInt());
    database.setUserName(given(u"user"_s, parsed.userName()));
    database.setDatabaseName(parsed.path().mid(1));
    database.setConnectOptions(u"connect_timeout=5"_s);
    if (!database.open())
        return Error(AuditError::CannotRead,
                     u"%1: %2"_s.arg(m_name, database.lastError().databaseText().trimmed()));
    if (const auto set = plain(u"SET default_transaction_read_only TO on"_s); !set)
        return set;
    // A service's tables lie in a schema of its name unless the address says otherwise.
    auto schema = given(u"schema"_s, m_name.section(u':', 0, 0));
    return plain(u"SET search_path TO \"%1\""_s.arg(schema.replace(u'"', u"\"\""_s)));
}

Result<> StoreReader::renew()
{
    if (m_looking) {
        if (const auto ended = plain(u"COMMIT"_s); !ended)
            return ended;
    }
    const auto begun =
        plain(m_sqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
    m_looking = bool(begun);
    return begun;
}

Result<> StoreReader::each(const QString &sql, const std::function<void(const Row &)> &take)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorFrom(query.lastError());
    const Row row(query);
    while (query.next()) {
        if (m_stop && *m_stop)
            return Error(AuditError::Stopped);
        take(row);
    }
    if (query.lastError().isValid())
        return errorFrom(query.lastError());
    return {};
}

Result<qint64> StoreReader::number(const QString &sql)
{
    qint64 value = 0;
    if (const auto read = each(sql, [&](const Row &row) { value = row.number(0); }); !read)
        return read.error();
    return value;
}

Result<> StoreReader::plain(const QString &sql)
{
    return each(sql, [](const Row &) {});
}

Error StoreReader::errorFrom(const QSqlError &error) const
{
    const auto detail = u"%1: %2"_s.arg(m_name, error.text().trimmed());
    // Primary result codes of SQLite: 11 is CORRUPT, 26 NOTADB.
    const int code = m_sqlite ? error.nativeErrorCode().toInt() & 0xff : 0;
    const bool damaged = code == 11 || code == 26;
    return Error(damaged ? AuditError::Damaged : AuditError::CannotRead, detail);
}

} // namespace kontor::auditing
