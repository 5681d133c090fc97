// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frontend.h"

#include "ui/main_window.h"

#include <QApplication>
#include <QSettings>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Whether the one before said that it ends.
bool isCutOff(const QString &file)
{
    return !file.isEmpty() &&
           QSettings(file, QSettings::IniFormat).value("window/open"_L1).toBool();
}

void noteOpen(const QString &file, bool open)
{
    if (!file.isEmpty())
        QSettings(file, QSettings::IniFormat).setValue("window/open"_L1, open);
}

} // namespace

Frontend::Frontend(const ShopAccess &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_settings(WindowSettings::read(access.windowFile))
{
    speak(*qApp, m_settings.language);
    Theme::apply(*qApp, m_settings.scheme, [this] { makeWindow(); });
    m_window->takePlace(KeptPlace::read(access.windowFile));
    if (isCutOff(access.windowFile))
        m_window->tellCutOff();
    noteOpen(access.windowFile, true);
}

Frontend::~Frontend()
{
    m_window->place().write(m_access.windowFile);
    noteOpen(m_access.windowFile, false);
}

void Frontend::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_access, m_settings);
    // The page that asked is at work still, and goes with its window.
    connect(m_window.get(), &MainWindow::settingsChanged, this, &Frontend::use,
            Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::shiftRulesChanged, this,
            [this](const ShiftRules &rules) { m_access.blindCount = rules.blindCount; });
    for (auto trouble = m_troubles.cbegin(); trouble != m_troubles.cend(); ++trouble)
        m_window->showTrouble(trouble.key(), trouble.value());
    for (const auto &[text, detail] : std::as_const(m_notices))
        m_window->showNotice(text, detail);
}

void Frontend::use(const WindowSettings &settings)
{
    if (settings == m_settings)
        return;
    const WindowSettings before = std::exchange(m_settings, settings);
    m_settings.write(m_access.windowFile);
    if (settings.language == before.language) {
        if (settings.scheme != before.scheme)
            Theme::apply(*qApp, settings.scheme);
        return;
    }
    speak(*qApp, settings.language);
    const std::unique_ptr<MainWindow> old = std::move(m_window);
    Theme::apply(*qApp, settings.scheme, [this] { makeWindow(); });
    m_window->takePlace(old->place());
    m_window->show();
}

void Frontend::raise()
{
    m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
}

void Frontend::showTrouble(const QString &service, const QString &detail)
{
    m_troubles.insert(service, detail);
    m_window->showTrouble(service, detail);
}

void Frontend::showRecovered(const QString &service)
{
    m_troubles.remove(service);
    m_window->showRecovered(service);
}

void Frontend::showNotice(const QString &text, const QString &detail)
{
    m_notices.append({text, detail});
    m_window->showNotice(text, detail);
}

} // namespace kontor
