// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/living_shop.h"
#include "tests/ui/window_hands.h"

#include <QPushButton>

namespace kontor {

//! A real window on a living shop, worked by keys and clicks on named controls.
class WindowTest : public QObject, protected WindowHands
{
public:
    ~WindowTest() override { close(); }

protected:
    void open()
    {
        if (!m_shop)
            m_shop = std::make_unique<LivingShop>();
        ShopAccess access = m_shop->access();
        access.windowFile = m_windowFile;
        openWindow(access);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void close() { m_window.reset(); }

    void click(const QString &button)
    {
        QTRY_VERIFY(find<QPushButton>(button)->isVisible() &&
                    find<QPushButton>(button)->isEnabled());
        QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton);
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
};

} // namespace kontor
