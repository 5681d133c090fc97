// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/audit.h"

#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <functional>
#include <memory>

namespace kontor::auditing {

//! One row of an answer; columns count from 0.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}

    bool isNull(int column) const { return m_query.isNull(column); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    QUuid id(int column) const { return QUuid::fromRfc4122(bytes(column)); }

private:
    const QSqlQuery &m_query;
};

//! One store through a connection that cannot change it, as the store was at one instant.
class StoreReader
{
public:
    static Result<std::unique_ptr<StoreReader>> open(const QString &name, const QString &url,
                                                     const std::atomic_bool *stop = nullptr);
    ~StoreReader();
    StoreReader(const StoreReader &) = delete;
    StoreReader &operator=(const StoreReader &) = delete;

    //! As in AuditInput::stores; for a store with a topic also the topic's name in cursors.
    const QString &name() const { return m_name; }
    //! The service whose store it is: "cart" for "cart:<till>".
    QString service() const { return m_name.section(u':', 0, 0); }
    bool isSqlite() const { return m_sqlite; }

    //! Looks anew: what is read from now on is as the store is now.
    Result<> renew();
    //! Gives the rows to take one by one; the next statement may be run only afterwards.
    Result<> each(const QString &sql, const std::function<void(const Row &)> &take);
    Result<qint64> number(const QString &sql);

private:
    StoreReader(QString name, bool sqlite, const std::atomic_bool *stop);

    Result<> openSqlite(const QString &path);
    Result<> openPostgreSql(const QString &url);
    Result<> refuseForeign();
    Result<> plain(const QString &sql);
    Error errorFrom(const QSqlError &error) const;

    QString m_name;
    bool m_sqlite;
    const std::atomic_bool *m_stop;
    QString m_connection;
    bool m_looking = false;
};

} // namespace kontor::auditing
