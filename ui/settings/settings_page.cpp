// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/commands/key_cap.h"
#include "ui/display/display_setting.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/segments.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const WindowSettings &settings, QWidget *parent) : QWidget(parent)
{
    setObjectName(u"settingsPage"_s);
    build(settings);
}

void SettingsPage::build(const WindowSettings &settings)
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
    connect(keys, &QPushButton::clicked, this, &SettingsPage::keysWanted);

    auto *display = new DisplaySetting(settings.displayScreen, settings.displayPicture);
    connect(display, &DisplaySetting::chosen, this, &SettingsPage::displayChosen);

    auto *card = inRole(new QFrame, "card");
    card->setMaximumWidth(metrics::sheetWidth);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(metrics::page, metrics::group, metrics::page, metrics::group);
    rows->setSpacing(metrics::group);
    addSetting(rows, tr("Language"), tr("Of this window; receipts follow the shop."), languages);
    rows->addWidget(rule());
    addSetting(rows, tr("Appearance"), tr("Dark is easier on the eyes in the evening."), schemes);
    rows->addWidget(rule());
    addSetting(rows, tr("Keys"), tr("Each command can have the key that you are used to."), keys);
    rows->addWidget(rule());
    addSetting(rows, tr("Customer display"), tr("On a second screen, as long as it is plugged in."),
               display);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addWidget(plainLabel(tr("Settings"), "title"));
    layout->addWidget(card);
    layout->addStretch();
}

void SettingsPage::addSetting(QVBoxLayout *layout, const QString &name, const QString &hint,
                              QWidget *control)
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(metrics::gap);
    texts->addWidget(plainLabel(name, "strong"));
    texts->addWidget(plainLabel(hint, "small"));
    control->setFixedWidth(metrics::settingWidth);
    auto *row = new QHBoxLayout;
    row->addLayout(texts, 1);
    row->addWidget(control);
    layout->addLayout(row);
}

void SettingsPage::start()
{
    for (auto *button : findChildren<QPushButton *>()) {
        if (button->isChecked())
            return button->setFocus();
    }
}

} // namespace kontor
