// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/notification_service.h"

#include "services/core/call.h"
#include "services/core/mail_address.h"
#include "services/notification/mail_format.h"
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

CallReply notSentBecause(const Error &error)
{
    return CallReply{CallReply::Kind::NotSent, {}, error.text()}.notAsked();
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
//! For who asks for his confirmation once more.
constexpr qint64 keepReceiptMs = 90LL * 24 * 60 * minuteMs;

template <size_t count>
qint64 pauseOf(const std::array<qint64, count> &pauses, int attempts)
{
    return pauses[std::min<size_t>(size_t(attempts), count - 1)];
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
    watch(m_calls);
}

Result<int> NotificationService::reachOut() { return m_calls.sendDue(); }

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
    mail.messageId = messageIdFor(mail.id, m_settings.from.address);
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
    const auto earliest = notBefore(mail);
    if (!earliest)
        return earliest.error();
    return m_calls.intend(tx, IntentId::named(tx.at(), what.toUtf8()), u"mail"_s, subject(mail.id),
                          encode(mail.id), *earliest);
}

Result<Timestamp> NotificationService::notBefore(const QueuedMail &mail) const
{
    if (mail.kind != MailKind::OrderConfirmed || mail.retries > 0 || m_settings.receiptWaitMs == 0)
        return Timestamp{};
    const auto receipt = m_store.receiptFile(mail.order);
    if (!receipt)
        return receipt.error();
    return *receipt ? Timestamp{} : Timestamp{mail.createdAt.ms + m_settings.receiptWaitMs};
}

Result<> NotificationService::attachReceipt(OrderId order, const MailFile &receipt)
{
    const auto attached = inTransaction(db(), [&](Transaction &tx) -> Result<> {
        const Timestamp now = clock().now();
        if (const auto added =
                m_store.addReceipt(tx, order, receipt, now, {now.ms - keepReceiptMs});
            !added)
            return added;
        const auto mails = m_store.about(order);
        if (!mails)
            return mails.error();
        for (const QueuedMail &mail : *mails) {
            if (mail.kind != MailKind::OrderConfirmed || mail.state != MailState::Queued)
                continue;
            if (const auto hurried = m_calls.hurry(tx, subject(mail.id)); !hurried)
                return hurried.error();
        }
        return {};
    });
    wake();
    return attached;
}

void NotificationService::send(const Intent &intent,
                               const std::function<void(const CallReply &)> &answered)
{
    const auto known = mail(MailId(intent.subject.bytes()));
    if (!known)
        return answered(notSentBecause(known.error()));
    call(m_accounts, &AccountService::account, known->account)
        .then(this, [this, intent, queued = *known, answered](const Result<Account> &account) {
            const auto why = account ? whyNot(*account, queued) : Result<QString>(QString());
            if (!why)
                return answered(notSentBecause(why.error()));
            if (!why->isEmpty())
                return answered(mailIs(MailState::Skipped, *why).notAsked());
            if (account)
                return sendTo(*account, queued,
                              [self = QPointer(this), intent, answered](const MailReply &reply) {
                                  if (self)
                                      answered(self->replyFrom(reply, intent));
                              });
            if (account.error().is(AccountError::NotFound))
                return answered(
                    mailIs(MailState::Skipped, u"there is no such account"_s).notAsked());
            answered(notSentBecause(account.error()));
        });
}

Result<QString> NotificationService::whyNot(const Account &account, const QueuedMail &mail) const
{
    if (account.details.email.isEmpty())
        return u"the account has no mail address"_s;
    // Who pays by a link asked for it.
    if (!account.details.wantsMails && mail.kind != MailKind::PaymentLink)
        return u"the customer wants no mails"_s;
    const auto isOff = m_store.isSwitchedOff(mail.kind);
    if (!isOff)
        return isOff.error();
    return *isOff ? u"mails of this kind are switched off"_s : QString();
}

void NotificationService::sendTo(const Account &account, const QueuedMail &mail,
                                 const std::function<void(const MailReply &)> &answered)
{
    const auto written = writtenTo(account, mail);
    if (written)
        return m_transport.send(*written, answered);
    const bool isOurs = written.error().isIn<NotificationError>();
    answered(
        {isOurs ? MailReply::Kind::Refused : MailReply::Kind::NotSent, written.error().text()});
}

MailStyle NotificationService::styleFor(const Account &account) const
{
    const auto language = enumFromName<MailLanguage>(account.details.mailLanguage.toStdString())
                              .value_or(mailLanguage(m_settings.country));
    return {language, mailLocale(language, m_settings.country), m_settings.zone};
}

Result<Mail> NotificationService::writtenTo(const Account &account, const QueuedMail &mail) const
{
    const MailStyle style = styleFor(account);
    const auto values = valuesFor(account, mail);
    if (!values)
        return values.error();
    const auto own = m_store.wording(mail.kind, style.language);
    if (!own)
        return own.error();
    const auto text =
        filledMail(own->value_or(usualWording(mail.kind, style.language)), *values, style);
    if (!text)
        return text.error();
    Mail written{mail.messageId,
                 mail.createdAt,
                 m_settings.from,
                 {account.details.name, account.details.email},
                 text->subject,
                 text->body,
                 {}};
    if (mail.kind == MailKind::OrderConfirmed) {
        const auto receipt = m_store.receiptFile(mail.order);
        if (!receipt)
            return receipt.error();
        if (*receipt)
            written.files.append(**receipt);
    }
    return written;
}

CallReply NotificationService::replyFrom(const MailReply &reply, const Intent &intent)
{
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
    if (reply.kind != MailReply::Kind::Postponed)
        again.reach = CallReply::Reach::Missed;
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
    m_settings.country = country;
    return {};
}

Result<> NotificationService::useServer(const std::optional<MailServer> &server)
{
    m_transport.use(server);
    if (server && isMailAddress(server->sender))
        m_settings.from.address = server->sender;
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
    const auto hurried = m_calls.hurry(tx, subject(id));
    if (!hurried)
        return hurried.error();
    return *hurried > 0 ? Result<>() : Error(NotificationError::UnderWay);
}

Result<QList<MailPlan>> NotificationService::plans() const { return m_store.plans(); }

Result<> NotificationService::setWording(const Command &command, MailKind kind,
                                         MailLanguage language,
                                         const std::optional<MailText> &wording)
{
    return perform<CommandName::NotificationSetWording>(command, [&](Transaction &tx) -> Result<> {
        if (!wording)
            return m_store.dropWording(tx, kind, language);
        if (const auto fits = checkedWording(kind, *wording); !fits)
            return fits;
        return m_store.saveWording(tx, kind, language, *wording);
    });
}

Result<> NotificationService::setSwitchedOff(const Command &command, MailKind kind, bool isOff)
{
    return perform<CommandName::NotificationSwitch>(command, [&](Transaction &tx) -> Result<> {
        return m_store.setSwitchedOff(tx, kind, isOff);
    });
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
