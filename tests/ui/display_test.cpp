// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_test.h"
#include "ui/display/customer_display.h"

#include <QComboBox>
#include <QFile>
#include <QScreen>
#include <QTableView>

namespace kontor {

using namespace Qt::StringLiterals;

//! What the customer sees, on a screen beside the till's.
class DisplayTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_settings.displayScreen = u"customers"_s; }
    void cleanup()
    {
        close();
        m_shop.reset();
    }
    void theCustomerFollowsASale();
    void whatIsPaidInPartsIsShown();
    void theNextSaleEndsTheThanks();
    void itNeverTakesTheFocus();
    void itComesAndGoesWithItsScreen();
    void withoutAScreenTheCommandOpensAWindow();
    void itsScreenIsChosenInTheSettings();

private:
    //! Null: there is none, or it is not shown.
    CustomerDisplay *display() const
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            auto *found = qobject_cast<CustomerDisplay *>(window);
            if (found && found->isVisible())
                return found;
        }
        return nullptr;
    }
    QLabel *label(const QString &name) const { return display()->findChild<QLabel *>(name); }
    QString said(const QString &name) const { return label(name)->text(); }
    bool sees(const QString &name) const
    {
        return display()->findChild<QWidget *>(name)->isVisible();
    }
    static QScreen *customers()
    {
        const auto screens = QGuiApplication::screens();
        return *std::ranges::find(screens, u"customers"_s, &QScreen::name);
    }
    void add(const QString &entry, int lines)
    {
        type(entry);
        press(Qt::Key_Return);
        QTRY_COMPARE(rows(u"cartLines"_s), lines);
    }
};

void DisplayTest::theCustomerFollowsASale()
{
    open();
    QVERIFY(display());
    QCOMPARE(display()->windowHandle()->screen(), customers());
    QCOMPARE(display()->geometry(), customers()->geometry());
    QVERIFY(sees(u"shopFront"_s));
    add(u"2*71053"_s, 1);
    add(u"beeswax"_s, 2);
    QTRY_VERIFY(sees(u"displayLines"_s));
    QCOMPARE(display()->findChild<QTableView *>(u"displayLines"_s)->model()->rowCount(), 2);
    QTRY_COMPARE(said(u"displaySum"_s), u"£7.98"_s);
    QCOMPARE(said(u"displaySumTitle"_s), u"Total"_s);
    press(Qt::Key_F12);
    QTRY_COMPARE(said(u"displaySumTitle"_s), u"To pay"_s);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"20"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(sees(u"displayThanks"_s));
    QCOMPARE(said(u"displayChange"_s), u"£12.02"_s);
    QVERIFY(said(u"displayPaid"_s).contains(u"£20.00"_s));
}

void DisplayTest::whatIsPaidInPartsIsShown()
{
    open();
    add(u"2*copper"_s, 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"10"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(said(u"displaySumTitle"_s), u"Left to pay"_s);
    QCOMPARE(said(u"displaySum"_s), u"£15.00"_s);
    QVERIFY(said(u"displayDetail"_s).contains(u"£10.00"_s));
    // Whoever thinks better of it is shown the goods again.
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_Escape);
    QTRY_COMPARE(said(u"displaySumTitle"_s), u"To pay"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(said(u"displaySumTitle"_s), u"Total"_s);
    // A card that is asked is said where the customer looks.
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/v1/payment_intents","fault":"dropAfter"})");
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_F10);
    QTRY_VERIFY(sees(u"displayHint"_s));
}

void DisplayTest::theNextSaleEndsTheThanks()
{
    open();
    add(u"beeswax"_s, 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_Return);
    type(u"5"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(sees(u"displayThanks"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
    QVERIFY(sees(u"displayThanks"_s));
    add(u"copper"_s, 1);
    QTRY_VERIFY(sees(u"displayLines"_s));
    QCOMPARE(said(u"displaySum"_s), u"£12.50"_s);
}

void DisplayTest::itNeverTakesTheFocus()
{
    open();
    QVERIFY(display());
    QCOMPARE(QApplication::activeWindow(), m_window.get());
    QVERIFY(display()->windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
    QVERIFY(display()->testAttribute(Qt::WA_ShowWithoutActivating));
    for (const QWidget *widget : display()->findChildren<QWidget *>())
        QVERIFY2(widget->focusPolicy() == Qt::NoFocus || !widget->isVisible(),
                 qPrintable(widget->objectName()));
    // The program ends with the till's window, whatever else is open.
    QVERIFY(!display()->testAttribute(Qt::WA_QuitOnClose));
}

void DisplayTest::itComesAndGoesWithItsScreen()
{
    open();
    QVERIFY(display());
    Q_EMIT qApp->screenRemoved(customers());
    QVERIFY(!display());
    Q_EMIT qApp->screenAdded(customers());
    QVERIFY(display());
    QCOMPARE(display()->geometry(), customers()->geometry());
}

void DisplayTest::withoutAScreenTheCommandOpensAWindow()
{
    m_settings.displayScreen.clear();
    open();
    QVERIFY(!display());
    const auto choose = [this] {
        press(Qt::Key_K, Qt::ControlModifier);
        type(u"customer display"_s);
        press(Qt::Key_Return);
    };
    choose();
    QTRY_VERIFY(display());
    QVERIFY(!display()->isFullScreen());
    choose();
    QTRY_VERIFY(!display());
}

void DisplayTest::itsScreenIsChosenInTheSettings()
{
    m_settings.displayScreen.clear();
    open();
    press(Qt::Key_Comma, Qt::ControlModifier);
    click(u"windowSectionChoice"_s);
    auto *screens = find<QComboBox>(u"displayScreen"_s);
    QTRY_VERIFY(screens->isVisible());
    QTest::keyClicks(screens, u"cust"_s);
    QTRY_VERIFY(display());
    QCOMPARE(display()->geometry(), customers()->geometry());
    QTest::keyClick(screens, Qt::Key_Home);
    QTRY_VERIFY(!display());
}

} // namespace kontor

//! With a screen for the till and one for its customers.
int main(int argc, char *argv[])
{
    QTemporaryDir folder;
    QFile screens(folder.filePath(QStringLiteral("screens.json")));
    if (!screens.open(QIODevice::WriteOnly))
        return 1;
    screens.write(R"({"screens": [
        {"name": "till", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "customers", "x": 1366, "y": 0, "width": 800, "height": 480}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toLocal8Bit());
    QApplication application(argc, argv);
    kontor::DisplayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "display_test.moc"
