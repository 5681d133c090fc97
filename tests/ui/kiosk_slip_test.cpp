// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/esc_pos.h"
#include "tests/devices/network_printer.h"
#include "tests/ui/kiosk_customer.h"

#include <QDir>

namespace kontor {

using namespace Qt::StringLiterals;

//! The slip with the number, for customers who pay at the till.
class KioskSlipTest : public KioskCustomer
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aSlipWithTheNumberComesOut();
    void theSlipSpeaksTheCustomersLanguage();
    void aLongCartIsToldShortly();
    void aPrinterThatFailsHoldsNobodyUp();
    void withoutAPrinterTheNumberIsOnTheScreen();

private:
    void payAtTheTill();
    QStringList slip(bool onlyLarge = false);

    std::unique_ptr<NetworkPrinter> m_printer;
};

void KioskSlipTest::init()
{
    m_printer = std::make_unique<NetworkPrinter>();
    setUp(m_printer->address());
}

void KioskSlipTest::cleanup()
{
    tearDown();
    m_printer.reset();
}

void KioskSlipTest::payAtTheTill()
{
    touch(u"kioskPay"_s);
    touch(u"kioskTill"_s);
    QTRY_VERIFY(sees(u"kioskNumber"_s));
    QCOMPARE(said(u"kioskNumber"_s), u"S1"_s);
}

//! The lines of the one paper that came out.
QStringList KioskSlipTest::slip(bool onlyLarge)
{
    QStringList lines;
    const auto paper = interpretEscPos(m_printer->papers.value(0));
    for (const PaperLine &line : paper ? paper->lines : QList<PaperLine>()) {
        if (line.large || !onlyLarge)
            lines.append(line.text.simplified());
    }
    return lines;
}

void KioskSlipTest::aSlipWithTheNumberComesOut()
{
    openKiosk();
    buyCandle();
    touch(u"kioskMore1"_s);
    QTRY_COMPARE(said(u"kioskQuantity1"_s), u"2"_s);
    payAtTheTill();
    QTRY_VERIFY(slip().contains(u"Total £2.40"_s));
    for (const QString &line :
         {u"Corner Shop"_s, u"2 × Beeswax candle £2.40"_s, u"Please pay at the till."_s})
        QVERIFY2(slip().contains(line), qPrintable(slip().join(u'\n')));
    QCOMPARE(slip(true).last(), u"S1"_s);
    const QString day = QLocale().toString(QDate::currentDate(), QLocale::ShortFormat);
    QVERIFY2(slip().last().contains(day), qPrintable(slip().join(u'\n')));
    QCOMPARE(m_printer->papers.size(), 1);
}

void KioskSlipTest::theSlipSpeaksTheCustomersLanguage()
{
    openKiosk();
    buyCandle(u"kioskGerman"_s);
    payAtTheTill();
    // The next customer may speak another.
    touch(u"kioskDone"_s);
    QTRY_VERIFY(slip().contains(u"Bitte zahlen Sie an der Kasse."_s));
    QVERIFY2(slip().join(u'\n').contains(u"1,20"_s), qPrintable(slip().join(u'\n')));
    QVERIFY(slip().contains(u"Ihre Nummer"_s));
}

void KioskSlipTest::aLongCartIsToldShortly()
{
    QList<Product> many;
    for (int i = 0; i < PaperDesk::mostSlipLines; ++i) {
        Product tea = m_shop->products[3];
        tea.sku = u"tea-%1"_s.arg(i);
        tea.id = productIdForSku(tea.sku);
        tea.name = u"Tea %1"_s.arg(i);
        tea.barcodes.clear();
        many.append(tea);
    }
    QVERIFY(bool(
        m_shop->ask((*m_shop)->catalog(), &CatalogService::saveAll, (*m_shop)->command(), many)));
    openKiosk();
    buyCandle();
    for (int line = 2; line <= PaperDesk::mostSlipLines + 1; ++line) {
        touchTile(line - 1);
        QTRY_VERIFY(sees(u"kioskQuantity%1"_s.arg(line)));
    }
    const QString total = said(u"kioskTotal"_s);
    payAtTheTill();
    QTRY_VERIFY(slip().contains(u"Total "_s + total));
    QVERIFY(slip().contains(u"Further lines: 1"_s));
    QCOMPARE(slip().filter(u"×"_s).size(), PaperDesk::mostSlipLines);
}

void KioskSlipTest::aPrinterThatFailsHoldsNobodyUp()
{
    m_printer->plugOut();
    openKiosk();
    buyCandle();
    payAtTheTill();
    QTRY_COMPARE(m_shop->ask((*m_shop)->devices(), &DevicesService::queue)->size(), 1);
    touch(u"kioskDone"_s);
    QTRY_VERIFY(sees(u"kioskEnglish"_s));
    m_printer->plugIn();
    QTRY_VERIFY_WITH_TIMEOUT(slip(true).contains(u"S1"_s), 30'000);
}

void KioskSlipTest::withoutAPrinterTheNumberIsOnTheScreen()
{
    tearDown();
    setUp();
    openKiosk();
    buyCandle();
    payAtTheTill();
    // The service answers in order: it was asked for the slip before, and then perhaps for a file.
    for (int round = 0; round < 2; ++round)
        QVERIFY(m_shop->ask((*m_shop)->devices(), &DevicesService::queue)->isEmpty());
    QVERIFY(QDir(m_shop->access().folder + u"/papers"_s).isEmpty());
}

} // namespace kontor

QTEST_MAIN(kontor::KioskSlipTest)

#include "kiosk_slip_test.moc"
