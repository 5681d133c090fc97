// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_test.h"

#include <QAbstractButton>

namespace kontor {

using namespace Qt::StringLiterals;

//! Finding products without knowing their names.
class BrowsingTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void categoriesAreGoneThroughByKeyboard();
    void aSearchLeavesTheCategoryAndComesBack();
    void tilesAreGoneThroughByKeyboard();
    void escapeLeadsFromTheCategoriesToTheSearch();
    void bareTypingFromTheRailSearches();

private:
    QString chosenChip();
};

void BrowsingTest::init()
{
    m_shop = std::make_unique<LivingShop>();
    open();
    QTRY_COMPARE(rows(u"searchResults"_s), 4);
    QTRY_VERIFY(shown(u"categories"_s));
}

void BrowsingTest::cleanup()
{
    close();
    m_shop.reset();
}

QString BrowsingTest::chosenChip()
{
    for (const auto *chip : find<QWidget>(u"categories"_s)->findChildren<QAbstractButton *>()) {
        if (chip->isChecked() && chip->isVisible())
            return chip->accessibleName();
    }
    return {};
}

void BrowsingTest::categoriesAreGoneThroughByKeyboard()
{
    QCOMPARE(chosenChip(), u"All"_s);
    press(Qt::Key_B, Qt::ControlModifier);
    press(Qt::Key_Right);
    QCOMPARE(chosenChip(), u"All"_s);
    press(Qt::Key_Return);
    QCOMPARE(chosenChip(), u"All Home"_s);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QCOMPARE(chosenChip(), u"Candles"_s);
    QTRY_COMPARE(rows(u"searchResults"_s), 1);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"searchResults"_s), 3);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£12.50"_s);
}

void BrowsingTest::aSearchLeavesTheCategoryAndComesBack()
{
    press(Qt::Key_B, Qt::ControlModifier);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"searchResults"_s), 1);
    type(u"lan"_s);
    QTRY_COMPARE(rows(u"searchResults"_s), 3);
    QCOMPARE(chosenChip(), QString());
    for (int letters = 0; letters < 3; ++letters)
        press(Qt::Key_Backspace);
    QTRY_COMPARE(rows(u"searchResults"_s), 1);
    QCOMPARE(chosenChip(), u"Candles"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(rows(u"searchResults"_s), 4);
    QCOMPARE(chosenChip(), u"All"_s);
}

void BrowsingTest::tilesAreGoneThroughByKeyboard()
{
    press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(shown(u"searchTiles"_s) && !shown(u"searchResults"_s));
    QAbstractItemView *tiles = find<QAbstractItemView>(u"searchTiles"_s);
    const int columns = tiles->model()->columnCount();
    QVERIFY(columns > 1);
    QCOMPARE(rows(u"searchTiles"_s), (4 + columns - 1) / columns);
    tiles->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£12.50"_s);
    type(u"bees"_s);
    QTRY_COMPARE(rows(u"searchTiles"_s), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£13.70"_s);
}

void BrowsingTest::escapeLeadsFromTheCategoriesToTheSearch()
{
    press(Qt::Key_B, Qt::ControlModifier);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    QVERIFY(find<QWidget>(u"searchField"_s)->hasFocus());
    QCOMPARE(chosenChip(), u"All"_s);
}

void BrowsingTest::bareTypingFromTheRailSearches()
{
    find<QAbstractButton>(u"rail0"_s)->setFocus();
    type(u"copper"_s);
    QTRY_COMPARE(rows(u"searchResults"_s), 1);

    // With AltGr as well, as many layouts write it; with Alt a command is meant.
    find<QAbstractItemView>(u"searchResults"_s)->setFocus();
    press(Qt::Key_X, Qt::AltModifier);
    QTest::sendKeyEvent(QTest::Click, find<QWidget>(u"searchResults"_s), Qt::Key_At, u"@"_s,
                        Qt::GroupSwitchModifier);
    QTRY_COMPARE(find<QLineEdit>(u"searchField"_s)->text(), u"copper@"_s);
}

} // namespace kontor

QTEST_MAIN(kontor::BrowsingTest)

#include "browsing_test.moc"
