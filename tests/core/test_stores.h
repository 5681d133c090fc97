// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/store.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

namespace kontor {

//! Empty databases for one test: files in a new folder, or new schemas on the server that
//! KONTOR_POSTGRES_URL names.
class TestStores
{
public:
    explicit TestStores(Dialect dialect) : m_dialect(dialect) {}
    //! Files in a folder that other processes have too.
    explicit TestStores(const QString &folder) : m_dialect(Dialect::Sqlite), m_path(folder) {}

    //! PostgreSQL where there is a server. For the store that a test is about: a schema costs a
    //! hundred times what a file costs, so its partners' topics lie in files.
    static Dialect serverIfAny()
    {
        return qEnvironmentVariableIsSet("KONTOR_POSTGRES_URL") ? Dialect::PostgreSql
                                                                : Dialect::Sqlite;
    }

    //! For initTestCase_data(): every test of the program runs on each dialect that there is.
    static void addDialects()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("SQLite") << Dialect::Sqlite;
        if (serverIfAny() == Dialect::PostgreSql)
            QTest::newRow("PostgreSQL") << Dialect::PostgreSql;
    }

    StoreUrl url(const QString &name) const
    {
        if (m_dialect == Dialect::Sqlite)
            return StoreUrl::sqlite(folder() + u'/' + name + QStringLiteral(".sqlite"));
        auto url = StoreUrl::parse(qEnvironmentVariable("KONTOR_POSTGRES_URL")).value();
        url.schema = m_prefix + name;
        return url;
    }

    //! The service is the name, unless another is given.
    std::unique_ptr<Store> open(const QString &name,
                                Store::Access access = Store::Access::Write) const
    {
        auto store = Store::open(url(name), name, access);
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
        return std::move(*store);
    }

    //! Runs statements that change the schema, as an administrator would, on a connection of its
    //! own.
    void change(const QString &name, const QStringList &statements) const
    {
        const StoreUrl where = url(name);
        {
            auto database = QSqlDatabase::addDatabase(
                m_dialect == Dialect::Sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"),
                QStringLiteral("administrator"));
            database.setDatabaseName(m_dialect == Dialect::Sqlite ? where.path : where.database);
            database.setHostName(where.host);
            database.setPort(where.port);
            database.setUserName(where.user);
            QSqlQuery query(database);
            bool done = database.open();
            if (m_dialect == Dialect::PostgreSql)
                done = done && query.exec(QStringLiteral("SET search_path TO ") + where.schema);
            for (const QString &sql : statements)
                done = done && query.exec(sql);
            if (!done)
                qFatal("%s", qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("administrator"));
    }

    QString folder() const { return m_path.isEmpty() ? m_folder.path() : m_path; }

private:
    static QString newPrefix()
    {
        static int count = 0;
        return QStringLiteral("t%1_%2_%3_")
            .arg(QDateTime::currentMSecsSinceEpoch(), 0, 36)
            .arg(QCoreApplication::applicationPid())
            .arg(++count);
    }

    Dialect m_dialect;
    QTemporaryDir m_folder;
    QString m_path;
    QString m_prefix = newPrefix();
};

} // namespace kontor

Q_DECLARE_METATYPE(kontor::Dialect)
