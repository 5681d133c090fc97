// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/payment_matrix.h"

using namespace kontor;

//! After each fault a day passes, and the payment system has forgotten all keys.
class PaymentLapsedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_matrix = std::make_unique<PaymentMatrix>(Continuation::Lapsed); }
    void whateverGoesWrongTheMoneyMovesOnce_data() { PaymentMatrix::addRows(); }
    void whateverGoesWrongTheMoneyMovesOnce();

private:
    std::unique_ptr<PaymentMatrix> m_matrix;
};

void PaymentLapsedTest::whateverGoesWrongTheMoneyMovesOnce()
{
    QFETCH(PaymentStep, step);
    QFETCH(QString, fault);
    const QString wrong = m_matrix->run(step, outsideFault(fault));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(PaymentLapsedTest)
#include "payment_lapsed_test.moc"
