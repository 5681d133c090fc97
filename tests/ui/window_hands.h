// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "ui/main_window.h"
#include "ui/settings/window_settings.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace kontor {

//! A real window, worked by keys and read by the names of its controls.
class WindowHands
{
protected:
    void openWindow(const ShopAccess &access, const WindowSettings &settings = {})
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        // Programs type faster than people; two of their keys are two.
        QApplication::setDoubleClickInterval(0);
        Theme::apply(*qApp, Theme::Scheme::Light,
                     [&] { m_window = std::make_unique<MainWindow>(access, settings); });
        m_window->show();
    }

    template <class Widget>
    Widget *find(const QString &name)
    {
        auto *widget = m_window->findChild<Widget *>(name);
        if (!widget)
            qFatal("there is no %s", qPrintable(name));
        return widget;
    }
    QString text(const QString &label) { return find<QLabel>(label)->text(); }
    bool shown(const QString &name) { return find<QWidget>(name)->isVisible(); }
    int rows(const QString &view) { return find<QAbstractItemView>(view)->model()->rowCount(); }
    QString cell(const QString &view, int row, int column)
    {
        return find<QAbstractItemView>(view)->model()->index(row, column).data().toString();
    }
    void putInCart(const QString &entry)
    {
        const int before = rows(QStringLiteral("cartLines"));
        type(entry);
        press(Qt::Key_Return);
        QTRY_COMPARE(rows(QStringLiteral("cartLines")), before + 1);
    }
    void beginToPay()
    {
        press(Qt::Key_F12);
        QTRY_VERIFY(shown(QStringLiteral("received")));
    }
    //! To wherever the focus is.
    void type(const QString &text) { QTest::keyClicks(focus(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
    }

    std::unique_ptr<MainWindow> m_window;

private:
    QWidget *focus() { return m_window->focusWidget() ? m_window->focusWidget() : m_window.get(); }
};

} // namespace kontor
