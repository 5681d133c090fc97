// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/kiosk.h"

#include <QApplication>

namespace kontor {

using namespace Qt::StringLiterals;

Kiosk::Kiosk(const ShopAccess &access, const KioskTimes &times, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_times(times)
    , m_settings(WindowSettings::read(access.windowFile))
    , m_spoken(m_settings.language)
    , m_lookup(u"catalog lookup"_s, access.catalogStore)
    , m_sale(m_access, m_lookup)
    , m_pin(access.windowFile, m_access.clock)
{
    speak(*qApp, m_spoken);
    Theme::apply(*qApp, m_settings.scheme, [this] { makeWindow(); });
    m_sale.start();
}

Kiosk::~Kiosk() = default;

void Kiosk::makeWindow()
{
    m_window = std::make_unique<KioskWindow>(m_access, m_lookup, m_sale, m_pin, m_times);
    // The page that asked is at work still, and goes with its window.
    connect(
        m_window.get(), &KioskWindow::languageChosen, this,
        [this](Language language) {
            speakTo(language);
            m_window->begin();
        },
        Qt::QueuedConnection);
    connect(
        m_window.get(), &KioskWindow::leftAlone, this, [this] { speakTo(m_settings.language); },
        Qt::QueuedConnection);
    connect(m_window.get(), &KioskWindow::tillWanted, this, &Kiosk::tillWanted);
    connect(m_window.get(), &KioskWindow::closeWanted, this, &Kiosk::closeWanted);
}

void Kiosk::speakTo(Language language)
{
    if (language == m_spoken)
        return;
    m_spoken = language;
    speak(*qApp, language);
    const std::unique_ptr<KioskWindow> old = std::move(m_window);
    Theme::apply(*qApp, m_settings.scheme, [this] { makeWindow(); });
    open();
}

void Kiosk::open()
{
    m_window->showFullScreen();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace kontor
