// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/print_bench.h"

#include <QDir>

namespace kontor {

using namespace Qt::StringLiterals;

//! A till's topic, and the print queue that follows it.
class PrintQueueTest : public QObject, protected PrintBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { end(); }

    void aSaleIsPrintedByItself();
    void anOldSaleAndAnImportedOneAreNot();
    void aPrinterThatIsOffIsTriedAgainUntilItIsOn();
    void aPrinterWithoutPaperIsNotGivenBytes();
    void whatWasPrintedHalfComesAgainAsACopy_data();
    void whatWasPrintedHalfComesAgainAsACopy();
    void aPrinterThatAnswersNoQuestionsIsBelieved();
    void afterACrashWhatWasUnderWayComesAsACopy();
    void aSaleBeforeACrashIsPrintedAfterIt();
    void aReprintIsACopy();
    void aSaleOfAnotherTillIsRefused();
    void aPaperIsTriedAgainAtOnce();
    void aPaperThatIsGivenUpDoesNotComeOut();
    void aPaperMayBecomeAPdfInstead();
    void whatHasComeOutIsNotDecidedAbout();
    void whyAPaperWaitsIsKept();
    void aGiftReceiptIsNoCopy();
    void withoutAPrinterNothingIsQueued();
    void reportsAndLabelsComeOut();
    void cashOpensTheDrawerOnceAndAtOnce();
    void theDrawerDoesNotOpenLater();
    void onlyWhoMayOpensTheDrawer();
    void aDeviceFileTakesTheBytes();
    void aDeviceThatTakesNothingIsGivenUpForNow();
    void aFolderTakesPdfs();
    void theSystemsQueueSaysNo();

private:
    OrderId sell(const QString &receipt, TenderKind kind = TenderKind::Card, qint64 ageMs = 0);
    //! At a printer that does not answer.
    OrderId sellWhileOff();
    PrintJob job(OrderId order);
    PrintJobState state(OrderId order) { return job(order).state; }
};

OrderId PrintQueueTest::sell(const QString &receipt, TenderKind kind, qint64 ageMs)
{
    ShoppingCartOrdered sale = sampleSale().sale;
    sale.order = OrderId::named({}, receipt.toUtf8());
    sale.receipt = receipt;
    sale.tenders = {{sale.total + sale.cashRounding, {}, kind}};
    const auto sold = inTransaction(*m_cartStore, [&](Transaction &tx) -> Result<> {
        tx.setCause({{m_clock.now().ms - ageMs}, {}, u"Anna"_s, {}});
        m_cart->append(tx, sale);
        return {};
    });
    KONTOR_CHECK(bool(sold));
    return sale.order;
}

OrderId PrintQueueTest::sellWhileOff()
{
    const QString address = m_printer->address();
    m_printer->plugOut();
    begin(address);
    const OrderId sold = sell(u"T1-000001"_s);
    KONTOR_CHECK(QTest::qWaitFor(
        [&] { return state(sold) == PrintJobState::Waiting && job(sold).trouble.has_value(); }));
    return sold;
}

PrintJob PrintQueueTest::job(OrderId order)
{
    const auto jobs = m_service->about(order);
    KONTOR_CHECK(bool(jobs));
    for (const PrintJob &one : *jobs) {
        if (one.kind == PrintJobKind::Receipt)
            return one;
    }
    return {};
}

void PrintQueueTest::aSaleIsPrintedByItself()
{
    begin(m_printer->address());
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QCOMPARE(m_printer->papers.size(), 1);
    QVERIFY(paper(0).contains(u"T1-000001"_s) && paper(0).contains(u"TRAINING"_s));
    QVERIFY(!paper(0).contains(u"COPY"_s));
    QCOMPARE(m_service->state()->waiting, 0);
}

void PrintQueueTest::anOldSaleAndAnImportedOneAreNot()
{
    begin(m_printer->address());
    sell(u"T1-000001"_s, TenderKind::Card, DevicesService::freshMs + 1);
    sell(u"T1-000002"_s, TenderKind::Outside);
    const OrderId last = sell(u"T1-000003"_s);
    QTRY_COMPARE(state(last), PrintJobState::Printed);
    QCOMPARE(m_printer->papers.size(), 1);
}

void PrintQueueTest::aPrinterThatIsOffIsTriedAgainUntilItIsOn()
{
    const QString address = m_printer->address();
    m_printer->plugOut();
    begin(address);
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_VERIFY(trouble() && trouble()->is(DevicesError::PrinterOff));
    QCOMPARE(state(sold), PrintJobState::Waiting);
    QVERIFY(!job(sold).begun && !job(sold).reason.isEmpty());
    QCOMPARE(m_service->state()->waiting, 1);
    m_printer->plugIn();
    m_service->wake();
    QTRY_COMPARE(job(sold).attempts, 1); // its pause has not passed yet
    m_clock.advance(60'000);
    m_service->wake();
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(!paper(0).contains(u"COPY"_s));
    QVERIFY(!trouble());
}

void PrintQueueTest::aPrinterWithoutPaperIsNotGivenBytes()
{
    m_printer->mood = NetworkPrinter::Mood::NoPaper;
    begin(m_printer->address());
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_VERIFY(trouble() && trouble()->is(DevicesError::NoPaper));
    QCOMPARE(m_printer->papers.first(), QByteArray());
    QVERIFY(!job(sold).begun);
}

void PrintQueueTest::whatWasPrintedHalfComesAgainAsACopy_data()
{
    QTest::addColumn<NetworkPrinter::Mood>("mood");
    QTest::addColumn<DevicesError>("error");
    QTest::newRow("vanished") << NetworkPrinter::Mood::Vanishes << DevicesError::PrinterGone;
    QTest::newRow("stalled") << NetworkPrinter::Mood::Stalls << DevicesError::PrinterStalls;
}

void PrintQueueTest::whatWasPrintedHalfComesAgainAsACopy()
{
    QFETCH(const NetworkPrinter::Mood, mood);
    QFETCH(const DevicesError, error);
    m_printer->mood = mood;
    begin(m_printer->address());
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_VERIFY(trouble() && trouble()->is(error));
    QVERIFY(job(sold).begun);
    QCOMPARE(state(sold), PrintJobState::Waiting);
    m_printer->mood = NetworkPrinter::Mood::Works;
    m_clock.advance(60'000);
    m_service->wake();
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(paper(m_printer->papers.size() - 1).contains(u"COPY"_s));
}

void PrintQueueTest::aPrinterThatAnswersNoQuestionsIsBelieved()
{
    m_printer->mood = NetworkPrinter::Mood::Silent;
    begin(m_printer->address());
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(paper(0).contains(u"T1-000001"_s));
}

void PrintQueueTest::afterACrashWhatWasUnderWayComesAsACopy()
{
    m_printer->mood = NetworkPrinter::Mood::Stalls;
    begin(m_printer->address());
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_VERIFY(!m_printer->papers.isEmpty() && m_printer->asked == 2);
    QCOMPARE(state(sold), PrintJobState::Printing);
    end(); // no word comes back any more, as after kill -9
    m_printer->mood = NetworkPrinter::Mood::Works;
    begin(u"tcp://127.0.0.1:%1"_s.arg(m_printer->serverPort()));
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(!paper(0).contains(u"COPY"_s) && paper(1).contains(u"COPY"_s));
}

void PrintQueueTest::aSaleBeforeACrashIsPrintedAfterIt()
{
    const OrderId sold = sell(u"T1-000001"_s, TenderKind::Card, 60'000);
    const QString address = m_printer->address();
    begin(address);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    end();
    begin(address); // and not once more
    const OrderId next = sell(u"T1-000002"_s);
    QTRY_COMPARE(state(next), PrintJobState::Printed);
    QCOMPARE(m_printer->papers.size(), 2);
}

void PrintQueueTest::aReprintIsACopy()
{
    begin(m_printer->address());
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_COMPARE(m_printer->papers.size(), 1);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QCOMPARE(*m_service->lastSale(), sold);
    const Command once = command();
    QVERIFY(bool(m_service->print(once, SalePaper{sold})));
    QVERIFY(bool(m_service->print(once, SalePaper{sold}))); // a command counts once
    QTRY_COMPARE(m_service->state()->waiting, 0);
    QCOMPARE(m_printer->papers.size(), 2);
    QVERIFY(paper(1).contains(u"COPY"_s) && paper(1).contains(u"T1-000001"_s));
    QCOMPARE(*m_service->preview(SalePaper{sold}), m_printer->papers.last());
}

void PrintQueueTest::aSaleOfAnotherTillIsRefused()
{
    begin(m_printer->address());
    QVERIFY(m_service->lastSale().error().is(DevicesError::NoSale));
    const auto printed = m_service->print(command(), SalePaper{OrderId::named({}, "elsewhere")});
    QVERIFY(!printed && printed.error().is(DevicesError::UnknownSale));
}

void PrintQueueTest::aPaperIsTriedAgainAtOnce()
{
    const OrderId sold = sellWhileOff();
    m_printer->plugIn();
    QVERIFY(bool(m_service->tryAgain(command(), job(sold).id))); // its pause has not passed
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(m_service->queue()->isEmpty());
}

void PrintQueueTest::aPaperThatIsGivenUpDoesNotComeOut()
{
    const OrderId sold = sellWhileOff();
    QVERIFY(bool(m_service->giveUp(command(), job(sold).id)));
    QCOMPARE(state(sold), PrintJobState::GivenUp);
    QCOMPARE(m_service->state()->waiting, 0);
    m_printer->plugIn();
    m_clock.advance(60'000);
    const OrderId next = sell(u"T1-000002"_s);
    QTRY_COMPARE(state(next), PrintJobState::Printed);
    QCOMPARE(m_printer->papers.size(), 1);
    const auto queue = m_service->queue();
    QVERIFY(queue && queue->size() == 1 && queue->first().id == job(sold).id);
    QVERIFY(bool(m_service->tryAgain(command(), job(sold).id))); // after all
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(!paper(1).contains(u"COPY"_s) && paper(1).contains(u"T1-000001"_s));
}

void PrintQueueTest::aPaperMayBecomeAPdfInstead()
{
    const OrderId sold = sellWhileOff();
    const auto file = m_service->savePdf(command(), job(sold).id);
    QVERIFY2(bool(file), file ? "" : qPrintable(file.error().text()));
    QCOMPARE(*file, path(u"papers/T1-000001.pdf"_s));
    QVERIFY(QFile::exists(*file));
    QCOMPARE(state(sold), PrintJobState::Printed);
    m_printer->plugIn();
    m_clock.advance(60'000);
    const OrderId next = sell(u"T1-000002"_s);
    QTRY_COMPARE(state(next), PrintJobState::Printed);
    QCOMPARE(m_printer->papers.size(), 1);
}

void PrintQueueTest::whatHasComeOutIsNotDecidedAbout()
{
    begin(m_printer->address());
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(m_service->giveUp(command(), job(sold).id).error().is(DevicesError::NotWaiting));
    QVERIFY(m_service->tryAgain(command(), job(sold).id).error().is(DevicesError::NotWaiting));
    QVERIFY(m_service->savePdf(command(), job(sold).id).error().is(DevicesError::NotWaiting));
    const PrintJobId unknown = PrintJobId::named({}, "unknown");
    QVERIFY(m_service->giveUp(command(), unknown).error().is(DevicesError::UnknownJob));
    const auto refused = m_service->giveUp(command(u"nobody"_s), job(sold).id);
    QVERIFY(refused.error().is(RightsError::NotAllowed));
}

void PrintQueueTest::whyAPaperWaitsIsKept()
{
    const OrderId sold = sellWhileOff();
    QCOMPARE(job(sold).trouble, DevicesError::PrinterOff);
    m_printer->mood = NetworkPrinter::Mood::NoPaper;
    m_printer->plugIn();
    QVERIFY(bool(m_service->tryAgain(command(), job(sold).id)));
    QTRY_COMPARE(job(sold).trouble, DevicesError::NoPaper);
    m_printer->mood = NetworkPrinter::Mood::Works;
    QVERIFY(bool(m_service->tryAgain(command(), job(sold).id)));
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(!job(sold).trouble);
}

void PrintQueueTest::aGiftReceiptIsNoCopy()
{
    begin(m_printer->address());
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(bool(m_service->print(command(), SalePaper{sold, PrintJobKind::Gift})));
    QTRY_COMPARE(m_printer->papers.size(), 2);
    QTRY_COMPARE(m_service->state()->waiting, 0);
    QVERIFY(paper(1).contains(u"GIFT"_s) && !paper(1).contains(u"COPY"_s));
    QVERIFY(!paper(1).contains(u"Total"_s));
}

void PrintQueueTest::withoutAPrinterNothingIsQueued()
{
    begin({});
    const OrderId sold = sell(u"T1-000001"_s);
    const auto printed = m_service->print(command(), SalePaper{sold});
    QVERIFY(!printed && printed.error().is(DevicesError::NoPrinter));
    QCOMPARE(m_service->about(sold)->size(), 0);
    const auto file = m_service->save(SalePaper{sold, PrintJobKind::Invoice});
    QVERIFY(file && QFile::exists(*file));
    QCOMPARE(*file, path(u"papers/Invoice_T1-000001.pdf"_s));
}

void PrintQueueTest::reportsAndLabelsComeOut()
{
    begin(m_printer->address());
    QVERIFY(bool(m_service->print(
        command(), ReportPaper{u"X report"_s, {{u"Sales"_s, u"12.00"_s, false, true}}})));
    QTRY_COMPARE(m_printer->papers.size(), 1);
    QTRY_VERIFY(paper(0).contains(u"X report"_s) && paper(0).contains(u"12.00"_s));
    QVERIFY(bool(m_service->print(command(),
                                  LabelPaper{{{u"Bread"_s, u"£1.20"_s, {}, u"5016656008586"_s}}})));
    QTRY_COMPARE(m_printer->papers.size(), 2);
    QTRY_VERIFY(paper(1).contains(u"Bread"_s) && paper(1).contains(u"5016656008586"_s));
    const auto none = m_service->print(command(), LabelPaper{});
    QVERIFY(!none && none.error().is(DevicesError::NothingToPrint));
}

void PrintQueueTest::cashOpensTheDrawerOnceAndAtOnce()
{
    begin(m_printer->address());
    const OrderId sold = sell(u"T1-000001"_s, TenderKind::Cash);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QCOMPARE(m_printer->papers.size(), 2);
    QCOMPARE(m_printer->papers[0], escPosDrawerKick());
    QVERIFY(!m_printer->papers[1].contains(escPosDrawerKick()));
}

void PrintQueueTest::theDrawerDoesNotOpenLater()
{
    const QString address = m_printer->address();
    m_printer->plugOut();
    begin(address);
    QVERIFY(bool(m_service->openDrawer(command())));
    QTRY_VERIFY(trouble().has_value());
    m_printer->plugIn();
    m_clock.advance(DevicesService::drawerMs + 1);
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QCOMPARE(m_printer->papers.size(), 1);
    QVERIFY(paper(0).contains(u"T1-000001"_s));
}

void PrintQueueTest::onlyWhoMayOpensTheDrawer()
{
    begin(m_printer->address());
    const auto refused = m_service->openDrawer(command(u"nobody"_s));
    QVERIFY(!refused && refused.error().is(RightsError::NotAllowed));
    QVERIFY(bool(m_service->openDrawer(command())));
    QTRY_COMPARE(m_printer->papers, QList<QByteArray>{escPosDrawerKick()});
}

void PrintQueueTest::aDeviceFileTakesTheBytes()
{
    QFile device(path(u"lp0"_s));
    QVERIFY(device.open(QIODevice::WriteOnly));
    begin(u"file://"_s + device.fileName());
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QFile written(device.fileName());
    QVERIFY(written.open(QIODevice::ReadOnly));
    m_printer->papers = {written.readAll()};
    QVERIFY(paper(0).contains(u"T1-000001"_s));
}

void PrintQueueTest::aDeviceThatTakesNothingIsGivenUpForNow()
{
    begin(u"file://"_s + path(u"there-is-no-device"_s));
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_VERIFY(trouble() && trouble()->is(DevicesError::PrinterOff));
    QCOMPARE(state(sold), PrintJobState::Waiting);
}

void PrintQueueTest::aFolderTakesPdfs()
{
    begin(u"folder:"_s + path(u"receipts"_s));
    const OrderId sold = sell(u"../T1/000001"_s);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    QVERIFY(bool(m_service->print(command(), SalePaper{sold})));
    QTRY_COMPARE(m_service->state()->waiting, 0);
    QCOMPARE(QDir(path(u"receipts"_s)).entryList(QDir::Files),
             (QStringList{u"___T1_000001-2.pdf"_s, u"___T1_000001.pdf"_s}));
}

void PrintQueueTest::theSystemsQueueSaysNo()
{
    QFile lp(path(u"lp"_s));
    QVERIFY(lp.open(QIODevice::WriteOnly));
    lp.write("#!/bin/sh\ncat > \"$0.bytes\"\n[ \"$*\" = '-d till -o raw -s' ]\n");
    lp.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    lp.close();
    const QByteArray before = qgetenv("PATH");
    qputenv("PATH", m_folder->path().toLocal8Bit() + ':' + before);
    begin(u"cups:till"_s);
    const OrderId sold = sell(u"T1-000001"_s);
    QTRY_COMPARE(state(sold), PrintJobState::Printed);
    end();
    begin(u"cups:other"_s);
    sell(u"T1-000002"_s);
    QTRY_VERIFY(trouble() && trouble()->is(DevicesError::PrinterRefused));
    qputenv("PATH", before);
}

} // namespace kontor

QTEST_MAIN(kontor::PrintQueueTest)
#include "print_queue_test.moc"
