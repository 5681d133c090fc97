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
// In the order of the enums.
const std::array languages{u"system"_s, u"en"_s, u"de"_s};
const std::array schemes{u"system"_s, u"light"_s, u"dark"_s};

template <class Enum>
void readOne(const QSettings &settings, const QString &key, const auto &names, Enum &value)
{
    const auto found = std::ranges::find(names, settings.value(key).toString());
    if (found != names.end())
        value = Enum(found - names.begin());
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
    settings.setValue(schemeKey, schemes.at(size_t(scheme)));
    settings.setValue(screenKey, displayScreen);
    settings.setValue(pictureKey, displayPicture);
}

} // namespace kontor
