// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/product_row.h"
#include "tests/devices/network_printer.h"
#include "tests/ui/look.h"
#include "tests/ui/scanner.h"
#include "ui/commands/overlay.h"
#include "ui/display/customer_display.h"
#include "ui/first_run/first_run.h"
#include "ui/kiosk/kiosk.h"

#include <QAbstractButton>

namespace kontor {

void Look::takeFirstRun()
{
    Theme::apply(*qApp, m_scheme == u"dark"_s ? Theme::Scheme::Dark : Theme::Scheme::Light);
    FirstRun window;
    window.resize(m_size);
    window.show();
    const auto grab = [&](const QString &name) {
        QVERIFY(window.grab().save(
            u"%1/%2-%3-%4.png"_s.arg(m_folder, name, m_scheme).arg(m_size.width())));
    };
    grab(u"first-1-name"_s);
    window.findChild<QPushButton *>(u"nameNext"_s)->click();
    grab(u"first-2-taxes"_s);
    window.findChild<QPushButton *>(u"taxNext"_s)->click();
    grab(u"first-3-goods"_s);
    window.findChild<QPushButton *>(u"beginImport"_s)->click();
    window.findChild<QLineEdit *>(u"importFile"_s)->setText(u"/srv/goods.csv"_s);
    QTest::keyClick(window.findChild<QLineEdit *>(u"importFile"_s), Qt::Key_Return);
    ImportReport report;
    report.read = 1210;
    report.newProducts = 1207;
    for (const qint64 line : {17, 204, 903})
        report.refuse(line, Error(ImportError::BadPrice));
    window.showTable(u"/srv/goods.csv"_s, report);
    grab(u"first-3-table"_s);
    window.setFilling(false);
    window.showProgress(120, 366);
    grab(u"first-4-progress"_s);
}

void Look::takeInGerman()
{
    close();
    open();
    speak(*qApp, Language::German);
    Theme::apply(*qApp, m_scheme == u"dark"_s ? Theme::Scheme::Dark : Theme::Scheme::Light, [this] {
        m_window = std::make_unique<MainWindow>(m_shop->access(), WindowSettings());
    });
    m_window->resize(m_size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    type(u"beeswax"_s);
    press(Qt::Key_Return);
    picture(u"40-verkauf"_s, [this] { return rows(u"cartLines"_s) == 1; });
    press(Qt::Key_F12);
    type(u"5"_s);
    picture(u"41-zahlen"_s, [this] { return shown(u"received"_s); });
    press(Qt::Key_Escape);
    press(Qt::Key_3, Qt::ControlModifier);
    picture(u"42-schicht"_s, [this] { return shown(u"shiftPage"_s); });
    press(Qt::Key_Comma, Qt::ControlModifier);
    for (const QString &section : {u"shop"_s, u"paper"_s, u"mail"_s, u"shift"_s, u"window"_s}) {
        click(section + u"SectionChoice"_s);
        picture(u"43-einstellungen-"_s + section, [&] { return shown(section + u"Section"_s); });
    }
}

void Look::takeDisplay()
{
    close();
    open();
    Theme::apply(*qApp, m_scheme == u"dark"_s ? Theme::Scheme::Dark : Theme::Scheme::Light);
    m_window->findChild<QAction *>(u"window.customerDisplay"_s)->trigger();
    const auto windows = QApplication::topLevelWidgets();
    const auto found = std::ranges::find(windows, u"customerDisplay"_s, &QWidget::objectName);
    QVERIFY(found != windows.end());
    QWidget &display = **found;
    display.resize(m_size);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    picture(display, u"30-display-idle"_s);
    for (const QString &entry : {u"2*71053"_s, u"copper"_s, u"6*beeswax"_s, u"22114"_s}) {
        type(entry);
        press(Qt::Key_Return);
    }
    QTRY_COMPARE(rows(u"cartLines"_s), 4);
    picture(display, u"31-display-lines"_s);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"10"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"received"_s));
    picture(display, u"32-display-part"_s);
    type(u"50"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    picture(display, u"33-display-thanks"_s);
}

void Look::takeKiosk()
{
    close();
    m_shop = std::make_unique<LivingShop>();
    QTemporaryDir folder;
    WindowSettings wanted;
    wanted.language = Language::English;
    wanted.scheme = m_scheme == u"dark"_s ? Theme::Scheme::Dark : Theme::Scheme::Light;
    wanted.write(folder.filePath(u"window.ini"_s));
    ShopAccess access = m_shop->access();
    access.windowFile = folder.filePath(u"window.ini"_s);
    Kiosk kiosk(access);
    kiosk.open();
    const auto touch = [&](const QString &name) {
        auto *button = kiosk.window().findChild<QAbstractButton *>(name);
        QTRY_VERIFY(button && button->isVisible() && button->isEnabled());
        button->click();
    };
    const auto grab = [&](const QString &name) {
        kiosk.window().showNormal();
        kiosk.window().resize(m_size);
        picture(kiosk.window(), name);
    };
    const auto sees = [&](const QString &name) {
        const auto *widget = kiosk.window().findChild<QWidget *>(name);
        return widget && widget->isVisible();
    };
    grab(u"40-kiosk-start"_s);
    touch(u"kioskEnglish"_s);
    QTRY_VERIFY(sees(u"kioskCategory0"_s));
    touch(u"kioskCategory0"_s);
    MadeUpKeys keys;
    for (const Product &product : std::as_const(m_shop->products))
        keys.scan(kiosk.window().windowHandle(), product.barcodes.first());
    QTRY_VERIFY(sees(u"kioskQuantity4"_s));
    grab(u"41-kiosk-categories"_s);
    touch(u"kioskCategory1"_s);
    QTRY_VERIFY(sees(u"searchTiles"_s));
    grab(u"42-kiosk-products"_s);
    touch(u"kioskStaff"_s);
    grab(u"43-kiosk-pin"_s);
    kiosk.window().findChild<Overlay *>(u"pinPad"_s)->close();
    touch(u"kioskPay"_s);
    grab(u"44-kiosk-pay"_s);
    touch(u"kioskTill"_s);
    QTRY_VERIFY(sees(u"kioskNumber"_s));
    grab(u"45-kiosk-number"_s);
    touch(u"kioskDone"_s);
    touch(u"kioskGerman"_s);
    const auto search = [&](const QString &letters) {
        for (const QChar letter : letters)
            touch(u"kioskKey"_s + letter);
    };
    QTRY_VERIFY(sees(u"kioskCategory0"_s));
    QTest::mouseClick(kiosk.window().findChild<QLineEdit *>(u"kioskSearch"_s), Qt::LeftButton);
    grab(u"46-kiosk-suche-anfang"_s);
    search(u"LANT"_s);
    QTRY_VERIFY(sees(u"searchTiles"_s));
    grab(u"46-kiosk-suche"_s);
    search(u"ß"_s);
    QTRY_VERIFY(sees(u"kioskGoodsNote"_s));
    grab(u"47-kiosk-suche-nichts"_s);
}

void Look::takePapers()
{
    close();
    NetworkPrinter printer;
    m_shop = std::make_unique<LivingShop>(printer.address());
    printer.plugOut();
    open();
    Theme::apply(*qApp, m_scheme == u"dark"_s ? Theme::Scheme::Dark : Theme::Scheme::Light);
    m_window->resize(m_size);
    for (int sale = 0; sale < 2; ++sale) {
        type(u"beeswax"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(rows(u"cartLines"_s), 1);
        press(Qt::Key_F12);
        QTRY_VERIFY(shown(u"received"_s));
        type(u"5"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown(u"doneReceipt"_s) && rows(u"cartLines"_s) == 0);
        if (sale == 0)
            press(Qt::Key_Return);
    }
    click(u"doneGift"_s);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    picture(u"30-print-queue"_s, [this] {
        return rows(u"printJobs"_s) == 3 && !text(u"jobReason"_s).isEmpty() &&
               shown(u"statusPrinter"_s);
    });
    press(Qt::Key_Escape);
    press(Qt::Key_Return);
    type(u"71053"_s);
    QTRY_COMPARE(rows(u"searchResults"_s), 1);
    press(Qt::Key_Down);
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    picture(u"31-shelf-labels"_s, [this] { return !text(u"labelProducts"_s).isEmpty(); });
    press(Qt::Key_Escape);
    press(Qt::Key_R, Qt::ControlModifier);
    picture(u"32-last-receipt"_s,
            [this] { return find<QPushButton>(u"receiptPrint"_s)->isEnabled(); });
}

} // namespace kontor
