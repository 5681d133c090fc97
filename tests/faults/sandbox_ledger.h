// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/id.h"

#include <QFile>
#include <QHash>
#include <QMap>

namespace kontor {

//! What has happened in the world so often, and for how much in euros together.
struct WorldEffect
{
    int times = 0;
    qint64 euroMinor = 0;
};

//! The sandbox's own ledger, read as it grows.
class SandboxLedger
{
public:
    explicit SandboxLedger(const QString &path) : m_file(path) {}

    //! What there is of this kind for the order.
    WorldEffect effect(OrderId order, const QString &kind);

private:
    void readOn();

    QFile m_file;
    QByteArray m_rest;
    QHash<QString, QMap<QString, WorldEffect>> m_effects;
};

} // namespace kontor
