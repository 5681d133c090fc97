// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/secrets.h"

#include <optional>

namespace kontor {

//! Nothing: none is needed.
using KnownSecret = Result<std::optional<QByteArray>>;

//! What was typed, or else what the keychain says; the latter is answered later.
inline void withSecret(Secrets &secrets, const QString &name,
                       const std::optional<QByteArray> &typed, QObject *receiver,
                       std::function<void(const KnownSecret &)> use)
{
    if (typed)
        return use(typed);
    secrets.read(name, receiver, [use = std::move(use)](const Result<QByteArray> &read) {
        use(read ? KnownSecret(std::optional(*read)) : KnownSecret(read.error()));
    });
}

} // namespace kontor
