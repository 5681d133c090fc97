// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/window_section.h"

#include "ui/commands/key_cap.h"
#include "ui/display/display_setting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/segments.h"

#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

WindowSection::WindowSection(const WindowSettings &settings, QWidget *parent)
    : SettingsSection(u"windowSection"_s, tr("Window"), parent)
{
    auto *languages = new Segments(u"language"_s, tr("Language"),
                                   {{u"languageSystem"_s, tr("As the desktop")},
                                    {u"languageEnglish"_s, nameOfLanguage(Language::English)},
                                    {u"languageGerman"_s, nameOfLanguage(Language::German)}});
    languages->choose(int(settings.language));
    connect(languages, &Segments::picked, this,
            [this](int id) { Q_EMIT languageChosen(Language(id)); });
    auto *schemes = new Segments(u"appearance"_s, tr("Appearance"),
                                 {{u"appearanceSystem"_s, tr("As the desktop")},
                                  {u"appearanceLight"_s, tr("Light")},
                                  {u"appearanceDark"_s, tr("Dark")}});
    schemes->choose(int(settings.scheme));
    connect(schemes, &Segments::picked, this,
            [this](int id) { Q_EMIT schemeChosen(Theme::Scheme(id)); });
    auto *keys = named(new QPushButton(tr("Show and change the keys")), u"settingsKeys"_s,
                       tr("Show and change the keys"));
    placeKey(keys, new KeyCap(u"window.keys"_s));
    connect(keys, &QPushButton::clicked, this, &WindowSection::keysWanted);
    auto *display = new DisplaySetting(settings.displayScreen, settings.displayPicture);
    connect(display, &DisplaySetting::chosen, this, &WindowSection::displayChosen);
    addSetting(tr("Language"), tr("Of this window; receipts follow the shop."), languages);
    addSetting(tr("Appearance"), tr("Dark is easier on the eyes in the evening."), schemes);
    addSetting(tr("Keys"), tr("Each command can have the key that you are used to."), keys);
    addSetting(tr("Customer display"), tr("On a second screen, as long as it is plugged in."),
               display);
}

} // namespace kontor
