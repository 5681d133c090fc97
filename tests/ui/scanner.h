// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWindow>

namespace kontor {

//! Types into a window as keyboards and scanners do, with the times that the window system would
//! give to the keys; no time passes in truth.
class MadeUpKeys
{
public:
    static constexpr int scannerMs = 5;

    void pass(int ms) { m_now += quint64(ms); }
    void press(QWindow *window, int key, const QString &text,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress}) {
            QKeyEvent event(type, key, modifiers, text);
            event.setTimestamp(m_now);
            QCoreApplication::sendEvent(window, &event);
        }
    }
    void press(QWindow *window, QChar c)
    {
        const bool separates = c == u'\x1d';
        press(window, separates ? int(Qt::Key_BracketRight) : int(c.toUpper().unicode()), c,
              separates ? Qt::ControlModifier : Qt::NoModifier);
    }
    void enter(QWindow *window) { press(window, Qt::Key_Return, QStringLiteral("\r")); }
    //! A code, and Enter after it.
    void scan(QWindow *window, const QString &code)
    {
        pass(500);
        for (const QChar c : code) {
            press(window, c);
            pass(scannerMs);
        }
        enter(window);
    }

private:
    // Far ahead of what the window system says, so that the two are not mixed up.
    quint64 m_now = quint64(1) << 40;
};

} // namespace kontor
