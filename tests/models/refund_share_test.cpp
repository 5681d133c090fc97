// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/refund_share.h"

#include <QtTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! Which part of a refund goes back to the cards.
class RefundShareTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cardsGetWhatTheyPaidOfTheSale_data();
    void cardsGetWhatTheyPaidOfTheSale();
    void whatIsOwedIsTakenOffFirst();
    void aCardThatFailedHadPaidNothing();
    void severalSalesShareTogether();

private:
    static Money euro(qint64 minor) { return {minor, Currency("EUR")}; }
    static PaymentTender tender(TenderKind kind, qint64 paid, qint64 refunded = 0)
    {
        PaymentTender made = newTender({euro(paid), {}, kind}, {}, 1);
        made.listed = true;
        made.state = kind == TenderKind::Cash ? TenderState::Taken : TenderState::Captured;
        made.captured = euro(paid);
        made.refunded = euro(refunded);
        return made;
    }
    static PaymentOverview sale(const QList<PaymentTender> &tenders, qint64 due = 0)
    {
        PaymentOverview made;
        made.payment.total = euro(0);
        for (const PaymentTender &each : tenders)
            made.payment.total += each.amount;
        made.payment.due = euro(due);
        made.tenders = tenders;
        return made;
    }
};

void RefundShareTest::cardsGetWhatTheyPaidOfTheSale_data()
{
    QTest::addColumn<qint64>("cash");
    QTest::addColumn<qint64>("card");
    QTest::addColumn<qint64>("refundedBefore");
    QTest::addColumn<qint64>("refund");
    QTest::addColumn<qint64>("toCards");
    QTest::newRow("all in cash") << 1000LL << 0LL << 0LL << 500LL << 0LL;
    QTest::newRow("all by card") << 0LL << 1000LL << 0LL << 500LL << 500LL;
    QTest::newRow("half and half") << 500LL << 500LL << 0LL << 300LL << 150LL;
    QTest::newRow("rounded half away from zero") << 500LL << 500LL << 0LL << 301LL << 151LL;
    QTest::newRow("the second part as the first") << 500LL << 500LL << 150LL << 300LL << 150LL;
    QTest::newRow("no more than is left on the card") << 500LL << 500LL << 400LL << 600LL << 100LL;
    QTest::newRow("worth more than was paid, in an exchange")
        << 0LL << 300LL << 0LL << 1200LL << 300LL;
}

void RefundShareTest::cardsGetWhatTheyPaidOfTheSale()
{
    QFETCH(qint64, cash);
    QFETCH(qint64, card);
    QFETCH(qint64, refundedBefore);
    QFETCH(qint64, refund);
    QList<PaymentTender> tenders;
    if (cash > 0)
        tenders.append(tender(TenderKind::Cash, cash));
    if (card > 0)
        tenders.append(tender(TenderKind::Card, card, refundedBefore));
    QTEST(refundToCards(euro(refund), {sale(tenders)}).minor, "toCards");
}

void RefundShareTest::whatIsOwedIsTakenOffFirst()
{
    PaymentTender failed = tender(TenderKind::Card, 1000);
    failed.captured = euro(0);
    failed.state = TenderState::CaptureFailed;
    QCOMPARE(refundToCards(euro(400), {sale({failed}, 1000)}).minor, 400);
    QCOMPARE(refundToCards(euro(400), {sale({tender(TenderKind::Cash, 700)}, 300)}).minor, 300);
}

void RefundShareTest::aCardThatFailedHadPaidNothing()
{
    PaymentTender failed = tender(TenderKind::Card, 1000);
    failed.captured = euro(0);
    failed.state = TenderState::CaptureFailed;
    PaymentTender other = tender(TenderKind::Card, 1000);
    other.listed = false;
    const PaymentOverview paid = sale({failed, other, tender(TenderKind::Cash, 1000)});
    QCOMPARE(refundToCards(euro(400), {paid}).minor, 0);
    // One that is being captured has.
    PaymentTender coming = tender(TenderKind::Card, 1000);
    coming.captured = euro(0);
    coming.state = TenderState::Capturing;
    QCOMPARE(refundToCards(euro(400), {sale({coming})}).minor, 400);
}

void RefundShareTest::severalSalesShareTogether()
{
    const PaymentOverview byCard = sale({tender(TenderKind::SavedCard, 3000)});
    const PaymentOverview inCash = sale({tender(TenderKind::Cash, 1000)});
    QCOMPARE(refundToCards(euro(400), {byCard, inCash}).minor, 300);
    QCOMPARE(refundToCards(euro(400), {}).minor, 0);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::RefundShareTest)
#include "refund_share_test.moc"
