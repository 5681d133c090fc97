// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"
#include "services/core/id.h"
#include "services/core/money.h"
#include "services/core/result.h"

#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

class QSqlError;

namespace kontor {

enum class StoreError
{
    CannotOpen,   //!< the file or server is not there or does not answer
    NoPermission, //!< the folder or file is read-only or belongs to somebody else
    NewerVersion, //!< written by a newer Kontor; left untouched
    NotAStore,    //!< a database, but not one of ours
    Busy,         //!< somebody else is writing; passes
    DiskFull,     //!< passes when there is room again
    InputOutput,  //!< the disk failed; the connection is opened anew before the next write
    ServerLost,   //!< passes when the server is back
    Corrupt,
    Constraint, //!< a rule of the schema refused the change
    Statement,  //!< the statement itself is wrong
};
KONTOR_ERROR_DOMAIN(StoreError);

//! Whether waiting may cure it: such an error is retried and never parks an event.
bool isPassing(const Error &error);

enum class Dialect
{
    Sqlite,
    PostgreSql
};

//! Where a service's database is: `sqlite:/path/file.sqlite`, or
//! `postgresql://user@host:port/database?schema=name` (password and TLS as libpq finds them; `host`
//! may be a folder with the server's socket, as in `postgresql:///database?host=/run/postgresql`,
//! which takes `user` and `port` in the same way).
struct StoreUrl
{
    Dialect dialect = Dialect::Sqlite;
    QString path; //!< SQLite: the file
    QString host;
    int port = 5432;
    QString user;
    QString database;
    QString schema;

    static StoreUrl sqlite(const QString &path);
    static Result<StoreUrl> parse(const QString &url);
    QString schemaFor(const QString &service) const { return schema.isEmpty() ? service : schema; }
    bool operator==(const StoreUrl &) const = default;
};

//! One row of an answer; columns count from 0.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}

    bool isNull(int column) const { return m_query.isNull(column); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    bool truth(int column) const { return integer(column) != 0; }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    Timestamp time(int column) const { return {integer(column)}; }
    //! An empty column gives no date.
    QDate date(int column) const { return QDate::fromString(text(column), Qt::ISODate); }
    Quantity quantity(int column) const { return {integer(column)}; }
    //! A null column gives a null id.
    template <class AnyId>
    AnyId id(int column) const
    {
        return AnyId::fromBytes(bytes(column));
    }
    Money money(int column, Currency currency) const { return {integer(column), currency}; }
    Currency currency(int column) const;
    //! A name that the enum does not have halts: the schema's CHECK admits only known ones.
    template <NamedEnum Enum>
    Enum named(int column) const
    {
        const auto value = enumFromName<Enum>(text(column).toStdString());
        KONTOR_CHECK(value.has_value());
        return *value;
    }

private:
    const QSqlQuery &m_query;
};

//! One service's database, used by one thread. SQL is written where the service's data are
//! understood, in its …_store.cpp; a statement is prepared at its first use and found again by its
//! address, so it must be a literal. A row that was read with FOR UPDATE at the end stays as it is
//! until the transaction ends; SQLite needs no such lock and is not told of it.
class Store
{
public:
    enum class Access
    {
        Write, //!< the one writing connection of a database; brings the schema up to date
        Read,  //!< can see, cannot change
    };

    //! Opens the database of the named service and, for writing, runs the migrations that it lacks
    //! (those of the core, then the service's own).
    static Result<std::unique_ptr<Store>> open(const StoreUrl &url, const QString &service,
                                               Access access);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    Dialect dialect() const { return m_url.dialect; }
    const QString &service() const { return m_service; }
    const StoreUrl &url() const { return m_url; }
    //! PostgreSQL: where the service's tables are.
    QString schema() const { return m_url.schemaFor(m_service); }
    bool inTransaction() const { return m_inTransaction; }

    //! Runs a statement; answers how many rows it changed.
    template <class... Values>
    Result<qint64> run(const char *sql, const Values &...values)
    {
        QSqlQuery *query = nullptr;
        if (const auto done = execute(sql, query, toVariant(values)...); !done)
            return done.error();
        const qint64 changed = query->numRowsAffected();
        query->finish();
        return changed;
    }

    //! All rows of an answer, each made into a value by make(Row).
    template <class Make, class... Values>
    auto all(const char *sql, Make make, const Values &...values)
        -> Result<QList<std::invoke_result_t<Make, const Row &>>>
    {
        QSqlQuery *query = nullptr;
        if (const auto done = execute(sql, query, toVariant(values)...); !done)
            return done.error();
        QList<std::invoke_result_t<Make, const Row &>> rows;
        while (query->next())
            rows.append(make(Row(*query)));
        if (const auto done = finished(*query); !done)
            return done.error();
        return rows;
    }

    //! The first row of an answer, if there is one.
    template <class Make, class... Values>
    auto first(const char *sql, Make make, const Values &...values)
        -> Result<std::optional<std::invoke_result_t<Make, const Row &>>>
    {
        QSqlQuery *query = nullptr;
        if (const auto done = execute(sql, query, toVariant(values)...); !done)
            return done.error();
        std::optional<std::invoke_result_t<Make, const Row &>> row;
        if (query->next())
            row = make(Row(*query));
        if (const auto done = finished(*query); !done)
            return done.error();
        return row;
    }

    template <class... Values>
    Result<bool> exists(const char *sql, const Values &...values)
    {
        const auto row = first(
            sql, [](const Row &) { return true; }, values...);
        if (!row)
            return row.error();
        return row->has_value();
    }

    //! Called at each step that a crash may fall between: "begin", "commit", "committed", and what
    //! reached() is told. For tests that stop the program there.
    using Observer = std::function<void(const QString &service, const char *step)>;
    void observe(Observer observer) { m_observer = std::move(observer); }
    void reached(const char *step) const
    {
        if (m_observer)
            m_observer(m_service, step);
    }

    //! How many statements that change rows have been run since the store was opened.
    qint64 writes() const { return m_writes; }

private:
    friend class Transaction;
    friend class Migrations;
    friend class Listener;

    Store(StoreUrl url, QString service, Access access);

    Result<> connect();
    //! What lies in a shop's files concerns nobody else on the machine.
    Result<> keepPrivate() const;
    Result<> prepareSqlite();
    Result<> preparePostgreSql();
    void disconnect();
    //! Opens the connection anew if it is broken.
    Result<> mend();
    Result<> begin();
    Result<> commit();
    void rollBack();
    Result<> plain(const QString &sql);

    template <class... Variants>
    Result<> execute(const char *sql, QSqlQuery *&query, const Variants &...values)
    {
        auto done = tried(sql, query, values...);
        // The connection may have died unnoticed since its last use; reading again does no harm.
        if (!done && m_broken && !m_inTransaction && !changesRows(sql))
            done = tried(sql, query, values...);
        return done;
    }
    template <class... Variants>
    Result<> tried(const char *sql, QSqlQuery *&query, const Variants &...values)
    {
        const auto found = prepared(sql);
        if (!found)
            return found.error();
        query = *found;
        int position = 0;
        (query->bindValue(position++, values), ...);
        return executed(sql, *query);
    }
    static bool changesRows(const char *sql);
    QString inDialect(const char *sql) const;
    Result<QSqlQuery *> prepared(const char *sql);
    Result<> executed(const char *sql, QSqlQuery &query);
    Result<> finished(QSqlQuery &query);
    Error failed(const QSqlError &sqlError);
    Error errorFrom(const QSqlError &error) const;

    static QVariant toVariant(qint64 value) { return value; }
    static QVariant toVariant(int value) { return value; }
    static QVariant toVariant(bool value) { return value ? 1 : 0; }
    static QVariant toVariant(const QString &value)
    {
        return value.isNull() ? QStringLiteral("") : value;
    }
    static QVariant toVariant(const QByteArray &value)
    {
        return value.isNull() ? QByteArrayLiteral("") : value;
    }
    static QVariant toVariant(Timestamp value) { return value.ms; }
    static QVariant toVariant(QDate value) { return toVariant(value.toString(Qt::ISODate)); }
    static QVariant toVariant(Quantity value) { return value.thousandths; }
    static QVariant toVariant(const Money &value) { return value.minor; }
    static QVariant toVariant(const UnitPrice &value) { return value.micros; }
    static QVariant toVariant(TaxRate value) { return value.basisPoints; }
    static QVariant toVariant(Currency value) { return value.code(); }
    template <class Tag>
    static QVariant toVariant(const Id<Tag> &id)
    {
        return id.isNull() ? QVariant(QMetaType::fromType<QByteArray>())
                           : QVariant(id.toByteArray());
    }
    template <class T>
    static QVariant toVariant(const std::optional<T> &value)
    {
        return value ? toVariant(*value) : QVariant();
    }
    template <NamedEnum Enum>
    static QVariant toVariant(Enum value)
    {
        const auto name = nameOf(value);
        return QString::fromLatin1(name.data(), qsizetype(name.size()));
    }

    StoreUrl m_url;
    QString m_service;
    Access m_access;
    QString m_connection;
    std::unordered_map<const void *, QSqlQuery> m_prepared;
    bool m_inTransaction = false;
    bool m_broken = false; //!< the connection is to be opened anew
    bool m_doomed = false; //!< a statement of the transaction failed
    qint64 m_writes = 0;
    Observer m_observer;
};

} // namespace kontor
