// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/result.h"

#include <cstdio>
#include <cstdlib>

namespace kontor {

QString Error::text() const
{
    if (!m_detail.isEmpty())
        return m_detail;
    return QStringLiteral("%1 %2").arg(domain()).arg(m_code);
}

void halt(const char *reason, const char *file, int line)
{
    std::fprintf(stderr, "kontor: %s:%d: must hold, but does not: %s\n", file, line, reason);
    std::abort();
}

} // namespace kontor
