// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/esc_pos.h"
#include "tests/devices/network_printer.h"
#include "tests/ui/window_test.h"

#include <QPixmap>

namespace kontor {

using namespace Qt::StringLiterals;

class PaperWindowTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void aSaleComesOutOfThePrinter();
    void theLastReceiptIsAtHandAndPrintedAgain();
    void withoutASaleThereIsNoLastReceipt();
    void theDrawerOpensByKey();
    void anOrderIsPrintedFromItsPage();
    void aPrinterThatIsOffIsToldAndHoldsUpNoSale();

private:
    void sellACandle();
    QString paper(qsizetype index);

    std::unique_ptr<NetworkPrinter> m_printer;
};

void PaperWindowTest::init()
{
    m_printer = std::make_unique<NetworkPrinter>();
    m_shop = std::make_unique<LivingShop>(m_printer->address());
    open();
}

void PaperWindowTest::cleanup()
{
    close();
    m_shop.reset();
}

void PaperWindowTest::sellACandle()
{
    type(u"beeswax"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"5"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
}

QString PaperWindowTest::paper(qsizetype index)
{
    const auto printed = interpretEscPos(m_printer->papers.value(index));
    QString all;
    if (printed) {
        for (const PaperLine &line : printed->lines)
            all += line.text.simplified() + line.barcode + u'\n';
    }
    return all;
}

void PaperWindowTest::aSaleComesOutOfThePrinter()
{
    sellACandle();
    QTRY_COMPARE(m_printer->papers.size(), 2);
    QCOMPARE(m_printer->papers[0], escPosDrawerKick());
    QTRY_VERIFY(paper(1).contains(u"T1-000001"_s));
    for (const QString &line : {u"Corner Shop\n"_s, u"Beeswax candle 1.20 A\n"_s, u"Cash 5.00\n"_s,
                                u"Change 3.80\n"_s, u"Served by owner\n"_s})
        QVERIFY2(paper(1).contains(line), qPrintable(paper(1)));
}

void PaperWindowTest::theLastReceiptIsAtHandAndPrintedAgain()
{
    sellACandle();
    QTRY_VERIFY(paper(1).contains(u"T1-000001"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"lastReceipt"_s) && !find<QLabel>(u"lastReceipt"_s)->pixmap().isNull());
    QTRY_VERIFY(find<QPushButton>(u"receiptPrint"_s)->hasFocus());
    press(Qt::Key_Return);
    QTRY_COMPARE(m_printer->papers.size(), 3);
    QTRY_VERIFY(paper(2).contains(u"COPY"_s) && paper(2).contains(u"T1-000001"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"cartLines"_s));
}

void PaperWindowTest::withoutASaleThereIsNoLastReceipt()
{
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(text(u"receiptMessage"_s), u"Nothing was sold at this till yet."_s);
    QVERIFY(!find<QPushButton>(u"receiptPrint"_s)->isEnabled());
}

void PaperWindowTest::theDrawerOpensByKey()
{
    press(Qt::Key_F7);
    QTRY_COMPARE(m_printer->papers, QList<QByteArray>{escPosDrawerKick()});
}

void PaperWindowTest::anOrderIsPrintedFromItsPage()
{
    sellACandle();
    QTRY_VERIFY(paper(1).contains(u"T1-000001"_s));
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    click(u"orderPrint"_s);
    QTRY_COMPARE(text(u"orderMessage"_s), u"The receipt is on its way to the printer."_s);
    QTRY_VERIFY(paper(2).contains(u"COPY"_s));
}

void PaperWindowTest::aPrinterThatIsOffIsToldAndHoldsUpNoSale()
{
    m_printer->plugOut();
    sellACandle();
    QTRY_VERIFY(shown(u"statusPrinter"_s));
    QTRY_COMPARE(find<QPushButton>(u"statusPrinter"_s)->text(),
                 u"The printer does not answer (receipts waiting: 1)"_s);
    m_printer->plugIn();
    QTRY_VERIFY_WITH_TIMEOUT(!shown(u"statusPrinter"_s), 30'000);
    QTRY_VERIFY(paper(m_printer->papers.size() - 1).contains(u"T1-000001"_s));
}

} // namespace kontor

QTEST_MAIN(kontor::PaperWindowTest)
#include "paper_window_test.moc"
