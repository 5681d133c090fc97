// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/outside_system.h"

namespace kontor {

namespace {

const QString sandboxName = QStringLiteral("sandbox");

QString systemFrom(const Row &row) { return row.text(0); }

} // namespace

QString systemName(SystemMode mode, const QUrl &server)
{
    const QString place = server.authority(QUrl::FullyEncoded) + server.path();
    switch (mode) {
    case SystemMode::Sandbox:
        break;
    case SystemMode::Test:
        return QStringLiteral("test ") + place;
    case SystemMode::Live:
        return QStringLiteral("live ") + place;
    }
    return sandboxName;
}

Result<QString> SystemInUse::name() const
{
    const auto found = m_store.first("SELECT name FROM system_in_use WHERE one = 1", systemFrom);
    if (!found)
        return found.error();
    return found->value_or(sandboxName);
}

Result<> SystemInUse::change(Transaction &tx, const QString &name)
{
    const auto open = tx.store().exists("SELECT 1 FROM intent WHERE state <> 'Done'");
    if (!open)
        return open.error();
    if (*open)
        return Error(SystemError::OpenElsewhere);
    return withoutValue(tx.run("UPDATE system_in_use SET name = ? WHERE one = 1", name));
}

Result<> SystemInUse::claim(Transaction &tx, IntentId call)
{
    const auto used = name();
    if (!used)
        return used.error();
    if (*used == sandboxName)
        return {};
    return withoutValue(tx.run("INSERT INTO intent_system (intent, name) VALUES (?, ?) "
                               "ON CONFLICT (intent) DO NOTHING",
                               call, *used));
}

Result<QString> SystemInUse::of(IntentId call) const
{
    const auto noted =
        m_store.first("SELECT name FROM intent_system WHERE intent = ?", systemFrom, call);
    if (!noted)
        return noted.error();
    return noted->value_or(sandboxName);
}

Result<QString> SystemInUse::whyNot(IntentId call, const QString &system) const
{
    const auto used = name();
    const auto meant = of(call);
    if (!used || !meant)
        return used ? meant.error() : used.error();
    if (*used != system)
        return QStringLiteral("the settings name another system than the one in use");
    return *meant == system ? QString() : QStringLiteral("it was meant for another system");
}

Result<std::optional<QString>> SystemInUse::ofNewest(SubjectId subject, const QString &kind) const
{
    const auto newest = m_store.first(
        "SELECT id FROM intent WHERE subject = ? AND kind = ? "
        "ORDER BY created_at DESC, id DESC LIMIT 1",
        [](const Row &row) { return row.id<IntentId>(0); }, subject, kind);
    if (!newest)
        return newest.error();
    if (!newest->has_value())
        return std::optional<QString>();
    const auto name = of(**newest);
    return name ? Result<std::optional<QString>>(*name) : name.error();
}

} // namespace kontor
