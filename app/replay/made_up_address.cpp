// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/made_up_address.h"

#include <QHash>
#include <QLocale>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! ISO 3166 codes by English name, as Qt has them, and the names that shops write otherwise.
const QHash<QString, QString> &countryCodes()
{
    static const QHash<QString, QString> codes = [] {
        QHash<QString, QString> byName;
        for (int territory = 1; territory <= QLocale::LastTerritory; ++territory) {
            const auto known = static_cast<QLocale::Territory>(territory);
            const QString code = QLocale::territoryToCode(known);
            if (code.size() == 2)
                byName.insert(QLocale::territoryToString(known).toCaseFolded(), code);
        }
        byName.insert(u"eire"_s, u"IE"_s);
        byName.insert(u"channel islands"_s, u"JE"_s);
        byName.insert(u"rsa"_s, u"ZA"_s);
        byName.insert(u"usa"_s, u"US"_s);
        byName.insert(u"czech republic"_s, u"CZ"_s);
        byName.insert(u"hong kong"_s, u"HK"_s);
        return byName;
    }();
    return codes;
}

} // namespace

Address madeUpAddress(const QString &name, const QString &country)
{
    Address address;
    address.name = name;
    address.street1 = u"1 High Street"_s;
    address.city = country.isEmpty() ? u"London"_s : country;
    address.zip = u"10001"_s;
    address.country = countryCodes().value(country.toCaseFolded(), u"GB"_s);
    return address;
}

} // namespace kontor
