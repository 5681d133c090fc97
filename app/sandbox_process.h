// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QUrl>

namespace kontor {

enum class SandboxError
{
    NotInstalled,
    DoesNotStart,
    BadFaultPlan,
    Ended, //!< although it was needed
};
KONTOR_ERROR_DOMAIN(SandboxError);

//! Finds the sandbox of a data folder, or starts it; it outlives this program. Waits for it, a
//! second at most as a rule. Answers its address on this machine. A fault plan (a file's name, or
//! empty) replaces the one it has.
Result<QUrl> sandboxFor(const QString &dataFolder, const QString &faultPlan);

//! Whether it is still there. Waits for the answer, a second at most.
bool sandboxAnswers(const QUrl &sandbox);

} // namespace kontor
