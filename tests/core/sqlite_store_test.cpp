// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/transaction.h"
#include "tests/core/error_text.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace kontor;

//! What only a file can do, or suffer.
class SqliteStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theWriterIsSafe_data();
    void theWriterIsSafe();
    void theReaderIsSafe_data();
    void theReaderIsSafe();
    void aFileOfANewerVersionIsNotTouched();
    void aForeignDatabaseIsRefusedAndNotTouched_data();
    void aForeignDatabaseIsRefusedAndNotTouched();
    void whatIsNoDatabaseIsRefused_data();
    void whatIsNoDatabaseIsRefused();
    void anEmptyFileBecomesAStore();
    void whatACrashLeftOfTheFirstStepBecomesAStore();
    void aFileConcernsItsOwnerOnly();
    void aMissingFolderIsSaid();
    void aFolderThatMayNotBeWrittenIsSaid();
    void aTransactionHasTheWriteLockFromItsBeginning();
    void anotherWritersLockIsBusy();
    void aFullDiskIsSaidAndPasses();
    void aDiskErrorAtTheCommitLeavesNothingAndTheStoreGoesOn();

private:
    QString path() const { return m_folder->filePath(u"shop.sqlite"_s); }
    Result<std::unique_ptr<Store>> open(Store::Access access = Store::Access::Write) const
    {
        return Store::open(StoreUrl::sqlite(path()), u"shop"_s, access);
    }
    //! Runs statements as a stranger to Kontor would.
    void foreign(const QStringList &statements) const;
    QByteArray bytes() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QString pragma(Store &store, const QByteArray &sql)
{
    // A store finds a statement again by its address, so that must not be used twice.
    static QList<QByteArray> kept;
    kept.append(sql);
    const auto value =
        store.first(kept.last().constData(), [](const Row &row) { return row.text(0); });
    return value ? value->value_or(u"nothing"_s) : value.error().text();
}

Result<> addCursor(Store &store, int number)
{
    return inTransaction(store, [&](Transaction &tx) -> Result<> {
        const auto added = tx.run("INSERT INTO topic_cursor (source, seq) VALUES (?, ?)",
                                  QString::number(number) + QString(2000, u'x'), number);
        if (!added)
            return added.error();
        return {};
    });
}

qint64 cursors(Store &store)
{
    return store
        .first("SELECT count(*) FROM topic_cursor", [](const Row &row) { return row.integer(0); })
        ->value();
}

} // namespace

void SqliteStoreTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void SqliteStoreTest::foreign(const QStringList &statements) const
{
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"foreign"_s);
        database.setDatabaseName(path());
        QVERIFY(database.open());
        for (const QString &sql : statements)
            QVERIFY2(QSqlQuery(database).exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(u"foreign"_s);
}

QByteArray SqliteStoreTest::bytes() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SqliteStoreTest::theWriterIsSafe_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("value");
    QTest::newRow("readers do not block it") << "PRAGMA journal_mode"_ba << u"wal"_s;
    QTest::newRow("a power cut loses no commit") << "PRAGMA synchronous"_ba << u"2"_s;
    QTest::newRow("references are checked") << "PRAGMA foreign_keys"_ba << u"1"_s;
    QTest::newRow("the schema is not trusted") << "PRAGMA trusted_schema"_ba << u"0"_s;
    QTest::newRow("pages are checked") << "PRAGMA cell_size_check"_ba << u"1"_s;
    QTest::newRow("no memory mapping") << "PRAGMA mmap_size"_ba << u"0"_s;
    QTest::newRow("it checkpoints") << "PRAGMA wal_autocheckpoint"_ba << u"1000"_s;
    QTest::newRow("it waits for a lock") << "PRAGMA busy_timeout"_ba << u"5000"_s;
    QTest::newRow("it says whose it is") << "PRAGMA application_id"_ba << u"1263424594"_s;
}

void SqliteStoreTest::theWriterIsSafe()
{
    QFETCH(QByteArray, sql);
    auto store = open();
    QVERIFY2(store, errorText(store));
    QTEST(pragma(**store, sql), "value");
}

void SqliteStoreTest::theReaderIsSafe_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("value");
    QTest::newRow("it only reads") << "PRAGMA query_only"_ba << u"1"_s;
    QTest::newRow("the schema is not trusted") << "PRAGMA trusted_schema"_ba << u"0"_s;
    QTest::newRow("no memory mapping") << "PRAGMA mmap_size"_ba << u"0"_s;
}

void SqliteStoreTest::theReaderIsSafe()
{
    QFETCH(QByteArray, sql);
    const auto writer = open();
    QVERIFY2(writer, errorText(writer));
    auto reader = open(Store::Access::Read);
    QVERIFY2(reader, errorText(reader));
    QTEST(pragma(**reader, sql), "value");
    // Even without query_only, the file is opened for reading only.
    pragma(**reader, "PRAGMA query_only=OFF");
    QVERIFY(!(*reader)->run("DELETE FROM topic_cursor"));
}

void SqliteStoreTest::aFileOfANewerVersionIsNotTouched()
{
    QVERIFY(open());
    foreign({u"UPDATE schema_version SET version = 1000"_s});
    const auto before = bytes();
    for (const auto access : {Store::Access::Write, Store::Access::Read}) {
        const auto opened = open(access);
        QVERIFY(!opened);
        QVERIFY2(opened.error().is(StoreError::NewerVersion), errorText(opened));
        QCOMPARE(bytes(), before);
    }
}

void SqliteStoreTest::aForeignDatabaseIsRefusedAndNotTouched_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("tables of somebody") << QStringList{u"CREATE TABLE a (b)"_s};
    QTest::newRow("marked by somebody") << QStringList{u"PRAGMA application_id = 7"_s};
    QTest::newRow("our table's name, not our mark")
        << QStringList{u"CREATE TABLE schema_version (component, version)"_s};
}

void SqliteStoreTest::aForeignDatabaseIsRefusedAndNotTouched()
{
    QFETCH(QStringList, statements);
    foreign(statements);
    const auto before = bytes();
    QVERIFY(!before.isEmpty());
    for (const auto access : {Store::Access::Write, Store::Access::Read}) {
        const auto opened = open(access);
        QVERIFY(!opened);
        QVERIFY2(opened.error().is(StoreError::NotAStore), errorText(opened));
        QCOMPARE(bytes(), before);
        QCOMPARE(QDir(m_folder->path()).count(), 3u); // with . and ..
    }
}

void SqliteStoreTest::whatIsNoDatabaseIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a text") << QByteArray("Dear Sir or Madam,\n").repeated(300);
    QTest::newRow("zeroes") << QByteArray(8192, '\0');
    QTest::newRow("a header and nothing sound")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\xff');
}

void SqliteStoreTest::whatIsNoDatabaseIsRefused()
{
    QFETCH(QByteArray, content);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    for (const auto access : {Store::Access::Write, Store::Access::Read}) {
        const auto opened = open(access);
        QVERIFY(!opened);
        QVERIFY2(opened.error().is(StoreError::NotAStore), errorText(opened));
        QCOMPARE(bytes(), content);
    }
}

void SqliteStoreTest::anEmptyFileBecomesAStore()
{
    // Left behind by a start that died at once.
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto opened = open();
    QVERIFY2(opened, errorText(opened));
}

void SqliteStoreTest::whatACrashLeftOfTheFirstStepBecomesAStore()
{
    const QString half = m_folder->filePath(u"half.sqlite"_s);
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"half"_s);
        database.setDatabaseName(half);
        QVERIFY(database.open());
        QSqlQuery query(database);
        // More than its cache holds is in the file before the transaction has come to its end.
        for (const QString &statement :
             {u"PRAGMA journal_mode=DELETE"_s, u"PRAGMA cache_size=2"_s, u"BEGIN IMMEDIATE"_s,
              u"CREATE TABLE t (x)"_s,
              u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
              "INSERT INTO t SELECT zeroblob(1000) FROM n"_s})
            QVERIFY(query.exec(statement));
        QVERIFY(QFile::copy(half, path()));
        QVERIFY(QFile::copy(half + u"-journal"_s, path() + u"-journal"_s));
        QVERIFY(QFileInfo(path()).size() > 0);
    }
    QSqlDatabase::removeDatabase(u"half"_s);
    QVERIFY(!open(Store::Access::Read));
    const auto store = open();
    QVERIFY2(store, errorText(store).constData());
    QVERIFY(addCursor(**store, 1));
}

void SqliteStoreTest::aFileConcernsItsOwnerOnly()
{
    constexpr auto everyone = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                              QFile::WriteGroup | QFile::ReadOther;
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                            QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(open());
    QVERIFY(!(QFile::permissions(path()) & others));
    QVERIFY(QFile::setPermissions(path(), everyone));
    const auto store = open();
    QVERIFY2(store, errorText(store));
    QVERIFY(addCursor(**store, 1));
    for (const QString &file : {path(), path() + u"-wal"_s, path() + u"-shm"_s})
        QVERIFY2(!(QFile::permissions(file) & others), qPrintable(file));
}

void SqliteStoreTest::aMissingFolderIsSaid()
{
    const StoreUrl url = StoreUrl::sqlite(m_folder->filePath(u"gone/shop.sqlite"_s));
    for (const auto access : {Store::Access::Write, Store::Access::Read}) {
        const auto opened = Store::open(url, u"shop"_s, access);
        QVERIFY(!opened);
        QVERIFY2(opened.error().is(StoreError::CannotOpen), errorText(opened));
        QVERIFY(opened.error().detail().contains(url.path));
    }
}

void SqliteStoreTest::aFolderThatMayNotBeWrittenIsSaid()
{
    QVERIFY(open());
    // Nothing is forbidden to root: it becomes nobody for a while.
    constexpr uid_t nobody = 65534;
    const bool isRoot = geteuid() == 0;
    const QFile::Permissions readOnly = QFile::ReadOwner | QFile::ReadOther | QFile::ExeOwner |
                                        QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup;
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadOther | QFile::ReadGroup));
    QVERIFY(QFile::setPermissions(m_folder->path(), readOnly));
    if (isRoot)
        QCOMPARE(setresuid(nobody, nobody, 0), 0);
    const auto existing = open();
    const auto fresh = Store::open(StoreUrl::sqlite(m_folder->filePath(u"new.sqlite"_s)), u"shop"_s,
                                   Store::Access::Write);
    if (isRoot)
        QCOMPARE(setresuid(0, 0, 0), 0);
    QVERIFY(QFile::setPermissions(m_folder->path(), readOnly | QFile::WriteOwner));
    QVERIFY(!existing);
    QVERIFY2(existing.error().is(StoreError::NoPermission), errorText(existing));
    QVERIFY(!fresh);
    QVERIFY2(fresh.error().is(StoreError::NoPermission), errorText(fresh));
}

void SqliteStoreTest::aTransactionHasTheWriteLockFromItsBeginning()
{
    auto store = open();
    auto tx = Transaction::begin(**store);
    QVERIFY2(tx, errorText(tx));
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        database.setDatabaseName(path());
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
        QVERIFY(database.open());
        QVERIFY(!QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s));
        tx->reset();
        QVERIFY(QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
}

void SqliteStoreTest::anotherWritersLockIsBusy()
{
    auto store = open();
    QVERIFY2(store, errorText(store));
    pragma(**store, "PRAGMA busy_timeout=0");
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        database.setDatabaseName(path());
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s));
        const auto begun = Transaction::begin(**store);
        QVERIFY(!begun);
        QVERIFY2(begun.error().is(StoreError::Busy), errorText(begun));
        QVERIFY(isPassing(begun.error()));
        QVERIFY(!(*store)->inTransaction());
        QVERIFY(QSqlQuery(database).exec(u"ROLLBACK"_s));
        QVERIFY(Transaction::begin(**store));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
}

void SqliteStoreTest::aFullDiskIsSaidAndPasses()
{
    auto store = open();
    QVERIFY2(store, errorText(store));
    const int pages = pragma(**store, "PRAGMA page_count").toInt();
    pragma(**store, QStringLiteral("PRAGMA max_page_count=%1").arg(pages + 10).toLatin1());
    int added = 0;
    Result<> done;
    while ((done = addCursor(**store, added)))
        ++added;
    QVERIFY2(done.error().is(StoreError::DiskFull), errorText(done));
    QVERIFY(isPassing(done.error()));
    QVERIFY(added > 0);
    QVERIFY(!(*store)->inTransaction());
    QCOMPARE(cursors(**store), added);

    pragma(**store, "PRAGMA max_page_count=1000000");
    QVERIFY(addCursor(**store, added));
    QCOMPARE(cursors(**store), added + 1);
    QCOMPARE(pragma(**store, "PRAGMA integrity_check"), u"ok"_s);
}

void SqliteStoreTest::aDiskErrorAtTheCommitLeavesNothingAndTheStoreGoesOn()
{
    auto store = open();
    QVERIFY2(store, errorText(store));
    QVERIFY(addCursor(**store, 0));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    // The write-ahead log may not grow: the first write of the commit fails.
    const auto logSize = QFileInfo(path() + u"-wal"_s).size();
    QVERIFY(logSize > 0);
    const rlimit limited{rlim_t(logSize), before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limited);
    const auto done = addCursor(**store, 1);
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!done);
    QVERIFY2(done.error().is(StoreError::InputOutput) || done.error().is(StoreError::DiskFull),
             errorText(done));
    QVERIFY(isPassing(done.error()));
    QVERIFY(!(*store)->inTransaction());
    QCOMPARE(cursors(**store), 1);
    QVERIFY(addCursor(**store, 1));
    QCOMPARE(cursors(**store), 2);
    QCOMPARE(pragma(**store, "PRAGMA integrity_check"), u"ok"_s);
}

QTEST_GUILESS_MAIN(SqliteStoreTest)
#include "sqlite_store_test.moc"
