// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/payment/payment_shop.h"

#include <QSignalSpy>

using namespace kontor;
using namespace Qt::StringLiterals;

using Kind = PaymentCallKind;

namespace {

PaymentSettings systemOf(SystemMode mode, const QString &key)
{
    PaymentSettings settings;
    settings.mode = mode;
    settings.baseUrl = QUrl(u"https://api.pay.example"_s);
    settings.key = key;
    return settings;
}

const PaymentSettings live = systemOf(SystemMode::Live, u"sk_live_1"_s);
const PaymentSettings test = systemOf(SystemMode::Test, u"sk_test_1"_s);

} // namespace

//! Which payment system the service speaks to, and what it asks of none but that one.
class PaymentSystemTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { makeShop(PaymentShop::sandboxSettings()); }
    void cleanup() { m_shop.reset(); }

    void withoutItsKeyNothingIsSentAndItIsSaid();
    void aKeyMakesWhatWaitedAtOnce();
    void anotherSystemIsRefusedWhileAnythingIsOpen_data();
    void anotherSystemIsRefusedWhileAnythingIsOpen();
    void anotherKeyOfTheSameSystemIsTakenAtAnyTime();
    void settingsThatNameAnotherSystemSendNothing();
    void aCallMeantForAnotherSystemIsNotSent();
    void whatWasPaidElsewhereIsNotAskedForHere_data();
    void whatWasPaidElsewhereIsNotAskedForHere();
    void whatWasPaidHereBeforeIsRefundedHereAgain();
    void aDueIsNotCapturedAtAnotherSystem();
    void noTrainingCardPaysInTrade();

private:
    void makeShop(const PaymentSettings &settings)
    {
        m_shop = std::make_unique<PaymentShop>(nullptr, settings);
        m_shop->saveCard();
    }
    OrderId sell(Fulfilment fulfilment, TenderKind kind)
    {
        const OrderId order = m_shop->newOrder();
        m_shop->sell(order, fulfilment, kind, 5000);
        return order;
    }
    OrderId sold()
    {
        const OrderId order = sell(Fulfilment::Delivery, TenderKind::SavedCard);
        m_shop->inInventory(InventoryProcessed{order});
        return order;
    }
    qsizetype open() const { return m_shop->service.openCalls()->size(); }
    QString used() const { return *SystemInUse(*m_shop->paymentStore).name(); }

    std::unique_ptr<PaymentShop> m_shop;
};

void PaymentSystemTest::withoutItsKeyNothingIsSentAndItIsSaid()
{
    PaymentSettings unknown = live;
    unknown.key.clear();
    QSignalSpy troubled(&m_shop->service, &Service::troubled);
    QVERIFY(m_shop->service.useSystem(unknown));
    QCOMPARE(troubled.size(), 1);
    QCOMPARE(troubled[0][1].toString(), u"the key of the payment system is not known"_s);
    const OrderId order = sell(Fulfilment::Delivery, TenderKind::SavedCard);
    const OrderId asked = sell(Fulfilment::Delivery, TenderKind::Link);
    m_shop->wait(24LL * 60 * 60 * 1000);
    QVERIFY(m_shop->fake.made.isEmpty());
    QCOMPARE(open(), 2);
    QCOMPARE(m_shop->service.openCalls()->value(0).intent.note,
             u"the key of the payment system is not known"_s);
    QCOMPARE(m_shop->payment(order).state, PaymentState::Open);
    QCOMPARE(m_shop->payment(asked).state, PaymentState::Open);
    QCOMPARE(troubled.size(), 1);
}

void PaymentSystemTest::aKeyMakesWhatWaitedAtOnce()
{
    PaymentSettings unknown = live;
    unknown.key.clear();
    QVERIFY(m_shop->service.useSystem(unknown));
    const OrderId order = sold();
    m_shop->run();
    QCOMPARE(open(), 1);
    QSignalSpy recovered(&m_shop->service, &Service::recovered);
    QVERIFY(m_shop->service.useSystem(live));
    QCOMPARE(recovered.size(), 1);
    m_shop->run();
    QCOMPARE(open(), 0);
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
    QCOMPARE(m_shop->fake.used, u"live api.pay.example"_s);
}

void PaymentSystemTest::anotherSystemIsRefusedWhileAnythingIsOpen_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("a call without an answer") << u"unknown"_s;
    QTest::newRow("money that is reserved") << u"authorised"_s;
    QTest::newRow("a link that may be paid") << u"link"_s;
}

void PaymentSystemTest::anotherSystemIsRefusedWhileAnythingIsOpen()
{
    QFETCH(const QString, what);
    OrderId order;
    if (what == u"unknown")
        m_shop->fake.script(Kind::Authorise, {CallReply::Kind::Unknown, {}, u"cut"_s, 60'000});
    order = sell(Fulfilment::Delivery, what == u"link" ? TenderKind::Link : TenderKind::SavedCard);
    m_shop->run();
    QCOMPARE(open(), what == u"unknown" ? 1 : 0);
    const auto refused = m_shop->service.useSystem(live);
    QVERIFY(!refused && refused.error().is(SystemError::OpenElsewhere));
    QCOMPARE(used(), u"sandbox"_s);
    // The one before goes on.
    m_shop->fake.links = PaymentResult::Captured;
    m_shop->inInventory(InventoryProcessed{order});
    m_shop->wait(60'000);
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
    QVERIFY(m_shop->service.useSystem(live));
    QCOMPARE(used(), u"live api.pay.example"_s);
}

void PaymentSystemTest::anotherKeyOfTheSameSystemIsTakenAtAnyTime()
{
    QVERIFY(m_shop->service.useSystem(live));
    const OrderId order = sell(Fulfilment::Delivery, TenderKind::SavedCard);
    PaymentSettings renewed = live;
    renewed.key = u"sk_live_2"_s;
    QVERIFY(m_shop->service.useSystem(renewed));
    m_shop->inInventory(InventoryProcessed{order});
    m_shop->run();
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
}

void PaymentSystemTest::settingsThatNameAnotherSystemSendNothing()
{
    makeShop(live); // as read from a file that somebody changed
    QSignalSpy troubled(&m_shop->service, &Service::troubled);
    const OrderId order = sold();
    m_shop->wait(60LL * 60 * 1000);
    QVERIFY(m_shop->fake.made.isEmpty());
    QCOMPARE(troubled.size(), 1);
    QVERIFY(troubled[0][1].toString().contains(u"another system than the one in use"_s));
    QVERIFY(m_shop->service.useSystem(PaymentShop::sandboxSettings()));
    m_shop->run();
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
}

//! Another till may change the system between a wish and its commit.
void PaymentSystemTest::aCallMeantForAnotherSystemIsNotSent()
{
    m_shop->fake.script(Kind::Authorise, {CallReply::Kind::NotSent, {}, u"no network"_s, 60'000});
    sell(Fulfilment::Delivery, TenderKind::SavedCard);
    m_shop->run();
    QCOMPARE(m_shop->fake.made.size(), 1);
    const auto forced = inTransaction(*m_shop->paymentStore, [](Transaction &tx) {
        return withoutValue(
            tx.run("UPDATE system_in_use SET name = 'live api.pay.example' WHERE one = 1"));
    });
    QVERIFY(forced);
    QVERIFY(m_shop->service.useSystem(live));
    m_shop->wait(60LL * 60 * 1000);
    QCOMPARE(m_shop->fake.made.size(), 1);
    QCOMPARE(m_shop->service.openCalls()->value(0).intent.note,
             u"it was meant for another system"_s);
}

void PaymentSystemTest::whatWasPaidElsewhereIsNotAskedForHere_data()
{
    QTest::addColumn<bool>("toLive");
    QTest::newRow("paid in the sandbox, now live") << true;
    QTest::newRow("paid live, now in the sandbox") << false;
}

void PaymentSystemTest::whatWasPaidElsewhereIsNotAskedForHere()
{
    QFETCH(const bool, toLive);
    if (!toLive)
        QVERIFY(m_shop->service.useSystem(live));
    const OrderId order = sold();
    m_shop->run();
    QCOMPARE(m_shop->payment(order).state, PaymentState::Settled);
    QVERIFY(m_shop->service.useSystem(toLive ? live : PaymentShop::sandboxSettings()));
    m_shop->inInventory(InventoryReleased{order});
    m_shop->run();
    QCOMPARE(m_shop->fake.count(Kind::Refund), 0);
    QCOMPARE(open(), 0);
    QCOMPARE(m_shop->last<PaymentRefunded>(order).due, m_shop->euro(5000));
    QVERIFY(m_shop->tender(m_shop->tenderOf(order)).note.contains(u"another payment system"_s));
}

void PaymentSystemTest::whatWasPaidHereBeforeIsRefundedHereAgain()
{
    QVERIFY(m_shop->service.useSystem(live));
    const OrderId order = sold();
    m_shop->run();
    QVERIFY(m_shop->service.useSystem(test));
    sold();
    m_shop->run();
    QVERIFY(m_shop->service.useSystem(live));
    m_shop->inInventory(InventoryReleased{order});
    m_shop->run();
    QCOMPARE(m_shop->fake.count(Kind::Refund), 1);
    QCOMPARE(m_shop->last<PaymentRefunded>(order).amount, m_shop->euro(5000));
}

void PaymentSystemTest::aDueIsNotCapturedAtAnotherSystem()
{
    const OrderId cart = m_shop->newOrder();
    const TenderId card = m_shop->newTender();
    QVERIFY(m_shop->service.authorise(m_shop->command(), cart, card, m_shop->euro(5000),
                                      u"pm_card_visa"_s));
    m_shop->run();
    m_shop->fake.script(Kind::Capture, PaymentResult::Declined);
    m_shop->sell(cart, Fulfilment::Counter, m_shop->tender(card));
    m_shop->inInventory(InventoryProcessed{cart});
    m_shop->run();
    QCOMPARE(m_shop->payment(cart).state, PaymentState::Due);
    const int captures = m_shop->fake.count(Kind::Capture);
    QVERIFY(m_shop->service.useSystem(live));
    QVERIFY(m_shop->service.captureAgain(m_shop->command(), cart));
    m_shop->run();
    QCOMPARE(m_shop->fake.count(Kind::Capture), captures);
    QCOMPARE(m_shop->payment(cart).state, PaymentState::Due);
    QCOMPARE(open(), 0);
}

void PaymentSystemTest::noTrainingCardPaysInTrade()
{
    QVERIFY(m_shop->service.useSystem(live));
    const auto refused =
        m_shop->service.authorise(m_shop->command(), m_shop->newOrder(), m_shop->newTender(),
                                  m_shop->euro(100), u"pm_card_visa"_s);
    QVERIFY(!refused && refused.error().is(PaymentError::TrainingCard));
    m_shop->run();
    QVERIFY(m_shop->fake.made.isEmpty());
}

QTEST_GUILESS_MAIN(PaymentSystemTest)
#include "payment_system_test.moc"
