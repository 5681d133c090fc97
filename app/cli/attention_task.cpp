// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/attention_task.h"

#include "app/cli/console.h"
#include "app/cli/named_services.h"
#include "services/core/call.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

Result<QList<OpenCall>> unclearPayments(const PaymentService &payment)
{
    auto calls = payment.openCalls();
    if (calls)
        calls->removeIf(
            [](const OpenCall &open) { return open.intent.state != IntentState::Unknown; });
    return calls;
}

Result<QList<Intent>> unclearShippings(const ShippingService &shipping)
{
    auto intents = shipping.openIntents();
    if (intents)
        intents->removeIf([](const Intent &open) { return open.state != IntentState::Unknown; });
    return intents;
}

Result<QList<QueuedMail>> failedMails(const NotificationService &notification)
{
    return notification.inState(MailState::Failed);
}

//! Of those of the subjects that are orders.
Result<QHash<SubjectId, QString>> receiptsOf(const OrderService &orders,
                                             const QList<SubjectId> &subjects)
{
    QHash<SubjectId, QString> receipts;
    for (const SubjectId &about : subjects) {
        const auto order = orders.order(OrderId(about.bytes()));
        if (!order)
            return order.error();
        if (order->has_value())
            receipts.insert(about, (*order)->receipt);
    }
    return receipts;
}

} // namespace

AttentionTask::AttentionTask(const CommandLine &line, Shop &shop, Console &console)
    : m_json(line.json)
    , m_shop(shop)
    , m_console(console)
{
}

void AttentionTask::start()
{
    const auto make = [](const auto &entry) { return concernOf(entry); };
    for (const auto &[name, service] : namedServices(m_shop))
        ask(*service, &Service::parkedEvents,
            [name = name](const ParkedEvent &event) { return concernOf(name, event); });
    ask(m_shop.order(), &OrderService::uncollected, make);
    ask(m_shop.payment(), &PaymentService::dues, make);
    ask(m_shop.payment(), &PaymentService::refundsDue, make);
    ask(m_shop.payment(), unclearPayments, make);
    ask(m_shop.shipping(), &ShippingService::tasks, make);
    ask(m_shop.shipping(), unclearShippings, make);
    ask(m_shop.notification(), failedMails, make);
}

template <class Asked, class Function, class Make>
void AttentionTask::ask(Asked &service, Function function, Make make)
{
    ++m_awaited;
    call(service, function).then(this, [this, make](const auto &entries) {
        if (!entries)
            return fail(entries.error());
        for (const auto &entry : *entries)
            m_concerns.append(make(entry));
        if (--m_awaited == 0)
            askForReceipts();
    });
}

void AttentionTask::askForReceipts()
{
    QList<SubjectId> unnamed;
    for (const Concern &concern : m_concerns) {
        if (concern.receipt.isEmpty())
            unnamed.append(concern.about);
    }
    call(m_shop.order(), receiptsOf, unnamed)
        .then(this, [this](const Result<QHash<SubjectId, QString>> &receipts) {
            if (!receipts)
                return fail(receipts.error());
            tell(*receipts);
        });
}

void AttentionTask::tell(const QHash<SubjectId, QString> &receipts)
{
    for (Concern &concern : m_concerns) {
        if (concern.receipt.isEmpty())
            concern.receipt = receipts.value(concern.about);
    }
    std::ranges::sort(m_concerns, {}, [](const Concern &concern) {
        return std::tuple(concern.kind, concern.about, concern.text);
    });
    if (m_json)
        tellJson();
    else
        tellPeople();
    Q_EMIT finished(0);
}

void AttentionTask::tellJson() const
{
    QJsonArray all;
    for (const Concern &concern : m_concerns) {
        QJsonObject told = concern.facts;
        told.insert(u"what"_s, nameText(concern.kind).replace(u' ', u'_'));
        told.insert(u"id"_s, concern.about.toString());
        told.insert(u"receipt"_s, concern.receipt);
        all.append(told);
    }
    m_console.print(QJsonObject{{u"attention"_s, all}, {u"count"_s, all.size()}});
}

void AttentionTask::tellPeople() const
{
    if (m_concerns.isEmpty())
        m_console.print(u"Nothing needs attention."_s);
    for (const Concern &concern : m_concerns)
        m_console.print(u"%1  %2  %3"_s.arg(
            nameText(concern.kind).leftJustified(13),
            concern.receipt.isEmpty() ? concern.about.toString() : concern.receipt, concern.text));
}

void AttentionTask::fail(const Error &error)
{
    if (std::exchange(m_failed, true))
        return;
    m_console.complain(error);
    Q_EMIT finished(1);
}

} // namespace kontor
