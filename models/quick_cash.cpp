// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quick_cash.h"

#include "models/denominations.h"

namespace kontor {

bool isLikelyMistyped(const Money &given, const Money &due)
{
    const QList<Money> notes = denominations(due.currency);
    const auto change = checkedAdd(given, -due);
    return !notes.isEmpty() && change && *change >= notes.first();
}

QList<Money> quickCash(const Money &due)
{
    constexpr int notes[] = {5, 10, 20, 50, 100};
    constexpr qsizetype most = 4;
    if (due.minor <= 0 || due.minor > Money::maxMinor)
        return {};
    qint64 major = 1;
    for (int i = 0; i < due.currency.exponent(); ++i)
        major *= 10;
    QList<Money> sums{due};
    for (const int note : notes) {
        const qint64 step = note * major;
        const Money sum{(due.minor + step - 1) / step * step, due.currency};
        if (sum > sums.last() && sums.size() < most && !isLikelyMistyped(sum, due))
            sums.append(sum);
    }
    return sums;
}

} // namespace kontor
