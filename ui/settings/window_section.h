// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"
#include "ui/settings/window_settings.h"

namespace kontor {

//! How the window looks and speaks, and where its keys are changed.
class WindowSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit WindowSection(const WindowSettings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void languageChosen(kontor::Language language);
    void schemeChosen(kontor::Theme::Scheme scheme);
    //! The screen of the customer display and its picture; either may be empty.
    void displayChosen(const QString &screenName, const QString &picture);
    void keysWanted();
};

} // namespace kontor
