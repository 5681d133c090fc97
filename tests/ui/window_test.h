// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/living_shop.h"
#include "ui/main_window.h"
#include "ui/settings/window_settings.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace kontor {

//! A real window on a living shop, worked by keys and clicks on named controls.
class WindowTest : public QObject
{
protected:
    void open()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        Theme::apply(*qApp, Theme::Scheme::Light);
        // Tests type faster than people; two of their keys are two.
        QApplication::setDoubleClickInterval(0);
        if (!m_shop)
            m_shop = std::make_unique<LivingShop>();
        ShopAccess access = m_shop->access();
        access.windowFile = m_windowFile;
        m_window = std::make_unique<MainWindow>(access, m_settings);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void close() { m_window.reset(); }

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
    void click(const QString &button)
    {
        QTRY_VERIFY(find<QPushButton>(button)->isVisible() &&
                    find<QPushButton>(button)->isEnabled());
        QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton);
    }
    //! To wherever the focus is.
    void type(const QString &text) { QTest::keyClicks(focus(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
    }
    void fill(const QString &field, const QString &text)
    {
        find<QLineEdit>(field)->clear();
        QTest::keyClicks(find<QLineEdit>(field), text);
    }
    //! All but the country, and not saved.
    void describeNewCustomer()
    {
        press(Qt::Key_F3);
        click(QStringLiteral("newCustomer"));
        fill(QStringLiteral("customerName"), QStringLiteral("Ada Lovelace"));
        fill(QStringLiteral("customerMail"), QStringLiteral("ada@example.org"));
        fill(QStringLiteral("customerStreet"), QStringLiteral("2 Side Street"));
        fill(QStringLiteral("customerZip"), QStringLiteral("N1 9GU"));
        fill(QStringLiteral("customerCity"), QStringLiteral("London"));
    }

    std::unique_ptr<LivingShop> m_shop;
    QString m_windowFile; //!< empty: none
    WindowSettings m_settings;
    std::unique_ptr<MainWindow> m_window;

private:
    QWidget *focus() { return m_window->focusWidget() ? m_window->focusWidget() : m_window.get(); }
};

} // namespace kontor
