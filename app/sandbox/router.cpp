// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/router.h"

namespace kontor::sandbox {

std::optional<QStringList> matchPath(QStringView pattern, QStringView path)
{
    const auto wanted = pattern.split(u'/');
    const auto given = path.split(u'/');
    if (wanted.size() != given.size())
        return std::nullopt;
    QStringList ids;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i].startsWith(u'{') && !given[i].isEmpty())
            ids.append(given[i].toString());
        else if (wanted[i] != given[i])
            return std::nullopt;
    }
    return ids;
}

} // namespace kontor::sandbox
