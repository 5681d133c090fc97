// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paper_settings.h"

#include "app/shop_profile.h"

#include <QFile>
#include <QSettings>

#include <algorithm>
#include <iterator>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// What receipt printers have: 80 mm with either font, and 58 mm.
constexpr int paperColumns[] = {48, 42, 32};

int knownColumns(int wanted)
{
    return std::ranges::find(paperColumns, wanted) == std::end(paperColumns) ? paperColumns[0]
                                                                             : wanted;
}

QString shopName(const QString &folder)
{
    const auto profile = ShopProfile::load(folder);
    const QString name = profile && profile->has_value() ? (*profile)->name : QString();
    return name.isEmpty() ? u"Kontor"_s : name;
}

} // namespace

PaperSettings PaperSettings::in(const QString &folder)
{
    PaperSettings paper;
    const QString file = folder + u"/paper.ini"_s;
    if (!QFile::exists(file)) {
        paper.shop.name = shopName(folder);
        paper.printer.address = u"folder:%1/receipts"_s.arg(folder);
        paper.afterSale = true;
        return paper;
    }
    const QSettings written(file, QSettings::IniFormat);
    paper.shop.name = written.value("shop/name"_L1, shopName(folder)).toString();
    paper.shop.address = written.value("shop/address"_L1).toStringList();
    paper.shop.taxNumber = written.value("shop/taxNumber"_L1).toString();
    paper.shop.policy = written.value("shop/policy"_L1).toStringList().join(u", "_s);
    paper.printer.address = written.value("printer/address"_L1).toString();
    paper.printer.columns = knownColumns(written.value("printer/columns"_L1).toInt());
    paper.afterSale = written.value("printer/afterSale"_L1, true).toBool();
    return paper;
}

} // namespace kontor
