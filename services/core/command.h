// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/id.h"

#include <QString>

namespace kontor {

//! Who asks for what, and under which name it is remembered. The id is made before the first try: a
//! double click, a retry or a replay finds the first answer.
struct Command
{
    CommandId id;
    QString actor;
    QString till;
    Timestamp at; //!< when it happened in the shop

    //! A command given now.
    static Command make(const Clock &clock, const QString &actor, const QString &till)
    {
        const Timestamp now = clock.now();
        return {CommandId::make(now), actor, till, now};
    }
    //! The same thing said twice: for what is read from a file.
    static Command named(Timestamp at, QByteArrayView name, const QString &actor,
                         const QString &till)
    {
        return {CommandId::named(at, name), actor, till, at};
    }
};

} // namespace kontor
