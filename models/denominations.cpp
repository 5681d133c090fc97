// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/denominations.h"

#include <QHash>

namespace kontor {

using namespace Qt::StringLiterals;

QList<Money> denominations(Currency currency)
{
    static const QHash<QString, QList<qint64>> known{
        {u"GBP"_s, {5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
        {u"EUR"_s, {50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
        {u"USD"_s, {10000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1}},
        {u"CAD"_s, {10000, 5000, 2000, 1000, 500, 200, 100, 25, 10, 5}},
        {u"AUD"_s, {10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5}},
        {u"CHF"_s, {100000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5}},
        {u"SEK"_s, {100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100}},
        {u"NOK"_s, {100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 100}},
        {u"DKK"_s, {50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50}},
        {u"PLN"_s, {50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
        {u"CZK"_s, {500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100}},
        {u"JPY"_s, {10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1}},
    };
    QList<Money> values;
    for (const qint64 minor : known.value(currency.code()))
        values.append({minor, currency});
    return values;
}

} // namespace kontor
