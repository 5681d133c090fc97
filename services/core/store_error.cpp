// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/store.h"

#include <QSqlError>

namespace kontor {

bool isPassing(const Error &error)
{
    return error.is(StoreError::Busy) || error.is(StoreError::DiskFull) ||
           error.is(StoreError::InputOutput) || error.is(StoreError::ServerLost) ||
           error.is(StoreError::CannotOpen);
}

Error Store::errorFrom(const QSqlError &error) const
{
    const QString detail = QStringLiteral("%1: %2").arg(m_service, error.text().trimmed());
    const QString native = error.nativeErrorCode();
    if (m_url.dialect == Dialect::PostgreSql) {
        if (native.startsWith(QLatin1String("23")))
            return Error(StoreError::Constraint, detail);
        if (native.startsWith(QLatin1String("53")))
            return Error(StoreError::DiskFull, detail);
        if (native.startsWith(QLatin1String("40")) || native.startsWith(QLatin1String("55")) ||
            native == QLatin1String("57014"))
            return Error(StoreError::Busy, detail);
        if (native.isEmpty() || native.startsWith(QLatin1String("08")) ||
            native.startsWith(QLatin1String("57")) || native == QLatin1String("25P03") ||
            error.type() == QSqlError::ConnectionError)
            return Error(StoreError::ServerLost, detail);
        if (native.startsWith(QLatin1String("58")))
            return Error(StoreError::InputOutput, detail);
        if (native == QLatin1String("42501") || native == QLatin1String("25006"))
            return Error(StoreError::NoPermission, detail);
        return Error(StoreError::Statement, detail);
    }
    // Primary result codes of SQLite, https://www.sqlite.org/rescode.html
    switch (native.toInt() & 0xff) {
    case 5:  // BUSY
    case 6:  // LOCKED
    case 15: // PROTOCOL: a writer stands still while its index is half written
        return Error(StoreError::Busy, detail);
    case 3: // PERM
    case 8: // READONLY
        return Error(StoreError::NoPermission, detail);
    case 10:
        return Error(StoreError::InputOutput, detail); // IOERR
    case 11:
        return Error(StoreError::Corrupt, detail); // CORRUPT
    case 13:
        return Error(StoreError::DiskFull, detail); // FULL
    case 14:
        return Error(StoreError::CannotOpen, detail); // CANTOPEN
    case 19:
        return Error(StoreError::Constraint, detail); // CONSTRAINT
    case 26:
        return Error(StoreError::NotAStore, detail); // NOTADB
    default:
        return Error(StoreError::Statement, detail);
    }
}

} // namespace kontor
