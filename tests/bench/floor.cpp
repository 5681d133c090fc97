// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor.h"

#include <QElapsedTimer>
#include <QFile>

#include <sqlite3.h>

#include <memory>

namespace kontor {

namespace {

struct CloseSqlite
{
    void operator()(sqlite3 *db) const { sqlite3_close(db); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Db = std::unique_ptr<sqlite3, CloseSqlite>;
using Statement = std::unique_ptr<sqlite3_stmt, CloseSqlite>;

struct ValueFree
{
    void operator()(sqlite3_value *value) const { sqlite3_value_free(value); }
};
using Value = std::unique_ptr<sqlite3_value, ValueFree>;

struct Table
{
    QByteArray name;
    int columns = 0;
    std::vector<Value> values;
    size_t rows() const { return columns == 0 ? 0 : values.size() / size_t(columns); }
};

struct File
{
    QByteArray schema;
    std::vector<Table> tables;
};

Error sqliteError(sqlite3 *db)
{
    return Error(FloorError::Sqlite, QString::fromUtf8(sqlite3_errmsg(db)));
}

Result<Db> openDb(const QString &path)
{
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open(path.toUtf8().constData(), &raw);
    Db db(raw);
    if (code != SQLITE_OK)
        return sqliteError(raw);
    return db;
}

Result<> runSql(sqlite3 *db, const QByteArray &sql)
{
    if (sqlite3_exec(db, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(db);
    return {};
}

Statement prepared(sqlite3 *db, const QByteArray &sql)
{
    sqlite3_stmt *raw = nullptr;
    sqlite3_prepare_v2(db, sql.constData(), -1, &raw, nullptr);
    return Statement(raw);
}

QByteArray column(sqlite3_stmt *statement, int index)
{
    return QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(statement, index)));
}

Result<File> readStore(const QString &path)
{
    auto db = openDb(path);
    if (!db)
        return db.error();
    File file;
    const auto names =
        prepared(db->get(),
                 "SELECT name, sql, type FROM sqlite_schema WHERE sql IS NOT NULL "
                 "AND type IN ('table', 'index') AND name NOT LIKE '%search%' ORDER BY type DESC");
    while (sqlite3_step(names.get()) == SQLITE_ROW) {
        file.schema += column(names.get(), 1) + ";\n";
        if (column(names.get(), 2) != "table")
            continue;
        Table table;
        table.name = column(names.get(), 0);
        const auto rows = prepared(db->get(), "SELECT * FROM " + table.name);
        table.columns = sqlite3_column_count(rows.get());
        while (sqlite3_step(rows.get()) == SQLITE_ROW) {
            for (int i = 0; i < table.columns; ++i)
                table.values.emplace_back(sqlite3_value_dup(sqlite3_column_value(rows.get(), i)));
        }
        file.tables.push_back(std::move(table));
    }
    return file;
}

//! One of the new files, with its prepared inserts.
struct Copy
{
    Db db;
    std::vector<Statement> inserts;
    Statement begin;
    Statement commit;
};

Result<Copy> openCopy(const File &file, const QString &path)
{
    QFile::remove(path);
    auto db = openDb(path);
    if (!db)
        return db.error();
    Copy copy{std::move(*db), {}, {}, {}};
    const auto made =
        runSql(copy.db.get(), "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + file.schema);
    if (!made)
        return made.error();
    for (const Table &table : file.tables) {
        QByteArray marks("?");
        for (int i = 1; i < table.columns; ++i)
            marks += ",?";
        copy.inserts.push_back(
            prepared(copy.db.get(), "INSERT INTO " + table.name + " VALUES (" + marks + ")"));
    }
    copy.begin = prepared(copy.db.get(), "BEGIN IMMEDIATE");
    copy.commit = prepared(copy.db.get(), "COMMIT");
    return copy;
}

bool step(sqlite3_stmt *statement)
{
    const int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    return code == SQLITE_DONE || code == SQLITE_ROW;
}

//! The part-th of so many parts of each table, in one transaction.
bool writePart(const File &file, Copy &copy, size_t part, size_t parts)
{
    bool good = step(copy.begin.get());
    for (size_t t = 0; t < file.tables.size(); ++t) {
        const Table &table = file.tables[t];
        const size_t end = table.rows() * (part + 1) / parts;
        for (size_t row = table.rows() * part / parts; row < end && good; ++row) {
            for (int i = 0; i < table.columns; ++i)
                sqlite3_bind_value(copy.inserts[t].get(), i + 1,
                                   table.values[row * size_t(table.columns) + size_t(i)].get());
            good = step(copy.inserts[t].get());
        }
    }
    return step(copy.commit.get()) && good;
}

Result<> chains(const std::vector<File> &files, const QString &folder, int parts, int upTo,
                std::vector<double> &ms)
{
    std::vector<Copy> copies;
    for (size_t i = 0; i < files.size(); ++i) {
        auto copy = openCopy(files[i], folder + QStringLiteral("/floor%1.sqlite").arg(i));
        if (!copy)
            return copy.error();
        copies.push_back(std::move(*copy));
    }
    QElapsedTimer timer;
    for (int part = 0; part < upTo; ++part) {
        timer.start();
        for (size_t i = 0; i < files.size(); ++i) {
            if (!writePart(files[i], copies[i], size_t(part), size_t(parts)))
                return sqliteError(copies[i].db.get());
        }
        ms.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return {};
}

} // namespace

Result<FloorTimes> measureFloor(const QStringList &stores, const QString &folder, int orders,
                                int batches, int singles)
{
    std::vector<File> files;
    for (const QString &store : stores) {
        auto file = readStore(store);
        if (!file)
            return file.error();
        files.push_back(std::move(*file));
    }
    FloorTimes times;
    std::vector<double> batchMs;
    if (const auto done = chains(files, folder, batches, batches, batchMs); !done)
        return done.error();
    for (const double ms : batchMs)
        times.batchedSeconds += ms / 1000;
    if (const auto done = chains(files, folder, orders, singles, times.singleMs); !done)
        return done.error();
    return times;
}

} // namespace kontor
