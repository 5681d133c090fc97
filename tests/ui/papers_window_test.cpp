// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/esc_pos.h"
#include "tests/devices/network_printer.h"
#include "tests/ui/window_test.h"

#include <QDesktopServices>
#include <QFile>
#include <QUrl>

namespace kontor {

using namespace Qt::StringLiterals;

//! The papers beside the receipt, and the print queue, as the window shows them.
class PapersWindowTest : public WindowTest
{
    Q_OBJECT
public Q_SLOTS:
    void opened(const QUrl &file) { m_opened.append(file.toLocalFile()); }

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(u"file"_s, this, "opened"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"file"_s); }
    void init();
    void cleanup();

    void aGiftReceiptComesFromThePageOfTheSale();
    void anInvoiceIsSavedAndOpened();
    void theLastReceiptMayBeAGift();
    void anOrderHasItsPapers();
    void aParcelsLabelIsSavedAndOpened();
    void theXReportIsPrintedAndSaved();
    void theZReportIsPrintedByItself();
    void theQueueSaysWhyAPaperWaits();
    void aPaperIsGivenUpAndTriedAgain();
    void theQueueSaysThatMoreMayHaveBeenGivenUp();
    void aPaperBecomesAPdfInstead();
    void labelsOfTheChosenProduct();
    void labelsOfAllThatIsListed();
    void everyControlHasAName();

private:
    void sellACandle();
    //! Whether a paper with this on it has come out.
    bool printed(const QString &text);
    void goToShift();
    //! A sale at a printer that is off; its queue.
    void sellAndOpenTheQueue();

    std::unique_ptr<NetworkPrinter> m_printer;
    QStringList m_opened;
};

void PapersWindowTest::init()
{
    m_opened.clear();
    m_printer = std::make_unique<NetworkPrinter>();
    m_shop = std::make_unique<LivingShop>(m_printer->address());
    open();
}

void PapersWindowTest::cleanup()
{
    close();
    m_shop.reset();
}

void PapersWindowTest::sellACandle()
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

bool PapersWindowTest::printed(const QString &text)
{
    for (const QByteArray &bytes : std::as_const(m_printer->papers)) {
        const auto paper = interpretEscPos(bytes);
        for (const PaperLine &line : paper ? paper->lines : QList<PaperLine>()) {
            if ((line.text.simplified() + line.barcode).contains(text))
                return true;
        }
    }
    return false;
}

void PapersWindowTest::goToShift()
{
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"countShift"_s));
    QTRY_COMPARE(text(u"reportTitle"_s), u"X report"_s);
}

void PapersWindowTest::aGiftReceiptComesFromThePageOfTheSale()
{
    sellACandle();
    QVERIFY(!shown(u"donePacking"_s)); // the goods are taken along
    click(u"doneGift"_s);
    QTRY_COMPARE(text(u"doneMessage"_s), u"The gift receipt is on its way to the printer."_s);
    QTRY_VERIFY(printed(u"GIFT"_s));
    QTRY_COMPARE(m_printer->papers.size(), 3);
    QVERIFY(!m_printer->papers.last().contains("1.20"));
}

void PapersWindowTest::anInvoiceIsSavedAndOpened()
{
    sellACandle();
    QTRY_VERIFY(bool(
        m_shop->ask((*m_shop)->payment(), &PaymentService::payment, m_shop->newestOrder().id)));
    click(u"doneInvoice"_s);
    QTRY_COMPARE(m_opened.size(), 1);
    QVERIFY2(m_opened.first().endsWith(u"/papers/Invoice_T1-000001.pdf"_s),
             qPrintable(m_opened.first()));
    QVERIFY(QFile::exists(m_opened.first()));
    QCOMPARE(text(u"doneMessage"_s), u"Saved as %1"_s.arg(m_opened.first()));
}

void PapersWindowTest::theLastReceiptMayBeAGift()
{
    sellACandle();
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"lastReceiptGift"_s));
    QVERIFY(!shown(u"lastReceiptPrint"_s));
    click(u"lastReceiptGift"_s);
    QTRY_VERIFY(printed(u"GIFT"_s));
}

void PapersWindowTest::anOrderHasItsPapers()
{
    sellACandle();
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    click(u"orderGift"_s);
    QTRY_VERIFY(printed(u"GIFT"_s));
    QTRY_VERIFY(bool(
        m_shop->ask((*m_shop)->payment(), &PaymentService::payment, m_shop->newestOrder().id)));
    click(u"orderInvoice"_s);
    QTRY_COMPARE(m_opened.size(), 1);
}

void PapersWindowTest::aParcelsLabelIsSavedAndOpened()
{
    const AccountId ada = m_shop->addCustomer(u"Ada Lovelace"_s, true);
    m_shop->book(m_shop->saleTo(ada, 2, Fulfilment::Delivery));
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"orderLabel"_s), 30'000);
    click(u"orderLabel"_s);
    QTRY_COMPARE(m_opened.size(), 1);
    const auto parcel =
        m_shop->ask((*m_shop)->shipping(), &ShippingService::shipment, m_shop->newestOrder().id);
    QVERIFY(m_opened.first().contains(parcel->trackingNumber));
    QFile label(m_opened.first());
    QVERIFY(label.open(QIODevice::ReadOnly));
    QVERIFY(label.readAll().contains(parcel->trackingNumber.toLatin1()));
}

void PapersWindowTest::theXReportIsPrintedAndSaved()
{
    sellACandle();
    goToShift();
    press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(printed(u"X report"_s));
    QTRY_VERIFY(printed(u"Number of receipts 1"_s));
    click(u"saveReport"_s);
    QTRY_COMPARE(m_opened.size(), 1);
    QVERIFY(m_opened.first().endsWith(u"/papers/X_report.pdf"_s));
}

void PapersWindowTest::theZReportIsPrintedByItself()
{
    sellACandle();
    goToShift();
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"closeShift"_s));
    fill(u"differenceReason"_s, u"nothing was counted"_s);
    press(Qt::Key_F12);
    QTRY_COMPARE(text(u"reportTitle"_s), u"Z report 1"_s);
    QTRY_VERIFY(printed(u"Z report 1"_s));
    QTRY_VERIFY(printed(u"Reason: nothing was counted"_s));
}

void PapersWindowTest::sellAndOpenTheQueue()
{
    m_printer->plugOut();
    sellACandle();
    QTRY_VERIFY(shown(u"statusPrinter"_s));
    click(u"statusPrinter"_s);
    QTRY_VERIFY(shown(u"printQueue"_s));
    QTRY_COMPARE(rows(u"printJobs"_s), 1);
    QTRY_COMPARE(cell(u"printJobs"_s, 0, 2), u"Waiting"_s);
}

void PapersWindowTest::theQueueSaysWhyAPaperWaits()
{
    sellAndOpenTheQueue();
    QCOMPARE(cell(u"printJobs"_s, 0, 0), u"Receipt T1-000001"_s);
    const QString why = u"The printer does not answer. Check that it is on and connected."_s;
    QTRY_COMPARE(text(u"jobReason"_s), why);
    QTRY_COMPARE(text(u"queuePrinter"_s), why);
    press(Qt::Key_Escape);
    QVERIFY(!shown(u"printQueue"_s));
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shown(u"printQueue"_s));
}

void PapersWindowTest::aPaperIsGivenUpAndTriedAgain()
{
    sellAndOpenTheQueue();
    click(u"jobGiveUp"_s);
    QTRY_COMPARE(cell(u"printJobs"_s, 0, 2), u"Given up"_s);
    QTRY_VERIFY(!find<QPushButton>(u"jobGiveUp"_s)->isEnabled());
    m_printer->plugIn();
    click(u"jobAgain"_s);
    QTRY_VERIFY(printed(u"T1-000001"_s));
    QTRY_COMPARE(rows(u"printJobs"_s), 0);
    QTRY_COMPARE(text(u"queuePrinter"_s), u"The printer is ready."_s);
    QVERIFY(!find<QPushButton>(u"jobAgain"_s)->isEnabled());
}

void PapersWindowTest::theQueueSaysThatMoreMayHaveBeenGivenUp()
{
    sellAndOpenTheQueue();
    auto &devices = (*m_shop)->devices();
    const auto giveUpOne = [&] {
        const WantedPaper paper = ReportPaper{u"X report"_s, {}};
        const auto job = m_shop->ask(devices, &DevicesService::print, (*m_shop)->command(), paper);
        // While it is tried just then it cannot be given up.
        return QTest::qWaitFor([&] {
            return bool(m_shop->ask(devices, &DevicesService::giveUp, (*m_shop)->command(), *job));
        });
    };
    for (int i = 1; i < DevicesService::shownGivenUp; ++i)
        QVERIFY(giveUpOne());
    QTRY_COMPARE(rows(u"printJobs"_s), DevicesService::shownGivenUp);
    QVERIFY(!shown(u"queueMore"_s));
    QVERIFY(giveUpOne());
    QVERIFY(giveUpOne());
    QTRY_COMPARE(rows(u"printJobs"_s), DevicesService::shownGivenUp + 1); // and one that waits
    QTRY_COMPARE(text(u"queueMore"_s), u"Of what was given up the newest 20 are listed."_s);
}

void PapersWindowTest::aPaperBecomesAPdfInstead()
{
    sellAndOpenTheQueue();
    click(u"jobPdf"_s);
    QTRY_COMPARE(m_opened.size(), 1);
    QVERIFY(m_opened.first().endsWith(u"/papers/T1-000001.pdf"_s));
    QVERIFY(QFile::exists(m_opened.first()));
    QTRY_COMPARE(rows(u"printJobs"_s), 0);
}

void PapersWindowTest::labelsOfTheChosenProduct()
{
    type(u"beeswax"_s);
    QTRY_COMPARE(rows(u"searchResults"_s), 1);
    find<QAbstractItemView>(u"searchResults"_s)
        ->setCurrentIndex(find<QAbstractItemView>(u"searchResults"_s)->model()->index(0, 0));
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shown(u"shelfLabels"_s));
    QCOMPARE(text(u"labelProducts"_s), u"Beeswax candle"_s);
    QVERIFY(!find<QLabel>(u"labelSample"_s)->pixmap().isNull());
    click(u"labelRoll"_s);
    QTRY_VERIFY(printed(u"Beeswax candle"_s) && printed(u"5049834775130"_s));
    QVERIFY(printed(u"£1.20"_s));
}

void PapersWindowTest::labelsOfAllThatIsListed()
{
    QTRY_COMPARE(rows(u"searchResults"_s), 4);
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shown(u"shelfLabels"_s));
    if (shown(u"labelListed"_s))
        click(u"labelListed"_s);
    QTRY_COMPARE(text(u"labelProducts"_s), u"Labels: 4"_s);
    click(u"labelSheets"_s);
    QTRY_COMPARE(m_opened.size(), 1);
    QVERIFY(m_opened.first().endsWith(u"/papers/Shelf_labels__4_.pdf"_s));
    press(Qt::Key_Escape);
    QVERIFY(!shown(u"shelfLabels"_s));
}

void PapersWindowTest::everyControlHasAName()
{
    for (const QString &card : {u"printQueue"_s, u"shelfLabels"_s}) {
        for (const QWidget *widget : find<QWidget>(card)->findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
}

} // namespace kontor

QTEST_MAIN(kontor::PapersWindowTest)
#include "papers_window_test.moc"
