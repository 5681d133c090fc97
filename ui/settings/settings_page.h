// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/window_settings.h"

#include <QWidget>

class QVBoxLayout;

namespace kontor {

//! How the window looks and speaks, and where its keys are changed. What is chosen holds at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    //! Shows them as chosen.
    explicit SettingsPage(const WindowSettings &settings, QWidget *parent = nullptr);

    //! Ready to choose.
    void start();

Q_SIGNALS:
    void languageChosen(kontor::Language language);
    void schemeChosen(kontor::Theme::Scheme scheme);
    //! The screen of the customer display and its picture; either may be empty.
    void displayChosen(const QString &screenName, const QString &picture);
    void keysWanted();

private:
    void build(const WindowSettings &settings);
    void addSetting(QVBoxLayout *layout, const QString &name, const QString &hint,
                    QWidget *control);
};

} // namespace kontor
