// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/nonsense.h"
#include "tests/ui/scanner.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! In what is typed while something is sold and paid.
class NonsenseSellingTest : public NonsenseTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void theSearchFindsNothing();
    void aScannedCodeWithoutEnd();
    void aQuantityStaysAsItWas();
    void whatTheCartAsksIsAskedAgain_data();
    void whatTheCartAsksIsAskedAgain();
    void aCartIsHeldUnderAnyNameOrStays();
    void aNoteIsKeptOrRefused();
    void anItemOutsideTheCatalogHasAnyNameOrNone();
    void aCustomerIsMadeOrAskedAgain();
    void noSumIsTaken();
    void aReferenceThatIsNone();
};

void NonsenseSellingTest::theSearchFindsNothing()
{
    sell(u"beeswax"_s);
    for (const QString &text : noAmounts()) {
        enter(u"searchField"_s, text);
        QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
        QVERIFY(isCartUntouched());
        QVERIFY(fits(u"searchMessage"_s));
    }
    for (const QString &times :
         {u"0*beeswax"_s, u"-3*beeswax"_s, u"1000000000000000*beeswax"_s, u"*beeswax"_s, u"2*"_s}) {
        enter(u"searchField"_s, times);
        press(Qt::Key_Escape);
        QTRY_COMPARE(rows(u"cartLines"_s), 1);
    }
}

void NonsenseSellingTest::aScannedCodeWithoutEnd()
{
    sell(u"beeswax"_s);
    MadeUpKeys keys;
    for (const QString &code : {QString(longestNonsense, u'7'),
                                u"https://brand.example/"_s + QString(longestNonsense, u'x')}) {
        const int before = rows(u"scanFailures"_s);
        keys.scan(m_window->windowHandle(), code);
        QTRY_COMPARE(rows(u"scanFailures"_s), before + 1);
        QVERIFY(cell(u"scanFailures"_s, 0, 2).contains(u"too long"_s));
        QVERIFY(cell(u"scanFailures"_s, 0, 1).size() < 100);
        QVERIFY(isCartUntouched());
    }
    press(Qt::Key_F11);
}

void NonsenseSellingTest::aQuantityStaysAsItWas()
{
    sell(u"beeswax"_s);
    for (const QString &text : noAmounts()) {
        QTRY_VERIFY(shown(u"lineQuantity"_s));
        enter(u"lineQuantity"_s, text);
        QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
        QVERIFY(isCartUntouched());
    }
}

void NonsenseSellingTest::whatTheCartAsksIsAskedAgain_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("withControl");
    QTest::newRow("a discount") << int(Qt::Key_F6) << false;
    QTest::newRow("a price") << int(Qt::Key_P) << true;
}

void NonsenseSellingTest::whatTheCartAsksIsAskedAgain()
{
    QFETCH(int, key);
    QFETCH(bool, withControl);
    sell(u"beeswax"_s);
    press(Qt::Key(key), withControl ? Qt::ControlModifier : Qt::NoModifier);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    for (const QString &text : noAmounts()) {
        enter(u"cartQuestion"_s, text);
        QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
        QVERIFY(shown(u"cartQuestion"_s));
        QVERIFY(!find<QLineEdit>(u"cartQuestion"_s)->text().isEmpty());
        QVERIFY(isCartUntouched());
    }
    press(Qt::Key_Escape);
    QVERIFY(said().isEmpty());
}

void NonsenseSellingTest::aCartIsHeldUnderAnyNameOrStays()
{
    for (const QString &name : strangeTexts()) {
        sell(u"beeswax"_s);
        press(Qt::Key_F4);
        enter(u"cartQuestion"_s, name);
        QTRY_VERIFY(rows(u"cartLines"_s) == 0 || !said().isEmpty());
        if (rows(u"cartLines"_s) == 0) {
            press(Qt::Key_F5);
            QTRY_COMPARE(rows(u"heldCarts"_s), 1);
            press(Qt::Key_Return);
            QTRY_COMPARE(rows(u"cartLines"_s), 1);
        } else {
            press(Qt::Key_Escape);
        }
        QTRY_VERIFY(isCartUntouched());
        emptyTheCart();
    }
}

void NonsenseSellingTest::aNoteIsKeptOrRefused()
{
    sell(u"beeswax"_s);
    for (const QString &note : strangeTexts()) {
        press(Qt::Key_N, Qt::ControlModifier);
        enter(u"cartQuestion"_s, note);
        QTRY_VERIFY(text(u"cartNote"_s) == note.simplified() || !said().isEmpty());
        press(Qt::Key_Escape);
        QVERIFY(isCartUntouched());
        QVERIFY(fits(u"cartNote"_s) && fits(u"cartLines"_s));
    }
}

void NonsenseSellingTest::anItemOutsideTheCatalogHasAnyNameOrNone()
{
    for (const QString &name : strangeTexts()) {
        press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(shown(u"cartQuestion"_s));
        enter(u"cartQuestion"_s, name);
        QTRY_VERIFY(!said().isEmpty() || find<QLineEdit>(u"cartQuestion"_s)->text().isEmpty());
        if (said().isEmpty()) {
            for (const QString &price : {u"-1"_s, u"1000000000000000"_s, u"much"_s}) {
                enter(u"cartQuestion"_s, price);
                QTRY_VERIFY(!said().isEmpty());
                QCOMPARE(rows(u"cartLines"_s), 0);
            }
        }
        press(Qt::Key_Escape);
        QCOMPARE(rows(u"cartLines"_s), 0);
    }
}

void NonsenseSellingTest::aCustomerIsMadeOrAskedAgain()
{
    const QStringList fields{u"customerName"_s,   u"customerMail"_s, u"customerPhone"_s,
                             u"customerStreet"_s, u"customerZip"_s,  u"customerCity"_s,
                             u"customerCountry"_s};
    sell(u"beeswax"_s);
    for (const QString &field : fields) {
        for (const QString &text : strangeTexts()) {
            describeNewCustomer();
            find<QLineEdit>(u"customerCountry"_s)->setText(u"GB"_s);
            enter(field, text);
            QTRY_VERIFY(!said().isEmpty() || !find<QWidget>(field)->isVisible());
            if (!find<QWidget>(field)->isVisible())
                continue;
            // Nothing of what was typed is lost, and once mended it is saved.
            QCOMPARE(find<QLineEdit>(field)->text(), text);
            put(find<QLineEdit>(field), field == u"customerCountry"_s ? u"GB"_s : u"a@b.example"_s);
            press(Qt::Key_Return);
            QTRY_VERIFY2(!find<QWidget>(field)->isVisible(), qPrintable(said()));
        }
    }
    QVERIFY(isCartUntouched());
    QVERIFY(fits(u"customerButton"_s));
    press(Qt::Key_F3);
    for (const QString &text : strangeTexts()) {
        enter(u"customerSearch"_s, text);
        QVERIFY(shown(u"customerSearch"_s));
    }
}

void NonsenseSellingTest::noSumIsTaken()
{
    sell(u"beeswax"_s);
    beginToPay();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_F10}) {
        for (const QString &text : noAmounts()) {
            put(find<QLineEdit>(u"received"_s), text);
            press(key);
            QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
            QVERIFY(shown(u"received"_s));
            QCOMPARE(this->text(u"toPay"_s), u"£1.20"_s);
            QVERIFY(!find<QLineEdit>(u"received"_s)->text().isEmpty());
        }
    }
    QVERIFY(m_shop->sandbox().ledger(u"payment.authorised"_s).isEmpty());
    find<QLineEdit>(u"received"_s)->clear();
    press(Qt::Key_Escape);
    QTRY_VERIFY(isCartUntouched());
}

void NonsenseSellingTest::aReferenceThatIsNone()
{
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/v1/payment_intents","fault":"dropAfter"})");
    sell(u"beeswax"_s);
    beginToPay();
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"payReference"_s));
    for (const QString &text : strangeTexts()) {
        enter(u"payReference"_s, text);
        QTRY_VERIFY2(!said().isEmpty(), qPrintable(text.left(30)));
        QVERIFY(shown(u"payReference"_s));
        QVERIFY(!find<QLineEdit>(u"payReference"_s)->text().isEmpty());
    }
    m_shop->sandbox().setFaults({});
    click(u"payAskAgain"_s);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    press(Qt::Key_Return);
}

} // namespace kontor

QTEST_MAIN(kontor::NonsenseSellingTest)
#include "nonsense_selling_test.moc"
