// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/print_bench.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! The slips of self-service in the print queue.
class NumberSlipTest : public QObject, protected PrintBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { end(); }

    void aSlipComesOut();
    void aSlipThatIsTooLateDoesNot();
    void aFolderTakesNoSlips();
};

void NumberSlipTest::aSlipComesOut()
{
    begin(m_printer->address());
    QVERIFY(bool(m_service->print(command(), sampleSlip(u"S1"_s))));
    QTRY_COMPARE(m_service->state()->waiting, 0);
    QVERIFY2(paper(0).contains(u"\nS1\n"_s), qPrintable(paper(0)));
}

void NumberSlipTest::aSlipThatIsTooLateDoesNot()
{
    const QString address = m_printer->address();
    m_printer->plugOut();
    begin(address);
    QVERIFY(bool(m_service->print(command(), sampleSlip(u"S1"_s))));
    QTRY_VERIFY(trouble().has_value());
    QCOMPARE(m_service->queue()->size(), 1);
    // Who waited for it has paid and gone.
    m_clock.advance(DevicesService::slipMs + 1);
    const auto again = m_service->tryAgain(command(), m_service->queue()->first().id);
    QVERIFY(!again && again.error().is(DevicesError::TooLate));
    m_printer->plugIn();
    QVERIFY(bool(m_service->print(command(), sampleSlip(u"S2"_s))));
    QTRY_COMPARE(m_service->state()->waiting, 0);
    QCOMPARE(m_printer->papers.size(), 1);
    QVERIFY2(paper(0).contains(u"\nS2\n"_s), qPrintable(paper(0)));
}

void NumberSlipTest::aFolderTakesNoSlips()
{
    begin(u"folder:"_s + path(u"receipts"_s));
    const auto printed = m_service->print(command(), sampleSlip(u"S1"_s));
    QVERIFY(!printed && printed.error().is(DevicesError::NoPrinter));
    QCOMPARE(m_service->queue()->size(), 0);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::NumberSlipTest)

#include "number_slip_test.moc"
