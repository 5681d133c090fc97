// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/product_results_model.h"
#include "tests/ui/living_shop.h"
#include "ui/frontend.h"
#include "ui/main_window.h"
#include "ui/sell/cart_panel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
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
    void afterACutTheLastSaleIsTold();
    void afterACutWhatWasToBeGivenBackIsTold();
    void listsAreArrangedAsTheyWereLeft();
    void theWindowFitsOnASmallScreen_data();
    void theWindowFitsOnASmallScreen();

private:
    template <class Widget>
    Widget *find(const QString &name)
    {
        auto *widget = m_frontend->window().findChild<Widget *>(name);
        if (!widget)
            qFatal("there is no %s", qPrintable(name));
        return widget;
    }
    QPushButton *chipNamed(const QString &name)
    {
        for (auto *chip : find<QWidget>(u"categories"_s)->findChildren<QPushButton *>()) {
            if (chip->accessibleName() == name && !chip->isHidden())
                return chip;
        }
        return nullptr;
    }
    void pick(const QString &segment);
    void enter(const QString &field, const QString &text)
    {
        QTest::keyClicks(find<QLineEdit>(field), text);
        QTest::keyClick(find<QLineEdit>(field), Qt::Key_Return);
    }
    void open();
    //! After an orderly end, or as if there had been none.
    void reopen(bool cut);
    void press(Qt::Key key);
    void putCandle();

    std::unique_ptr<LivingShop> m_shop;
    std::unique_ptr<Frontend> m_frontend;
    QTemporaryDir m_folder;
    QString m_file;
};

void SettingsTest::init()
{
    m_file = m_folder.filePath(u"window.ini"_s);
    QFile::remove(m_file);
    QApplication::setDoubleClickInterval(0); // two keys of a program are two
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
    QTRY_VERIFY(find<QWidget>(u"settingsPage"_s)->isVisible());
    if (!segment.endsWith(u"Choice"_s))
        find<QPushButton>(u"windowSectionChoice"_s)->setChecked(true);
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
    pick(u"appearanceSystem"_s);
    QTRY_VERIFY(!isDark());
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

void SettingsTest::reopen(bool cut)
{
    m_frontend.reset();
    QSettings file(m_file, QSettings::IniFormat);
    QVERIFY(!file.value(u"window/open"_s, true).toBool());
    file.setValue(u"window/open"_s, cut);
    file.sync();
    open();
    // What the window asked before this has been answered when this is.
    const auto last = m_shop->ask((*m_shop)->devices(), &DevicesService::lastSale);
    QVERIFY(last || last.error().is(DevicesError::NoSale));
    QVERIFY(bool(m_shop->ask((*m_shop)->cart(), &CartService::openCarts, u"T1"_s)));
}

void SettingsTest::press(Qt::Key key)
{
    QWidget &window = m_frontend->window();
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key);
}

void SettingsTest::putCandle()
{
    enter(u"searchField"_s, u"beeswax"_s);
    QTRY_COMPARE(find<QAbstractItemView>(u"cartLines"_s)->model()->rowCount(), 1);
}

void SettingsTest::afterACutTheLastSaleIsTold()
{
    const auto said = [this] { return find<QLabel>(u"lastSale"_s)->text(); };
    reopen(true);
    QCOMPARE(said(), QString());
    putCandle();
    press(Qt::Key_F12);
    QTRY_VERIFY(find<QLineEdit>(u"received"_s)->isVisible());
    enter(u"received"_s, u"2"_s);
    QTRY_VERIFY(find<QLabel>(u"doneReceipt"_s)->isVisible());
    QVERIFY(QSettings(m_file, QSettings::IniFormat).value(u"window/open"_s).toBool());
    reopen(false);
    QCOMPARE(said(), QString());
    reopen(true);
    QTRY_COMPARE(said(),
                 u"Kontor was cut off. The last receipt is T1-000001. The change was £0.80."_s);
    // What is refused then is said beside it, and stays when the cart is read anew.
    auto *cart = m_frontend->window().findChild<CartPanel *>();
    cart->showError(Error(CartError::BadQuantity));
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentPickup"_s)->isChecked());
    QVERIFY(find<QLabel>(u"cartMessage"_s)->isVisible());
    QVERIFY(find<QLabel>(u"lastSale"_s)->isVisible());
    putCandle();
    QVERIFY(!find<QLabel>(u"lastSale"_s)->isVisible());
}

void SettingsTest::afterACutWhatWasToBeGivenBackIsTold()
{
    putCandle();
    press(Qt::Key_F12);
    QTRY_VERIFY(find<QLineEdit>(u"received"_s)->isVisible());
    enter(u"received"_s, u"2"_s);
    QTRY_VERIFY(find<QLabel>(u"doneReceipt"_s)->isVisible());
    QTRY_COMPARE(find<QLabel>(u"doneCompleted"_s)->property("role").toString(), u"stepDone"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QWidget>(u"searchField"_s)->isVisible());
    press(Qt::Key_F8);
    QTRY_VERIFY(find<QWidget>(u"returnReceipt"_s)->isVisible());
    enter(u"returnReceipt"_s, u"T1-000001"_s);
    QTRY_VERIFY(find<QWidget>(u"returnLines"_s)->hasFocus());
    press(Qt::Key_1);
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QWidget>(u"searchField"_s)->isVisible());
    QTRY_COMPARE(find<QAbstractItemView>(u"cartLines"_s)->model()->rowCount(), 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(find<QWidget>(u"payGiveBack"_s)->isVisible());
    QTRY_VERIFY(find<QWidget>(u"payGiveBack"_s)->isEnabled());
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QLabel>(u"doneReceipt"_s)->text(), u"T1-000002"_s);
    reopen(true);
    QTRY_COMPARE(
        find<QLabel>(u"lastSale"_s)->text(),
        u"Kontor was cut off. The last receipt is T1-000002. In cash £1.20 were to be given back."_s);
}

void SettingsTest::aPlaceThatMakesNoSenseIsPassedOver()
{
    m_frontend.reset();
    KeptPlace{QByteArray("no place"),
              99,
              {{u"searchResults"_s, u"0:0 0:1 7:8 sorted"_s},
               {u"ordersList"_s, u"nonsense"_s},
               {u"categories"_s, u"Moon > Cheese"_s},
               {u"there is none"_s, u"1"_s}}}
        .write(m_file);
    open();
    QCOMPARE(find<QTableView>(u"searchResults"_s)->horizontalHeader()->visualIndex(1), 1);
    QTRY_COMPARE(find<QTableView>(u"searchResults"_s)->model()->rowCount(), 4);
    QTRY_VERIFY(find<QWidget>(u"sellPage"_s)->isVisible());
}

void SettingsTest::listsAreArrangedAsTheyWereLeft()
{
    auto *header = find<QTableView>(u"searchResults"_s)->horizontalHeader();
    QTRY_COMPARE(find<QTableView>(u"searchResults"_s)->model()->rowCount(), 4);
    header->moveSection(0, 2);
    header->resizeSection(ProductResultsModel::BarcodeColumn, 190);
    for (const QString &chip : {u"Home"_s, u"Candles"_s}) {
        QTRY_VERIFY(chipNamed(chip));
        QTest::mouseClick(chipNamed(chip), Qt::LeftButton);
    }
    QTRY_COMPARE(find<QTableView>(u"searchResults"_s)->model()->rowCount(), 1);
    QTest::keyClick(&m_frontend->window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(find<QWidget>(u"ordersPage"_s)->isVisible());
    QTest::keyClicks(find<QLineEdit>(u"orderSearch"_s), u"T1-000007"_s);
    find<QTableView>(u"ordersList"_s)->horizontalHeader()->moveSection(0, 1);
    pick(u"paperSectionChoice"_s);
    const auto look = [&] {
        auto *again = find<QTableView>(u"searchResults"_s)->horizontalHeader();
        QCOMPARE(again->visualIndex(0), 2);
        QCOMPARE(again->sectionSize(ProductResultsModel::BarcodeColumn), 190);
        QCOMPARE(find<QTableView>(u"ordersList"_s)->horizontalHeader()->visualIndex(0), 1);
        QCOMPARE(find<QLineEdit>(u"orderSearch"_s)->text(), u"T1-000007"_s);
        QVERIFY(find<QWidget>(u"paperSection"_s)->isVisible());
        QTRY_VERIFY(chipNamed(u"Candles"_s) && chipNamed(u"Candles"_s)->isChecked());
        QTRY_COMPARE(find<QTableView>(u"searchResults"_s)->model()->rowCount(), 1);
    };
    look();
    m_frontend.reset();
    open();
    QTRY_VERIFY(find<QWidget>(u"settingsPage"_s)->isVisible());
    look();
    pick(u"languageGerman"_s);
    QTRY_COMPARE(find<QPushButton>(u"rail0"_s)->text(), u"Verkauf"_s);
    QCOMPARE(find<QTableView>(u"searchResults"_s)->horizontalHeader()->visualIndex(0), 2);
}

void SettingsTest::theWindowFitsOnASmallScreen_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("German") << Language::German;
}

void SettingsTest::theWindowFitsOnASmallScreen()
{
    QFETCH(Language, language);
    m_frontend.reset();
    WindowSettings settings;
    settings.language = language;
    settings.write(m_file);
    open();
    // Each page asks for what it needs only when it was shown.
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_Comma}) {
        QTest::keyClick(&m_frontend->window(), page, Qt::ControlModifier);
        const QSize least = m_frontend->window().minimumSizeHint();
        QStringList needs;
        for (const QWidget *one : find<QWidget>(u"settingsPage"_s)
                                      ->parentWidget()
                                      ->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            needs.append(
                u"%1 needs %2"_s.arg(one->objectName()).arg(one->minimumSizeHint().width()));
        QVERIFY2(least.width() <= 1024, qPrintable(needs.join(u", "_s)));
        QVERIFY2(least.height() <= 768, qPrintable(QString::number(least.height())));
    }
}

} // namespace kontor

QTEST_MAIN(kontor::SettingsTest)

#include "settings_test.moc"
