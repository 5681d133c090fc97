// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/display/display_outlet.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

namespace kontor {

DisplayOutlet::DisplayOutlet(ShownSale &sale, const QString &shopName, QObject *parent)
    : QObject(parent)
    , m_display(sale, shopName)
{
    connect(qApp, &QGuiApplication::screenAdded, this, [this] {
        if (!m_display.isVisible())
            show(wantedScreen());
    });
    connect(qApp, &QGuiApplication::screenRemoved, this, &DisplayOutlet::screenGone);
}

void DisplayOutlet::use(const QString &screenName, const QString &picture)
{
    m_display.setPicture(picture);
    if (screenName == m_screenName)
        return;
    m_screenName = screenName;
    QScreen *screen = wantedScreen();
    if (!screen && m_filling)
        m_display.hide();
    m_filling = false;
    show(screen);
}

void DisplayOutlet::toggle()
{
    if (m_display.isVisible()) {
        m_display.hide();
        m_filling = false;
        return;
    }
    if (QScreen *screen = wantedScreen())
        return show(screen);
    m_display.showNormal();
}

QScreen *DisplayOutlet::wantedScreen(const QScreen *gone) const
{
    QList<QScreen *> screens = QGuiApplication::screens();
    screens.removeIf([gone](const QScreen *screen) { return screen == gone; });
    if (screens.size() < 2)
        return nullptr;
    for (QScreen *screen : std::as_const(screens)) {
        if (screen->name() == m_screenName)
            return screen;
    }
    return nullptr;
}

void DisplayOutlet::show(QScreen *screen)
{
    if (!screen)
        return;
    m_filling = true;
    m_display.winId(); // so that there is a window to put on the screen
    m_display.windowHandle()->setScreen(screen);
    m_display.setGeometry(screen->geometry());
    m_display.showFullScreen();
}

void DisplayOutlet::screenGone(const QScreen *screen)
{
    if (!m_filling || wantedScreen(screen))
        return;
    m_display.hide();
    m_filling = false;
}

} // namespace kontor
