// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window_test.h"
#include "ui/kiosk/kiosk.h"
#include "ui/sell/product_tiles.h"

#include <QAbstractButton>

namespace kontor {

//! A customer alone in front of the screen of self-service.
class KioskCustomer : public WindowTest
{
protected:
    //! A shop, perhaps with a printer at an address.
    void setUp(const QString &printer = {})
    {
        m_windowFile = m_folder.filePath(QStringLiteral("window.ini"));
        QFile::remove(m_windowFile);
        WindowSettings english;
        english.language = Language::English;
        english.scheme = Theme::Scheme::Light;
        english.write(m_windowFile);
        QVERIFY(bool(KioskPin::keep(m_windowFile, QStringLiteral("4711"))));
        m_shop = std::make_unique<LivingShop>(printer);
    }
    void tearDown()
    {
        m_kiosk.reset();
        close();
        m_shop.reset();
    }
    void openKiosk(const KioskTimes &times = {})
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        ShopAccess access = m_shop->access();
        access.actor = OwnerOnly::customer();
        access.windowFile = m_windowFile;
        m_kiosk = std::make_unique<Kiosk>(access, times);
        m_kiosk->open();
        QVERIFY(QTest::qWaitForWindowActive(&m_kiosk->window()));
    }

    template <class Widget>
    Widget *part(const QString &name)
    {
        auto *widget = m_kiosk->window().findChild<Widget *>(name);
        if (!widget)
            qFatal("there is no %s", qPrintable(name));
        return widget;
    }
    bool sees(const QString &name)
    {
        const auto *widget = m_kiosk->window().findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }
    QString said(const QString &label) { return part<QLabel>(label)->text(); }
    void touch(const QString &button)
    {
        QTRY_VERIFY(sees(button) && part<QAbstractButton>(button)->isEnabled());
        QTest::mouseClick(part<QAbstractButton>(button), Qt::LeftButton);
    }
    ProductTiles *tiles() { return part<ProductTiles>(QStringLiteral("searchTiles")); }
    //! One of the products that are shown.
    void touchTile(int tile)
    {
        ProductTiles *products = tiles();
        QTRY_VERIFY(products->isVisible() && products->model()->rowCount() > 0);
        const QModelIndex index =
            products->model()->index(tile / products->columns(), tile % products->columns());
        QTRY_VERIFY(!index.data().toString().isEmpty());
        QTest::mouseClick(products->viewport(), Qt::LeftButton, {},
                          products->visualRect(index).center());
    }
    //! One of the products in a category below the first one.
    void touchProduct(const QString &category, int tile)
    {
        touch(QStringLiteral("kioskCategory0"));
        QTRY_COMPARE(said(QStringLiteral("kioskCategory")), QStringLiteral("Home"));
        const auto buttons = m_kiosk->window().findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(buttons, [&](const QAbstractButton *button) {
            return button->isVisible() && button->text() == category;
        });
        QVERIFY(found != buttons.end());
        QTest::mouseClick(*found, Qt::LeftButton);
        touchTile(tile);
    }
    void buyCandle(const QString &language = QStringLiteral("kioskEnglish"))
    {
        touch(language);
        touchProduct(QStringLiteral("Candles"), 0);
        QTRY_VERIFY(sees(QStringLiteral("kioskQuantity1")));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Kiosk> m_kiosk;
};

} // namespace kontor
