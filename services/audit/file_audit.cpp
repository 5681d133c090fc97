// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 applicationId = 0x4b4e5452; //!< "KNTR"

//! The newest schema of each component that this auditor has been taught to read.
qint64 knownVersion(const QString &component)
{
    static const QHash<QString, qint64> versions = {
        {u"core"_s, 4},         {u"account"_s, 2},   {u"catalog"_s, 5}, {u"cart"_s, 6},
        {u"order"_s, 5},        {u"inventory"_s, 1}, {u"payment"_s, 2}, {u"shipping"_s, 3},
        {u"notification"_s, 2}, {u"devices"_s, 4},
    };
    return versions.value(component);
}

Result<> checkSqliteFile(StoreReader &store, Findings &findings)
{
    const auto wrong = [&](const QString &row, const QString &expected, const QString &found) {
        findings.add("A20", store.name(), row, expected, found);
    };
    if (const auto read = store.each(u"PRAGMA integrity_check"_s,
                                     [&](const Row &row) {
                                         if (row.text(0) != "ok"_L1)
                                             wrong(u"integrity_check"_s, u"ok"_s, row.text(0));
                                     });
        !read)
        return read;
    if (const auto read = store.each(u"PRAGMA foreign_key_check"_s,
                                     [&](const Row &row) {
                                         wrong(u"table %1, row %2"_s.arg(row.text(0), row.text(1)),
                                               u"a row of %1 that it names"_s.arg(row.text(2)),
                                               u"nothing"_s);
                                     });
        !read)
        return read;
    const auto id = store.number(u"PRAGMA application_id"_s);
    if (!id)
        return id.error();
    if (*id != applicationId)
        wrong(u"application_id"_s, QString::number(applicationId, 16), QString::number(*id, 16));
    return {};
}

} // namespace

Result<> checkFile(StoreReader &store, Findings &findings)
{
    if (store.isSqlite()) {
        if (const auto checked = checkSqliteFile(store, findings); !checked)
            return checked;
    }
    QSet<QString> expected = {u"core"_s, store.service()};
    const auto read = store.each(
        u"SELECT component, version FROM schema_version ORDER BY component"_s, [&](const Row &row) {
            const auto component = row.text(0);
            const qint64 newest = knownVersion(component);
            if (!expected.remove(component) || row.number(1) < 1 || row.number(1) > newest)
                findings.add("A20", store.name(), u"schema_version, %1"_s.arg(component),
                             u"1 to %1"_s.arg(newest), QString::number(row.number(1)));
        });
    if (!read)
        return read;
    for (const QString &component : std::as_const(expected))
        findings.add("A20", store.name(), u"schema_version, %1"_s.arg(component), u"a version"_s,
                     u"nothing"_s);
    return {};
}

} // namespace kontor::auditing
