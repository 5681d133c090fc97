// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/notification_service.h"

#include "services/core/call.h"
#include "services/notification/mail_format.h"
#include "services/notification/mail_template.h"
#include "services/notification/mail_values.h"

#include <QPointer>

#include <algorithm>
#include <array>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxListedMails = 1000;

//! What came of a mail; recorded as the outcome of its intent.
struct MailOutcome
{
    QString note;
    MailState state = MailState::Sent;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("note", self.note);
        a("state", self.state);
    }
};

CallReply mailIs(MailState state, const QString &note = {})
{
    return {CallReply::Kind::Definite, encode(MailOutcome{note, state}), {}};
}

constexpr qint64 minuteMs = 60'000;
//! Servers that know a sender not yet put him off for minutes; RFC 5321 section 4.5.4.1 wants half
//! an hour between tries in the end.
constexpr std::array postponedMs{5 * minuteMs, 10 * minuteMs, 20 * minuteMs, 30 * minuteMs};
//! A server that is not reached, or that takes nothing from us, is often back sooner.
constexpr std::array unreachedMs{minuteMs / 2, minuteMs, 2 * minuteMs, 5 * minuteMs, 15 * minuteMs};

//! What may have arrived comes again only a few times, since each may be one more copy.
constexpr std::array perhapsSentMs{5 * minuteMs, 30 * minuteMs, 120 * minuteMs};
constexpr int leastTries = 10;

template <size_t count>
qint64 pauseOf(const std::array<qint64, count> &pauses, int attempts)
{
    return pauses[std::min<size_t>(size_t(attempts), count - 1)];
}

QString cancelReason(CancelReason reason)
{
    switch (reason) {
    case CancelReason::ByStaff:
        return u"as agreed with our staff"_s;
    case CancelReason::OutOfStock:
        return u"not everything is in stock any more"_s;
    case CancelReason::Declined:
        return u"the payment was declined"_s;
    case CancelReason::CaptureFailed:
        return u"the payment could not be collected"_s;
    case CancelReason::Expired:
        return u"the payment did not arrive in time"_s;
    case CancelReason::NotDeliverable:
        return u"the parcel cannot be delivered to this address"_s;
    case CancelReason::Recalled:
        return u"the parcel was called back"_s;
    case CancelReason::NotCollected:
        return u"the goods were not collected in time"_s;
    }
    return {};
}

QString paymentReason(PaymentFailure reason)
{
    switch (reason) {
    case PaymentFailure::OutOfStock:
        return u"not everything is in stock any more"_s;
    case PaymentFailure::Declined:
        return u"the payment was declined"_s;
    case PaymentFailure::CaptureFailed:
        return u"the payment could not be collected"_s;
    case PaymentFailure::Expired:
        return u"the payment did not arrive in time"_s;
    }
    return {};
}

} // namespace

NotificationService::NotificationService(Store &store, const Clock &clock, const Rights &rights,
                                         AccountService &accounts, MailTransport &transport,
                                         NotificationSettings settings)
    : Service(store, clock, rights)
    , m_store(store)
    , m_accounts(accounts)
    , m_transport(transport)
    , m_settings(std::move(settings))
    , m_calls(
          store, clock,
          [this](const Intent &intent, const std::function<void(const CallReply &)> &answered) {
              send(intent, [self = QPointer(this), answered](const CallReply &reply) {
                  if (self)
                      answered(reply);
              });
          },
          [this](const Intent &intent, const QByteArray &outcome, Transaction &tx) {
              return settle(intent, outcome, tx);
          })
{
    connect(&m_calls, &ExternalCalls::settled, this, &Service::wake);
}

void NotificationService::consume(const AccountTopic &topic)
{
    subscribe(topic).on<AccountCreated>(this, &NotificationService::on);
}

void NotificationService::consume(const OrderTopic &topic)
{
    subscribe(topic)
        .on<OrderProcessed>(this, &NotificationService::on)
        .on<OrderCancelled>(this, &NotificationService::on)
        .on<OrderReady>(this, &NotificationService::on);
}

void NotificationService::consume(const InventoryTopic &topic)
{
    subscribe(topic).on<InventoryBackordered>(this, &NotificationService::on);
}

void NotificationService::consume(const PaymentTopic &topic)
{
    subscribe(topic)
        .on<PaymentRequested>(this, &NotificationService::on)
        .on<PaymentFailed>(this, &NotificationService::on)
        .on<PaymentRefunded>(this, &NotificationService::on);
}

void NotificationService::consume(const ShippingTopic &topic)
{
    subscribe(topic)
        .on<ShippingProcessed>(this, &NotificationService::on)
        .on<ShippingDelivered>(this, &NotificationService::on);
}

Result<int> NotificationService::reachOut() { return m_calls.sendDue(); }

Handled NotificationService::on(const AccountCreated &event, Transaction &tx)
{
    return queue(tx, MailKind::Welcome, event.account, {}, {});
}

Handled NotificationService::on(const OrderProcessed &event, Transaction &tx)
{
    if (event.fulfilment == Fulfilment::Counter || event.customer.isNull())
        return Handled::done();
    if (const auto noted = m_store.noteReceipt(tx, event.order, event.receipt); !noted)
        return noted.error();
    QList<MailValue> values{amountValue(event.total)};
    if (event.wishedFor.isValid())
        values.append({u"wished_for"_s, mailDate(event.wishedFor, m_settings.locale)});
    return queue(tx, MailKind::OrderConfirmed, event.customer, event.order, values);
}

Handled NotificationService::on(const OrderCancelled &event, Transaction &tx)
{
    return queue(tx, MailKind::OrderCancelled, event.customer, event.order,
                 {{u"reason"_s, cancelReason(event.reason)}});
}

Handled NotificationService::on(const OrderReady &event, Transaction &tx)
{
    QList<MailValue> values;
    if (event.collectBy != Timestamp{})
        values.append(dateValue(u"collect_by"_s, event.collectBy));
    return queue(tx, MailKind::OrderReady, event.customer, event.order, values);
}

Handled NotificationService::on(const InventoryBackordered &event, Transaction &tx)
{
    return queue(tx, MailKind::Backordered, event.customer, event.order, {});
}

Handled NotificationService::on(const PaymentRequested &event, Transaction &tx)
{
    return queue(tx, MailKind::PaymentLink, event.customer, event.order,
                 {amountValue(event.amount),
                  dateValue(u"expires"_s, event.expires),
                  {u"link"_s, event.link}});
}

Handled NotificationService::on(const PaymentFailed &event, Transaction &tx)
{
    // What follows from it, the cancellation, says so too.
    if (event.reason == PaymentFailure::OutOfStock)
        return Handled::done();
    return queue(tx, MailKind::PaymentFailed, event.customer, event.order,
                 {{u"reason"_s, paymentReason(event.reason)}});
}

Handled NotificationService::on(const PaymentRefunded &event, Transaction &tx)
{
    if (event.stage != RefundStage::Done)
        return Handled::done();
    if (!event.amount.isZero()) {
        if (const auto queued = queue(tx, MailKind::Refunded, event.customer, event.order,
                                      {amountValue(event.amount)});
            !queued)
            return queued.error();
    }
    if (event.due.isZero())
        return Handled::done();
    return queue(tx, MailKind::RefundDue, event.customer, event.order, {amountValue(event.due)});
}

Handled NotificationService::on(const ShippingProcessed &event, Transaction &tx)
{
    return queue(tx, MailKind::Shipped, event.customer, event.order,
                 {{u"carrier"_s, event.carrier}, {u"tracking_number"_s, event.trackingNumber}});
}

Handled NotificationService::on(const ShippingDelivered &event, Transaction &tx)
{
    return queue(tx, MailKind::Delivered, event.customer, event.order, {});
}

MailValue NotificationService::amountValue(const Money &amount) const
{
    return {u"amount"_s, mailAmount(amount, m_settings.locale)};
}

MailValue NotificationService::dateValue(const QString &name, Timestamp time) const
{
    return {name, mailDate(time, m_settings.zone, m_settings.locale)};
}

Result<> NotificationService::queue(Transaction &tx, MailKind kind, AccountId account,
                                    OrderId order, const QList<MailValue> &values)
{
    if (account.isNull())
        return {};
    const auto name = nameOf(kind);
    const QByteArray what =
        tx.cause().event.toUtf8() + '/' + QByteArray(name.data(), qsizetype(name.size()));
    QueuedMail mail;
    mail.id = MailId::named(tx.at(), what);
    mail.messageId = messageIdFor(mail.id);
    mail.kind = kind;
    mail.account = account;
    mail.order = order;
    mail.values = values;
    mail.createdAt = tx.at();
    const auto added = m_store.add(tx, mail);
    if (!added)
        return added.error();
    if (!*added)
        return {};
    return intend(tx, mail);
}

Result<> NotificationService::intend(Transaction &tx, const QueuedMail &mail)
{
    const QString what = u"mail/%1/%2"_s.arg(mail.id.toString()).arg(mail.retries);
    return m_calls.intend(tx, IntentId::named(tx.at(), what.toUtf8()), u"mail"_s, subject(mail.id),
                          encode(mail.id));
}

void NotificationService::send(const Intent &intent,
                               const std::function<void(const CallReply &)> &answered)
{
    const auto known = mail(MailId(intent.subject.bytes()));
    if (!known)
        return answered({CallReply::Kind::NotSent, {}, known.error().text()});
    call(m_accounts, &AccountService::account, known->account)
        .then(this, [this, intent, queued = *known, answered](const Result<Account> &account) {
            if (account && account->details.email.isEmpty())
                return answered(mailIs(MailState::Skipped, u"the account has no mail address"_s));
            if (account)
                return sendTo(*account, queued,
                              [self = QPointer(this), intent, answered](const MailReply &reply) {
                                  if (self)
                                      answered(self->replyFrom(reply, intent));
                              });
            if (account.error().is(AccountError::NotFound))
                return answered(mailIs(MailState::Skipped, u"there is no such account"_s));
            answered({CallReply::Kind::NotSent, {}, account.error().text()});
        });
}

void NotificationService::sendTo(const Account &account, const QueuedMail &mail,
                                 const std::function<void(const MailReply &)> &answered)
{
    const auto values = valuesFor(account, mail);
    if (!values)
        return answered({MailReply::Kind::NotSent, values.error().text()});
    const auto text = renderedMail(mail.kind, *values);
    if (!text)
        return answered({MailReply::Kind::Refused, text.error().text()});
    m_transport.send({mail.messageId,
                      mail.createdAt,
                      m_settings.from,
                      {account.details.name, account.details.email},
                      text->subject,
                      text->body},
                     answered);
}

void NotificationService::tellWay(const MailReply &reply)
{
    const bool isTrouble = reply.kind == MailReply::Kind::NotSent;
    if (isTrouble == m_isTroubled || reply.kind == MailReply::Kind::Unknown)
        return;
    m_isTroubled = isTrouble;
    if (isTrouble)
        Q_EMIT troubled(u"notification"_s, reply.note);
    else
        Q_EMIT recovered(u"notification"_s);
}

CallReply NotificationService::replyFrom(const MailReply &reply, const Intent &intent)
{
    tellWay(reply);
    if (reply.kind == MailReply::Kind::Accepted)
        return mailIs(MailState::Sent);
    const bool isOld = clock().now().ms - intent.createdAt.ms > giveUpMs;
    if (reply.kind == MailReply::Kind::Refused ||
        (reply.kind == MailReply::Kind::Postponed && isOld && intent.attempts >= leastTries))
        return mailIs(MailState::Failed, reply.note);
    if (reply.kind == MailReply::Kind::Unknown && intent.attempts >= int(perhapsSentMs.size()))
        return mailIs(MailState::Failed,
                      u"it may have arrived, the server's answer did not: %1"_s.arg(reply.note));
    CallReply again{CallReply::Kind::NotSent, {}, reply.note};
    switch (reply.kind) {
    case MailReply::Kind::Postponed:
        again.waitMs = pauseOf(postponedMs, intent.attempts);
        break;
    case MailReply::Kind::Unknown:
        again.kind = CallReply::Kind::Unknown;
        again.waitMs = pauseOf(perhapsSentMs, intent.attempts);
        break;
    default:
        again.waitMs = pauseOf(unreachedMs, intent.attempts);
    }
    return again;
}

Result<QList<MailValue>> NotificationService::valuesFor(const Account &account,
                                                        const QueuedMail &mail) const
{
    QList<MailValue> values = mail.values;
    values.append({u"name"_s, account.details.name});
    values.append({u"shop"_s, m_settings.from.name});
    if (mail.order.isNull())
        return values;
    const auto receipt = m_store.receiptOf(mail.order);
    if (!receipt)
        return receipt.error();
    values.append({u"receipt"_s, receipt->value_or(mail.order.toString())});
    return values;
}

Result<> NotificationService::settle(const Intent &intent, const QByteArray &outcome,
                                     Transaction &tx)
{
    const auto what = decode<MailOutcome>(outcome);
    KONTOR_CHECK(bool(what));
    return m_store.setState(tx, MailId(intent.subject.bytes()), what->state, what->note);
}

Result<> NotificationService::useShop(const QString &name, const QString &country)
{
    m_settings.from.name = name;
    m_settings.locale = mailLocale(country);
    return {};
}

Result<> NotificationService::useServer(const std::optional<MailServer> &server)
{
    m_transport.use(server);
    // What was meant for a server is not hurried into a folder.
    if (!server)
        return {};
    const auto hurried =
        inTransaction(db(), [this](Transaction &tx) { return m_calls.hurryAll(tx); });
    wake();
    return hurried;
}

Result<> NotificationService::checkServer(const MailServer &server)
{
    m_transport.check(server, [self = QPointer(this)](const SmtpOutcome &outcome) {
        if (self)
            Q_EMIT self->checked(outcome);
    });
    return {};
}

Result<> NotificationService::sendAgain(const Command &command, MailId id)
{
    const auto done =
        perform<CommandName::NotificationRetry>(command, [&](Transaction &tx) -> Result<> {
            auto known = mail(id);
            if (!known)
                return known.error();
            if (known->state == MailState::Queued)
                return hurry(tx, id);
            ++known->retries;
            if (const auto queued = m_store.queueAgain(tx, id, known->retries); !queued)
                return queued.error();
            return intend(tx, *known);
        });
    wake();
    return done;
}

Result<> NotificationService::hurry(Transaction &tx, MailId id)
{
    const auto open = m_calls.openIntents();
    if (!open)
        return open.error();
    const auto waiting = std::find_if(open->begin(), open->end(), [&](const Intent &intent) {
        return intent.subject == subject(id) && intent.state != IntentState::Sent &&
               intent.attempts > 0;
    });
    if (waiting == open->end())
        return Error(NotificationError::UnderWay);
    return m_calls.hurry(tx, waiting->id);
}

Result<QueuedMail> NotificationService::mail(MailId id) const
{
    const auto known = m_store.mail(id);
    if (!known)
        return known.error();
    if (!known->has_value())
        return Error(NotificationError::NotFound, id.toString());
    return **known;
}

Result<QList<QueuedMail>> NotificationService::inState(MailState state) const
{
    return m_store.inState(state, maxListedMails);
}

Result<QList<QueuedMail>> NotificationService::about(OrderId order) const
{
    return m_store.about(order);
}

} // namespace kontor
