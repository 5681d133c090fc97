// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/migrations.h"

#include "services/core/store.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace kontor {

namespace {

QStringList migrationFiles(const QString &component)
{
    QDir folder(QStringLiteral(":/migrations/%1").arg(component));
    return folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

QStringList appendOnly(const QString &table, bool postgreSql)
{
    QStringList statements;
    if (postgreSql) {
        statements << QStringLiteral(
                          "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger AS $$ BEGIN "
                          "RAISE EXCEPTION 'append only' USING ERRCODE = '23000'; END $$ "
                          "LANGUAGE plpgsql")
                   << QStringLiteral(
                          "CREATE TRIGGER %1_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %1 "
                          "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()")
                          .arg(table);
        return statements;
    }
    for (const auto *change : {"UPDATE", "DELETE"})
        statements << QStringLiteral("CREATE TRIGGER %1_no_%2 BEFORE %2 ON %1 "
                                     "BEGIN SELECT RAISE(ABORT, 'append only'); END")
                          .arg(table, QLatin1String(change));
    return statements;
}

QString inPostgreSql(QString sql)
{
    static const QRegularExpression integer(QStringLiteral("\\bINTEGER\\b"));
    static const QRegularExpression blob(QStringLiteral("\\bBLOB\\b"));
    static const QRegularExpression options(
        QStringLiteral("\\)(\\s*(STRICT|WITHOUT ROWID|,))+\\s*$"));
    sql.replace(integer, QStringLiteral("BIGINT"));
    sql.replace(blob, QStringLiteral("BYTEA"));
    sql.replace(options, QStringLiteral(")"));
    return sql;
}

} // namespace

QStringList Migrations::statements(const QString &sql, bool postgreSql)
{
    static const QRegularExpression directive(QStringLiteral("^-- @append-only (\\w+)$"));
    QStringList statements;
    QString current;
    bool leftOut = false;
    const QStringList lines = sql.split(u'\n');
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        if (trimmed == QLatin1String("-- @sqlite-only"))
            leftOut = postgreSql;
        else if (trimmed == QLatin1String("-- @end"))
            leftOut = false;
        if (leftOut)
            continue;
        if (const auto match = directive.match(trimmed); match.hasMatch()) {
            statements << appendOnly(match.captured(1), postgreSql);
            continue;
        }
        if (trimmed.startsWith(QLatin1String("--")))
            continue;
        current += line + u'\n';
        if (trimmed.endsWith(u';')) {
            current = current.trimmed().chopped(1);
            statements << (postgreSql ? inPostgreSql(current) : current);
            current.clear();
        }
    }
    // A last statement without its semicolon would be left out in silence.
    KONTOR_CHECK(current.trimmed().isEmpty());
    return statements;
}

int Migrations::newestVersion(const QString &component)
{
    return int(migrationFiles(component).size());
}

Result<int> Migrations::versionOf(const QString &component)
{
    const auto known =
        m_store.dialect() == Dialect::Sqlite
            ? m_store.exists(
                  "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version'")
            : m_store.exists(
                  "SELECT 1 FROM information_schema.tables "
                  "WHERE table_schema = current_schema() AND table_name = 'schema_version'");
    if (!known)
        return known.error();
    if (!*known)
        return 0;
    const auto version = m_store.first(
        "SELECT version FROM schema_version WHERE component = ?",
        [](const Row &row) { return int(row.integer(0)); }, component);
    if (!version)
        return version.error();
    return version->value_or(0);
}

Result<> Migrations::refuseNewer()
{
    for (const QString &component : {QStringLiteral("core"), m_store.service()}) {
        const auto version = versionOf(component);
        if (!version)
            return version.error();
        const int newest = newestVersion(component);
        if (*version > newest)
            return Error(
                StoreError::NewerVersion,
                QStringLiteral(
                    "the %1 database was written by a newer version of Kontor (its %2 schema "
                    "is %3, this program knows %4); nothing was changed")
                    .arg(m_store.service(), component)
                    .arg(*version)
                    .arg(newest));
    }
    return {};
}

Result<> Migrations::run()
{
    for (const QString &component : {QStringLiteral("core"), m_store.service()}) {
        if (const auto done = migrate(component); !done)
            return done;
    }
    return {};
}

Result<> Migrations::migrate(const QString &component)
{
    const QStringList files = migrationFiles(component);
    for (int version = 1; version <= files.size(); ++version) {
        const auto before = versionOf(component);
        if (!before)
            return before.error();
        if (*before >= version)
            continue;
        if (const auto begun = m_store.begin(); !begun)
            return begun;
        const auto apply = [&]() -> Result<> {
            if (m_store.dialect() == Dialect::PostgreSql) {
                const auto lock = m_store.plain(
                    QStringLiteral("SELECT pg_advisory_xact_lock(hashtext(current_schema()))"));
                if (!lock)
                    return lock;
            }
            const auto now = versionOf(component);
            if (!now)
                return now.error();
            if (*now >= version)
                return {};
            QFile file(QStringLiteral(":/migrations/%1/%2").arg(component, files[version - 1]));
            if (!file.open(QIODevice::ReadOnly))
                return Error(StoreError::Statement,
                             QStringLiteral("%1 is missing").arg(file.fileName()));
            const auto steps = statements(QString::fromUtf8(file.readAll()),
                                          m_store.dialect() == Dialect::PostgreSql);
            for (const QString &step : steps) {
                if (const auto done = m_store.plain(step); !done)
                    return done;
            }
            const auto noted =
                m_store.run("INSERT INTO schema_version (component, version) VALUES (?, ?) "
                            "ON CONFLICT (component) DO UPDATE SET version = excluded.version",
                            component, version);
            if (!noted)
                return noted.error();
            return {};
        };
        if (const auto applied = apply(); !applied) {
            m_store.rollBack();
            return applied;
        }
        if (const auto committed = m_store.commit(); !committed)
            return committed;
    }
    return {};
}

} // namespace kontor
