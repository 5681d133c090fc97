// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/barcode.h"
#include "tests/core/error_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

class BarcodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCheckDigitIsThatOfGs1_data();
    void theCheckDigitIsThatOfGs1();
    void aBarcodeIsBroughtIntoOneForm_data();
    void aBarcodeIsBroughtIntoOneForm();
    void whatIsNoGtinIsRefusedWithItsReason_data();
    void whatIsNoGtinIsRefusedWithItsReason();
    void everyWrongDigitIsNoticed();
    void aUpcEStandsForAUpcA_data();
    void aUpcEStandsForAUpcA();
};

// The last two: GS1 General Specifications, 7.9.1; the first two as printed on the goods.
void BarcodeTest::theCheckDigitIsThatOfGs1_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<int>("expected");

    QTest::newRow("GTIN-13") << u"400638133393"_s << 1;
    QTest::newRow("GTIN-12") << u"03600029145"_s << 2;
    QTest::newRow("GTIN-8") << u"9638507"_s << 4;
    QTest::newRow("GTIN-14") << u"1061414100041"_s << 5;
    QTest::newRow("zero") << u"000000000000"_s << 0;
    QTest::newRow("SSCC") << u"37610425002123456"_s << 9;
}

void BarcodeTest::theCheckDigitIsThatOfGs1()
{
    QFETCH(QString, digits);
    QFETCH(int, expected);
    QCOMPARE(gtinCheckDigit(digits), expected);
    QVERIFY(hasRightCheckDigit(digits + QString::number(expected)));
    QVERIFY(!hasRightCheckDigit(digits + QString::number((expected + 1) % 10)));
}

void BarcodeTest::aBarcodeIsBroughtIntoOneForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("digits");

    QTest::newRow("EAN-13") << u"4006381333931"_s << u"4006381333931"_s;
    QTest::newRow("EAN-8") << u"96385074"_s << u"96385074"_s;
    QTest::newRow("UPC-A is an EAN-13") << u"036000291452"_s << u"0036000291452"_s;
    QTest::newRow("the same with its zero") << u"0036000291452"_s << u"0036000291452"_s;
    QTest::newRow("the same with two") << u"00036000291452"_s << u"0036000291452"_s;
    QTest::newRow("case of goods") << u"10614141000415"_s << u"10614141000415"_s;
    QTest::newRow("spaces around") << u" \t4006381333931\u00A0\n"_s << u"4006381333931"_s;
    QTest::newRow("a number in a spreadsheet") << u"3850334043641.0"_s << u"3850334043641"_s;
    QTest::newRow("with two digits") << u"3850334043641,00"_s << u"3850334043641"_s;
    QTest::newRow("a text in a spreadsheet") << u"'3850334043641"_s << u"3850334043641"_s;
}

void BarcodeTest::aBarcodeIsBroughtIntoOneForm()
{
    QFETCH(QString, text);
    QFETCH(QString, digits);
    const auto gtin = parseBarcode(text);
    QVERIFY2(gtin, errorText(gtin).constData());
    QCOMPARE(gtin->digits, digits);
}

void BarcodeTest::whatIsNoGtinIsRefusedWithItsReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<BarcodeError>("error");

    const auto row = [](const char *why, const QString &text, BarcodeError error) {
        QTest::newRow(why) << text << error;
    };
    row("empty", u""_s, BarcodeError::Empty);
    row("only spaces", u"  "_s, BarcodeError::Empty);
    row("only an apostrophe", u"'"_s, BarcodeError::Empty);
    row("code of the shop", u"1234"_s, BarcodeError::NotAGtin);
    row("letters", u"TEA-0001"_s, BarcodeError::NotAGtin);
    row("letters E, too", u"1E5"_s, BarcodeError::NotAGtin);
    row("inner space", u"4006381 333931"_s, BarcodeError::NotAGtin);
    row("a fraction", u"4006381333931.5"_s, BarcodeError::NotAGtin);
    row("only .0", u".0"_s, BarcodeError::NotAGtin);
    row("digits of another script", u"٤٠٠٦٣٨١٣٣٣٩٣١"_s, BarcodeError::NotAGtin);
    row("three digits", u"123"_s, BarcodeError::WrongLength);
    row("lost its zero", u"36000291452"_s, BarcodeError::WrongLength);
    row("fifteen digits", u"400638133393100"_s, BarcodeError::WrongLength);
    row("endless", QString(1'000'000, u'7'), BarcodeError::WrongLength);
    row("zeros", u"0000000000000"_s, BarcodeError::AllZeros);
    row("eight zeros", u"00000000"_s, BarcodeError::AllZeros);
    row("a wrong digit", u"4006381333932"_s, BarcodeError::WrongCheckDigit);
    row("two swapped", u"4006381339331"_s, BarcodeError::WrongCheckDigit);
    row("rounded", u"3.85E+12"_s, BarcodeError::ScientificNotation);
    row("rounded, with comma", u"3,85033E+12"_s, BarcodeError::ScientificNotation);
    row("rounded, small e", u"3.85e12"_s, BarcodeError::ScientificNotation);
}

void BarcodeTest::whatIsNoGtinIsRefusedWithItsReason()
{
    QFETCH(QString, text);
    QFETCH(BarcodeError, error);
    const auto gtin = parseBarcode(text);
    QVERIFY(!gtin);
    QVERIFY2(gtin.error().is(error), errorText(gtin).constData());
    QVERIFY(gtin.error().text().size() < 200);
}

void BarcodeTest::everyWrongDigitIsNoticed()
{
    const QString right = u"4006381333931"_s;
    for (qsizetype at = 0; at < right.size(); ++at) {
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString changed = right;
            changed[at] = QChar(digit);
            QCOMPARE(bool(parseBarcode(changed)), changed == right);
        }
    }
}

// From GS1 General Specifications, 5.2.2.4.2, and Wikipedia's page on the UPC.
void BarcodeTest::aUpcEStandsForAUpcA_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("digits");

    QTest::newRow("last 0") << u"01234505"_s << u"0012000003455"_s;
    QTest::newRow("last 1") << u"04252614"_s << u"0042100005264"_s;
    QTest::newRow("last 2") << u"01234523"_s << u"0012200003453"_s;
    QTest::newRow("last 3") << u"01234531"_s << u"0012300000451"_s;
    QTest::newRow("last 4") << u"01234543"_s << u"0012340000053"_s;
    QTest::newRow("last 5") << u"01234558"_s << u"0012345000058"_s;
    QTest::newRow("last 6") << u"01234565"_s << u"0012345000065"_s;
    QTest::newRow("last 9") << u"01234596"_s << u"0012345000096"_s;
    QTest::newRow("wrong check digit") << u"04252615"_s << QString();
    QTest::newRow("number system 2") << u"24252614"_s << QString();
    QTest::newRow("too short") << u"0425261"_s << QString();
    QTest::newRow("too long") << u"042526140"_s << QString();
    QTest::newRow("letters") << u"0425A614"_s << QString();
}

void BarcodeTest::aUpcEStandsForAUpcA()
{
    QFETCH(QString, code);
    QFETCH(QString, digits);
    const auto gtin = gtinOfUpcE(code);
    QCOMPARE(gtin ? gtin->digits : QString(), digits);
    if (gtin)
        QVERIFY(parseBarcode(digits));
}

QTEST_GUILESS_MAIN(BarcodeTest)
#include "barcode_test.moc"
