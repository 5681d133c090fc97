// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/notification/mail_bench.h"

namespace kontor {

class NotificationServiceTest : public MailBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(); }
    void everyEventTellsWhomItConcerns_data();
    void everyEventTellsWhomItConcerns();
    void repeatedEventsSendNothingTwice();
    void theReceiptIsThatOfTheOrder();
    void aPickupSaysTheDayInTheZoneOfTheShop();
    void mailsComeFromTheShopAsItIsCalledNow();
    void aPickupWithoutADateNamesNone();
    void theConfirmationNamesTheDayThatIsWishedFor();
    void withoutAMailAddressTheMailIsSkipped();
    void nobodyIsAskedWhileTheAccountIsUnknown();
};

void NotificationServiceTest::everyEventTellsWhomItConcerns_data()
{
    using Publish = std::function<void(NotificationServiceTest &)>;
    QTest::addColumn<Publish>("happens");
    QTest::addColumn<QStringList>("subjects");
    const auto row = [](const char *name, const QStringList &subjects, Publish happens) {
        QTest::newRow(name) << happens << subjects;
    };
    using Test = NotificationServiceTest;
    const auto processed = [](Fulfilment fulfilment) {
        return [fulfilment](Test &t) {
            t.publish(OrderProcessed{
                t.m_order, u"T1-000001"_s, t.m_ada, fulfilment, false, {}, euros(1990)});
        };
    };
    const auto refunded = [](RefundStage stage, qint64 amount, qint64 due) {
        return [=](Test &t) {
            t.publish(PaymentRefunded{t.m_order, t.m_ada, stage, euros(amount), euros(due)});
        };
    };
    const auto failed = [](PaymentFailure reason) {
        return [reason](Test &t) { t.publish(PaymentFailed{t.m_order, t.m_ada, reason}); };
    };
    row("AccountCreated", {u"Welcome to Kontor"_s},
        [](Test &t) { t.customer(u"bea@example.com"_s); });
    row("AccountUpdated", {}, [](Test &t) {
        KONTOR_CHECK(bool(
            t.m_accounts->update(t.command(), t.m_ada, {u"Ada"_s, u"ada@example.com"_s, {}, {}})));
    });
    row("AccountDeactivated", {},
        [](Test &t) { KONTOR_CHECK(bool(t.m_accounts->deactivate(t.command(), t.m_ada))); });
    row("OrderProcessed at the counter", {}, processed(Fulfilment::Counter));
    row("OrderProcessed for pickup", {u"Your order T1-000001"_s}, processed(Fulfilment::Pickup));
    row("OrderProcessed for delivery", {u"Your order T1-000001"_s},
        processed(Fulfilment::Delivery));
    row("OrderCancelled", {u"Your order % was cancelled"_s}, [](Test &t) {
        t.publish(OrderCancelled{t.m_order, {}, t.m_ada, CancelReason::Expired});
    });
    row("OrderCompleted", {}, [](Test &t) {
        t.publish(OrderCompleted{t.m_order, {}, t.m_ada, Fulfilment::Delivery});
    });
    row("OrderReady", {u"Your order % is ready"_s}, [](Test &t) {
        t.publish(OrderReady{t.m_order, {}, t.m_ada, t.m_clock.now()});
    });
    row("OrderReady without a customer", {}, [](Test &t) {
        t.publish(OrderReady{t.m_order, {}, {}, t.m_clock.now()});
    });
    row("InventoryProcessed", {}, [](Test &t) { t.publish(InventoryProcessed{t.m_order}); });
    row("InventoryBackordered", {u"Your order % will take a little longer"_s}, [](Test &t) {
        t.publish(InventoryBackordered{t.m_order, t.m_ada, {}});
    });
    row("InventoryOutOfStock", {}, [](Test &t) {
        t.publish(InventoryOutOfStock{t.m_order, t.m_ada, {}});
    });
    row("InventoryReleased", {}, [](Test &t) { t.publish(InventoryReleased{t.m_order}); });
    row("InventoryLow", {}, [](Test &t) {
        t.publish(InventoryLow{ProductId::make(t.m_clock.now()), {}, {}});
    });
    row("PaymentProcessed", {}, [](Test &t) {
        PaymentProcessed paid;
        paid.order = t.m_order;
        paid.customer = t.m_ada;
        t.publish(paid);
    });
    row("PaymentRequested", {u"Please pay your order %"_s}, [](Test &t) {
        t.publish(PaymentRequested{t.m_order, t.m_ada, euros(500), u"https://pay.example/1"_s,
                                   t.m_clock.now()});
    });
    row("PaymentFailed declined", {u"The payment of your order % did not succeed"_s},
        failed(PaymentFailure::Declined));
    row("PaymentFailed out of stock", {}, failed(PaymentFailure::OutOfStock));
    row("PaymentRefunded begun", {}, refunded(RefundStage::Begun, 0, 0));
    row("PaymentRefunded with nothing to give back", {}, refunded(RefundStage::Done, 0, 0));
    row("PaymentRefunded", {u"Your refund for order %"_s}, refunded(RefundStage::Done, 500, 0));
    row("PaymentRefunded in cash", {u"Money for you: order %"_s},
        refunded(RefundStage::Done, 0, 500));
    row("PaymentRefunded in both ways", {u"Money for you: order %"_s, u"Your refund for order %"_s},
        refunded(RefundStage::Done, 300, 200));
    row("AuthorisationVoided", {}, [](Test &t) {
        t.publish(AuthorisationVoided{t.m_order, {}, euros(1)});
    });
    row("ShippingProcessed", {u"Your order % is on its way"_s}, [](Test &t) {
        t.publish(ShippingProcessed{t.m_order, t.m_ada, u"UPS"_s, u"KTR1"_s});
    });
    row("ShippingFailed", {}, [](Test &t) {
        t.publish(ShippingFailed{t.m_order, t.m_ada, ShippingFailure::Recalled});
    });
    row("ShippingDelivered", {u"Your order % has arrived"_s}, [](Test &t) {
        t.publish(ShippingDelivered{t.m_order, t.m_ada});
    });
}

void NotificationServiceTest::everyEventTellsWhomItConcerns()
{
    QFETCH(std::function<void(NotificationServiceTest &)>, happens);
    QFETCH(QStringList, subjects);
    happens(*this);
    pump();
    QStringList sent;
    for (const Mail &mail : m_transport.mails)
        sent.append(QString(mail.subject).replace(m_order.toString(), u"%"_s));
    sent.sort();
    QCOMPARE(sent, subjects);
    QCOMPARE(m_notification->inState(MailState::Queued)->size(), 0);
    QCOMPARE(m_notification->parkedEvents()->size(), 0);
}

void NotificationServiceTest::repeatedEventsSendNothingTwice()
{
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    // A cursor set back, as by a restored backup, brings the same event once more.
    const auto reset = inTransaction(*m_own, [](Transaction &tx) -> Result<> {
        const auto cursor = tx.run("UPDATE topic_cursor SET seq = 0 WHERE source = 'shipping'");
        const auto inbox = tx.run("DELETE FROM inbox WHERE source = 'shipping'");
        return cursor && inbox ? Result<>() : Error(StoreError::Statement);
    });
    QVERIFY2(reset, errorText(reset));
    restart();
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QCOMPARE(m_notification->about(m_order)->size(), 1);
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Sent);
}

void NotificationServiceTest::theReceiptIsThatOfTheOrder()
{
    publish(OrderProcessed{
        m_order, u"T1-000007"_s, m_ada, Fulfilment::Delivery, false, {}, euros(1990)});
    publish(ShippingProcessed{m_order, m_ada, u"DHL Germany"_s, u"KTR123"_s});
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    const Mail shipped = m_transport.mails[0].subject.contains(u"way"_s) ? m_transport.mails[0]
                                                                         : m_transport.mails[1];
    QCOMPARE(shipped.subject, u"Your order T1-000007 is on its way"_s);
    QVERIFY(shipped.body.contains(u"DHL Germany. The tracking number is KTR123"_s));
    QVERIFY(shipped.body.startsWith(u"Hello Ada Lovelace,"_s));
    QCOMPARE(shipped.to.address, u"ada@example.com"_s);
    QCOMPARE(shipped.from.name, u"Kontor"_s);
}

void NotificationServiceTest::aPickupSaysTheDayInTheZoneOfTheShop()
{
    // 14 November 2023, 22:13 UTC: in Auckland the next day has begun.
    publish(OrderReady{m_order, {}, m_ada, {1'700'000'000'000}});
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QVERIFY2(m_transport.mails[0].body.contains(u"15 November 2023"_s),
             qPrintable(m_transport.mails[0].body));
}

void NotificationServiceTest::mailsComeFromTheShopAsItIsCalledNow()
{
    QVERIFY(bool(m_notification->useShop(u"Corner Shop"_s, u"US"_s)));
    publish(OrderReady{m_order, {}, m_ada, {1'700'000'000'000}});
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QCOMPARE(m_transport.mails[0].from.name, u"Corner Shop"_s);
    QVERIFY2(m_transport.mails[0].body.contains(u"November 15, 2023"_s),
             qPrintable(m_transport.mails[0].body));
}

void NotificationServiceTest::aPickupWithoutADateNamesNone()
{
    publish(OrderReady{m_order, {}, m_ada, {}});
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QVERIFY2(!m_transport.mails[0].body.contains(u"1970"_s) &&
                 !m_transport.mails[0].body.contains(u"collect it by"_s),
             qPrintable(m_transport.mails[0].body));
}

void NotificationServiceTest::theConfirmationNamesTheDayThatIsWishedFor()
{
    OrderProcessed order{m_order, u"T1-000001"_s, m_ada, Fulfilment::Delivery, false,
                         {},      euros(1990)};
    publish(order);
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QVERIFY2(!m_transport.mails[0].body.contains(u"wish"_s), qPrintable(m_transport.mails[0].body));
    order.order = OrderId::make(m_clock.now());
    order.wishedFor = QDate(2023, 12, 24);
    publish(order);
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QVERIFY2(m_transport.mails[1].body.contains(u"24 December 2023"_s),
             qPrintable(m_transport.mails[1].body));
}

void NotificationServiceTest::withoutAMailAddressTheMailIsSkipped()
{
    customer({});
    pump();
    QCOMPARE(m_transport.mails.size(), 0);
    const auto skipped = m_notification->inState(MailState::Skipped);
    QCOMPARE(skipped->size(), 1);
    QCOMPARE(skipped->constFirst().note, u"the account has no mail address"_s);
}

void NotificationServiceTest::nobodyIsAskedWhileTheAccountIsUnknown()
{
    publish(ShippingDelivered{m_order, AccountId::make(m_clock.now())});
    pump();
    QCOMPARE(m_transport.mails.size(), 0);
    QCOMPARE(m_notification->inState(MailState::Skipped)->size(), 1);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::NotificationServiceTest)
#include "notification_service_test.moc"
