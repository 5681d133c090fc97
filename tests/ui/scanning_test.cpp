// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/goods_lines_model.h"
#include "services/core/barcode.h"
#include "tests/ui/scanner.h"
#include "tests/ui/window_test.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTableView>

namespace kontor {

using namespace Qt::StringLiterals;

//! What comes of scans, on the screen and in the cart.
class ScanningTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        close();
        m_shop.reset();
    }
    void aScanIsALineWhereverTheFocusIs();
    void aScanDoesNotDisturbTheList();
    void aLoneDigitIsSearchedForAllTheSame();
    void aFailedScanIsToldUntilItWasSeen();
    void aScanDuringAPaymentIsToldThere();
    void aReceiptIsFoundByItsCode();
    void aTypedCodeGoesTheSameWay();
    void aQuantityBeforeAScan();
    void labelsSayHowMuchAndForHowMuch();
    void whyALabelIsRefusedIsSaid_data();
    void whyALabelIsRefusedIsSaid();
    void goodsPastTheirDateAreToldLoudly();
    void pricesAreCheckedWithoutSelling();
    void theShopTellsHowItsLabelsAreLaidOut();
    void theNextSaleBeginsWithAScan();
    void nonsenseIsALineOrAnError();
    void keysAtTheWindowSystemsTimesAreScansToo();

private:
    void scan(const QString &code) { m_keys.scan(m_window->windowHandle(), code); }
    //! One more product, as LivingShop's are.
    void addProduct(const QString &sku, const QString &barcode, qint64 pence);
    QString lantern() const { return m_shop->products[0].barcodes.first(); }
    QString candle() const { return m_shop->products[3].barcodes.first(); }
    QString failure(int row) { return cell(u"scanFailures"_s, row, ScanReason); }

    static constexpr int ScanCode = 1;
    static constexpr int ScanReason = 2;
    MadeUpKeys m_keys;
};

void ScanningTest::addProduct(const QString &sku, const QString &barcode, qint64 pence)
{
    Product made = m_shop->products[0];
    made.id = productIdForSku(sku);
    made.sku = sku;
    made.name = u"A "_s + sku;
    made.barcodes = {barcode};
    made.price = UnitPrice::of(Money{pence, Currency("GBP")});
    const auto saved =
        m_shop->ask((*m_shop)->catalog(), &CatalogService::save, (*m_shop)->command(), made);
    QVERIFY(bool(saved));
}

void ScanningTest::aScanIsALineWhereverTheFocusIs()
{
    // In the search, half a word stays as it is.
    type(u"cop"_s);
    scan(lantern());
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    QCOMPARE(find<QLineEdit>(u"searchField"_s)->text(), u"cop"_s);
    // In the list of what was found.
    find<QWidget>(u"searchResults"_s)->setFocus();
    scan(lantern());
    QTRY_COMPARE(cell(u"cartLines"_s, 0, 0), u"2"_s);
    // On a line of the cart, where digits mean a quantity.
    find<QWidget>(u"cartLines"_s)->setFocus();
    scan(candle());
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    QCOMPARE(cell(u"cartLines"_s, 0, 0), u"2"_s);
    // On a button that Enter would push.
    find<QWidget>(u"payButton"_s)->setFocus();
    scan(candle());
    QTRY_COMPARE(cell(u"cartLines"_s, 1, 0), u"2"_s);
    QVERIFY(!shown(u"received"_s));
    // In an open question, which stays open with what was offered.
    press(Qt::Key_F4);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    const QString offered = find<QLineEdit>(u"cartQuestion"_s)->text();
    scan(candle());
    QTRY_COMPARE(cell(u"cartLines"_s, 1, 0), u"3"_s);
    QVERIFY(shown(u"cartQuestion"_s));
    QCOMPARE(find<QLineEdit>(u"cartQuestion"_s)->text(), offered);
    press(Qt::Key_Escape);
    // On another page, from which it leads back.
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"ordersList"_s));
    scan(candle());
    QTRY_COMPARE(cell(u"cartLines"_s, 1, 0), u"4"_s);
    QVERIFY(shown(u"searchField"_s));
    QCOMPARE(find<QLineEdit>(u"orderSearch"_s)->text(), QString());
    QVERIFY(!shown(u"scanAlert"_s));
}

void ScanningTest::aScanDoesNotDisturbTheList()
{
    QTRY_VERIFY(rows(u"searchResults"_s) > 0);
    const QSignalSpy listedAnew(find<QTableView>(u"searchResults"_s)->model(),
                                &QAbstractItemModel::modelReset);
    for (int pieces = 1; pieces <= 3; ++pieces) {
        scan(lantern());
        QTRY_COMPARE(cell(u"cartLines"_s, 0, 0), QString::number(pieces));
    }
    QCOMPARE(listedAnew.size(), 0);
}

void ScanningTest::aLoneDigitIsSearchedForAllTheSame()
{
    QTRY_VERIFY(rows(u"searchResults"_s) > 0);
    const QSignalSpy listedAnew(find<QTableView>(u"searchResults"_s)->model(),
                                &QAbstractItemModel::modelReset);
    type(u"7"_s);
    QTRY_COMPARE(listedAnew.size(), 1);
    press(Qt::Key_Backspace);
    QTRY_COMPARE(listedAnew.size(), 2);
}

void ScanningTest::aFailedScanIsToldUntilItWasSeen()
{
    scan(u"4006381333931"_s);
    QTRY_VERIFY(shown(u"scanAlert"_s));
    QCOMPARE(cell(u"scanFailures"_s, 0, ScanCode), u"4006381333931"_s);
    QVERIFY(failure(0).contains(u"No product"_s));
    scan(u"5063087861359"_s);
    QTRY_COMPARE(rows(u"scanFailures"_s), 2);
    QVERIFY(failure(0).contains(u"misread"_s));
    scan(QString(10'000, u'7'));
    QTRY_COMPARE(rows(u"scanFailures"_s), 3);
    QVERIFY(cell(u"scanFailures"_s, 0, ScanCode).size() < 60);
    // The next scan is sold, and what failed stays where it is.
    scan(lantern());
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(shown(u"scanAlert"_s));
    press(Qt::Key_F11);
    QVERIFY(!shown(u"scanAlert"_s));
    QCOMPARE(rows(u"scanFailures"_s), 0);
}

void ScanningTest::aScanDuringAPaymentIsToldThere()
{
    scan(lantern());
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"5"_s);
    scan(candle());
    QTRY_VERIFY(shown(u"scanAlert"_s));
    QVERIFY(failure(0).contains(u"payment"_s));
    QVERIFY(shown(u"received"_s));
    QCOMPARE(find<QLineEdit>(u"received"_s)->text(), u"5"_s);
    QCOMPARE(rows(u"cartLines"_s), 1);
    // Paying goes on as if nothing had been.
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QCOMPARE(m_shop->newestOrder().total.minor, 339);
}

void ScanningTest::aReceiptIsFoundByItsCode()
{
    for (int sale = 0; sale < 2; ++sale) {
        scan(lantern());
        QTRY_COMPARE(rows(u"cartLines"_s), 1);
        press(Qt::Key_F12);
        QTRY_VERIFY(shown(u"received"_s));
        type(u"5"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown(u"doneReceipt"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE(rows(u"cartLines"_s), 0);
    }
    scan(u"T1-000001"_s);
    QTRY_VERIFY(shown(u"returnReceipt"_s));
    QTRY_VERIFY(text(u"returnFacts"_s).contains(u"T1-000001"_s));
    QTRY_COMPARE(rows(u"returnLines"_s), 1);
    QVERIFY(!shown(u"scanAlert"_s));
}

void ScanningTest::aTypedCodeGoesTheSameWay()
{
    addProduct(u"cheese"_s, u"2100001000004"_s, 1599);
    type(u"2100001004560"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchMessage"_s));
    QVERIFY(text(u"searchMessage"_s).contains(u"misread"_s));
    type(u"2100001004569"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£7.29"_s);
    QVERIFY(!shown(u"scanAlert"_s));
}

void ScanningTest::aQuantityBeforeAScan()
{
    type(u"3*"_s);
    scan(lantern());
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    QCOMPARE(cell(u"cartLines"_s, 0, 0), u"3"_s);
    QCOMPARE(find<QLineEdit>(u"searchField"_s)->text(), QString());
    scan(candle());
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    QCOMPARE(cell(u"cartLines"_s, 1, 0), u"1"_s);
    // Two packs of one weight and price.
    addProduct(u"ham"_s, u"9521234543213"_s, 1000);
    type(u"2*"_s);
    scan(u"]C1010952123454321331030012503922499"_s);
    QTRY_COMPARE(rows(u"cartLines"_s), 3);
    QCOMPARE(cell(u"cartLines"_s, 2, 0), u"2.500"_s);
    QCOMPARE(cell(u"cartLines"_s, 2, 2), u"£9.98"_s);
}

void ScanningTest::labelsSayHowMuchAndForHowMuch()
{
    addProduct(u"cheese"_s, u"2100001000004"_s, 1599);
    addProduct(u"12345"_s, u"5060000000016"_s, 2000);
    addProduct(u"ham"_s, u"9521234543213"_s, 1000);
    // 0.456 kg, twice: two packs.
    scan(u"2100001004569"_s);
    scan(u"2100001004569"_s);
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    QCOMPARE(cell(u"cartLines"_s, 0, 0), u"0.456"_s);
    QCOMPARE(text(u"cartTotal"_s), u"£14.58"_s);
    // £9.99 at £20 a kilogram, found by the bare number of the item.
    scan(u"2212345009992"_s);
    QTRY_COMPARE(rows(u"cartLines"_s), 3);
    QCOMPARE(cell(u"cartLines"_s, 2, 0), u"0.500"_s);
    QCOMPARE(cell(u"cartLines"_s, 2, 2), u"£9.99"_s);
    // A price of a piece.
    scan(u"2312345009999"_s);
    QTRY_COMPARE(rows(u"cartLines"_s), 4);
    QCOMPARE(cell(u"cartLines"_s, 3, 0), u"1"_s);
    QCOMPARE(cell(u"cartLines"_s, 3, 2), u"£9.99"_s);
    // GS1: 1.250 kg for £4.99 of lot A7.
    scan(u"]C101095212345432133103001250|3922499|10A7"_s.replace(u'|', u'\x1d'));
    QTRY_COMPARE(rows(u"cartLines"_s), 5);
    QCOMPARE(cell(u"cartLines"_s, 4, 0), u"1.250"_s);
    QCOMPARE(cell(u"cartLines"_s, 4, 2), u"£4.99"_s);
    const auto *lines = find<QAbstractItemView>(u"cartLines"_s)->model();
    QVERIFY(lines->index(4, GoodsLinesModel::NameColumn)
                .data(GoodsLinesModel::DetailRole)
                .toString()
                .contains(u"Lot A7"_s));
    QVERIFY(!shown(u"scanAlert"_s));
}

void ScanningTest::whyALabelIsRefusedIsSaid_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *why, const QString &code, const QString &reason) {
        QTest::newRow(why) << code << reason;
    };
    const auto whole = [](const QString &head) {
        return head + QString::number(gtinCheckDigit(head));
    };
    row("no price to weigh by", whole(u"221234500999"_s), u"has no price"_s);
    row("misread price", whole(u"021234582875"_s), u"price on this label was misread"_s);
    row("an empty scale", whole(u"211234500000"_s), u"is zero"_s);
    row("a pallet", u"]C100376104250021234569"_s, u"names no goods"_s);
    row("pounds", u"]C101095212345432133203001250"_s, u"in pounds"_s);
    row("dollars", u"]C101095212345432133932840499"_s, u"another currency"_s);
    row("a wrong identifier", u"]C10595212345432"_s, u"printed wrong"_s);
    row("other letters", u"Käse 12"_s, u"no code of goods"_s);
    row("a web address", u"https://brand.example/lantern?ref=label"_s, u"web address"_s);
}

void ScanningTest::whyALabelIsRefusedIsSaid()
{
    QFETCH(QString, code);
    QFETCH(QString, reason);
    addProduct(u"12345"_s, u"5060000000016"_s, 0);
    scan(code);
    QTRY_COMPARE(rows(u"scanFailures"_s), 1);
    QVERIFY2(failure(0).contains(reason), qPrintable(failure(0)));
    QCOMPARE(rows(u"cartLines"_s), 0);
}

void ScanningTest::goodsPastTheirDateAreToldLoudly()
{
    addProduct(u"milk"_s, u"9521234543213"_s, 99);
    scan(u"(01)09521234543213(17)200131"_s);
    QTRY_VERIFY(shown(u"scanAlert"_s));
    QCOMPARE(cell(u"scanFailures"_s, 0, ScanCode), u"A milk"_s);
    QVERIFY(failure(0).contains(u"use-by"_s));
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    scan(u"(01)09521234543213(15)200131"_s);
    QTRY_COMPARE(rows(u"scanFailures"_s), 2);
    QVERIFY(failure(0).contains(u"best before"_s));
    scan(u"(01)09521234543213(17)491231"_s);
    QTRY_COMPARE(rows(u"cartLines"_s), 3);
    QCOMPARE(rows(u"scanFailures"_s), 2);
}

void ScanningTest::pricesAreCheckedWithoutSelling()
{
    addProduct(u"cheese"_s, u"2100001000004"_s, 1599);
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"priceField"_s));
    QVERIFY(!shown(u"priceName"_s));
    scan(lantern());
    QTRY_VERIFY(shown(u"priceName"_s));
    QCOMPARE(text(u"priceName"_s), u"Lantern, white metal"_s);
    QCOMPARE(text(u"priceAmount"_s), u"£3.39"_s);
    QTRY_COMPARE(text(u"priceAvailable"_s), u"Available: 24"_s);
    scan(u"2100001004569"_s);
    QTRY_COMPARE(text(u"priceAmount"_s), u"£7.29"_s);
    QCOMPARE(text(u"priceEach"_s), u"0.456 at £15.99 each"_s);
    type(u"beeswax"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"priceName"_s), u"Beeswax candle"_s);
    QTRY_COMPARE(text(u"priceAvailable"_s), u"None available"_s);
    type(u"nothing like it"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"priceMessage"_s) && !shown(u"priceName"_s));
    QCOMPARE(rows(u"cartLines"_s), 0);
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"searchField"_s));
    scan(lantern());
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"priceField"_s));
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"searchField"_s));
}

void ScanningTest::theShopTellsHowItsLabelsAreLaidOut()
{
    addProduct(u"123456"_s, u"5060000000016"_s, 1000);
    const QString head = u"231234560456"_s;
    const QString label = head + QString::number(gtinCheckDigit(head));
    press(Qt::Key_L, Qt::ControlModifier);
    click(u"priceLabels"_s);
    QTRY_COMPARE(rows(u"labelLayouts"_s), 5);
    // Item numbers of six digits, and grams.
    type(u"23 IIIII WWWW"_s);
    press(Qt::Key_Return);
    QVERIFY(shown(u"labelMessage"_s));
    find<QLineEdit>(u"labelPattern"_s)->clear();
    type(u"23 iiiiii w.www"_s);
    press(Qt::Key_Return);
    QVERIFY(!shown(u"labelMessage"_s));
    QCOMPARE(rows(u"labelLayouts"_s), 5);
    QCOMPARE(cell(u"labelLayouts"_s, 4, 0), u"23 IIIIII W.WWW"_s);
    QCOMPARE(cell(u"labelLayouts"_s, 4, 1), u"Weight"_s);
    // The catalog answers after it has saved them. Trying one shows what it says.
    const auto layouts = [this] {
        return *m_shop->ask((*m_shop)->catalog(), &CatalogService::labelLayouts);
    };
    QCOMPARE(layouts().last(), *parsePattern(u"23 IIIIII W.WWW"_s));
    scan(label);
    QTRY_VERIFY(shown(u"priceName"_s));
    QCOMPARE(text(u"priceAmount"_s), u"£4.56"_s);
    click(u"priceLabels"_s);
    QTRY_COMPARE(rows(u"labelLayouts"_s), 5);
    find<QTableView>(u"labelLayouts"_s)->setFocus();
    find<QTableView>(u"labelLayouts"_s)->selectRow(4);
    press(Qt::Key_Delete);
    QCOMPARE(rows(u"labelLayouts"_s), 4);
    QCOMPARE(layouts().size(), 4);
    press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"priceField"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"searchField"_s));
    scan(label);
    QTRY_VERIFY(shown(u"scanAlert"_s));
    press(Qt::Key_L, Qt::ControlModifier);
    click(u"priceLabels"_s);
    click(u"labelsUsual"_s);
    QTRY_COMPARE(rows(u"labelLayouts"_s), 5);
    QCOMPARE(layouts(), usualInStoreLayouts());
}

void ScanningTest::theNextSaleBeginsWithAScan()
{
    scan(lantern());
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"5"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    scan(candle());
    QTRY_VERIFY(shown(u"searchField"_s));
    QTRY_COMPARE(text(u"cartTotal"_s), u"£1.20"_s);
}

void ScanningTest::nonsenseIsALineOrAnError()
{
    QRandomGenerator chance(11);
    const QString letters = u"0123456789]C1de()-ABC*%äÄ٤\x1d"_s;
    constexpr int scans = 300;
    for (int i = 0; i < scans; ++i) {
        // No space in front, no receipt's number: those mean something else.
        QString code = u"0"_s;
        for (int length = 3 + chance.bounded(40); length > 0; --length)
            code += letters[chance.bounded(int(letters.size()))];
        scan(code);
    }
    QTRY_COMPARE(rows(u"scanFailures"_s), scans);
    QCOMPARE(rows(u"cartLines"_s), 0);
    QCOMPARE(find<QLineEdit>(u"searchField"_s)->text(), QString());
}

// However busy the machine is: a code that came too slowly is told, in one part or in several.
void ScanningTest::keysAtTheWindowSystemsTimesAreScansToo()
{
    constexpr int scans = 40;
    QWindow *window = m_window->windowHandle();
    for (int i = 0; i < scans; ++i) {
        for (const QChar c : lantern())
            QTest::keyClick(window, c.toLatin1(), Qt::NoModifier, MadeUpKeys::scannerMs);
        QTest::keyClick(window, Qt::Key_Return, Qt::NoModifier, MadeUpKeys::scannerMs);
    }
    const auto sold = [this] { return cell(u"cartLines"_s, 0, 0).toInt(); };
    QTRY_VERIFY(sold() + rows(u"scanFailures"_s) >= scans);
    QVERIFY(sold() <= scans && rows(u"cartLines"_s) <= 1);
}

} // namespace kontor

QTEST_MAIN(kontor::ScanningTest)
#include "scanning_test.moc"
