// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_test.h"
#include "ui/commands/commands.h"

#include <QAction>
#include <QFile>
#include <QKeySequenceEdit>
#include <QSet>
#include <QStandardPaths>

namespace kontor {

using namespace Qt::StringLiterals;

//! The palette, the sheet of keys, and keys of one's own.
class CommandsTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void thePaletteDoesACommandOnItsPage();
    void thePaletteFindsProductsCustomersAndReceipts();
    void whatIsOpenKeepsTheKeyboardForItself();
    void noTwoCommandsOfAPageShareAKey();
    void anotherKeyIsGivenAndKept();
    void aTakenKeyIsRefused();
    void theSheetIsWritten();

private:
    void openPaletteFor(const QString &words);
    void selectKey(const QString &command);

    QTemporaryDir m_folder;
};

void CommandsTest::initTestCase() { QStandardPaths::setTestModeEnabled(true); }

void CommandsTest::init()
{
    m_windowFile = m_folder.filePath(u"window.ini"_s);
    QFile::remove(m_windowFile);
    open();
    QTRY_COMPARE(rows(u"searchResults"_s), 4);
}

void CommandsTest::cleanup()
{
    close();
    m_shop.reset();
}

void CommandsTest::openPaletteFor(const QString &words)
{
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(shown(u"palette"_s));
    type(words);
}

void CommandsTest::selectKey(const QString &command)
{
    press(Qt::Key_F1);
    QVERIFY(shown(u"keySheet"_s));
    auto *list = find<QAbstractItemView>(u"keyList"_s);
    for (int row = 0; row < rows(u"keyList"_s); ++row) {
        if (cell(u"keyList"_s, row, 1) == command)
            list->setCurrentIndex(list->model()->index(row, 0));
    }
    press(Qt::Key_Return);
    QVERIFY(shown(u"newKey"_s));
}

void CommandsTest::thePaletteDoesACommandOnItsPage()
{
    press(Qt::Key_2, Qt::ControlModifier);
    openPaletteFor(u"hold sell"_s);
    QTRY_COMPARE(cell(u"paletteFound"_s, 0, 0), u"Put the cart on hold"_s);
    QCOMPARE(cell(u"paletteFound"_s, 0, 1), u"F4"_s);
    press(Qt::Key_Escape);
    QVERIFY(!shown(u"palette"_s));
    openPaletteFor(u"not in cat"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
}

void CommandsTest::thePaletteFindsProductsCustomersAndReceipts()
{
    const AccountId ada = m_shop->addCustomer(u"Ada Lovelace"_s, false);
    QVERIFY(!ada.isNull());
    openPaletteFor(u"copper"_s);
    QTRY_COMPARE(cell(u"paletteFound"_s, 0, 0), u"Lantern, copper, large"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"searchResults"_s), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£12.50"_s);

    openPaletteFor(u"lovel"_s);
    QTRY_COMPARE(cell(u"paletteFound"_s, 0, 0), u"Ada Lovelace"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);

    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"20"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"doneReceipt"_s), u"T1-000001"_s);
    QTRY_COMPARE(m_shop->newestOrder().receipt, u"T1-000001"_s);
    openPaletteFor(u"t1-000001"_s);
    QTRY_COMPARE(cell(u"paletteFound"_s, 0, 0), u"T1-000001"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"orderReceipt"_s), u"T1-000001"_s);
}

void CommandsTest::whatIsOpenKeepsTheKeyboardForItself()
{
    press(Qt::Key_F1);
    QVERIFY(shown(u"keySheet"_s));
    QSet<QString> stops;
    for (int tab = 0; tab < 6; ++tab) {
        QVERIFY(find<QWidget>(u"keySheet"_s)->isAncestorOf(QApplication::focusWidget()));
        stops.insert(QApplication::focusWidget()->objectName());
        press(Qt::Key_Tab);
    }
    QCOMPARE(stops, QSet<QString>({u"keyList"_s, u"printKeys"_s, u"closeKeys"_s}));
    press(Qt::Key_F4);
    type(u"x"_s);
    QVERIFY(!shown(u"cartQuestion"_s));
    press(Qt::Key_Escape);
    QVERIFY(!shown(u"keySheet"_s));
    QVERIFY(find<QWidget>(u"searchField"_s)->hasFocus());
    QVERIFY(find<QLineEdit>(u"searchField"_s)->text().isEmpty());
}

void CommandsTest::noTwoCommandsOfAPageShareAKey()
{
    QHash<QPair<QString, QKeySequence>, QString> taken;
    const Commands commands(m_window.get(), {});
    QVERIFY(commands.all().size() > 15);
    for (const QAction *command : commands.all()) {
        QVERIFY2(!command->text().isEmpty(), qPrintable(command->objectName()));
        for (const QKeySequence &key : command->shortcuts()) {
            for (const QString &page : {Commands::pageOf(command), u"window"_s}) {
                const QString other = taken.value({page, key});
                QVERIFY2(other.isEmpty(), qPrintable(command->objectName() + u' ' + other));
            }
        }
        for (const QKeySequence &key : command->shortcuts())
            taken.insert({Commands::pageOf(command), key}, command->objectName());
    }
}

void CommandsTest::anotherKeyIsGivenAndKept()
{
    selectKey(u"Put the cart on hold"_s);
    QTest::keyClick(find<QWidget>(u"newKey"_s), Qt::Key_J, Qt::ControlModifier);
    QTRY_COMPARE(m_window->findChild<QAction *>(u"sell.hold"_s)->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::Key_J));
    press(Qt::Key_Escape);
    close();
    open();
    type(u"beeswax"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F4);
    QVERIFY(!shown(u"cartQuestion"_s));
    press(Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    press(Qt::Key_Escape);
    selectKey(u"Put the cart on hold"_s);
    click(u"usualKey"_s);
    QCOMPARE(m_window->findChild<QAction *>(u"sell.hold"_s)->shortcut(), QKeySequence(Qt::Key_F4));
}

void CommandsTest::aTakenKeyIsRefused()
{
    selectKey(u"Put the cart on hold"_s);
    QTest::keyClick(find<QWidget>(u"newKey"_s), Qt::Key_F12);
    QTRY_VERIFY(text(u"keyMessage"_s).contains(u"Pay"_s));
    QCOMPARE(m_window->findChild<QAction *>(u"sell.hold"_s)->shortcut(), QKeySequence(Qt::Key_F4));
    QTest::keyClick(find<QWidget>(u"newKey"_s), Qt::Key_F1);
    QTRY_VERIFY(text(u"keyMessage"_s).contains(u"All keys"_s));
}

void CommandsTest::theSheetIsWritten()
{
    const QString file =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/Kontor keys.pdf"_s;
    QFile::remove(file);
    QDir().mkpath(QFileInfo(file).path());
    press(Qt::Key_F1);
    click(u"printKeys"_s);
    QVERIFY(text(u"keyMessage"_s).contains(file));
    QVERIFY(QFileInfo(file).size() > 1000);
    QVERIFY(QFile::remove(file));
}

} // namespace kontor

QTEST_MAIN(kontor::CommandsTest)

#include "commands_test.moc"
