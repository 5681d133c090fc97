// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/notification/notification.h"

namespace kontor {

QString nameText(MailKind kind);
QString nameText(MailState state);

} // namespace kontor
