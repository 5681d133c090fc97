// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/system_gate.h"

namespace kontor {

SystemGate::SystemGate(Store &store, QString noKey, QString system, bool hasKey)
    : m_store(store)
    , m_inUse(store)
    , m_noKey(std::move(noKey))
    , m_system(std::move(system))
    , m_hasKey(hasKey)
{
}

Result<> SystemGate::use(const QString &system, bool hasKey, ExternalCalls &calls,
                         const Found &anyOpen)
{
    const auto changed = inTransaction(m_store, [&](Transaction &tx) -> Result<> {
        const auto used = m_inUse.name();
        if (!used)
            return used.error();
        if (*used != system) {
            const auto open = anyOpen();
            if (!open)
                return open.error();
            if (*open)
                return Error(SystemError::OpenElsewhere);
            if (const auto moved = m_inUse.change(tx, system); !moved)
                return moved;
        }
        return hasKey ? calls.hurryAll(tx) : Result<>();
    });
    if (!changed)
        return changed;
    m_system = system;
    m_hasKey = hasKey;
    tell(hasKey ? QString() : m_noKey);
    return {};
}

Result<QString> SystemGate::whyHeldUp(IntentId call)
{
    const auto why = m_hasKey ? m_inUse.whyNot(call, m_system) : Result<QString>(m_noKey);
    if (why)
        tell(*why);
    return why;
}

Result<bool> SystemGate::isOpen() const
{
    const auto used = m_inUse.name();
    if (!used)
        return used.error();
    return m_hasKey && *used == m_system;
}

Result<bool> SystemGate::wasElsewhere(SubjectId subject, const QString &kind) const
{
    const auto system = m_inUse.ofNewest(subject, kind);
    if (!system)
        return system.error();
    return system->has_value() && **system != m_system;
}

void SystemGate::tell(const QString &reason)
{
    if (std::exchange(m_told, reason) != reason)
        Q_EMIT heldUp(reason);
}

} // namespace kontor
