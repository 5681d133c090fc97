// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/payment/payment_shop.h"

#include <QSignalSpy>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

//! The books against what the payment system shows.
class ReconciliationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatAgreesIsNoDifference();
    void everyKindOfDifferenceIsFound_data();
    void everyKindOfDifferenceIsFound();
    void whatIsUnderWayIsNone();
    void whatIsOnlyThereForAMomentIsNone();
    void aChargeOfAnOrderOfLongAgoIsKnown();
    void anUnansweredQuestionIsNoAgreement();
    void itIsComparedOnceADay();
    void aDifferenceStaysUntilSomebodyLooksAfterIt();

private:
    //! An order that was paid by card, as the payment system shows it.
    ListedCharge sold(qint64 minor);
    void compare();
    QList<Difference> differences() { return *m_shop->service.differences(); }
    void shows(const QList<ListedCharge> &charges) { m_shop->fake.charges = charges; }

    PaymentSettings m_settings;
    std::unique_ptr<PaymentShop> m_shop;
    OrderId m_order;
    TenderId m_tender;
};

void ReconciliationTest::init()
{
    m_settings = PaymentShop::sandboxSettings();
    m_shop = std::make_unique<PaymentShop>(nullptr, m_settings);
}

ListedCharge ReconciliationTest::sold(qint64 minor)
{
    m_order = m_shop->newOrder();
    m_tender = m_shop->newTender();
    const Money amount = m_shop->euro(minor);
    [&] {
        QVERIFY(m_shop->service.authorise(m_shop->command(), m_order, m_tender, amount,
                                          u"pm_card_visa"_s));
        m_shop->run();
        m_shop->sell(m_order, Fulfilment::Counter, m_shop->tender(m_tender));
        m_shop->inInventory(InventoryProcessed{m_order});
        QCOMPARE(m_shop->tender(m_tender).captured, amount);
    }();
    return {m_shop->clock.now(),
            amount,
            m_shop->euro(0),
            m_order,
            m_shop->tender(m_tender).reference,
            m_tender};
}

//! Both looks.
void ReconciliationTest::compare()
{
    QSignalSpy ended(&m_shop->service, &PaymentService::reconciled);
    QVERIFY(m_shop->service.reconcile(m_shop->command()));
    m_shop->wait(Reconciler::secondLookMs);
    QCOMPARE(ended.size(), 1);
}

void ReconciliationTest::whatAgreesIsNoDifference()
{
    const ListedCharge one = sold(1999);
    ListedCharge foreign;
    foreign.reference = u"pi_of_a_web_shop"_s;
    foreign.captured = foreign.refunded = m_shop->euro(77);
    ListedCharge held = one;
    held.reference = u"pi_held"_s;
    held.captured = m_shop->euro(0);
    shows({one, foreign, held});
    compare();
    QCOMPARE(differences(), {});
    const auto last = m_shop->service.lastReconciliation();
    QCOMPARE((*last)->charges, 2);
    QCOMPARE((*last)->trouble, QString());
    QCOMPARE(m_shop->fake.listings, 1);
}

void ReconciliationTest::everyKindOfDifferenceIsFound_data()
{
    using Change = std::function<QList<ListedCharge>(const ListedCharge &)>;
    QTest::addColumn<Change>("shown");
    QTest::addColumn<DifferenceKind>("kind");
    QTest::addColumn<qint64>("ours");
    QTest::addColumn<qint64>("theirs");
    const auto row = [](const char *name, Change shown, DifferenceKind kind, qint64 ours,
                        qint64 theirs) { QTest::newRow(name) << shown << kind << ours << theirs; };
    const Currency euro("EUR");
    row(
        "a charge that we do not know",
        [](const ListedCharge &charge) {
            ListedCharge second = charge;
            second.reference = u"pi_second"_s;
            return QList{charge, second};
        },
        DifferenceKind::NotInBooks, 0, 1999);
    row(
        "a charge that is not there", [](const ListedCharge &) { return QList<ListedCharge>(); },
        DifferenceKind::NotAtSystem, 1999, 0);
    row(
        "another amount",
        [](ListedCharge charge) {
            charge.captured.minor = 1998;
            return QList{charge};
        },
        DifferenceKind::Captured, 1999, 1998);
    row(
        "given back behind our back",
        [](ListedCharge charge) {
            charge.refunded.minor = 500;
            return QList{charge};
        },
        DifferenceKind::Refunded, 0, 500);
}

void ReconciliationTest::everyKindOfDifferenceIsFound()
{
    QFETCH(std::function<QList<ListedCharge>(const ListedCharge &)>, shown);
    QFETCH(DifferenceKind, kind);
    QFETCH(qint64, ours);
    QFETCH(qint64, theirs);
    shows(shown(sold(1999)));
    compare();
    const auto found = differences();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].kind, kind);
    QCOMPARE(found[0].ours, m_shop->euro(ours));
    QCOMPARE(found[0].theirs, m_shop->euro(theirs));
    QCOMPARE(found[0].order, m_order);
    QCOMPARE(found[0].receipt.isEmpty(), kind == DifferenceKind::NotInBooks);
    QCOMPARE(m_shop->fake.listings, 2);
}

void ReconciliationTest::whatIsUnderWayIsNone()
{
    m_shop->fake.hold(PaymentCallKind::Capture);
    m_order = m_shop->newOrder();
    m_tender = m_shop->newTender();
    QVERIFY(m_shop->service.authorise(m_shop->command(), m_order, m_tender, m_shop->euro(1000),
                                      u"pm_card_visa"_s));
    m_shop->run();
    m_shop->sell(m_order, Fulfilment::Counter, m_shop->tender(m_tender));
    m_shop->inInventory(InventoryProcessed{m_order});
    QCOMPARE(m_shop->tender(m_tender).state, TenderState::Capturing);
    shows({{m_shop->clock.now(), m_shop->euro(1000), m_shop->euro(0), m_order,
            m_shop->tender(m_tender).reference, m_tender}});
    compare();
    QCOMPARE(differences(), {});
}

void ReconciliationTest::whatIsOnlyThereForAMomentIsNone()
{
    const ListedCharge charge = sold(1999);
    shows({});
    QVERIFY(m_shop->service.reconcile(m_shop->command()));
    shows({charge});
    m_shop->wait(Reconciler::secondLookMs);
    QCOMPARE(m_shop->fake.listings, 2);
    QCOMPARE(differences(), {});
}

void ReconciliationTest::aChargeOfAnOrderOfLongAgoIsKnown()
{
    ListedCharge charge = sold(1999);
    m_shop->wait(60 * dayMs);
    charge.at = m_shop->clock.now();
    shows({charge});
    compare();
    QCOMPARE(differences(), {});
}

void ReconciliationTest::anUnansweredQuestionIsNoAgreement()
{
    const ListedCharge charge = sold(1999);
    shows({});
    compare();
    QCOMPARE(differences().size(), 1);
    m_shop->wait(1);
    m_shop->fake.charges = Error(PaymentError::NotListed, u"HTTP 503"_s);
    QVERIFY(m_shop->service.reconcile(m_shop->command()));
    m_shop->run();
    QCOMPARE((*m_shop->service.lastReconciliation())->trouble, u"HTTP 503"_s);
    // What was found before is still so, as far as is known.
    QCOMPARE(differences().size(), 1);
    shows({charge});
    m_shop->wait(1);
    compare();
    QCOMPARE(differences(), {});
}

void ReconciliationTest::itIsComparedOnceADay()
{
    m_settings.reconcileEveryMs = dayMs;
    m_shop = std::make_unique<PaymentShop>(nullptr, m_settings);
    m_shop->run();
    QCOMPARE(m_shop->fake.listings, 0);
    m_shop->wait(dayMs - 1);
    QCOMPARE(m_shop->fake.listings, 0);
    m_shop->wait(1);
    QCOMPARE(m_shop->fake.listings, 1);
    m_shop->wait(hourMs);
    QCOMPARE(m_shop->fake.listings, 1);
    m_shop->wait(23 * hourMs);
    QCOMPARE(m_shop->fake.listings, 2);
}

void ReconciliationTest::aDifferenceStaysUntilSomebodyLooksAfterIt()
{
    const ListedCharge charge = sold(1999);
    shows({});
    compare();
    QCOMPARE(differences().size(), 1);
    // Longer than a comparison would look back by itself.
    m_shop->wait(20 * dayMs);
    compare();
    m_shop->wait(20 * dayMs);
    compare();
    QCOMPARE(differences().size(), 1);
    const auto closed = m_shop->service.closeDifference(m_shop->command(), differences().first());
    QVERIFY(closed);
    QCOMPARE(differences(), {});
    compare();
    QCOMPARE(differences(), {});
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ReconciliationTest)
#include "reconciliation_test.moc"
