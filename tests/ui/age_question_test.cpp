// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/texts.h"
#include "tests/ui/scanner.h"
#include "tests/ui/window_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Goods that are not for everybody, at the till.
class AgeQuestionTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theQuestionIsAnsweredByKey();
    void nothingIsPaidWhileItIsAsked();
    void noTakesTheGoodsOut();
    void scansGoOnWhileItIsAsked();
    void theQuestionIsThereAgainAfterARestart();

private:
    void scan(const Product &product) { m_keys.scan(m_window->windowHandle(), code(product)); }
    static QString code(const Product &product) { return product.barcodes.first(); }
    Product lantern() { return m_shop->products[0]; }
    Product wine() { return m_shop->products[1]; }

    MadeUpKeys m_keys;
};

void AgeQuestionTest::init()
{
    m_shop = std::make_unique<LivingShop>();
    Product &wine = m_shop->products[1];
    wine.name = u"Red wine"_s;
    wine.minAge = 18;
    const auto saved =
        m_shop->ask((*m_shop)->catalog(), &CatalogService::save, (*m_shop)->command(), wine);
    QVERIFY(bool(saved));
    open();
    QVERIFY(!shown(u"ageQuestion"_s));
}

void AgeQuestionTest::cleanup()
{
    close();
    m_shop.reset();
}

void AgeQuestionTest::theQuestionIsAnsweredByKey()
{
    scan(wine());
    QTRY_VERIFY(shown(u"ageQuestion"_s));
    QCOMPARE(text(u"ageQuestion"_s), u"Is the customer 18 or older?"_s);
    const QDate born = m_shop->access().clock.now().day().addYears(-18);
    QCOMPARE(text(u"ageBorn"_s), u"Born on or before %1, for: Red wine"_s.arg(dayText(born)));
    press(Qt::Key_Y, Qt::AltModifier);
    QTRY_VERIFY(!shown(u"ageQuestion"_s));
    QCOMPARE(rows(u"cartLines"_s), 1);
    // Asked once a cart.
    scan(wine());
    QTRY_COMPARE(cell(u"cartLines"_s, 0, 0), u"2"_s);
    QVERIFY(!shown(u"ageQuestion"_s));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
}

void AgeQuestionTest::nothingIsPaidWhileItIsAsked()
{
    scan(wine());
    QTRY_VERIFY(shown(u"ageQuestion"_s));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"cartMessage"_s));
    QVERIFY(!shown(u"received"_s));
    // The question has the focus now, and Enter answers it.
    QVERIFY(find<QPushButton>(u"ageYes"_s)->hasFocus());
    press(Qt::Key_Space);
    QTRY_VERIFY(!shown(u"ageQuestion"_s));
    QVERIFY(!shown(u"cartMessage"_s));
    QVERIFY(find<QLineEdit>(u"searchField"_s)->hasFocus());
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
}

void AgeQuestionTest::noTakesTheGoodsOut()
{
    scan(lantern());
    scan(wine());
    QTRY_VERIFY(shown(u"ageQuestion"_s));
    press(Qt::Key_Escape);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    QVERIFY(!shown(u"ageQuestion"_s));
    QTRY_VERIFY(text(u"toastText"_s).contains(u"Red wine"_s));
    click(u"toastAction"_s);
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    QTRY_VERIFY(shown(u"ageQuestion"_s));
    click(u"ageNo"_s);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
}

void AgeQuestionTest::scansGoOnWhileItIsAsked()
{
    constexpr int pieces = 20;
    scan(wine());
    for (int i = 0; i < pieces; ++i)
        scan(lantern());
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    QTRY_COMPARE(cell(u"cartLines"_s, 1, 0), QString::number(pieces));
    QVERIFY(shown(u"ageQuestion"_s));
}

void AgeQuestionTest::theQuestionIsThereAgainAfterARestart()
{
    scan(wine());
    QTRY_VERIFY(shown(u"ageQuestion"_s));
    close();
    m_shop->reopen();
    open();
    QTRY_VERIFY(shown(u"ageQuestion"_s));
    click(u"ageYes"_s);
    QTRY_VERIFY(!shown(u"ageQuestion"_s));
    close();
    m_shop->reopen();
    open();
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    QVERIFY(!shown(u"ageQuestion"_s));
}

} // namespace kontor

QTEST_MAIN(kontor::AgeQuestionTest)
#include "age_question_test.moc"
