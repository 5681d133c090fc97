// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/http_message.h"

namespace kontor::sandbox {

//! A printable label: a page of PDF, or ZPL for the format "ZPLII".
HttpResponse drawLabel(const QString &format, const QStringList &lines);

} // namespace kontor::sandbox
