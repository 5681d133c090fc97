// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/esc_pos.h"
#include "services/devices/paper_pdf.h"
#include "services/devices/paper_picture.h"
#include "tests/devices/sample_sale.h"
#include "tests/devices/scanned.h"

#include <QFile>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const Bill bill{{u"Ada Lovelace"_s, u"2 Side Street"_s, u"N1 9GU London"_s},
                Money{0, Currency("GBP")},
                u"DHL, JD014600003"_s};

Document invoice(const Bill &to, const QList<Mark> &marks = {})
{
    return invoiceDocument(sampleShop(), sampleSale(), to, sampleStyle(), marks);
}

QString textOf(const Document &document)
{
    QString all;
    for (const Block &block : document.blocks) {
        QStringList parts{block.left, block.middle, block.right};
        parts.removeAll(QString());
        all += parts.join(u" | "_s) + u'\n';
    }
    return all;
}

ShelfLabel tea() { return {u"Green tea"_s, u"£2.55"_s, u"£25.50 per kg"_s, u"5016656008586"_s}; }

//! For people to look at.
void keep(const QString &name, const QByteArray &pdf)
{
    const QString folder = qEnvironmentVariable("KONTOR_PICTURES");
    if (folder.isEmpty())
        return;
    QFile file(folder + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
}

int pagesOf(const QByteArray &pdf) { return int(pdf.count("/Type /Page\n")); }

} // namespace

//! The papers beside the receipt, all of one document model.
class PapersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anInvoiceTellsAllThatItMust();
    void anInvoiceSaysWhatIsDue();
    void aLinkIsToBePaidUntilItIsPaid();
    void changeIsToldOnceHoweverManyTimesCashWasGiven();
    void aPackingSlipNamesNoPrice();
    void whatIsNoGoodsLiesInNoParcel();
    void theDayThatIsWishedForStandsOnEachPaper_data();
    void theDayThatIsWishedForStandsOnEachPaper();
    void aReportKeepsItsOrder();
    void aNumberSlipShowsTheNumberLarge();
    void aLabelHasNamePriceAndBarcode();
    void aScannerReadsTheBarcodeOfGoods();
    void thePrinterTakesEachOfThem();
    void anInvoiceIsASheetOfA4();
    void aLongInvoiceGoesOnOverPages();
    void labelsFillSheets_data();
    void labelsFillSheets();
};

void PapersTest::anInvoiceTellsAllThatItMust()
{
    const Document paper = invoice(bill, {Mark::Training});
    QCOMPARE(paper.title, u"Invoice T1-000123"_s);
    const QString all = textOf(paper);
    for (const QString &line :
         {u"TRAINING"_s, u"Müller & Söhne\n"_s, u"Tax number GB 123 4567 89\n"_s,
          u"Ada Lovelace\n2 Side Street\nN1 9GU London\n"_s,
          u"Invoice T1-000123 | 18/11/2026 11:06\n"_s,
          u"Lantern, white metal | 2 × 3.39 | 6.44 B\n"_s, u"Discount: -0.34\n"_s,
          u"0.450 × 19.99 | 9.00 A\n"_s, u"Total GBP | 15.44\n"_s, u"A 5 % | 8.57 | 0.43\n"_s,
          u"B 20 % | 5.37 | 1.07\n"_s, u"Card | 10.00\n"_s, u"Paid, with thanks\n"_s})
        QVERIFY2(all.contains(line), qPrintable(line + u"\nis not in\n"_s + all));
}

void PapersTest::anInvoiceSaysWhatIsDue()
{
    Bill open = bill;
    open.due = Money{1234, Currency("GBP")};
    const QString all = textOf(invoice(open));
    QVERIFY2(all.contains(u"Still to pay GBP | 12.34\n"_s), qPrintable(all));
    QVERIFY(!all.contains(u"Paid, with thanks"_s));
}

void PapersTest::aLinkIsToBePaidUntilItIsPaid()
{
    ReceiptFacts facts = sampleSale();
    const Money total = facts.sale.total;
    facts.sale.tenders = {{total, TenderId::named({}, "link"), TenderKind::Link}};
    const auto told = [&facts](const Bill &bill) {
        return textOf(invoiceDocument(sampleShop(), facts, bill, sampleStyle(), {}));
    };
    const QString toPay = u"To be paid by link | "_s;
    QVERIFY(textOf(receiptDocument(sampleShop(), facts, sampleStyle(), {})).contains(toPay));
    QVERIFY(told({{}, total, {}}).contains(toPay));
    const QString paid = told({{}, Money{0, total.currency}, {}});
    QVERIFY2(paid.contains(u"Payment link | "_s) && !paid.contains(toPay), qPrintable(paid));
    QVERIFY(paid.contains(u"Paid, with thanks"_s));
}

void PapersTest::changeIsToldOnceHoweverManyTimesCashWasGiven()
{
    const Currency pounds("GBP");
    ReceiptFacts facts = sampleSale();
    facts.sale.tenders = {
        {Money{1000, pounds}, TenderId::named({}, "first"), TenderKind::Cash},
        {Money{545, pounds}, TenderId::named({}, "second"), TenderKind::Cash},
    };
    const QString told = textOf(receiptDocument(sampleShop(), facts, sampleStyle(), {}));
    QVERIFY2(told.contains(u"Cash | 10.00\nCash | 10.00\nChange | 4.55\n"_s), qPrintable(told));
}

void PapersTest::aPackingSlipNamesNoPrice()
{
    const Document paper = packingSlip(sampleShop(), sampleSale(), bill, sampleStyle(), {});
    const QString all = textOf(paper);
    for (const QString &line :
         {u"Packing slip T1-000123"_s, u"Ada Lovelace\n"_s, u"DHL, JD014600003\n"_s,
          u"Lantern, white metal | 2\n"_s, u"T1-000123\n"_s, u"mild\n"_s})
        QVERIFY2(all.contains(line), qPrintable(line + u"\nis not in\n"_s + all));
    for (const QString &amount :
         {u"6.44"_s, u"3.39"_s, u"0.34"_s, u"15.4"_s, u"10.00"_s, u"GBP 1"_s})
        QVERIFY2(!all.contains(amount), qPrintable(amount));
}

void PapersTest::whatIsNoGoodsLiesInNoParcel()
{
    ReceiptFacts facts = sampleSale();
    facts.sale.lines[0].name = u"Postage"_s;
    facts.sale.lines[0].stocked = false;
    facts.sale.lines[1].quantity = -facts.sale.lines[1].quantity;
    const QString all = textOf(packingSlip(sampleShop(), facts, bill, sampleStyle(), {}));
    QVERIFY2(!all.contains(u"Postage"_s) && !all.contains(u"Käse"_s), qPrintable(all));
}

void PapersTest::theDayThatIsWishedForStandsOnEachPaper_data()
{
    QTest::addColumn<int>("fulfilment");
    QTest::addColumn<QString>("line");
    QTest::newRow("delivery") << int(Fulfilment::Delivery) << u"To be delivered on 24/12/2026\n"_s;
    QTest::newRow("pickup") << int(Fulfilment::Pickup) << u"To be collected on 24/12/2026\n"_s;
}

void PapersTest::theDayThatIsWishedForStandsOnEachPaper()
{
    QFETCH(int, fulfilment);
    QFETCH(QString, line);
    ReceiptFacts facts = sampleSale();
    facts.sale.fulfilment = Fulfilment(fulfilment);
    const auto papers = [&] {
        return QStringList{textOf(receiptDocument(sampleShop(), facts, sampleStyle(), {})),
                           textOf(invoiceDocument(sampleShop(), facts, bill, sampleStyle(), {})),
                           textOf(packingSlip(sampleShop(), facts, bill, sampleStyle(), {}))};
    };
    for (const QString &paper : papers())
        QVERIFY2(!paper.contains(u"To be "_s), qPrintable(paper));
    facts.sale.wishedFor = QDate(2026, 12, 24);
    for (const QString &paper : papers())
        QVERIFY2(paper.contains(line), qPrintable(paper));
}

void PapersTest::aReportKeepsItsOrder()
{
    const Document paper = reportDocument(sampleShop(), u"Z report 7"_s,
                                          {{u"Sales"_s, {}, true},
                                           {u"Cash"_s, u"12.00"_s},
                                           {u"Total"_s, u"12.00"_s, false, true},
                                           {u"No float counted"_s, {}, false, true}},
                                          sampleStyle(), {Mark::Training});
    QCOMPARE(paper.title, u"Z report 7"_s);
    const QString all = textOf(paper);
    QVERIFY2(
        all.endsWith(u"Z report 7\n\nSales\nCash | 12.00\nTotal | 12.00\nNo float counted\n"_s),
        qPrintable(all));
    QCOMPARE(paper.blocks.first().kind, BlockKind::Mark);
}

void PapersTest::aNumberSlipShowsTheNumberLarge()
{
    const Document slip = numberSlipDocument(sampleShop(), sampleSlip(u"S12"_s), {});
    QCOMPARE(textOf(slip), u"Müller & Söhne\n\nYour number\nS12\nPlease pay at the till.\n\n"
                           "2 × Lantern | £6.78\n\nTotal | £6.78\n\n18/11/2026 11:06\n"_s);
    QStringList large;
    for (const PaperLine &line : paperLines(slip, 48)) {
        if (line.large)
            large.append(line.text);
    }
    QCOMPARE(large, QStringList{u"S12"_s});
    if (const QString folder = qEnvironmentVariable("KONTOR_PICTURES"); !folder.isEmpty())
        QVERIFY(paperPicture(*interpretEscPos(escPosBytes(slip, 48)), 48)
                    .save(folder + u"/number-slip.png"_s));
    const Document trial = numberSlipDocument(sampleShop(), sampleSlip(u"S12"_s), {Mark::Training});
    QVERIFY(textOf(trial).startsWith(u"TRAINING"_s));
}

void PapersTest::aLabelHasNamePriceAndBarcode()
{
    const Document paper = labelsDocument({tea(), {u"Bread"_s, u"£1.20"_s, {}, {}}});
    QCOMPARE(textOf(paper), u"Green tea\n£2.55\n£25.50 per kg\n5016656008586\n\nBread\n£1.20\n"_s);
    QCOMPARE(paper.blocks[1].kind, BlockKind::Heading);
    QCOMPARE(paper.blocks[3].kind, BlockKind::Barcode);
}

void PapersTest::aScannerReadsTheBarcodeOfGoods()
{
    QCOMPARE(scanned(barcodePicture(u"5016656008586"_s), ZXing::BarcodeFormat::EAN13),
             u"5016656008586"_s);
    // With a wrong check digit it is none of theirs.
    QVERIFY(scanned(barcodePicture(u"5016656008587"_s), ZXing::BarcodeFormat::EAN13).isEmpty());
    QCOMPARE(scanned(barcodePicture(u"5016656008587"_s), ZXing::BarcodeFormat::Code128),
             u"5016656008587"_s);
}

void PapersTest::thePrinterTakesEachOfThem()
{
    for (const Document &paper :
         {invoice(bill), packingSlip(sampleShop(), sampleSale(), bill, sampleStyle(), {}),
          labelsDocument({tea(), tea()}),
          numberSlipDocument(sampleShop(), sampleSlip(u"S12"_s), {})}) {
        for (const int columns : {32, 48}) {
            const auto read = interpretEscPos(escPosBytes(paper, columns));
            QVERIFY2(bool(read), read ? "" : qPrintable(read.error().text()));
            QCOMPARE(read->lines, paperLines(paper, columns));
        }
    }
    const auto label = interpretEscPos(escPosBytes(labelsDocument({tea()}), 48));
    QCOMPARE(label->lines.last().barcode, u"5016656008586"_s);
    QVERIFY(escPosBytes(labelsDocument({tea()}), 48)
                .contains("\x1dk\x43\x0d"
                          "5016656008586"));
}

void PapersTest::anInvoiceIsASheetOfA4()
{
    const QByteArray pdf = paperPdf(invoice(bill), PaperForm::Sheet);
    keep(u"invoice.pdf"_s, pdf);
    keep(u"packing.pdf"_s,
         paperPdf(packingSlip(sampleShop(), sampleSale(), bill, sampleStyle(), {}),
                  PaperForm::Sheet));
    QCOMPARE(pagesOf(pdf), 1);
    QVERIFY2(pdf.contains("/MediaBox [0 0 595"), pdf.mid(pdf.indexOf("/MediaBox"), 40));
}

void PapersTest::aLongInvoiceGoesOnOverPages()
{
    ReceiptFacts facts = sampleSale();
    const OrderedLine line = facts.sale.lines.first();
    for (int i = 0; i < 100; ++i)
        facts.sale.lines.append(line);
    const QByteArray pdf =
        paperPdf(invoiceDocument(sampleShop(), facts, bill, sampleStyle(), {}), PaperForm::Sheet);
    keep(u"long-invoice.pdf"_s, pdf);
    QVERIFY2(pagesOf(pdf) > 2 && pagesOf(pdf) < 10, QByteArray::number(pagesOf(pdf)));
}

void PapersTest::labelsFillSheets_data()
{
    QTest::addColumn<int>("labels");
    QTest::addColumn<int>("sheets");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("a full sheet") << 24 << 1;
    QTest::newRow("one more") << 25 << 2;
}

void PapersTest::labelsFillSheets()
{
    QFETCH(const int, labels);
    QList<ShelfLabel> all(labels, tea());
    all[0].name = u"Käse am Stück, würzig, aus der Nähe von Überlingen am Bodensee "_s.repeated(4);
    const QByteArray pdf = paperPdf(labelsDocument(all), PaperForm::Labels);
    keep(u"labels-%1.pdf"_s.arg(labels), pdf);
    QTEST(pagesOf(pdf), "sheets");
}

} // namespace kontor

QTEST_MAIN(kontor::PapersTest)
#include "papers_test.moc"
