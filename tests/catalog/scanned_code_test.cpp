// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/gs1_elements.h"
#include "services/catalog/scanned_code.h"
#include "services/core/table_reader.h"
#include "tests/core/error_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

class ScannedCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPriceIsProvedByItsVerifier_data();
    void aPriceIsProvedByItsVerifier();
    void aLabelIsReadAsItIsLaidOut_data();
    void aLabelIsReadAsItIsLaidOut();
    void theLongestPrefixIsMeant();
    void aLayoutMustBePossible_data();
    void aLayoutMustBePossible();
    void theUsualLayoutsArePossible();
    void aLayoutIsWrittenAsAPattern_data();
    void aLayoutIsWrittenAsAPattern();
    void whatIsNoPatternIsRefused();
    void aCodeIsRead_data();
    void aCodeIsRead();
    void aCodeSaysMoreThanItsProduct();
    void whatIsNoCodeIsRefused_data();
    void whatIsNoCodeIsRefused();
    void everyRealCodeIsReadAndNoWrongDigitIs_data();
    void everyRealCodeIsReadAndNoWrongDigitIs();
    void nonsenseDoesNoHarm();

private:
    CodeRules m_rules{Currency("EUR"), usualInStoreLayouts(), QDate(2026, 11, 27)};
};

namespace {

//! "key", "key x1.5", "key for 2.50", with "?" where the weight follows from the price.
QString written(const CodeReading &reading)
{
    QString text = reading.key;
    if (reading.quantity != Quantity::pieces(1))
        text += u" x%1"_s.arg(reading.quantity.thousandths);
    if (reading.price)
        text += u" for %1"_s.arg(reading.price->minor);
    return reading.weightFollows ? text + u'?' : text;
}

QString written(const Result<ScannedCode> &code)
{
    if (!code)
        return code.error().text();
    QStringList all;
    for (const CodeReading &reading : code->readings)
        all.append(written(reading));
    return all.join(u", "_s);
}

} // namespace

// domain.md names the vectors' source; those of four digits are of British and American labels.
void ScannedCodeTest::aPriceIsProvedByItsVerifier_data()
{
    QTest::addColumn<QString>("price");
    QTest::addColumn<int>("verifier");
    QTest::newRow("GS1's example of four") << u"2875"_s << 9;
    QTest::newRow("GS1's example of five") << u"14685"_s << 6;
    QTest::newRow("zero of four") << u"0000"_s << 0;
    QTest::newRow("zero of five") << u"00000"_s << 0;
}

void ScannedCodeTest::aPriceIsProvedByItsVerifier()
{
    QFETCH(QString, price);
    QFETCH(int, verifier);
    QCOMPARE(priceVerifier(price), verifier);
    // One wrong digit is always noticed.
    for (qsizetype at = 0; at < price.size(); ++at) {
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString other = price;
            other[at] = QChar(digit);
            QCOMPARE(priceVerifier(other) == verifier, other == price);
        }
    }
}

void ScannedCodeTest::aLabelIsReadAsItIsLaidOut_data()
{
    QTest::addColumn<InStoreLayout>("layout");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("product");
    QTest::addColumn<QString>("item");
    QTest::addColumn<qint64>("amount");
    using Layout = InStoreLayout;
    QTest::newRow("2.75 kg as Odoo has it")
        << Layout{u"21"_s} << u"2100001027506"_s << u"2100001000004"_s << u"00001"_s << 2750LL;
    QTest::newRow("price with verifier")
        << Layout{u"02"_s, 5, 4, InStoreValue::Price, 2, true} << u"0212345928752"_s
        << u"0212345000007"_s << u"12345"_s << 2875LL;
    QTest::newRow("price of five digits with verifier")
        << Layout{u"28"_s, 4, 5, InStoreValue::Price, 2, true} << u"2812346146857"_s
        << u"2812340000008"_s << u"1234"_s << 14685LL;
    QTest::newRow("Nordic, six digits of item")
        << Layout{u"23"_s, 6, 4, InStoreValue::Weight, 3, false} << u"2312345604568"_s
        << u"2312345600003"_s << u"123456"_s << 456LL;
}

void ScannedCodeTest::aLabelIsReadAsItIsLaidOut()
{
    QFETCH(InStoreLayout, layout);
    QFETCH(QString, code);
    QFETCH(QString, product);
    QFETCH(QString, item);
    QFETCH(qint64, amount);
    const QString right = code.chopped(1) + QString::number(gtinCheckDigit(code.chopped(1)));
    QVERIFY(checkLayout(layout));
    const auto read = readInStoreCode(Gtin{right}, {layout});
    QVERIFY2(read, errorText(read).constData());
    QVERIFY(*read);
    const QString zero = product.chopped(1) + QString::number(gtinCheckDigit(product.chopped(1)));
    QCOMPARE((*read)->product, zero);
    QCOMPARE((*read)->item, item);
    QCOMPARE((*read)->amount, amount);
    QCOMPARE((*read)->value, layout.value);
}

void ScannedCodeTest::theLongestPrefixIsMeant()
{
    const InStoreLayout all{u"21"_s};
    const InStoreLayout some{u"215"_s, 4, 5, InStoreValue::Price, 2, false};
    const Gtin gtin{u"2150001001237"_s};
    for (const QList<InStoreLayout> &both : {QList{all, some}, QList{some, all}})
        QCOMPARE((*readInStoreCode(gtin, both))->value, InStoreValue::Price);
    QCOMPARE((*readInStoreCode(gtin, {all}))->value, InStoreValue::Weight);
    QVERIFY(!*readInStoreCode(gtin, {}));
    QVERIFY(!*readInStoreCode(Gtin{u"21500010"_s}, {all}));
}

void ScannedCodeTest::aLayoutMustBePossible_data()
{
    QTest::addColumn<InStoreLayout>("layout");
    using Layout = InStoreLayout;
    QTest::newRow("a maker's prefix") << Layout{u"40"_s};
    QTest::newRow("no prefix") << Layout{u""_s, 7};
    QTest::newRow("one digit") << Layout{u"2"_s, 6};
    QTest::newRow("five digits") << Layout{u"21234"_s, 2};
    QTest::newRow("letters") << Layout{u"2a"_s};
    QTest::newRow("too short together") << Layout{u"21"_s, 4};
    QTest::newRow("too long together") << Layout{u"21"_s, 6};
    QTest::newRow("no value") << Layout{u"21"_s, 10, 0};
    QTest::newRow("no item") << Layout{u"21"_s, 0, 10};
    QTest::newRow("too fine") << Layout{u"21"_s, 5, 5, InStoreValue::Weight, 4};
    QTest::newRow("negative decimals") << Layout{u"21"_s, 5, 5, InStoreValue::Weight, -1};
    QTest::newRow("no verifier of six") << Layout{u"21"_s, 3, 6, InStoreValue::Price, 2, true};
}

void ScannedCodeTest::aLayoutMustBePossible()
{
    QFETCH(InStoreLayout, layout);
    const auto checked = checkLayout(layout);
    QVERIFY(!checked && checked.error().is(ScanError::BadLayout));
}

void ScannedCodeTest::theUsualLayoutsArePossible()
{
    for (const InStoreLayout &layout : usualInStoreLayouts())
        QVERIFY2(checkLayout(layout), qPrintable(layout.prefix));
}

void ScannedCodeTest::aLayoutIsWrittenAsAPattern_data()
{
    QTest::addColumn<InStoreLayout>("layout");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("typed");
    using Layout = InStoreLayout;
    QTest::newRow("weight") << Layout{u"21"_s} << u"21 IIIII WW.WWW"_s << u"21iiiiiww,wwwc"_s;
    QTest::newRow("price") << Layout{u"02"_s, 5, 4, InStoreValue::Price, 2, true}
                           << u"02 IIIII V PP.PP"_s << u"02 IIIII V PP.PP C"_s;
    QTest::newRow("price of a weight")
        << Layout{u"2234"_s, 4, 4, InStoreValue::PriceOfWeight, 0, false} << u"2234 IIII TTTT"_s
        << u"2234IIIITTTT"_s;
    QTest::newRow("only decimals") << Layout{u"29"_s, 7, 3, InStoreValue::Weight, 3, false}
                                   << u"29 IIIIIII .WWW"_s << u"29 IIIIIII ,www"_s;
}

void ScannedCodeTest::aLayoutIsWrittenAsAPattern()
{
    QFETCH(InStoreLayout, layout);
    QFETCH(QString, pattern);
    QFETCH(QString, typed);
    QCOMPARE(patternOf(layout), pattern);
    for (const QString &text : {pattern, typed}) {
        const auto read = parsePattern(text);
        QVERIFY2(read, errorText(read).constData());
        QCOMPARE(*read, layout);
    }
}

void ScannedCodeTest::whatIsNoPatternIsRefused()
{
    for (const QString &text : {u""_s, u"21"_s, u"21 IIIII"_s, u"IIIII WWWWW"_s,
                                u"21 IIIII WWPPP"_s, u"21 IIIII WW.W.W"_s, u"21 WWWWW IIIII"_s,
                                u"40 IIIII WW.WWW"_s, u"21 IIIII WW.WW"_s, QString(10'000, u'I')})
        QVERIFY2(!parsePattern(text), qPrintable(text.left(30)));
}

void ScannedCodeTest::aCodeIsRead_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<QString>("readings");
    const auto row = [](const char *why, QString scanned, const QString &readings) {
        QTest::newRow(why) << scanned.replace(u'|', gs1Separator) << readings;
    };
    row("EAN-13", u"4006381333931"_s, u"4006381333931"_s);
    row("with its AIM prefix", u"]E04006381333931"_s, u"4006381333931"_s);
    row("between control characters",
        u"\x02"
        "4006381333931\x03\r"_s,
        u"4006381333931"_s);
    row("UPC-A", u"036000291452"_s, u"0036000291452"_s);
    row("EAN-8", u"96385074"_s, u"96385074"_s);
    row("UPC-E", u"04252614"_s, u"0042100005264"_s);
    row("EAN-8 or UPC-E", u"01234565"_s, u"01234565, 0012345000065"_s);
    row("a case", u"10614141000415"_s, u"10614141000415"_s);
    row("a case without indicator", u"04006381333931"_s, u"4006381333931"_s);
    row("own code", u"TEA-0001"_s, u"TEA-0001"_s);
    row("own number", u"71053"_s, u"71053"_s);
    row("a weight", u"2100001027506"_s,
        u"2100001027506, 2100001000004 x2750, 00001 x2750, 1 x2750"_s);
    row("a price", u"2312345009999"_s, u"2312345009999, 2312345000002 for 999, 12345 for 999"_s);
    row("a price of a weight", u"2212345009992"_s,
        u"2212345009992, 2212345000005 for 999?, 12345 for 999?"_s);
    row("an American label", u"212345928752"_s,
        u"0212345928752, 0212345000007 for 2875, 12345 for 2875"_s);
    row("shop's own without a layout", u"2900001001236"_s, u"2900001001236"_s);
    row("GS1 by its prefix", u"]C1010952123454321310A"_s, u"9521234543213"_s);
    row("by its separator", u"010952123454321310A|17261231"_s, u"9521234543213"_s);
    row("by being right", u"010952123454321317261231"_s, u"9521234543213"_s);
    row("GS1 DataMatrix", u"]d20109521234543213"_s, u"9521234543213"_s);
    row("DataBar", u"]e00109521234543213"_s, u"9521234543213"_s);
    row("GS1 QR", u"]Q30109521234543213"_s, u"9521234543213"_s);
    row("in brackets", u"(01)09521234543213"_s, u"9521234543213"_s);
    row("GTIN-8 within", u"]C10100000096385074"_s, u"0000096385074, 96385074"_s);
    row("GS1 weight", u"]e001995212345432163103001250"_s,
        u"99521234543216 x1250, 9521234543213 x1250"_s);
    row("weight with five decimals", u"]e001095212345432133105001255"_s, u"9521234543213 x13"_s);
    row("whole kilograms", u"]e001095212345432133100000012"_s, u"9521234543213 x12000"_s);
    row("litres", u"]e001095212345432133152000150"_s, u"9521234543213 x1500"_s);
    row("a count", u"]C101095212345432133012"_s, u"9521234543213 x12000"_s);
    row("a count of what is within", u"]C102095212345432133712"_s, u"9521234543213 x12000"_s);
    row("a price here", u"]C101095212345432133103001250|3922499"_s,
        u"9521234543213 x1250 for 499"_s);
    row("in euros", u"]C101095212345432133932978499"_s, u"9521234543213 for 499"_s);
    row("in whole euros",
        u"]C101095212345432133930978"
        "5"_s,
        u"9521234543213 for 500"_s);
    row("a link of GS1", u"https://id.gs1.org/01/09521234543213/10/ABC?17=261231"_s,
        u"9521234543213"_s);
    row("a link from a QR code", u"]Q1HTTPS://BRAND.EXAMPLE/01/09521234543213"_s,
        u"9521234543213"_s);
    row("a link with a weight and a price",
        u"https://id.gs1.org/01/99521234543216?3103=001250&3922=499"_s,
        u"99521234543216 x1250 for 499, 9521234543213 x1250 for 499"_s);
    row("pounds with a price", u"]C101095212345432133203001250|3922499"_s,
        u"9521234543213 for 499"_s);
}

void ScannedCodeTest::aCodeIsRead()
{
    QFETCH(QString, scanned);
    QFETCH(QString, readings);
    QCOMPARE(written(readCode(scanned, m_rules)), readings);
}

void ScannedCodeTest::aCodeSaysMoreThanItsProduct()
{
    const auto code =
        readCode(u"(01)09521234543213(10)L7(21)S9(15)261130(16)261129(17)261100"_s, m_rules);
    QVERIFY2(code, errorText(code).constData());
    QCOMPARE(code->lot, u"L7"_s);
    QCOMPARE(code->serial, u"S9"_s);
    QCOMPARE(code->bestBefore, QDate(2026, 11, 29));
    QCOMPARE(code->useBy, QDate(2026, 11, 30));
    QCOMPARE(readCode(u"t1-000123"_s, m_rules)->receipt, u"T1-000123"_s);
    const auto link = readCode(
        u"https://id.gs1.org/01/09521234543213/10/L%2F7/21/S9?15=261130&17=261100"_s, m_rules);
    QVERIFY2(link, errorText(link).constData());
    QCOMPARE(link->lot, u"L/7"_s);
    QCOMPARE(link->serial, u"S9"_s);
    QCOMPARE(link->bestBefore, QDate(2026, 11, 30));
    QCOMPARE(link->useBy, QDate(2026, 11, 30));
    for (const QString &none : {u"T1-00012"_s, u"1-000123"_s, u"T1000123"_s, u"T1-000123a"_s})
        QCOMPARE(readCode(none, m_rules)->receipt, QString());
    QCOMPARE(readCode(u"0212345828755"_s, m_rules)->fault, Error(ScanError::BadVerifier));
    QCOMPARE(readCode(u"2100001000004"_s, m_rules)->fault, Error(ScanError::NothingInside));
    CodeRules yen = m_rules;
    yen.currency = Currency("JPY");
    QVERIFY(readCode(u"2312345009999"_s, yen)->fault->is(ScanError::OtherCurrency));
    QCOMPARE(written(readCode(u"]C1010952123454321339200500"_s, yen)), u"9521234543213 for 500"_s);
}

void ScannedCodeTest::whatIsNoCodeIsRefused_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<Error>("error");
    const auto row = [](const char *why, QString scanned, const Error &error) {
        QTest::newRow(why) << scanned.replace(u'|', gs1Separator) << error;
    };
    row("nothing", u""_s, ScanError::Empty);
    row("only control characters", u"\x02\r\n"_s, ScanError::Empty);
    row("endless", QString(10'000, u'7'), ScanError::TooLong);
    row("a wrong digit", u"4006381333932"_s, BarcodeError::WrongCheckDigit);
    row("a UPC with a wrong digit", u"036000291453"_s, BarcodeError::WrongCheckDigit);
    row("neither EAN-8 nor UPC-E", u"96385075"_s, BarcodeError::WrongCheckDigit);
    row("zeros", u"0000000000000"_s, BarcodeError::AllZeros);
    row("other letters", u"Käse12"_s, ScanError::Unreadable);
    row("words", u"two words 1"_s, ScanError::Unreadable);
    row("a pallet", u"]C100376104250021234569"_s, ScanError::NoGoods);
    row("only a lot", u"]C110ABC"_s, ScanError::NoGoods);
    row("pounds", u"]C101095212345432133203001250"_s, ScanError::ForeignMeasure);
    row("dollars", u"]C101095212345432133932840499"_s, ScanError::OtherCurrency);
    row("no such currency", u"]C101095212345432133932000499"_s, ScanError::OtherCurrency);
    row("a tenth of a cent",
        u"]C101095212345432133923"
        "4999"_s,
        ScanError::BadElement);
    row("a price of zero", u"]C101095212345432133922000"_s, ScanError::NothingInside);
    row("no weight", u"]C101095212345432133103000000"_s, ScanError::NothingInside);
    row("no pieces",
        u"]C1010952123454321330"
        "0"_s,
        ScanError::NothingInside);
    row("GS1 with a wrong digit", u"]C10109521234543214"_s, ScanError::BadElement);
    row("no such identifier", u"(05)1"_s, ScanError::UnknownIdentifier);
    row("a web address", u"https://brand.example/products/lantern"_s, ScanError::OtherLink);
    row("a link with a wrong digit", u"https://id.gs1.org/01/09521234543214"_s,
        ScanError::BadElement);
    row("a link to a pallet", u"https://id.gs1.org/00/376104250021234569"_s, ScanError::NoGoods);
}

void ScannedCodeTest::whatIsNoCodeIsRefused()
{
    QFETCH(QString, scanned);
    QFETCH(Error, error);
    const auto code = readCode(scanned, m_rules);
    QVERIFY2(!code, qPrintable(written(code)));
    QCOMPARE(code.error().domain(), error.domain());
    QCOMPARE(code.error().code(), error.code());
    QVERIFY(code.error().text().size() < 200);
}

void ScannedCodeTest::everyRealCodeIsReadAndNoWrongDigitIs_data()
{
    // The numbers were counted in the files by an independent script.
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("codes");
    QTest::newRow("Konzum") << u"catalog/konzum-hr-0204-2025-07-03.csv.gz"_s << u"Barcode"_s
                            << 10'792;
    QTest::newRow("Alko") << u"catalog/alko-fi-2024-11-01.csv.gz"_s << u"EAN"_s << 11'311;
}

void ScannedCodeTest::everyRealCodeIsReadAndNoWrongDigitIs()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    QFETCH(int, codes);
    const QString beside = qEnvironmentVariable("KONTOR_SOURCE_DIR", u"."_s) + u"/../shared/data"_s;
    const QString path = qEnvironmentVariable("KONTOR_SHARED_DATA", beside) + u'/' + file;
    if (!QFile::exists(path))
        QSKIP("the shared data are not here; KONTOR_SHARED_DATA says where they are");
    const auto table = TableReader::open(path);
    QVERIFY2(table, errorText(table).constData());
    const int column = int((*table)->header().indexOf(name));
    int read = 0;
    while (*(*table)->next()) {
        const QString code = (*table)->cell(column).trimmed();
        if (!parseBarcode(code))
            continue;
        ++read;
        const auto scanned = readCode(code, m_rules);
        QVERIFY2(scanned, errorText(scanned).constData());
        QCOMPARE(scanned->readings.first().key, parseBarcode(code)->digits);
        for (qsizetype at = 0; at < code.size(); ++at) {
            for (int more = 1; more < 10; ++more) {
                QString wrong = code;
                wrong[at] = QChar(u'0' + (code[at].unicode() - u'0' + more) % 10);
                QVERIFY2(!hasRightCheckDigit(wrong), qPrintable(wrong));
                if (code.size() > 8 && more == 1)
                    QVERIFY2(!readCode(wrong, m_rules), qPrintable(wrong));
            }
        }
    }
    QCOMPARE(read, codes);
}

void ScannedCodeTest::nonsenseDoesNoHarm()
{
    QRandomGenerator chance(3);
    const QString letters = u"0123456789]C1de()-ABC \x1d\x02\r*äÄ٤"_s;
    for (int i = 0; i < 50'000; ++i) {
        QString text;
        for (int length = chance.bounded(40); length > 0; --length)
            text += letters[chance.bounded(int(letters.size()))];
        const auto code = readCode(text, m_rules);
        if (!code)
            continue;
        QVERIFY2(!code->readings.isEmpty(), qPrintable(text));
        for (const CodeReading &reading : code->readings) {
            QVERIFY2(!reading.key.isEmpty() && reading.quantity > Quantity{}, qPrintable(text));
            QVERIFY2(!reading.price || reading.price->minor > 0, qPrintable(text));
        }
    }
}

QTEST_GUILESS_MAIN(ScannedCodeTest)
#include "scanned_code_test.moc"
