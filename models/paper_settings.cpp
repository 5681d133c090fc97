// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper_settings.h"

#include "models/printer_place.h"
#include "models/shop_profile.h"

#include <QFile>
#include <QSettings>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString paperFileIn(const QString &folder) { return folder + u"/paper.ini"_s; }

int knownColumns(int wanted)
{
    const auto &widths = PaperSettings::widths;
    return std::ranges::find(widths, wanted) == widths.end() ? widths.front() : wanted;
}

ShopProfile profileIn(const QString &folder)
{
    const auto profile = ShopProfile::load(folder);
    if (profile && profile->has_value())
        return **profile;
    ShopProfile unknown;
    unknown.country.clear();
    return unknown;
}

} // namespace

PaperSettings PaperSettings::in(const QString &folder)
{
    const ShopProfile profile = profileIn(folder);
    PaperSettings paper;
    paper.shop.name = profile.name.isEmpty() ? u"Kontor"_s : profile.name;
    paper.country = profile.country;
    const QString file = paperFileIn(folder);
    if (!QFile::exists(file)) {
        const PrinterPlace receipts{PrinterPlace::Kind::Folder, folder + u"/receipts"_s};
        paper.printer.address = receipts.address().value_or(QString());
        paper.afterSale = true;
        return paper;
    }
    const QSettings written(file, QSettings::IniFormat);
    paper.shop.name = written.value("shop/name"_L1, paper.shop.name).toString();
    paper.shop.address = written.value("shop/address"_L1).toStringList();
    paper.shop.taxNumber = written.value("shop/taxNumber"_L1).toString();
    paper.shop.policy = written.value("shop/policy"_L1).toStringList().join(u", "_s);
    paper.language = QLocale::codeToLanguage(written.value("shop/language"_L1).toString());
    paper.printer.address = written.value("printer/address"_L1).toString();
    paper.printer.columns = knownColumns(written.value("printer/columns"_L1).toInt());
    paper.afterSale = written.value("printer/afterSale"_L1, true).toBool();
    return paper;
}

Result<> PaperSettings::save(const QString &folder) const
{
    QSettings file(paperFileIn(folder), QSettings::IniFormat);
    file.setValue("shop/name"_L1, shop.name);
    file.setValue("shop/address"_L1, shop.address);
    file.setValue("shop/taxNumber"_L1, shop.taxNumber);
    file.setValue("shop/policy"_L1, shop.policy);
    file.setValue("shop/language"_L1, QLocale::languageToCode(language));
    file.setValue("printer/address"_L1, printer.address);
    file.setValue("printer/columns"_L1, printer.columns);
    file.setValue("printer/afterSale"_L1, afterSale);
    file.sync();
    if (file.status() != QSettings::NoError)
        return Error(ProfileError::NotWritten, u"%1 cannot be written."_s.arg(paperFileIn(folder)));
    return {};
}

} // namespace kontor
