// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/error_text.h"
#include "tests/core/test_stores.h"

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

//! The schemas of all services, on each dialect.
class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStores::addDialects(); }
    void everySchemaIsBuilt_data();
    void everySchemaIsBuilt();
};

void MigrationsTest::everySchemaIsBuilt_data()
{
    QTest::addColumn<QString>("service");
    const auto services = QDir(u":/migrations"_s).entryList();
    QVERIFY(services.size() > 5);
    for (const QString &service : services)
        QTest::newRow(qPrintable(service)) << service;
}

void MigrationsTest::everySchemaIsBuilt()
{
    QFETCH_GLOBAL(Dialect, dialect);
    QFETCH(QString, service);
    const TestStores stores(dialect);
    const auto store = Store::open(stores.url(service), service, Store::Access::Write);
    QVERIFY2(store, errorText(store));

    QString sql;
    const QDir folder(u":/migrations/"_s + service);
    const auto files = folder.entryList();
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        sql += QString::fromUtf8(file.readAll());
    }
    static const QRegularExpression onlySqlite(u"-- @sqlite-only.*?-- @end"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
    if (dialect == Dialect::PostgreSql)
        sql.remove(onlySqlite);
    static const QRegularExpression table(u"CREATE (?:VIRTUAL )?TABLE (\\w+)"_s);
    for (const auto &match : table.globalMatch(sql)) {
        const QString name = match.captured(1);
        const auto exists =
            dialect == Dialect::Sqlite
                ? (*store)->exists("SELECT 1 FROM sqlite_schema WHERE name = ?", name)
                : (*store)->exists("SELECT 1 FROM information_schema.tables WHERE table_schema = "
                                   "current_schema() AND table_name = ?",
                                   name);
        QVERIFY2(exists && *exists, qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
