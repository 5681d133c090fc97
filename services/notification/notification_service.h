// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/account/account_service.h"
#include "services/core/external_calls.h"
#include "services/core/service.h"
#include "services/inventory/inventory_topic.h"
#include "services/notification/mail_template.h"
#include "services/notification/mail_transport.h"
#include "services/notification/notification_store.h"
#include "services/order/order_topic.h"
#include "services/payment/payment_topic.h"
#include "services/shipping/shipping_topic.h"

namespace kontor {

struct NotificationSettings
{
    MailParty from;                               //!< the shop
    QTimeZone zone = QTimeZone::systemTimeZone(); //!< the shop's
    QString country;                              //!< the shop's, as in ISO 3166
    //! How long the confirmation of an order waits for its receipt.
    qint64 receiptWaitMs = 0;
};

//! Answers for what leaves the house in words: tells customers by mail what concerns them.
class NotificationService : public Service
{
    Q_OBJECT
public:
    NotificationService(Store &store, const Clock &clock, const Rights &rights,
                        AccountService &accounts, MailTransport &transport,
                        NotificationSettings settings);

    void consume(const AccountTopic &topic);
    void consume(const OrderTopic &topic);
    void consume(const InventoryTopic &topic);
    void consume(const PaymentTopic &topic);
    void consume(const ShippingTopic &topic);

    //! Mails come from a shop of this name in this country (ISO 3166) from now on.
    Result<> useShop(const QString &name, const QString &country);
    //! Mails go to this server from now on, or, without one, nowhere out of the house; what waited
    //! for the one before is sent at once.
    Result<> useServer(const std::optional<MailServer> &server);
    //! Tries to log in to a server that need not be the one in use; checked() follows.
    Result<> checkServer(const MailServer &server);
    //! Sends a mail once more, under the same message id; one that waits to be tried again, at
    //! once.
    Result<> sendAgain(const Command &command, MailId mail);

    //! Along with the order's confirmation; one that comes again changes nothing.
    Result<> attachReceipt(OrderId order, const MailFile &receipt);

    //! Of every kind, in their order.
    Result<QList<MailPlan>> plans() const;
    //! In the shop's own words from now on, or, without any, in Kontor's; errors as of
    //! checkedWording().
    Result<> setWording(const Command &command, MailKind kind, MailLanguage language,
                        const std::optional<MailText> &wording);
    Result<> setSwitchedOff(const Command &command, MailKind kind, bool isOff);

    Result<QueuedMail> mail(MailId id) const;
    Result<QList<QueuedMail>> inState(MailState state) const;
    Result<QList<QueuedMail>> about(OrderId order) const;

    //! RFC 5321 section 4.5.4.1: after four to five days a mail is given up that a server puts off.
    //! One that reaches no server waits for as long as that takes.
    static constexpr qint64 giveUpMs = 4LL * 24 * 60 * 60 * 1000;

Q_SIGNALS:
    void checked(const kontor::SmtpOutcome &outcome);

private:
    int patienceMs() const override { return 50; }
    Result<int> reachOut() override;

    Handled on(const AccountCreated &event, Transaction &tx);
    Handled on(const OrderProcessed &event, Transaction &tx);
    Handled on(const OrderCancelled &event, Transaction &tx);
    Handled on(const OrderReady &event, Transaction &tx);
    Handled on(const InventoryBackordered &event, Transaction &tx);
    Handled on(const PaymentRequested &event, Transaction &tx);
    Handled on(const PaymentFailed &event, Transaction &tx);
    Handled on(const PaymentRefunded &event, Transaction &tx);
    Handled on(const ShippingProcessed &event, Transaction &tx);
    Handled on(const ShippingDelivered &event, Transaction &tx);

    Result<> queue(Transaction &tx, MailKind kind, AccountId account, OrderId order,
                   const QList<MailValue> &values);
    Result<> intend(Transaction &tx, const QueuedMail &mail);
    //! When a mail is sent for the first time.
    Result<Timestamp> notBefore(const QueuedMail &mail) const;
    Result<> hurry(Transaction &tx, MailId mail);
    void send(const Intent &intent, const std::function<void(const CallReply &)> &answered);
    //! Why this customer does not get it; empty: he gets it.
    Result<QString> whyNot(const Account &account, const QueuedMail &mail) const;
    void sendTo(const Account &account, const QueuedMail &mail,
                const std::function<void(const MailReply &)> &answered);
    Result<Mail> writtenTo(const Account &account, const QueuedMail &mail) const;
    MailStyle styleFor(const Account &account) const;
    CallReply replyFrom(const MailReply &reply, const Intent &intent);
    Result<QList<MailValue>> valuesFor(const Account &account, const QueuedMail &mail) const;
    Result<> settle(const Intent &intent, const QByteArray &outcome, Transaction &tx);

    NotificationStore m_store;
    AccountService &m_accounts;
    MailTransport &m_transport;
    NotificationSettings m_settings;
    ExternalCalls m_calls;
};

} // namespace kontor
