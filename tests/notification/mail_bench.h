// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

inline Money euros(qint64 minor) { return {minor, Currency("EUR")}; }

//! The notification service with the topics that it reads and a customer; its mails are held.
class MailBench : public QObject
{
public:
    template <class E>
    void publish(const E &event);
    AccountId customer(const QString &email);

protected:
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
    //! From nothing.
    void start();
    void restart();
    void pump();
    Command command() { return Command::make(m_clock, u"ann"_s, u"T1"_s); }

    ManualClock m_clock{{1'700'000'000'000}};
    Everything m_rights;
    HeldMails m_transport;
    qint64 m_receiptWaitMs = 0;
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

public:
    AccountId m_ada;
    OrderId m_order;
};

inline void MailBench::start()
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

inline std::unique_ptr<Store> MailBench::opened(const QString &service)
{
    auto store = Store::open(StoreUrl::sqlite(m_folder->filePath(service + u".sqlite"_s)), service,
                             Store::Access::Write);
    if (!store)
        qFatal("%s: %s", qPrintable(service), qPrintable(store.error().text()));
    return std::move(*store);
}

inline void MailBench::restart()
{
    m_notification = std::make_unique<NotificationService>(
        *m_own, m_clock, m_rights, *m_accounts, m_transport,
        NotificationSettings{{u"Kontor"_s, u"shop@example.com"_s},
                             QTimeZone("Pacific/Auckland"),
                             u"GB"_s,
                             m_receiptWaitMs});
    m_notification->consume(*m_accountTopic);
    m_notification->consume(*m_orderTopic);
    m_notification->consume(*m_inventoryTopic);
    m_notification->consume(*m_paymentTopic);
    m_notification->consume(*m_shippingTopic);
}

inline void MailBench::pump()
{
    for (int idle = 0; idle < 2;) {
        const auto done = m_notification->pump();
        QVERIFY2(done, errorText(done));
        QCoreApplication::sendPostedEvents();
        idle = *done == 0 ? idle + 1 : 0;
    }
}

template <class E>
void MailBench::publish(const E &event)
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

inline AccountId MailBench::customer(const QString &email)
{
    const auto id = m_accounts->create(command(), AccountId::make(m_clock.now()),
                                       {u"Ada Lovelace"_s, email, {}, {}});
    KONTOR_CHECK(bool(id));
    return *id;
}

} // namespace kontor
