// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/mail_address.h"

#include <algorithm>

namespace kontor {

bool isMailAddress(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at < 1 || at != text.lastIndexOf(u'@') || text.size() > 254)
        return false;
    const QStringView domain = text.sliced(at + 1);
    if (domain.isEmpty() || domain.startsWith(u'.') || domain.endsWith(u'.') ||
        domain.contains(u".."))
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c > u' ' && c < QChar(0x7f) && !QStringView(u"\"(),:;<>[\\]").contains(c);
    });
}

} // namespace kontor
