// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/window_settings.h"

#include <QSettings>

#include <array>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QString languageKey = u"window/language"_s;
const QString tilesKey = u"window/tiles"_s;
const QString screenKey = u"display/screen"_s;
const QString pictureKey = u"display/picture"_s;
const QString schemeKey = u"window/appearance"_s;
const QString orderShowKey = u"orders/show"_s;
const QString orderFulfilmentKey = u"orders/fulfilment"_s;
const QString orderPeriodKey = u"orders/period"_s;
const QString orderFromKey = u"orders/from"_s;
const QString orderToKey = u"orders/to"_s;
const QString orderTillKey = u"orders/till"_s;
const QString orderSortKey = u"orders/sort"_s;
// In the order of the enums.
const std::array languages{u"system"_s, u"en"_s, u"de"_s};
const std::array schemes{u"system"_s, u"light"_s, u"dark"_s};
const std::array shows{u"all"_s, u"open"_s, u"needs-person"_s, u"completed"_s, u"cancelled"_s};
const std::array fulfilments{u"counter"_s, u"pickup"_s, u"delivery"_s};
const std::array periods{u"any"_s, u"today"_s, u"week"_s, u"month"_s, u"range"_s};
const std::array sorts{u"newest"_s, u"oldest"_s, u"dearest"_s, u"cheapest"_s};

template <class Enum>
void readOne(const QSettings &settings, const QString &key, const auto &names, Enum &value)
{
    const auto found = std::ranges::find(names, settings.value(key).toString());
    if (found != names.end())
        value = Enum(found - names.begin());
}

OrderFilters readOrderFilters(const QSettings &settings)
{
    OrderFilters filters;
    readOne(settings, orderShowKey, shows, filters.show);
    const QString fulfilment = settings.value(orderFulfilmentKey).toString();
    if (std::ranges::find(fulfilments, fulfilment) != fulfilments.end())
        readOne(settings, orderFulfilmentKey, fulfilments, filters.fulfilment.emplace());
    readOne(settings, orderPeriodKey, periods, filters.period);
    filters.from = QDate::fromString(settings.value(orderFromKey).toString(), Qt::ISODate);
    filters.to = QDate::fromString(settings.value(orderToKey).toString(), Qt::ISODate);
    filters.till = settings.value(orderTillKey).toString();
    readOne(settings, orderSortKey, sorts, filters.sort);
    return filters;
}

void writeOrderFilters(QSettings &settings, const OrderFilters &filters)
{
    settings.setValue(orderShowKey, shows.at(size_t(filters.show)));
    settings.setValue(orderFulfilmentKey,
                      filters.fulfilment ? fulfilments.at(size_t(*filters.fulfilment)) : QString());
    settings.setValue(orderPeriodKey, periods.at(size_t(filters.period)));
    settings.setValue(orderFromKey, filters.from.toString(Qt::ISODate));
    settings.setValue(orderToKey, filters.to.toString(Qt::ISODate));
    settings.setValue(orderTillKey, filters.till);
    settings.setValue(orderSortKey, sorts.at(size_t(filters.sort)));
}

} // namespace

WindowSettings WindowSettings::read(const QString &file)
{
    WindowSettings read;
    if (file.isEmpty())
        return read;
    const QSettings settings(file, QSettings::IniFormat);
    readOne(settings, languageKey, languages, read.language);
    readOne(settings, schemeKey, schemes, read.scheme);
    read.orders = readOrderFilters(settings);
    read.tiles = settings.value(tilesKey).toString() == u"true"_s;
    read.displayScreen = settings.value(screenKey).toString();
    read.displayPicture = settings.value(pictureKey).toString();
    return read;
}

void WindowSettings::write(const QString &file) const
{
    if (file.isEmpty())
        return;
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(languageKey, languages.at(size_t(language)));
    settings.setValue(tilesKey, tiles);
    writeOrderFilters(settings, orders);
    settings.setValue(schemeKey, schemes.at(size_t(scheme)));
    settings.setValue(screenKey, displayScreen);
    settings.setValue(pictureKey, displayPicture);
}

} // namespace kontor
