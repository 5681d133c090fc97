// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shop_profile.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QStringList &fillingNames()
{
    static const QStringList names{u"empty"_s, u"demo"_s, u"import"_s};
    return names;
}

QString fileIn(const QString &folder) { return QDir(folder).filePath(u"shop.ini"_s); }

std::optional<TaxRate> rateIn(const QSettings &file, const QString &key)
{
    bool isNumber = false;
    const int basisPoints = file.value(key).toInt(&isNumber);
    if (!isNumber || basisPoints < 0 || basisPoints > TaxRate::maxBasisPoints)
        return {};
    return TaxRate{basisPoints};
}

} // namespace

Result<std::optional<ShopProfile>> ShopProfile::load(const QString &folder)
{
    const QString path = fileIn(folder);
    if (!QFileInfo::exists(path))
        return std::optional<ShopProfile>();
    const QSettings file(path, QSettings::IniFormat);
    const auto currency = Currency::fromCode(file.value(u"currency"_s).toString());
    const auto standard = rateIn(file, u"tax/standard"_s);
    const auto reduced = rateIn(file, u"tax/reduced"_s);
    const auto filling = fillingNames().indexOf(file.value(u"filling"_s).toString());
    if (file.status() != QSettings::NoError || !currency || !standard || !reduced || filling < 0)
        return Error(
            ProfileError::NotReadable,
            u"%1 does not say what a shop's profile says; mend it or take it away."_s.arg(path));
    ShopProfile profile;
    profile.name = file.value(u"name"_s).toString();
    profile.currency = *currency;
    profile.country = file.value(u"country"_s).toString();
    profile.standardRate = *standard;
    profile.reducedRate = *reduced;
    profile.filling = Filling(filling);
    profile.importFile = file.value(u"import"_s).toString();
    profile.founded = {file.value(u"founded"_s).toLongLong()};
    profile.filled = file.value(u"filled"_s).toBool();
    return std::optional(profile);
}

Result<> ShopProfile::save(const QString &folder) const
{
    QSettings file(fileIn(folder), QSettings::IniFormat);
    file.setValue(u"name"_s, name);
    file.setValue(u"currency"_s, currency.code());
    file.setValue(u"country"_s, country);
    file.setValue(u"tax/standard"_s, standardRate.basisPoints);
    file.setValue(u"tax/reduced"_s, reducedRate.basisPoints);
    file.setValue(u"filling"_s, fillingNames()[qsizetype(filling)]);
    file.setValue(u"import"_s, importFile);
    file.setValue(u"founded"_s, founded.ms);
    file.setValue(u"filled"_s, filled);
    file.sync();
    if (file.status() != QSettings::NoError)
        return Error(ProfileError::NotWritten, u"%1 cannot be written."_s.arg(fileIn(folder)));
    return {};
}

} // namespace kontor
