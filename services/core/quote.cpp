// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/quote.h"

namespace kontor {

QString readable(QStringView text)
{
    constexpr qsizetype longest = 60;
    QString shown = text.first(qMin(text.size(), longest)).toString();
    for (QChar &c : shown) {
        if (!c.isPrint() && !c.isSurrogate())
            c = u' ';
    }
    if (!shown.isEmpty() && shown.back().isHighSurrogate())
        shown.chop(1);
    if (text.size() > longest)
        shown += u'…';
    return shown;
}

QString quotedForMessage(QStringView text) { return u'"' + readable(text) + u'"'; }

} // namespace kontor
