// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/code_page.h"
#include "services/devices/paper_html.h"
#include "services/devices/paper_pdf.h"
#include "services/devices/paper_picture.h"
#include "services/devices/printer.h"
#include "tests/devices/sample_sale.h"
#include "tests/devices/scanned.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTest>
#include <QTextDocument>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

Document sample(const QList<Mark> &marks = {})
{
    return receiptDocument(sampleShop(), sampleSale(), sampleStyle(), marks);
}

QStringList texts(const QList<PaperLine> &lines)
{
    QStringList all;
    for (const PaperLine &line : lines)
        all.append(line.barcode.isEmpty() ? line.text : u"|"_s + line.barcode + u"|"_s);
    return all;
}

QJsonObject oracle()
{
    QFile file(qEnvironmentVariable("KONTOR_SOURCE_DIR") + u"/tests/devices/oracle.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

} // namespace

class PaperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReceiptTellsAllThatItMust();
    void aGiftReceiptNamesNoPrice();
    void marksStandOnTop();
    void longNamesWrapAndAmountsStandInTheirColumn_data();
    void longNamesWrapAndAmountsStandInTheirColumn();
    void amountsFollowTheLocale();
    void thePrinterReadsBackWhatWasMeant();
    void textCannotSteerThePrinter();
    void everyPieceIsWhatAnotherEncoderMakes_data();
    void everyPieceIsWhatAnotherEncoderMakes();
    void lettersOutsideTheCodePageStayReadable();
    void bytesThatAreNotOursAreRefused_data();
    void bytesThatAreNotOursAreRefused();
    void aScannerReadsTheBarcode_data();
    void aScannerReadsTheBarcode();
    void aScannerReadsTheBarcodeOnThePaper();
    void aScannerReadsTheBarcodeOfAPage();
    void theDocumentIsAPdfAndAPage();
    void nothingInAPageIsMarkup();
    void anAddressThatIsNoneIsRefused();
};

void PaperTest::aReceiptTellsAllThatItMust()
{
    const QStringList expected{u"Müller & Söhne"_s,
                               u"1 High Street"_s,
                               u"London E1 6AN"_s,
                               u"Tax number GB 123 4567 89"_s,
                               QString(42, u'-'),
                               u"Receipt T1-000123         18/11/2026 11:06"_s,
                               u"Served by Anna"_s,
                               QString(42, u'-'),
                               u"Lantern, white metal                6.44 B"_s,
                               u"  2 × 3.39"_s,
                               u"  Discount: -0.34"_s,
                               u"Käse am Stück, würzig, aus der Nähe 9.00 A"_s,
                               u"von Überlingen am Bodensee"_s,
                               u"  0.450 × 19.99"_s,
                               u"  mild"_s,
                               QString(42, u'-'),
                               u"Total GBP                            15.44"_s,
                               u"Cash rounding                         0.01"_s,
                               u"To pay GBP                           15.45"_s,
                               u"Card                                 10.00"_s,
                               u"Cash                                 10.00"_s,
                               u"Change                                4.55"_s,
                               QString(42, u'-'),
                               u"Tax                        Net      Amount"_s,
                               u"A 5 %                     8.57        0.43"_s,
                               u"B 20 %                    5.37        1.07"_s,
                               QString(42, u'-'),
                               u"Goods come back within 30 days with this"_s,
                               u"receipt."_s,
                               u"|T1-000123|"_s};
    const QStringList found = texts(paperLines(sample(), 42));
    for (qsizetype i = 0; i < qMin(found.size(), expected.size()); ++i)
        QCOMPARE(found[i], expected[i]);
    QCOMPARE(found.size(), expected.size());
}

void PaperTest::aGiftReceiptNamesNoPrice()
{
    const QString all = texts(paperLines(sample({Mark::Gift}), 42)).join(u'\n');
    QVERIFY(all.contains(u"GIFT"_s) && all.contains(u"Lantern"_s) && all.contains(u"T1-000123"_s));
    for (const QString &amount : {u"6.44"_s, u"3.39"_s, u"0.34"_s, u"15.4"_s, u"10.00"_s, u"GBP"_s})
        QVERIFY2(!all.contains(amount), qPrintable(amount));
}

void PaperTest::marksStandOnTop()
{
    const auto lines = paperLines(sample({Mark::Training, Mark::Copy}), 48);
    QCOMPARE(lines[0].text, u"TRAINING – NOT A RECEIPT"_s);
    QCOMPARE(lines[1].text, u"COPY"_s);
    QVERIFY(lines[1].large && lines[1].centred && lines[1].strong);
}

void PaperTest::longNamesWrapAndAmountsStandInTheirColumn_data()
{
    QTest::addColumn<int>("columns");
    QTest::newRow("the narrow font") << 42;
    QTest::newRow("the usual font") << 48;
    QTest::newRow("58 mm") << 32;
}

void PaperTest::longNamesWrapAndAmountsStandInTheirColumn()
{
    QFETCH(const int, columns);
    ReceiptFacts facts = sampleSale();
    facts.sale.lines[0].name = QString(300, u'x');
    facts.sale.total = Money{Money::maxMinor, Currency("GBP")};
    const auto lines = paperLines(receiptDocument(sampleShop(), facts, sampleStyle(), {}), columns);
    bool found = false;
    for (const PaperLine &line : lines) {
        QVERIFY2(line.text.size() <= (line.large ? columns / 2 : columns), qPrintable(line.text));
        found = found || (line.text.size() == columns && line.text.endsWith(u" 6.44 B"_s));
    }
    QVERIFY(found);
    QVERIFY(texts(lines).join(u' ').contains(u"10000000000000.00"_s));
}

void PaperTest::amountsFollowTheLocale()
{
    PaperStyle style = sampleStyle();
    style.locale = QLocale(u"de_DE"_s);
    const QString all =
        texts(paperLines(receiptDocument(sampleShop(), sampleSale(), style, {}), 42)).join(u'\n');
    QVERIFY2(all.contains(u"6,44 B"_s) && all.contains(u"18.11.26"_s), qPrintable(all));
}

void PaperTest::thePrinterReadsBackWhatWasMeant()
{
    for (const int columns : {32, 42, 48}) {
        const auto lines = paperLines(sample({Mark::Copy}), columns);
        const auto printed = interpretEscPos(escPosBytes(sample({Mark::Copy}), columns));
        QVERIFY2(bool(printed), printed ? "" : qPrintable(printed.error().text()));
        QCOMPARE(printed->lines, lines);
        QCOMPARE(printed->cuts, 1);
        QCOMPARE(printed->drawerKicks, 0);
    }
    const auto kicked = interpretEscPos(escPosDrawerKick());
    QVERIFY(kicked && kicked->drawerKicks == 1 && kicked->lines.isEmpty());
}

void PaperTest::textCannotSteerThePrinter()
{
    ReceiptFacts facts = sampleSale();
    QString evil;
    for (char16_t c = 1; c < 0x20; ++c)
        evil += QChar(c);
    evil += u"\u001bp0\u007f\u0080\u009f\u202eA\u001dV1"_s;
    facts.sale.lines[0].name = evil;
    facts.sale.note = evil;
    facts.sale.receipt = u"T1{A\u001b@-9"_s;
    ShopHeading shop = sampleShop();
    shop.name = evil;
    const auto printed =
        interpretEscPos(escPosBytes(receiptDocument(shop, facts, sampleStyle(), {}), 42));
    QVERIFY2(bool(printed), printed ? "" : qPrintable(printed.error().text()));
    QCOMPARE(printed->drawerKicks, 0);
    QCOMPARE(printed->cuts, 1);
    QCOMPARE(printed->lines.last().barcode, u"T1{A@-9"_s);
}

void PaperTest::everyPieceIsWhatAnotherEncoderMakes_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
         {"initialize", "encodedText", "strong", "large", "barcode", "cut", "kick"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void PaperTest::everyPieceIsWhatAnotherEncoderMakes()
{
    QFETCH(const QString, piece);
    const QJsonObject theirs = oracle();
    Document ours;
    ours.heading(u"Shop"_s);
    ours.text(theirs[u"text"_s].toString());
    ours.columns(u"Total"_s, {}, u"1"_s, true);
    ours.barcode(u"T1-000123"_s);
    const QByteArray bytes = escPosBytes(ours, 48) + escPosDrawerKick();
    QByteArray expected = QByteArray::fromHex(theirs[piece].toString().toLatin1());
    // They end each line and choose the code page and font in places of their own.
    for (const QByteArrayView own : {QByteArrayView("\n\r"), QByteArrayView("\x1bM\0", 3),
                                     QByteArrayView("\x1bt\0", 3), QByteArrayView("\x1bt\x13")})
        expected.replace(own.toByteArray(), "");
    if (piece == u"strong" || piece == u"large")
        expected = expected.left(6); // the command and the first letters
    QVERIFY2(!expected.isEmpty() && bytes.contains(expected),
             bytes.toHex() + " lacks " + expected.toHex());
}

void PaperTest::lettersOutsideTheCodePageStayReadable()
{
    QCOMPARE(toCodePage858(u"Żurek ‘2’ – Łódź…"_s), "Zurek '2' - L\xa2"
                                                    "dz...");
    QCOMPARE(toCodePage858(u"日本 😀"_s), "?? ?");
    QCOMPARE(toCodePage858(u"e\u0301"_s), "\x82");
    QCOMPARE(toCodePage858(u"€£"_s), "\xd5\x9c");
    for (int code = 0x20; code < 0x100; ++code) {
        const QByteArray byte(1, char(code));
        if (code != 0x7f && code != 0xad)
            QCOMPARE(toCodePage858(fromCodePage858(byte)), byte);
    }
}

void PaperTest::bytesThatAreNotOursAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<EscPosError>("error");
    QTest::newRow("an unknown command")
        << QByteArray("\x1b\x21\x01") << EscPosError::UnknownCommand;
    QTest::newRow("a control character") << QByteArray("a\x07") << EscPosError::UnknownCommand;
    QTest::newRow("another code page") << QByteArray("\x1bt\x02") << EscPosError::UnknownCommand;
    QTest::newRow("the end within a command") << QByteArray("abc\x1b") << EscPosError::Truncated;
    QTest::newRow("a barcode cut short")
        << QByteArray("\x1dk\x49\x09{BT1") << EscPosError::Truncated;
}

void PaperTest::bytesThatAreNotOursAreRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const EscPosError, error);
    const auto read = interpretEscPos(bytes);
    QVERIFY(!read);
    QVERIFY2(read.error().is(error), qPrintable(read.error().text()));
}

void PaperTest::aScannerReadsTheBarcode_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a receipt") << u"T1-000123"_s;
    QTest::newRow("a long till name") << u"MAIN-STREET-7-999999999"_s;
    QTest::newRow("small letters") << u"kasse_2-000001"_s;
}

void PaperTest::aScannerReadsTheBarcode()
{
    QFETCH(const QString, text);
    QCOMPARE(scanned(barcodePicture(text), ZXing::BarcodeFormat::Code128), text);
    QVERIFY(barcodePicture({}).isNull());
    QVERIFY(barcodePicture(QString(10'000, u'1')).isNull());
}

void PaperTest::aScannerReadsTheBarcodeOnThePaper()
{
    const auto printed = interpretEscPos(escPosBytes(sample(), 48));
    QVERIFY(bool(printed));
    const QImage paper = paperPicture(*printed, 48);
    QCOMPARE(paper.width(), 48 * 12 + 2 * 24);
    QCOMPARE(scanned(paper, ZXing::BarcodeFormat::Code128), u"T1-000123"_s);
    if (const QString folder = qEnvironmentVariable("KONTOR_PICTURES"); !folder.isEmpty())
        QVERIFY(paper.save(folder + u"/receipt.png"_s));
}

void PaperTest::aScannerReadsTheBarcodeOfAPage()
{
    // As wide as what a roll of 80 mm has for print, in points, at 288 dots an inch.
    constexpr int width = 205;
    constexpr int scale = 4;
    QTextDocument page;
    page.setDocumentMargin(0);
    page.setHtml(paperHtml(sample(), 8));
    page.setTextWidth(width);
    QVERIFY(page.size().width() <= width);
    QImage paper(QSize(width, int(page.size().height())) * scale, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.scale(scale, scale);
    page.drawContents(&painter);
    QCOMPARE(scanned(paper, ZXing::BarcodeFormat::Code128), u"T1-000123"_s);
}

void PaperTest::theDocumentIsAPdfAndAPage()
{
    const QByteArray pdf = paperPdf(sample());
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    QCOMPARE(pdf.count("/Type /Page\n"), 1);
    QVERIFY(pdf.contains("/FontFile"));
    if (const QString folder = qEnvironmentVariable("KONTOR_PICTURES"); !folder.isEmpty()) {
        QFile file(folder + u"/receipt.pdf"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
    }
}

void PaperTest::nothingInAPageIsMarkup()
{
    ReceiptFacts facts = sampleSale();
    facts.sale.lines[0].name = u"<img src='http://example.org/'>%1 & co"_s;
    const QString page = paperHtml(receiptDocument(sampleShop(), facts, sampleStyle(), {}));
    QVERIFY(page.contains(u"&lt;img src='http://example.org/'&gt;%1 &amp; co"_s));
    QVERIFY(!page.contains(u"<img src='http"_s));
    QVERIFY(page.contains(u"T1-000123"_s) && page.contains(u"data:image/png;base64,"_s));
}

void PaperTest::anAddressThatIsNoneIsRefused()
{
    for (const QString &address : {u"paper"_s, u"tcp://"_s, u"http://printer"_s, u"cups:"_s}) {
        const auto printer = makePrinter({address, 48, 1'000});
        QVERIFY2(!printer && printer.error().is(DevicesError::NoPrinter), qPrintable(address));
    }
    const auto none = makePrinter({});
    QVERIFY(none && !*none);
}

} // namespace kontor

QTEST_MAIN(kontor::PaperTest)
#include "paper_test.moc"
