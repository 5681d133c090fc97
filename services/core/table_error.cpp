// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/table_error.h"

namespace kontor {

Error tableError(TableError code, const QString &path, qint64 line, const QString &what)
{
    if (line == 0)
        return Error(code, QStringLiteral("%1: %2").arg(path, what));
    return Error(code, QStringLiteral("%1, line %2: %3").arg(path).arg(line).arg(what));
}

} // namespace kontor
