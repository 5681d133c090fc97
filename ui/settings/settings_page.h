// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "ui/settings/window_settings.h"

#include <QWidget>

class QButtonGroup;
class QStackedWidget;
class QVBoxLayout;

namespace kontor {

class LabelsPanel;

//! All settings of the shop and of this till, a section at a time. What is changed holds at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    //! Shows them as they are.
    SettingsPage(const ShopAccess &access, const WindowSettings &settings,
                 QWidget *parent = nullptr);

    //! Ready to choose.
    void start();
    void showLabels();

Q_SIGNALS:
    void languageChosen(kontor::Language language);
    void schemeChosen(kontor::Theme::Scheme scheme);
    //! The screen of the customer display and its picture; either may be empty.
    void displayChosen(const QString &screenName, const QString &picture);
    void keysWanted();
    void shiftRulesChanged(const kontor::ShiftRules &rules);

private:
    void build(const ShopAccess &access, const WindowSettings &settings);
    //! Below those that are there; named after its widget.
    void addSection(const QString &name, QWidget *section);
    void go(int section);

    QButtonGroup *m_names;
    QVBoxLayout *m_list;
    QStackedWidget *m_sections;
    LabelsPanel *m_labels;
};

} // namespace kontor
