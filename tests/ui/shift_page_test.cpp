// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/call.h"
#include "tests/ui/window_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! A day of the till as a cashier keeps it, by keys alone.
class ShiftPageTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aDayFromTheFloatToTheZReport();
    void theFirstSaleOpensAShift();
    void aDifferenceIsExplained();
    void aBlindCountShowsNothingBefore();
    void whatWasNotCountedIsNamed();
    void whatMakesNoSenseIsSaid();
    void oneStepBackLeavesEverythingAsItWas();
    void olderReportsAreLookedAt();
    void everyControlHasAName();

private:
    void goToShift();
    void openWith(const QString &floatAmount);
    void sellACandle();
    //! The amount that the report shows beside the text.
    QString reported(const QString &text);
    bool says(const QString &line);
    void closeWithNothing();
    ShiftReport x();
};

void ShiftPageTest::init()
{
    open();
    goToShift();
}

void ShiftPageTest::cleanup()
{
    close();
    m_shop.reset();
}

void ShiftPageTest::goToShift()
{
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"shiftState"_s));
}

void ShiftPageTest::openWith(const QString &floatAmount)
{
    QTRY_COMPARE(text(u"shiftState"_s), u"No shift is open"_s);
    QTRY_VERIFY(find<QLineEdit>(u"floatAmount"_s)->hasFocus());
    type(floatAmount);
    press(Qt::Key_Return);
    QTRY_VERIFY(text(u"shiftState"_s).startsWith(u"Shift since"));
    QTRY_VERIFY(shown(u"countShift"_s));
}

void ShiftPageTest::sellACandle()
{
    press(Qt::Key_1, Qt::ControlModifier);
    putInCart(u"beeswax"_s);
    beginToPay();
    type(u"5"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
}

QString ShiftPageTest::reported(const QString &line)
{
    for (int row = 0; row < rows(u"shiftReport"_s); ++row) {
        if (cell(u"shiftReport"_s, row, 0) == line)
            return cell(u"shiftReport"_s, row, 1);
    }
    return {};
}

bool ShiftPageTest::says(const QString &line)
{
    const auto *model = find<QAbstractItemView>(u"shiftReport"_s)->model();
    return !model->match(model->index(0, 0), Qt::DisplayRole, line, 1, Qt::MatchExactly).isEmpty();
}

void ShiftPageTest::closeWithNothing()
{
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"closeShift"_s));
    press(Qt::Key_F12);
}

ShiftReport ShiftPageTest::x()
{
    const auto report = m_shop->ask((*m_shop)->cart(), &CartService::xReport, u"T1"_s);
    KONTOR_CHECK(report && report->has_value());
    return **report;
}

void ShiftPageTest::aDayFromTheFloatToTheZReport()
{
    openWith(u"100"_s);
    QCOMPARE(x().shift.floatAmount.minor, 10'000);
    QVERIFY(x().shift.floatCounted);
    press(Qt::Key_F5);
    type(u"7"_s);
    press(Qt::Key_Return);
    type(u"stamps"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(reported(u"Paid out"_s), u"−£7.00"_s);
    sellACandle();
    goToShift();
    QTRY_COMPARE(reported(u"Change handed back"_s), u"£3.80"_s);
    QTRY_COMPARE(reported(u"Cash"_s), u"£1.20"_s);

    press(Qt::Key_F12);
    QTRY_VERIFY(find<QLineEdit>(u"coin5000"_s)->hasFocus());
    // 50, 2 × 20, 2 × 2, 0.20; then what is counted otherwise, and no reason.
    for (const QString &count : {u"1"_s, u"2"_s, u""_s, u""_s, u"2"_s, u""_s, u""_s, u"1"_s, u""_s,
                                 u""_s, u""_s, u""_s, u""_s}) {
        type(count);
        press(Qt::Key_Return);
    }
    QCOMPARE(text(u"countedCash"_s), u"Cash counted: £94.20"_s);
    QCOMPARE(text(u"cashDifference"_s), u"difference: £0.00"_s);
    QVERIFY(find<QLineEdit>(u"differenceReason"_s)->hasFocus());
    press(Qt::Key_Return);

    QTRY_COMPARE(text(u"reportTitle"_s), u"Z report 1"_s);
    QTRY_COMPARE(rows(u"zReports"_s), 1);
    QCOMPARE(cell(u"zReports"_s, 0, 3), u"£1.20"_s);
    QTRY_COMPARE(text(u"statusShift"_s), u"no shift"_s);
    QCOMPARE(reported(u"Cash, counted"_s), u"£94.20"_s);
    const auto z = m_shop->ask((*m_shop)->cart(), &CartService::zReport, u"T1"_s, 1);
    QVERIFY(z && z->has_value());
    QVERIFY((*z)->counts.first().difference().isZero());
    QStringList sources;
    for (const TopicMark &mark : (*z)->marks)
        sources.append(mark.source);
    QVERIFY(sources.contains(u"cart:T1"_s));
    QVERIFY(sources.contains(u"order"_s));
    QVERIFY(sources.contains(u"payment"_s));
}

void ShiftPageTest::theFirstSaleOpensAShift()
{
    QTRY_COMPARE(text(u"statusShift"_s), u"no shift"_s);
    sellACandle();
    QTRY_VERIFY(text(u"statusShift"_s).startsWith(u"shift since"));
    goToShift();
    QTRY_VERIFY(shown(u"countShift"_s));
    QCOMPARE(cell(u"shiftReport"_s, 3, 0), u"No float counted: opened by a sale"_s);
}

void ShiftPageTest::aDifferenceIsExplained()
{
    openWith(u"20"_s);
    closeWithNothing();
    QTRY_COMPARE(text(u"shiftMessage"_s),
                 u"The count differs from what is expected. Count again, or say why."_s);
    QTRY_VERIFY(find<QLineEdit>(u"differenceReason"_s)->hasFocus());
    type(u"the drawer was empty"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"zReports"_s), 1);
    QCOMPARE(cell(u"zReports"_s, 0, 4), u"−£20.00"_s);
    QCOMPARE(reported(u"Cash, difference"_s), u"−£20.00"_s);
    QVERIFY(says(u"Reason: the drawer was empty"_s));
    QVERIFY(text(u"shiftMessage"_s).isEmpty());
}

void ShiftPageTest::aBlindCountShowsNothingBefore()
{
    close();
    ShopAccess access = m_shop->access();
    access.blindCount = true;
    m_window = std::make_unique<MainWindow>(access, WindowSettings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    goToShift();
    openWith(u"20"_s);
    QTRY_VERIFY(rows(u"shiftReport"_s) > 0);
    QVERIFY(!says(u"Should be there"_s));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"countedCash"_s));
    QVERIFY(!shown(u"expectedCash"_s));
    QVERIFY(!shown(u"cashDifference"_s));
    press(Qt::Key_Escape);
    close();
    open();
    goToShift();
    QTRY_VERIFY(says(u"Should be there"_s));
}

void ShiftPageTest::whatWasNotCountedIsNamed()
{
    press(Qt::Key_1, Qt::ControlModifier);
    putInCart(u"beeswax"_s);
    beginToPay();
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    goToShift();
    QTRY_COMPARE(reported(u"Card"_s), u"£1.20"_s);
    closeWithNothing();
    QVERIFY2(text(u"shiftMessage"_s).startsWith(u"Card was not counted"_s),
             qPrintable(text(u"shiftMessage"_s)));
    QVERIFY(find<QLineEdit>(u"countedCard"_s)->hasFocus());
    type(u"1.20"_s);
    press(Qt::Key_F12);
    QTRY_COMPARE(text(u"reportTitle"_s), u"Z report 1"_s);
}

void ShiftPageTest::whatMakesNoSenseIsSaid()
{
    QTRY_VERIFY(find<QLineEdit>(u"floatAmount"_s)->hasFocus());
    type(u"a lot"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!text(u"shiftMessage"_s).isEmpty());
    QCOMPARE(text(u"shiftState"_s), u"No shift is open"_s);
    find<QLineEdit>(u"floatAmount"_s)->clear();
    openWith(u"20"_s);
    QTRY_VERIFY(text(u"shiftMessage"_s).isEmpty());
    press(Qt::Key_F5);
    type(u"7"_s);
    press(Qt::Key_F12);
    QTRY_VERIFY(!text(u"shiftMessage"_s).isEmpty());
    QVERIFY(shown(u"moveReason"_s));
    QVERIFY(x().moves.isEmpty());
    press(Qt::Key_Escape);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"closeShift"_s));
    type(u"three"_s);
    press(Qt::Key_F12);
    QTRY_VERIFY(!text(u"shiftMessage"_s).isEmpty());
    QVERIFY(shown(u"closeShift"_s));
}

void ShiftPageTest::oneStepBackLeavesEverythingAsItWas()
{
    openWith(u"20"_s);
    press(Qt::Key_F7);
    QTRY_VERIFY(find<QLineEdit>(u"moveReason"_s)->hasFocus());
    QVERIFY(!shown(u"moveAmount"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"countShift"_s));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"closeShift"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"countShift"_s));
    QVERIFY(x().moves.isEmpty());
    QCOMPARE(x().totals.drawerOpenings, 0);
    press(Qt::Key_F7);
    type(u"change for a note"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(reported(u"Opened without a sale"_s), u"1"_s);
}

void ShiftPageTest::olderReportsAreLookedAt()
{
    for (const QString &number : {u"Z report 1"_s, u"Z report 2"_s}) {
        openWith(u"0"_s);
        closeWithNothing();
        QTRY_COMPARE(text(u"reportTitle"_s), number);
    }
    QTRY_COMPARE(rows(u"zReports"_s), 2);
    QTRY_COMPARE(find<QAbstractItemView>(u"zReports"_s)->currentIndex().row(), 0);
    find<QWidget>(u"zReports"_s)->setFocus();
    press(Qt::Key_Down);
    QTRY_COMPARE(text(u"reportTitle"_s), u"Z report 1"_s);
    find<QLineEdit>(u"floatAmount"_s)->setFocus();
    openWith(u"0"_s);
    QTRY_COMPARE(text(u"reportTitle"_s), u"X report"_s);
}

void ShiftPageTest::everyControlHasAName()
{
    openWith(u"0"_s);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"closeShift"_s));
    const auto widgets = find<QWidget>(u"shiftPage"_s)->findChildren<QWidget *>();
    int controls = 0;
    for (const QWidget *widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().startsWith(u"qt_"))
            continue;
        ++controls;
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(controls > 20);
}

} // namespace kontor

QTEST_MAIN(kontor::ShiftPageTest)
#include "shift_page_test.moc"
