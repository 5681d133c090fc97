// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/country_taxes.h"

#include <QFile>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

const QList<CountryTaxes> &CountryTaxes::all()
{
    static const QList<CountryTaxes> known = [] {
        QFile file(u":/tax/europe.csv"_s);
        KONTOR_CHECK(file.open(QIODevice::ReadOnly));
        QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        lines.removeFirst();
        QList<CountryTaxes> countries;
        for (const QString &line : std::as_const(lines)) {
            const QStringList cells = line.split(u';');
            countries.append({cells.value(0),
                              *Currency::fromCode(cells.value(1)),
                              {cells.value(2).toInt()},
                              {cells.value(3).toInt()}});
        }
        return countries;
    }();
    return known;
}

std::optional<CountryTaxes> taxesOf(const QString &country)
{
    const auto &known = CountryTaxes::all();
    const auto found = std::ranges::find(known, country, &CountryTaxes::country);
    return found == known.end() ? std::nullopt : std::optional(*found);
}

} // namespace kontor
