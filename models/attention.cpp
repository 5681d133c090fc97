// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attention.h"

#include "services/core/call.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Unknown stays unknown while it is asked again.
bool isUnclear(const Intent &call)
{
    return call.state == IntentState::Unknown || (call.state == IntentState::Sent && call.unsure);
}

Result<QList<OpenCall>> unclearPayments(const PaymentService &payment)
{
    auto calls = payment.openCalls();
    if (calls)
        calls->removeIf([](const OpenCall &open) { return !isUnclear(open.intent); });
    return calls;
}

Result<QList<Intent>> unclearShippings(const ShippingService &shipping)
{
    auto intents = shipping.openIntents();
    if (intents)
        intents->removeIf([](const Intent &open) { return !isUnclear(open); });
    return intents;
}

Result<QList<QueuedMail>> failedMails(const NotificationService &notification)
{
    return notification.inState(MailState::Failed);
}

Result<QList<Order>> ordersAmong(const OrderService &orders, const QList<SubjectId> &subjects)
{
    QList<Order> found;
    for (const SubjectId &about : subjects) {
        const auto order = orders.order(OrderId(about.bytes()));
        if (!order)
            return order.error();
        if (order->has_value())
            found.append(**order);
    }
    return found;
}

} // namespace

Attention::Attention(const Asked &asked, QObject *parent) : QObject(parent), m_asked(asked) {}

void Attention::refresh()
{
    const auto make = [](const auto &entry) { return concernOf(entry); };
    ask(u"pickups"_s, m_asked.order, &OrderService::uncollected, make);
    ask(u"declined"_s, m_asked.order, &OrderService::declined, make);
    ask(u"dues"_s, m_asked.payment, &PaymentService::dues, make);
    ask(u"refunds"_s, m_asked.payment, &PaymentService::refundsDue, make);
    ask(u"payments"_s, m_asked.payment, unclearPayments, make);
    ask(u"differences"_s, m_asked.payment, &PaymentService::differences, make);
    ask(u"parcels"_s, m_asked.shipping, &ShippingService::tasks, make);
    ask(u"shippings"_s, m_asked.shipping, unclearShippings, make);
    ask(u"mails"_s, m_asked.notification, failedMails, make);
    for (qsizetype i = 0; i < m_asked.services.size(); ++i) {
        Service &service = *m_asked.services[i];
        ask(u"parked/%1"_s.arg(i), service, &Service::parkedEvents,
            [name = service.name()](const ParkedEvent &event) {
                return concernOf(Concern::Parked{name, event});
            });
    }
}

template <class Teller, class Function, class Make>
void Attention::ask(const QString &what, Teller &service, Function function, Make make)
{
    ++m_awaited;
    call(service, function).then(this, [this, what, make](const auto &entries) {
        auto &answer = m_answers[what];
        answer.reset();
        if (entries) {
            answer.emplace();
            for (const auto &entry : *entries)
                answer->append(make(entry));
        } else {
            Q_EMIT failed(entries.error());
        }
        gather();
        endAnswer();
    });
}

void Attention::gather()
{
    QList<SubjectId> unknown;
    for (const auto &[what, answer] : m_answers) {
        for (const Concern &concern : answer.value_or(QList<Concern>())) {
            const bool named = !concern.receipt.isEmpty() && concern.since != Timestamp{};
            if (!named && !m_orders.contains(concern.about) && !unknown.contains(concern.about))
                unknown.append(concern.about);
        }
    }
    if (!unknown.isEmpty())
        askForOrders(unknown);
    compose();
}

void Attention::askForOrders(const QList<SubjectId> &subjects)
{
    for (const SubjectId &about : subjects)
        m_orders.insert(about, std::nullopt);
    ++m_awaited;
    call(m_asked.order, ordersAmong, subjects)
        .then(this, [this, subjects](const Result<QList<Order>> &orders) {
            if (!orders)
                Q_EMIT failed(orders.error());
            for (const SubjectId &about : subjects)
                m_orders.remove(about); // what is none yet may become one
            for (const Order &order : orders ? *orders : QList<Order>())
                m_orders.insert(subject(order.id), order);
            compose();
            endAnswer();
        });
}

void Attention::compose()
{
    QList<Concern> all;
    for (const auto &[what, answer] : m_answers)
        all += answer.value_or(QList<Concern>());
    for (Concern &concern : all) {
        const auto order = m_orders.value(concern.about);
        if (!order)
            continue;
        if (concern.receipt.isEmpty())
            concern.receipt = order->receipt;
        if (concern.since == Timestamp{})
            concern.since = order->placedAt;
    }
    std::ranges::stable_sort(all, {}, [](const Concern &concern) { return concern.since.ms; });
    const bool known = isKnown();
    if (all == m_concerns && known == m_wasKnown)
        return;
    m_concerns = all;
    m_wasKnown = known;
    Q_EMIT changed();
}

void Attention::endAnswer()
{
    if (--m_awaited == 0)
        Q_EMIT answered();
}

QList<Concern> Attention::concernsAbout(SubjectId about) const
{
    QList<Concern> found;
    std::ranges::copy_if(m_concerns, std::back_inserter(found),
                         [&](const Concern &concern) { return concern.about == about; });
    return found;
}

bool Attention::isKnown() const
{
    return std::ranges::all_of(m_answers,
                               [](const auto &asked) { return asked.second.has_value(); });
}

} // namespace kontor
