// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QStringList>

namespace kontor {

class Store;

//! Brings a store's schema up to date: the numbered .sql files of the core, then those of the
//! service, each in one transaction. They are written in SQLite's dialect; for PostgreSQL the type
//! names are exchanged. A line `-- @append-only TABLE` makes the table refuse UPDATE and DELETE;
//! what stands between the lines `-- @sqlite-only` and `-- @end` is left out for PostgreSQL.
class Migrations
{
public:
    explicit Migrations(Store &store) : m_store(store) {}

    //! An error if the store was written by a newer version; changes nothing.
    Result<> refuseNewer();
    Result<> run();
    //! The version of a component that the store has; 0 if none.
    Result<int> versionOf(const QString &component);

    //! The newest version of a component ("core" or a service's name) that this program knows.
    static int newestVersion(const QString &component);
    //! The statements of a migration in the given dialect; public for its test.
    static QStringList statements(const QString &sql, bool postgreSql);

private:
    Result<> migrate(const QString &component);

    Store &m_store;
};

} // namespace kontor
