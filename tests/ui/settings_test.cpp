// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/living_shop.h"
#include "ui/frontend.h"
#include "ui/main_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! What is chosen in the settings holds at once, and the next time.
class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theLanguageIsSwitchedInTheMiddleOfASale();
    void theAppearanceIsSwitchedAndKept();
    void whatAFileSaysWrongIsAsUsual();
    void theWindowIsWhereItWasLeft();
    void aPlaceThatMakesNoSenseIsPassedOver();

private:
    template <class Widget>
    Widget *find(const QString &name)
    {
        auto *widget = m_frontend->window().findChild<Widget *>(name);
        if (!widget)
            qFatal("there is no %s", qPrintable(name));
        return widget;
    }
    void pick(const QString &segment);
    void open();

    std::unique_ptr<LivingShop> m_shop;
    std::unique_ptr<Frontend> m_frontend;
    QTemporaryDir m_folder;
    QString m_file;
};

void SettingsTest::init()
{
    m_file = m_folder.filePath(u"window.ini"_s);
    QFile::remove(m_file);
    m_shop = std::make_unique<LivingShop>();
    WindowSettings english;
    english.language = Language::English;
    english.scheme = Theme::Scheme::Light;
    english.write(m_file);
    open();
}

void SettingsTest::cleanup()
{
    m_frontend.reset();
    m_shop.reset();
}

void SettingsTest::open()
{
    ShopAccess access = m_shop->access();
    access.windowFile = m_file;
    m_frontend = std::make_unique<Frontend>(access);
    m_frontend->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_frontend->window()));
}

void SettingsTest::pick(const QString &segment)
{
    QTest::keyClick(&m_frontend->window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(find<QPushButton>(segment)->isVisible());
    find<QPushButton>(segment)->setFocus();
    QTest::keyClick(find<QPushButton>(segment), Qt::Key_Space);
}

void SettingsTest::theLanguageIsSwitchedInTheMiddleOfASale()
{
    QTest::keyClicks(find<QLineEdit>(u"searchField"_s), u"beeswax"_s);
    QTest::keyClick(find<QLineEdit>(u"searchField"_s), Qt::Key_Return);
    QTRY_COMPARE(find<QAbstractItemView>(u"cartLines"_s)->model()->rowCount(), 1);
    m_frontend->showNotice(u"something is wrong"_s, u"detail"_s);
    m_frontend->window().resize(1300, 700);

    pick(u"languageGerman"_s);
    QTRY_COMPARE(find<QPushButton>(u"rail0"_s)->text(), u"Verkauf"_s);
    QVERIFY(find<QWidget>(u"settingsPage"_s)->isVisible());
    QVERIFY(find<QPushButton>(u"languageGerman"_s)->isChecked());
    QCOMPARE(m_frontend->window().width(), 1300);
    QCOMPARE(QLocale().language(), QLocale::German);
    QTRY_COMPARE(find<QAbstractItemView>(u"cartLines"_s)->model()->rowCount(), 1);
    QTRY_VERIFY(find<QLabel>(u"cartTotal"_s)->text().startsWith(u"1,20"_s));
    QVERIFY(find<QLabel>(u"statusNotice"_s)->isVisible());

    m_frontend.reset();
    open();
    QCOMPARE(find<QPushButton>(u"rail0"_s)->text(), u"Verkauf"_s);
    pick(u"languageEnglish"_s);
    QTRY_COMPARE(find<QPushButton>(u"rail0"_s)->text(), u"Sell"_s);
}

void SettingsTest::theAppearanceIsSwitchedAndKept()
{
    const auto isDark = [] { return qApp->palette().color(QPalette::Window).lightness() < 128; };
    QVERIFY(!isDark());
    pick(u"appearanceDark"_s);
    QTRY_VERIFY(isDark());
    m_frontend.reset();
    Theme::apply(*qApp, Theme::Scheme::Light);
    open();
    QVERIFY(isDark());
}

void SettingsTest::whatAFileSaysWrongIsAsUsual()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\nlanguage=klingon\nappearance=@Invalid()\n\x00\xff[[[");
    file.close();
    QCOMPARE(WindowSettings::read(m_file), WindowSettings());
    WindowSettings wanted;
    wanted.language = Language::German;
    wanted.write(m_file);
    QCOMPARE(WindowSettings::read(m_file), wanted);
}

void SettingsTest::theWindowIsWhereItWasLeft()
{
    m_frontend->window().resize(1200, 700);
    QTRY_COMPARE(m_frontend->window().size(), QSize(1200, 700));
    QTest::keyClick(&m_frontend->window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(u"ordersPage"_s)->isVisible());
    m_frontend.reset();
    open();
    QTRY_COMPARE(m_frontend->window().size(), QSize(1200, 700));
    QTRY_VERIFY(find<QWidget>(u"ordersPage"_s)->isVisible());
}

void SettingsTest::aPlaceThatMakesNoSenseIsPassedOver()
{
    m_frontend.reset();
    KeptPlace{QByteArray("no place"), 99}.write(m_file);
    open();
    QTRY_VERIFY(find<QWidget>(u"sellPage"_s)->isVisible());
}

} // namespace kontor

QTEST_MAIN(kontor::SettingsTest)

#include "settings_test.moc"
