// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/founding.h"

#include "services/core/migrations.h"
#include "services/core/transaction.h"

#include <QFileInfo>

namespace kontor {

namespace {

constexpr int firstVersionWithNotes = 2;

struct Found
{
    bool isThere = true;
    bool notesTill = false;
};

Result<bool> notes(Store &store, const QString &till)
{
    return store.exists("SELECT 1 FROM founded WHERE till = ?", till);
}

Found lookAt(const StorePlace &place, const QString &till)
{
    if (place.url.dialect == Dialect::Sqlite && !QFileInfo::exists(place.url.path))
        return {false, false};
    const auto store = Store::open(place.url, place.service, Store::Access::Read);
    if (!store)
        return {};
    Migrations migrations(**store);
    const auto own = migrations.versionOf(place.service);
    const auto core = migrations.versionOf(QStringLiteral("core"));
    if (!own || !core)
        return {};
    Found found{*own > 0, false};
    if (*core >= firstVersionWithNotes) {
        const auto noted = notes(**store, till);
        found.notesTill = noted && *noted;
    }
    return found;
}

QString placeText(const StorePlace &place)
{
    return place.url.dialect == Dialect::Sqlite
               ? place.url.path
               : QStringLiteral("schema %1 of the database %2")
                     .arg(place.url.schemaFor(place.service), place.url.database);
}

} // namespace

Result<> Founding::refuseLost(const QList<StorePlace> &stores, const QString &till)
{
    const StorePlace *lost = nullptr;
    bool isNoted = false;
    for (const StorePlace &place : stores) {
        const Found found = lookAt(place, till);
        isNoted = isNoted || found.notesTill;
        if (!found.isThere && !lost)
            lost = &place;
    }
    if (!lost || !isNoted)
        return {};
    return Error(FoundingError::StoreLost,
                 QStringLiteral("The shop's %1 store is lost: %2 is not there or is empty. Nothing "
                                "was changed.")
                     .arg(lost->service, placeText(*lost)));
}

Result<> Founding::note(Store &store, const QString &till)
{
    const auto known = notes(store, till);
    if (!known)
        return known.error();
    if (*known)
        return {};
    return inTransaction(store, [&](Transaction &tx) -> Result<> {
        const auto noted =
            tx.run("INSERT INTO founded (till) VALUES (?) ON CONFLICT DO NOTHING", till);
        return noted ? Result<>() : noted.error();
    });
}

} // namespace kontor
