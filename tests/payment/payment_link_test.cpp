// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/payment/payment_shop.h"

using namespace kontor;
using namespace Qt::StringLiterals;

using Kind = PaymentCallKind;

//! How money comes by a link, in time, too late, or not at all.
class PaymentLinkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_shop = std::make_unique<PaymentShop>(); }
    void cleanup() { m_shop.reset(); }

    void aLinkIsRequestedLookedAtAndPaid();
    void aLinkThatExpiresUnpaidFailsTheOrder();
    void aLinkPaidInItsLastMomentIsAPayment();
    void aLinkWhoseMoneyIsUnderWayIsAskedAboutAgain();
    void aLinkPaidForAnOrderOutOfStockIsGivenBack();

private:
    std::unique_ptr<PaymentShop> m_shop;
};

void PaymentLinkTest::aLinkIsRequestedLookedAtAndPaid()
{
    const OrderId order = m_shop->newOrder();
    const TenderId link = m_shop->sell(order, Fulfilment::Delivery, TenderKind::Link, 900);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentRequested"_s});
    QVERIFY(m_shop->last<PaymentRequested>(order).link.startsWith(u"https://"));
    m_shop->inInventory(InventoryProcessed{order});
    m_shop->wait(6'000);
    QCOMPARE(m_shop->payment(order).state, PaymentState::Open);
    m_shop->fake.links = PaymentResult::Captured;
    m_shop->wait(6'000);
    QCOMPARE(m_shop->said(order), (QStringList{u"PaymentRequested"_s, u"PaymentProcessed"_s}));
    QCOMPARE(m_shop->tender(link).reference, u"pi_link"_s);
}

void PaymentLinkTest::aLinkThatExpiresUnpaidFailsTheOrder()
{
    const OrderId order = m_shop->newOrder();
    m_shop->sell(order, Fulfilment::Delivery, TenderKind::Link, 900);
    m_shop->wait(25LL * 3600 * 1000);
    QCOMPARE(m_shop->fake.count(Kind::ExpireLink), 1);
    QCOMPARE(m_shop->last<PaymentFailed>(order).reason, PaymentFailure::Expired);
    QCOMPARE(m_shop->said(order), (QStringList{u"PaymentRequested"_s, u"PaymentFailed"_s}));
}

void PaymentLinkTest::aLinkPaidInItsLastMomentIsAPayment()
{
    const OrderId order = m_shop->newOrder();
    m_shop->sell(order, Fulfilment::Delivery, TenderKind::Link, 900);
    m_shop->inInventory(InventoryProcessed{order});
    m_shop->fake.linkIsPaid = true;
    m_shop->wait(25LL * 3600 * 1000);
    QCOMPARE(m_shop->said(order), (QStringList{u"PaymentRequested"_s, u"PaymentProcessed"_s}));
}

void PaymentLinkTest::aLinkWhoseMoneyIsUnderWayIsAskedAboutAgain()
{
    const OrderId order = m_shop->newOrder();
    const TenderId link = m_shop->sell(order, Fulfilment::Delivery, TenderKind::Link, 900);
    m_shop->inInventory(InventoryProcessed{order});
    m_shop->fake.script(Kind::ExpireLink, PaymentResult::Pending);
    m_shop->wait(25LL * 3600 * 1000);
    QCOMPARE(m_shop->said(order), QStringList{u"PaymentRequested"_s});
    QCOMPARE(m_shop->tender(link).state, TenderState::Expiring);
    QCOMPARE(m_shop->service.openCalls()->value(0).intent.state, IntentState::Unknown);
    m_shop->fake.linkIsPaid = true;
    m_shop->wait(11'000);
    QCOMPARE(m_shop->fake.count(Kind::ExpireLink), 2);
    QCOMPARE(m_shop->said(order), (QStringList{u"PaymentRequested"_s, u"PaymentProcessed"_s}));
}

void PaymentLinkTest::aLinkPaidForAnOrderOutOfStockIsGivenBack()
{
    const OrderId order = m_shop->newOrder();
    const TenderId link = m_shop->sell(order, Fulfilment::Delivery, TenderKind::Link, 900);
    m_shop->fake.linkIsPaid = true;
    m_shop->inInventory(InventoryOutOfStock{order, {}, {}});
    QCOMPARE(m_shop->tender(link).refunded, m_shop->euro(900));
    QCOMPARE(m_shop->last<PaymentFailed>(order).reason, PaymentFailure::OutOfStock);
}

QTEST_GUILESS_MAIN(PaymentLinkTest)
#include "payment_link_test.moc"
