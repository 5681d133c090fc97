// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/notification_service.h"
#include "tests/core/error_text.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! Keeps what it is given, and answers as the test says.
class HeldMails : public MailTransport
{
public:
    void send(const Mail &mail, std::function<void(const MailReply &)> answered) override
    {
        mails.append(mail);
        answered(reply);
    }
    void use(const std::optional<MailServer> &used) override { server = used; }
    void check(const MailServer &, std::function<void(const SmtpOutcome &)> checkAnswered) override
    {
        checkAnswered({});
    }

    std::optional<MailServer> server;
    QList<Mail> mails;
    MailReply reply{MailReply::Kind::Accepted, {}};
};

class NotificationServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
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
    void anUncertainMailIsSentAgainUnderItsMessageId();
    void aMailThatIsPutOffWaitsForMinutes();
    void aMailIsGivenUpAfterDays();
    void aChangedServerGetsWhatWaits();
    void aRefusedMailIsRetriedByAPerson();
    void aSentMailIsSentAgainUnderItsMessageId();
    void aSkippedMailIsSentOnceThereIsAnAddress();
    void aMailQueuedBeforeACrashIsSentAfterIt();

private:
    class Everything : public Rights
    {
    public:
        bool allows(const QString &, Right) const override { return true; }
    };
    struct Publisher
    {
        std::unique_ptr<Store> store;
        std::unique_ptr<Topic> topic;
    };

    std::unique_ptr<Store> opened(const QString &service);
    void restart();
    void pump();
    template <class E>
    void publish(const E &event);
    AccountId customer(const QString &email);
    Command command() { return Command::make(m_clock, u"ann"_s, u"T1"_s); }

    ManualClock m_clock{{1'700'000'000'000}};
    Everything m_rights;
    HeldMails m_transport;
    std::unique_ptr<QTemporaryDir> m_folder;
    QList<std::shared_ptr<Store>> m_stores;
    std::shared_ptr<Store> m_own;
    std::unique_ptr<AccountTopic> m_accountTopic;
    std::unique_ptr<OrderTopic> m_orderTopic;
    std::unique_ptr<InventoryTopic> m_inventoryTopic;
    std::unique_ptr<PaymentTopic> m_paymentTopic;
    std::unique_ptr<ShippingTopic> m_shippingTopic;
    std::unique_ptr<AccountService> m_accounts;
    std::unique_ptr<NotificationService> m_notification;
    AccountId m_ada;
    OrderId m_order;
};

namespace {

Money euros(qint64 minor) { return {minor, Currency("EUR")}; }

} // namespace

void NotificationServiceTest::init()
{
    m_notification.reset();
    m_accounts.reset();
    m_accountTopic.reset();
    m_orderTopic.reset();
    m_inventoryTopic.reset();
    m_paymentTopic.reset();
    m_shippingTopic.reset();
    m_stores.clear();
    m_own.reset();
    m_transport = HeldMails();
    m_folder = std::make_unique<QTemporaryDir>();
    for (const auto &service :
         {u"account"_s, u"order"_s, u"inventory"_s, u"payment"_s, u"shipping"_s})
        m_stores.append(opened(service));
    m_own = opened(u"notification"_s);
    m_accountTopic = std::make_unique<AccountTopic>(*m_stores[0], u"account"_s);
    m_orderTopic = std::make_unique<OrderTopic>(*m_stores[1], u"order"_s);
    m_inventoryTopic = std::make_unique<InventoryTopic>(*m_stores[2], u"inventory"_s);
    m_paymentTopic = std::make_unique<PaymentTopic>(*m_stores[3], u"payment"_s);
    m_shippingTopic = std::make_unique<ShippingTopic>(*m_stores[4], u"shipping"_s);
    m_accounts = std::make_unique<AccountService>(*m_stores[0], *m_accountTopic, m_clock, m_rights);
    restart();
    m_order = OrderId::make(m_clock.now());
    m_ada = customer(u"ada@example.com"_s);
    pump();
    m_transport.mails.clear();
}

std::unique_ptr<Store> NotificationServiceTest::opened(const QString &service)
{
    auto store = Store::open(StoreUrl::sqlite(m_folder->filePath(service + u".sqlite"_s)), service,
                             Store::Access::Write);
    if (!store)
        qFatal("%s: %s", qPrintable(service), qPrintable(store.error().text()));
    return std::move(*store);
}

void NotificationServiceTest::restart()
{
    m_notification = std::make_unique<NotificationService>(
        *m_own, m_clock, m_rights, *m_accounts, m_transport,
        NotificationSettings{{u"Kontor"_s, u"shop@example.com"_s},
                             QTimeZone("Pacific/Auckland"),
                             QLocale(u"en_GB"_s)});
    m_notification->consume(*m_accountTopic);
    m_notification->consume(*m_orderTopic);
    m_notification->consume(*m_inventoryTopic);
    m_notification->consume(*m_paymentTopic);
    m_notification->consume(*m_shippingTopic);
}

void NotificationServiceTest::pump()
{
    for (int idle = 0; idle < 2;) {
        const auto done = m_notification->pump();
        QVERIFY2(done, errorText(done));
        QCoreApplication::sendPostedEvents();
        idle = *done == 0 ? idle + 1 : 0;
    }
}

template <class E>
void NotificationServiceTest::publish(const E &event)
{
    const auto into = [&](Store &store, auto &topic) {
        const auto done = inTransaction(store, [&](Transaction &tx) -> Result<> {
            tx.setCause({m_clock.now(), {}, u"test"_s, {}});
            topic.append(tx, event);
            return {};
        });
        KONTOR_CHECK(bool(done));
    };
    if constexpr (requires(OrderTopic & t, Transaction & tx) { t.append(tx, event); })
        into(*m_stores[1], *m_orderTopic);
    else if constexpr (requires(InventoryTopic & t, Transaction & tx) { t.append(tx, event); })
        into(*m_stores[2], *m_inventoryTopic);
    else if constexpr (requires(PaymentTopic & t, Transaction & tx) { t.append(tx, event); })
        into(*m_stores[3], *m_paymentTopic);
    else
        into(*m_stores[4], *m_shippingTopic);
}

AccountId NotificationServiceTest::customer(const QString &email)
{
    const auto id = m_accounts->create(command(), AccountId::make(m_clock.now()),
                                       {u"Ada Lovelace"_s, email, {}, {}});
    KONTOR_CHECK(bool(id));
    return *id;
}

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

void NotificationServiceTest::anUncertainMailIsSentAgainUnderItsMessageId()
{
    m_transport.reply = {MailReply::Kind::Unknown, u"closed after the final dot"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    QCOMPARE(m_notification->inState(MailState::Queued)->size(), 1);
    m_transport.reply = {MailReply::Kind::Accepted, {}};
    m_clock.advance(60'000);
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QCOMPARE(m_transport.mails[0].messageId, m_transport.mails[1].messageId);
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Sent);
    QCOMPARE(m_notification->about(m_order)->constFirst().messageId,
             m_transport.mails[0].messageId);
}

void NotificationServiceTest::aMailThatIsPutOffWaitsForMinutes()
{
    m_transport.reply = {MailReply::Kind::Postponed, u"451 try again later"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    const auto sentAfter = [this](qint64 ms) {
        m_clock.advance(ms);
        pump();
        return m_transport.mails.size();
    };
    constexpr qint64 minuteMs = 60'000;
    QCOMPARE(sentAfter(5 * minuteMs - 1), 1);
    QCOMPARE(sentAfter(1), 2);
    QCOMPARE(sentAfter(10 * minuteMs - 1), 2);
    QCOMPARE(sentAfter(1), 3);
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Queued);
}

void NotificationServiceTest::aMailIsGivenUpAfterDays()
{
    m_transport.reply = {MailReply::Kind::NotSent, u"not reached"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    m_clock.advance(NotificationService::giveUpMs);
    pump();
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Queued);
    m_clock.advance(60'000);
    pump();
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Failed);
    QCOMPARE(m_notification->about(m_order)->constFirst().note, u"not reached"_s);
}

void NotificationServiceTest::aChangedServerGetsWhatWaits()
{
    m_transport.reply = {MailReply::Kind::Postponed, u"451 try again later"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    m_transport.reply = {MailReply::Kind::Accepted, {}};
    MailServer other;
    other.url = QUrl(u"smtps://mail.example"_s);
    QVERIFY(m_notification->useServer(other));
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QCOMPARE(m_transport.server, other);
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Sent);
}

void NotificationServiceTest::aRefusedMailIsRetriedByAPerson()
{
    m_transport.reply = {MailReply::Kind::Refused, u"550 no such mailbox"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    const auto failed = m_notification->inState(MailState::Failed);
    QCOMPARE(failed->size(), 1);
    QCOMPARE(failed->constFirst().note, u"550 no such mailbox"_s);
    const MailId id = failed->constFirst().id;
    m_clock.advance(60'000);
    pump();
    QCOMPARE(m_transport.mails.size(), 1);

    m_transport.reply = {MailReply::Kind::Accepted, {}};
    const Command once = command();
    QVERIFY(m_notification->sendAgain(once, id));
    const auto again = m_notification->sendAgain(command(), id);
    QVERIFY(!again && again.error().is(NotificationError::UnderWay));
    QVERIFY(m_notification->sendAgain(once, id));
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QCOMPARE(m_transport.mails[0].messageId, m_transport.mails[1].messageId);
    QCOMPARE(m_notification->mail(id)->state, MailState::Sent);
}

void NotificationServiceTest::aSentMailIsSentAgainUnderItsMessageId()
{
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    const QueuedMail sent = m_notification->about(m_order)->constFirst();
    QCOMPARE(sent.state, MailState::Sent);
    QVERIFY(m_notification->sendAgain(command(), sent.id));
    pump();
    QVERIFY(m_notification->sendAgain(command(), sent.id));
    pump();
    QCOMPARE(m_transport.mails.size(), 3);
    for (const Mail &mail : m_transport.mails)
        QCOMPARE(mail.messageId, sent.messageId);
    QCOMPARE(m_notification->about(m_order)->size(), 1);
}

void NotificationServiceTest::aSkippedMailIsSentOnceThereIsAnAddress()
{
    const AccountId bob = customer({});
    publish(ShippingDelivered{m_order, bob});
    pump();
    const QueuedMail skipped = m_notification->about(m_order)->constFirst();
    QCOMPARE(skipped.state, MailState::Skipped);
    QVERIFY(m_accounts->update(command(), bob, {u"Bob"_s, u"bob@example.org"_s, {}, {}}));
    QVERIFY(m_notification->sendAgain(command(), skipped.id));
    pump();
    QCOMPARE(m_notification->mail(skipped.id)->state, MailState::Sent);
}

void NotificationServiceTest::aMailQueuedBeforeACrashIsSentAfterIt()
{
    publish(ShippingDelivered{m_order, m_ada});
    // Handled and committed; the account's answer never reaches the service that dies.
    QVERIFY(m_notification->pump());
    QCOMPARE(m_transport.mails.size(), 0);
    restart();
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Sent);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::NotificationServiceTest)
#include "notification_service_test.moc"
