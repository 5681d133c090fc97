// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/migrations.h"
#include "services/core/transaction.h"
#include "tests/core/error_text.h"
#include "tests/core/test_stores.h"

#include <QtTest>

#include <limits>
#include <thread>

using namespace Qt::StringLiterals;
using namespace kontor;

//! What holds on SQLite and on PostgreSQL alike.
class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStores::addDialects(); }

    void urlsAreRead_data();
    void urlsAreRead();
    void wrongUrlsAreRefused_data();
    void wrongUrlsAreRefused();
    void whatIsStoredComesBack();
    void whatIsNullStaysNull();
    void aTransactionRollsBackUnlessItIsCommitted();
    void aCommittedTransactionIsSeenByAReader();
    void aReaderCannotWrite();
    void aReaderDoesNotCreateADatabase();
    void anAppendOnlyTableRefusesChanges();
    void aRuleOfTheSchemaIsAConstraint();
    void aWrongStatementIsSaidToBeWrong();
    void aFailedStatementKeepsItsTransactionFromCommitting();
    void aCommitThatARuleRefusesLeavesNothing();
    void workThatFailsIsRolledBack();
    void bothComponentsAreMigrated();
    void openingAgainChangesNothing();
    void aNewerVersionIsRefused();
    void aMigrationThatFailsLeavesTheOneBeforeIt();
    void manyMayOpenANewDatabaseAtOnce();
    void statementsAreSplitAtSemicolonsAtTheEndOfALine();
    void statementsAreTranslatedForPostgreSql();

private:
    Dialect dialect() const
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return dialect;
    }
};

namespace {

const Timestamp someTime{1'700'000'000'000};

Result<qint64> addLoaf(Transaction &tx, ProductId id, const QString &name)
{
    return tx.run("INSERT INTO loaf (id, name, baked_at, price) VALUES (?, ?, ?, ?)", id, name,
                  someTime, Money{250, Currency("EUR")});
}

qint64 count(Store &store, const char *sql)
{
    const auto number = store.first(sql, [](const Row &row) { return row.integer(0); });
    return number ? number->value() : -1;
}

constexpr const char *countLoaves = "SELECT count(*) FROM loaf";

Result<int> versionOf(Store &store, const QString &component)
{
    const auto version = store.first(
        "SELECT version FROM schema_version WHERE component = ?",
        [](const Row &row) { return int(row.integer(0)); }, component);
    if (!version)
        return version.error();
    return version->value_or(0);
}

} // namespace

void StoreTest::urlsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("schema");
    QTest::newRow("short") << u"postgresql://shop@server/kontor"_s << u"server"_s << 5432
                           << u"shop"_s << u"kontor"_s << QString();
    QTest::newRow("port and schema")
        << u"postgresql://shop@server:5433/kontor?schema=order2"_s << u"server"_s << 5433
        << u"shop"_s << u"kontor"_s << u"order2"_s;
    QTest::newRow("the server's socket")
        << u"postgresql:///kontor?host=/run/postgresql&user=shop&port=5434"_s
        << u"/run/postgresql"_s << 5434 << u"shop"_s << u"kontor"_s << QString();
    QTest::newRow("a percent in the user")
        << u"postgresql://anne%40shop@server/kontor"_s << u"server"_s << 5432 << u"anne@shop"_s
        << u"kontor"_s << QString();
}

void StoreTest::urlsAreRead()
{
    QFETCH(QString, text);
    const auto url = StoreUrl::parse(text);
    QVERIFY2(url, errorText(url));
    QCOMPARE(url->dialect, Dialect::PostgreSql);
    QTEST(url->host, "host");
    QTEST(url->port, "port");
    QTEST(url->user, "user");
    QTEST(url->database, "database");
    QTEST(url->schema, "schema");
    const auto file = StoreUrl::parse(u"sqlite:/tmp/with space/a%20b.sqlite"_s);
    QCOMPARE(file->path, u"/tmp/with space/a%20b.sqlite"_s);
}

void StoreTest::wrongUrlsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("another kind") << u"mysql://shop@server/kontor"_s;
    QTest::newRow("no database") << u"postgresql://shop@server"_s;
    QTest::newRow("no database either") << u"postgresql://shop@server/"_s;
    QTest::newRow("a schema with a quote") << u"postgresql://shop@server/kontor?schema=a'b"_s;
    QTest::newRow("a schema in capitals") << u"postgresql://shop@server/kontor?schema=Order"_s;
}

void StoreTest::wrongUrlsAreRefused()
{
    QFETCH(QString, text);
    const auto url = StoreUrl::parse(text);
    QVERIFY(!url);
    QVERIFY(url.error().is(StoreError::CannotOpen));
}

void StoreTest::whatIsStoredComesBack()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"plain"_s);
    stores.change(u"plain"_s, {u"CREATE TABLE kept (number BIGINT, words TEXT, raw BYTEA)"_s});
    QByteArray everyByte;
    for (int i = 0; i < 256; ++i)
        everyByte += char(i);
    struct Kept
    {
        qint64 number;
        QString text;
        QByteArray bytes;
        bool operator==(const Kept &) const = default;
    };
    const QList<Kept> rows{
        {0, u""_s, ""_ba},
        {1, u"O'Brien \\ said: \"50 %\"; -- ? :name $1"_s, everyByte},
        {2, u"日本 \U0001F9C0 e\u0301\n\t"_s, QByteArray(70'000, '\0')},
        {std::numeric_limits<qint64>::max(), QString(50'000, u'ß'), "'\\x"_ba},
        {std::numeric_limits<qint64>::min(), u"'"_s, "\\"_ba},
    };
    for (const Kept &row : rows) {
        const auto kept = store->run("INSERT INTO kept (number, words, raw) VALUES (?, ?, ?)",
                                     row.number, row.text, row.bytes);
        QVERIFY2(kept, errorText(kept));
        QCOMPARE(*kept, 1);
        const auto back = store->first(
            "SELECT number, words, raw FROM kept WHERE number = ?",
            [](const Row &r) {
                return Kept{r.integer(0), r.text(1), r.bytes(2)};
            },
            row.number);
        QVERIFY2(back, errorText(back));
        QVERIFY(back->value() == row);
    }
    const auto changed = store->run("UPDATE kept SET words = ? WHERE number < ?", u"x"_s, 2);
    QCOMPARE(*changed, 3);
}

void StoreTest::whatIsNullStaysNull()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"plain"_s);
    stores.change(u"plain"_s,
                  {u"CREATE TABLE kept (id BYTEA, words TEXT, raw BYTEA, number BIGINT)"_s});
    const auto kept = store->run("INSERT INTO kept (id, words, raw, number) VALUES (?, ?, ?, ?)",
                                 ProductId(), QString(), QByteArray(), std::optional<qint64>());
    QVERIFY2(kept, errorText(kept));
    const auto seen = store->first("SELECT id, words, raw, number FROM kept", [](const Row &row) {
        return row.isNull(0) && row.id<ProductId>(0).isNull() && !row.isNull(1) && !row.isNull(2) &&
               row.isNull(3);
    });
    QVERIFY2(seen, errorText(seen));
    // An empty text is a text; only an id that is none, and an optional without value, are null.
    QVERIFY(seen->value());
}

void StoreTest::aTransactionRollsBackUnlessItIsCommitted()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    {
        auto tx = Transaction::begin(*store);
        QVERIFY2(tx, errorText(tx));
        QVERIFY(addLoaf(**tx, ProductId::make(someTime), u"rye"_s));
        QVERIFY(store->inTransaction());
    }
    QVERIFY(!store->inTransaction());
    QCOMPARE(count(*store, countLoaves), 0);
    {
        auto tx = Transaction::begin(*store);
        QVERIFY(addLoaf(**tx, ProductId::make(someTime), u"rye"_s));
        QVERIFY((*tx)->commit());
    }
    QCOMPARE(count(*store, countLoaves), 1);
}

void StoreTest::aCommittedTransactionIsSeenByAReader()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    const auto reader = stores.open(u"bakery"_s, Store::Access::Read);
    auto tx = Transaction::begin(*store);
    QVERIFY(addLoaf(**tx, ProductId::make(someTime), u"rye"_s));
    QCOMPARE(count(*reader, countLoaves), 0);
    QVERIFY((*tx)->commit());
    QCOMPARE(count(*reader, countLoaves), 1);
}

void StoreTest::aReaderCannotWrite()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    const auto reader = stores.open(u"bakery"_s, Store::Access::Read);
    for (const auto *sql : {"INSERT INTO oven (number, note) VALUES (1, 'hot')",
                            "UPDATE topic_cursor SET seq = 1", "DELETE FROM loaf"}) {
        const auto done = reader->run(sql);
        QVERIFY(!done);
        QVERIFY2(done.error().is(StoreError::NoPermission), errorText(done));
    }
    const auto begun = inTransaction(*reader, [](Transaction &tx) -> Result<> {
        if (const auto added = tx.run("INSERT INTO oven (number, note) VALUES (2, 'hot')"); !added)
            return added.error();
        return {};
    });
    QVERIFY(!begun);
    QCOMPARE(count(*store, "SELECT count(*) FROM oven"), 0);
}

void StoreTest::aReaderDoesNotCreateADatabase()
{
    const TestStores stores(dialect());
    const auto reader = Store::open(stores.url(u"bakery"_s), u"bakery"_s, Store::Access::Read);
    if (dialect() == Dialect::Sqlite) {
        QVERIFY(!reader);
        QVERIFY2(reader.error().is(StoreError::CannotOpen), errorText(reader));
        QVERIFY(isPassing(reader.error()));
        QVERIFY(QDir(stores.folder()).isEmpty());
    } else {
        // The server is there; the tables are not.
        QVERIFY2(reader, errorText(reader));
        QVERIFY(!(*reader)->exists(countLoaves));
    }
}

void StoreTest::anAppendOnlyTableRefusesChanges()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    QVERIFY(store->run("INSERT INTO oven (number, note) VALUES (1, 'hot')"));
    QVERIFY(
        store->run("INSERT INTO event (seq, type, subject, bytes, hash) VALUES (1, 'X', ?, ?, ?)",
                   ProductId::make(someTime), "{}"_ba, QByteArray(32, 'h')));
    for (const auto *sql : {"UPDATE oven SET note = 'cold'", "DELETE FROM oven",
                            "UPDATE event SET type = 'Y'", "DELETE FROM event WHERE seq = 1"}) {
        const auto done = store->run(sql);
        QVERIFY2(!done, sql);
        QVERIFY2(done.error().is(StoreError::Constraint), errorText(done));
    }
    QCOMPARE(count(*store, "SELECT count(*) FROM oven WHERE note = 'hot'"), 1);
    QCOMPARE(count(*store, "SELECT count(*) FROM event WHERE type = 'X'"), 1);
}

void StoreTest::aRuleOfTheSchemaIsAConstraint()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    QVERIFY(store->run("INSERT INTO oven (number, note) VALUES (1, 'hot')"));
    for (const auto *sql :
         {"INSERT INTO oven (number, note) VALUES (1, 'twice')",
          "INSERT INTO oven (number) VALUES (2)",
          "INSERT INTO intent (id, kind, subject, request, state, created_at, next_at) "
          "SELECT hash, 'k', hash, hash, 'Lost', 0, 0 FROM topic_head "
          "UNION ALL SELECT hash, 'k', hash, hash, 'Lost', 0, 0 FROM event",
          "UPDATE oven SET note = NULL WHERE number = 1"}) {
        QVERIFY(store->run("INSERT INTO topic_head (one, seq, hash) VALUES (1, 0, ?) "
                           "ON CONFLICT (one) DO NOTHING",
                           QByteArray(32, 'h')));
        const auto done = store->run(sql);
        QVERIFY2(!done, sql);
        QVERIFY2(done.error().is(StoreError::Constraint), errorText(done));
        QVERIFY(!isPassing(done.error()));
    }
}

void StoreTest::aWrongStatementIsSaidToBeWrong()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    for (const auto *sql :
         {"SELECT nothing FROM nowhere", "INSERT INTO nowhere VALUES (1)", "SELEC"}) {
        const auto done = store->run(sql);
        QVERIFY(!done);
        QVERIFY2(done.error().is(StoreError::Statement), errorText(done));
    }
    QCOMPARE(count(*store, countLoaves), 0);
}

void StoreTest::aFailedStatementKeepsItsTransactionFromCommitting()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    auto tx = Transaction::begin(*store);
    QVERIFY(addLoaf(**tx, ProductId::make(someTime), u"rye"_s));
    QVERIFY(!(*tx)->run("SELECT nothing FROM nowhere"));
    const auto committed = (*tx)->commit();
    QVERIFY(!committed);
    QVERIFY2(committed.error().is(StoreError::Statement), errorText(committed));
    QVERIFY(!store->inTransaction());
    QCOMPARE(count(*store, countLoaves), 0);

    // The next transaction has nothing to do with it.
    auto next = Transaction::begin(*store);
    QVERIFY(addLoaf(**next, ProductId::make(someTime), u"rye"_s));
    QVERIFY((*next)->commit());
    QCOMPARE(count(*store, countLoaves), 1);
}

void StoreTest::aCommitThatARuleRefusesLeavesNothing()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    int afterwards = 0;
    for (int i = 0; i < 2; ++i) {
        auto tx = Transaction::begin(*store);
        QVERIFY2(tx, errorText(tx));
        QVERIFY(addLoaf(**tx, ProductId::make(someTime), u"rye"_s));
        // Its loaf is looked for when the transaction commits.
        QVERIFY((*tx)->run("INSERT INTO slice (loaf, number) VALUES (?, 1)",
                           ProductId::make(someTime)));
        (*tx)->afterCommit([&] { ++afterwards; });
        const auto committed = (*tx)->commit();
        QVERIFY(!committed);
        QVERIFY2(committed.error().is(StoreError::Constraint), errorText(committed));
        QVERIFY(!store->inTransaction());
    }
    QCOMPARE(afterwards, 0);
    QCOMPARE(count(*store, countLoaves), 0);
}

void StoreTest::workThatFailsIsRolledBack()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    const auto done = inTransaction(*store, [](Transaction &tx) -> Result<int> {
        if (const auto added = addLoaf(tx, ProductId::make(someTime), u"rye"_s); !added)
            return added.error();
        return Error(MoneyError::Overflow, u"no"_s);
    });
    QVERIFY(done.error().is(MoneyError::Overflow));
    QCOMPARE(count(*store, countLoaves), 0);
    const auto seven = inTransaction(*store, [](Transaction &tx) -> Result<int> {
        if (const auto added = addLoaf(tx, ProductId::make(someTime), u"rye"_s); !added)
            return added.error();
        return 7;
    });
    QCOMPARE(*seven, 7);
    QCOMPARE(count(*store, countLoaves), 1);
}

void StoreTest::bothComponentsAreMigrated()
{
    const TestStores stores(dialect());
    const auto store = stores.open(u"bakery"_s);
    QCOMPARE(Migrations::newestVersion(u"bakery"_s), 2);
    QCOMPARE(*versionOf(*store, u"bakery"_s), 2);
    QCOMPARE(*versionOf(*store, u"core"_s), Migrations::newestVersion(u"core"_s));
    QVERIFY(*versionOf(*store, u"core"_s) >= 1);
    QCOMPARE(bool(store->exists("SELECT 1 FROM loaf_words")), dialect() == Dialect::Sqlite);
}

void StoreTest::openingAgainChangesNothing()
{
    const TestStores stores(dialect());
    auto store = stores.open(u"bakery"_s);
    QVERIFY(store->run("INSERT INTO oven (number, note) VALUES (1, 'hot')"));
    store.reset();
    store = stores.open(u"bakery"_s);
    QCOMPARE(count(*store, "SELECT count(*) FROM oven"), 1);
    QCOMPARE(*versionOf(*store, u"bakery"_s), 2);
}

void StoreTest::aNewerVersionIsRefused()
{
    const TestStores stores(dialect());
    for (const QString &component : {u"core"_s, u"bakery"_s}) {
        auto store = stores.open(u"bakery"_s);
        const int known = Migrations::newestVersion(component);
        const auto setVersion = [&](int version) {
            return store->run("UPDATE schema_version SET version = ? WHERE component = ?", version,
                              component);
        };
        QVERIFY(setVersion(known + 1));
        for (const auto access : {Store::Access::Write, Store::Access::Read}) {
            const auto opened = Store::open(stores.url(u"bakery"_s), u"bakery"_s, access);
            QVERIFY(!opened);
            QVERIFY2(opened.error().is(StoreError::NewerVersion), errorText(opened));
            QVERIFY(!isPassing(opened.error()));
        }
        QVERIFY(setVersion(known));
    }
}

void StoreTest::aMigrationThatFailsLeavesTheOneBeforeIt()
{
    const TestStores stores(dialect());
    const auto opened = Store::open(stores.url(u"broken"_s), u"broken"_s, Store::Access::Write);
    QVERIFY(!opened);
    QVERIFY2(opened.error().is(StoreError::Statement), errorText(opened));
    const auto reader = stores.open(u"broken"_s, Store::Access::Read);
    QCOMPARE(*versionOf(*reader, u"broken"_s), 1);
    QVERIFY(reader->exists("SELECT 1 FROM first_table"));
    QVERIFY(!reader->exists("SELECT 1 FROM second_table"));
}

void StoreTest::manyMayOpenANewDatabaseAtOnce()
{
    // On SQLite one process owns a store and opens it once.
    const TestStores stores(dialect());
    const int many = dialect() == Dialect::Sqlite ? 1 : 6;
    std::atomic<int> opened = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < many; ++i)
        threads.emplace_back([&] {
            const auto store =
                Store::open(stores.url(u"bakery"_s), u"bakery"_s, Store::Access::Write);
            if (store)
                ++opened;
            else
                qWarning("%s", qPrintable(store.error().text()));
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(opened, many);
}

void StoreTest::statementsAreSplitAtSemicolonsAtTheEndOfALine()
{
    const QString sql = uR"(-- a comment; with a semicolon;
CREATE TABLE a (
    note TEXT DEFAULT ';', -- the note
    number INTEGER
) STRICT;

-- @append-only a
INSERT INTO a (note) VALUES ('x;y');
-- @sqlite-only
CREATE TABLE b (number INTEGER);
-- @end
CREATE INDEX i ON a (note);
)"_s;
    const auto sqlite = Migrations::statements(sql, false);
    QCOMPARE(sqlite.size(), 6);
    QVERIFY(sqlite[0].startsWith(u"CREATE TABLE a"));
    QVERIFY(sqlite[0].endsWith(u") STRICT"));
    QCOMPARE(sqlite[1], u"CREATE TRIGGER a_no_UPDATE BEFORE UPDATE ON a "
                        "BEGIN SELECT RAISE(ABORT, 'append only'); END"_s);
    QVERIFY(sqlite[2].contains(u"BEFORE DELETE ON a"));
    QCOMPARE(sqlite[3], u"INSERT INTO a (note) VALUES ('x;y')"_s);
    QCOMPARE(sqlite[4], u"CREATE TABLE b (number INTEGER)"_s);
    QCOMPARE(sqlite[5], u"CREATE INDEX i ON a (note)"_s);

    const auto postgreSql = Migrations::statements(sql, true);
    QCOMPARE(postgreSql.size(), 5);
    QVERIFY(!postgreSql.join(u'\n').contains(u"TABLE b"));
}

void StoreTest::statementsAreTranslatedForPostgreSql()
{
    const QString sql = u"CREATE TABLE a (id BLOB PRIMARY KEY, number INTEGER NOT NULL) STRICT, "
                        "WITHOUT ROWID;\nCREATE TABLE b (points INTEGER)\nWITHOUT ROWID , STRICT;\n"
                        "CREATE TABLE integers (blobs TEXT) STRICT;\n"_s;
    QCOMPARE(Migrations::statements(sql, true),
             (QStringList{u"CREATE TABLE a (id BYTEA PRIMARY KEY, number BIGINT NOT NULL)"_s,
                          u"CREATE TABLE b (points BIGINT)"_s,
                          u"CREATE TABLE integers (blobs TEXT)"_s}));
}

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
