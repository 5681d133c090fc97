// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/nonsense.h"
#include "ui/first_run/first_run.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! On all other pages, and beside them.
class NonsensePagesTest : public NonsenseTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aReceiptThatIsNoneIsNotFound();
    void aReturnHasAnyReason();
    void pricesOfNothingAreNotTold();
    void aLabelThatIsNoneIsRefused();
    void ordersOfNothingAreNotFound();
    void theFloatIsAnAmount();
    void theDrawerTakesAmountsOnly();
    void theCountIsOfNumbers();
    void thePaletteFindsNothing();
    void theFirstStartAsksAgain();
};

void NonsensePagesTest::aReceiptThatIsNoneIsNotFound()
{
    press(Qt::Key_F8);
    QTRY_VERIFY(shown(u"returnReceipt"_s));
    for (const QString &text : noAmounts()) {
        enter(u"returnReceipt"_s, text);
        QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
        QCOMPARE(rows(u"returnLines"_s), 0);
    }
}

void NonsensePagesTest::aReturnHasAnyReason()
{
    sell(u"copper"_s);
    beginToPay();
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    press(Qt::Key_Return);
    for (const QString &reason : strangeTexts()) {
        press(Qt::Key_F8);
        QTRY_VERIFY(shown(u"returnReceipt"_s));
        type(u"1"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(rows(u"returnLines"_s), 1);
        put(find<QLineEdit>(u"returnReason"_s), reason);
        find<QWidget>(u"returnLines"_s)->setFocus();
        type(u"99999"_s);
        QTRY_VERIFY(!said().isEmpty());
        press(Qt::Key_Delete);
        type(u"1"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(rows(u"cartLines"_s) == 1 || !said().isEmpty());
        if (rows(u"cartLines"_s) == 1) {
            QVERIFY(fits(u"cartLines"_s));
            emptyTheCart();
        } else {
            press(Qt::Key_Escape);
        }
    }
}

void NonsensePagesTest::pricesOfNothingAreNotTold()
{
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"priceField"_s));
    for (const QString &text : noAmounts()) {
        enter(u"priceField"_s, text);
        QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
        QVERIFY(!shown(u"priceName"_s));
    }
    QCOMPARE(rows(u"cartLines"_s), 0);
}

void NonsensePagesTest::aLabelThatIsNoneIsRefused()
{
    press(Qt::Key_L, Qt::ControlModifier);
    click(u"priceLabels"_s);
    QTRY_COMPARE(rows(u"labelLayouts"_s), 5);
    for (const QString &text : noAmounts()) {
        enter(u"labelPattern"_s, text);
        QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
        QCOMPARE(rows(u"labelLayouts"_s), 5);
        QVERIFY(!find<QLineEdit>(u"labelPattern"_s)->text().isEmpty());
    }
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
}

void NonsensePagesTest::ordersOfNothingAreNotFound()
{
    sell(u"copper"_s);
    beginToPay();
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    go(Qt::Key_2, u"ordersList"_s);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    for (const QString &text : strangeTexts()) {
        enter(u"orderSearch"_s, text);
        QTRY_COMPARE(rows(u"ordersList"_s), 0);
        QVERIFY(fits(u"orderSearch"_s));
    }
    press(Qt::Key_Escape);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    go(Qt::Key_1, u"doneReceipt"_s);
    press(Qt::Key_Return);
}

void NonsensePagesTest::theFloatIsAnAmount()
{
    go(Qt::Key_3, u"floatAmount"_s);
    for (const QString &text : noAmounts()) {
        enter(u"floatAmount"_s, text);
        QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
        QVERIFY(shown(u"floatAmount"_s));
        QVERIFY(!find<QLineEdit>(u"floatAmount"_s)->text().isEmpty());
    }
    enter(u"floatAmount"_s, u"100"_s);
    QTRY_VERIFY(shown(u"countShift"_s));
}

void NonsensePagesTest::theDrawerTakesAmountsOnly()
{
    go(Qt::Key_3, u"floatAmount"_s);
    enter(u"floatAmount"_s, u"100"_s);
    QTRY_VERIFY(shown(u"countShift"_s));
    for (const Qt::Key move : {Qt::Key_F4, Qt::Key_F5, Qt::Key_F6}) {
        press(move);
        QTRY_VERIFY(shown(u"moveAmount"_s));
        put(find<QLineEdit>(u"moveReason"_s), u"Stamps"_s);
        for (const QString &text : noAmounts()) {
            put(find<QLineEdit>(u"moveAmount"_s), text);
            press(Qt::Key_F12);
            QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
            QVERIFY(shown(u"moveAmount"_s));
            QCOMPARE(find<QLineEdit>(u"moveReason"_s)->text(), u"Stamps"_s);
        }
        press(Qt::Key_Escape);
    }
    for (const QString &reason : strangeTexts()) {
        press(Qt::Key_F5);
        QTRY_VERIFY(shown(u"moveAmount"_s));
        put(find<QLineEdit>(u"moveAmount"_s), u"1"_s);
        put(find<QLineEdit>(u"moveReason"_s), reason);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown(u"countShift"_s) || !said().isEmpty());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown(u"countShift"_s));
    }
    QVERIFY(fits(u"zReports"_s));
}

void NonsensePagesTest::theCountIsOfNumbers()
{
    go(Qt::Key_3, u"floatAmount"_s);
    enter(u"floatAmount"_s, u"0"_s);
    QTRY_VERIFY(shown(u"countShift"_s));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"closeShift"_s));
    for (const QString &field : {u"coin5000"_s, u"otherCash"_s}) {
        for (const QString &text : noAmounts()) {
            put(find<QLineEdit>(field), text);
            press(Qt::Key_F12);
            QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
            QVERIFY(shown(u"closeShift"_s));
            QVERIFY(!find<QLineEdit>(field)->text().isEmpty());
        }
        find<QLineEdit>(field)->clear();
    }
    for (const QString &reason : strangeTexts()) {
        put(find<QLineEdit>(u"otherCash"_s), u"5"_s);
        put(find<QLineEdit>(u"differenceReason"_s), reason);
        press(Qt::Key_Return);
        QTRY_VERIFY(!shown(u"closeShift"_s) || !said().isEmpty());
        if (shown(u"closeShift"_s))
            continue;
        enter(u"floatAmount"_s, u"0"_s);
        QTRY_VERIFY(shown(u"countShift"_s));
        press(Qt::Key_F12);
        QTRY_VERIFY(shown(u"closeShift"_s));
    }
}

void NonsensePagesTest::thePaletteFindsNothing()
{
    sell(u"beeswax"_s);
    for (const QString &text : noAmounts()) {
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(shown(u"palette"_s));
        put(find<QLineEdit>(u"paletteField"_s), text);
        QTRY_COMPARE(rows(u"paletteFound"_s), 0);
        press(Qt::Key_Return);
        QVERIFY(shown(u"palette"_s));
        press(Qt::Key_Escape);
        QVERIFY(isCartUntouched());
    }
}

void NonsensePagesTest::theFirstStartAsksAgain()
{
    FirstRun first;
    std::optional<FirstAnswers> answers;
    connect(&first, &FirstRun::answered, this,
            [&answers](const FirstAnswers &given) { answers = given; });
    first.show();
    QVERIFY(QTest::qWaitForWindowActive(&first));
    const int width = first.width();
    const auto field = [&first](const QString &name) { return first.findChild<QLineEdit *>(name); };
    put(field(u"shopName"_s), strangeTexts()[4]);
    QTest::keyClick(field(u"shopName"_s), Qt::Key_Return);
    for (const QString &text : noAmounts()) {
        put(field(u"standardRate"_s), text);
        QTest::keyClick(field(u"standardRate"_s), Qt::Key_Return);
        QVERIFY2(first.findChild<QWidget *>(u"firstRunMessage"_s)->isVisible(),
                 qPrintable(text.left(30)));
        QVERIFY(field(u"standardRate"_s)->isVisible());
        QVERIFY(!field(u"standardRate"_s)->text().isEmpty());
    }
    put(field(u"standardRate"_s), u"19"_s);
    QTest::keyClick(field(u"standardRate"_s), Qt::Key_Return);
    first.findChild<QPushButton *>(u"beginEmpty"_s)->click();
    QVERIFY(answers && answers->standardRate.basisPoints == 1900);
    QCOMPARE(first.width(), width);
    first.close();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

} // namespace kontor

QTEST_MAIN(kontor::NonsensePagesTest)
#include "nonsense_pages_test.moc"
