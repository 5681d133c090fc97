// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/notification/notification.h"

namespace kontor {

struct MailText
{
    QString subject;
    QString body;

    bool operator==(const MailText &) const = default;
};

//! The template of this kind with its placeholders filled; what stands in a value is never taken
//! for a placeholder.
Result<MailText> renderedMail(MailKind kind, const QList<MailValue> &values);

} // namespace kontor
