// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/retry_task.h"

#include "app/cli/concern.h"
#include "app/cli/console.h"
#include "app/cli/story.h"
#include "services/core/call.h"

#include <QJsonArray>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

bool isAmong(const QList<ParkedEvent> &events, const ParkedEvent &wanted)
{
    return std::ranges::any_of(events, [&](const ParkedEvent &event) {
        return event.source == wanted.source && event.seq == wanted.seq;
    });
}

//! In the service's own thread: back in line, and at once tried.
Result<RetryTask::Tried> tryAgain(Service &service, const Shop &shop,
                                  const RetryTask::Wanted &wanted)
{
    auto parked = service.parkedEvents();
    if (!parked)
        return parked.error();
    parked->removeIf([&](const ParkedEvent &event) { return !wanted.means(event); });
    if (parked->isEmpty())
        return RetryTask::Tried();
    for (const ParkedEvent &event : *parked) {
        const auto moved = service.retryParked(shop.command(), event.source, event.subject);
        if (!moved)
            return moved.error();
    }
    // In passing trouble they stay in line.
    if (const auto pumped = service.pump(); !pumped && !isPassing(pumped.error()))
        return pumped.error();
    auto again = service.parkedEvents();
    if (!again)
        return again.error();
    again->removeIf([&](const ParkedEvent &event) { return !isAmong(*parked, event); });
    return RetryTask::Tried{int(parked->size()), *again};
}

} // namespace

RetryTask::RetryTask(const CommandLine &line, Shop &shop, Console &console)
    : m_line(line)
    , m_shop(shop)
    , m_console(console)
    , m_services(namedServices(shop))
{
    m_wanted.all = line.options.contains(u"all"_s);
}

void RetryTask::start()
{
    if (m_wanted.all)
        return tryNext();
    const QString name = m_line.arguments[0];
    m_services.removeIf([&](const NamedService &service) { return service.name != name; });
    if (m_services.isEmpty())
        return refuse(Error(UsageError::Wrong, u"There is no service '%1'; they are %2."_s.arg(
                                                   name, ShopSettings::services().join(u", "_s))),
                      m_console);
    m_wanted.source = m_line.arguments[1];
    findSubject(m_line.arguments[2]);
}

void RetryTask::findSubject(const QString &idOrNumber)
{
    if (const auto id = SubjectId::fromText(idOrNumber)) {
        m_wanted.subject = *id;
        return tryNext();
    }
    call(m_shop.order(), &OrderService::orderByReceipt, idOrNumber)
        .then(this, [this, idOrNumber](const Result<std::optional<Order>> &order) {
            if (!order)
                return fail(order.error());
            if (!order->has_value())
                return fail(Error(StoryError::NoSuchOrder,
                                  u"There is no order '%1'."_s.arg(idOrNumber.left(60))));
            m_wanted.subject = subject((*order)->id);
            tryNext();
        });
}

void RetryTask::tryNext()
{
    if (m_services.isEmpty())
        return tell();
    const NamedService next = m_services.takeFirst();
    const auto work = [&shop = std::as_const(m_shop), wanted = m_wanted](Service &service) {
        return tryAgain(service, shop, wanted);
    };
    call(*next.service, work).then(this, [this, name = next.name](const Result<Tried> &tried) {
        if (!tried)
            return fail(tried.error());
        note(name, *tried);
        tryNext();
    });
}

void RetryTask::note(const QString &service, const Tried &tried)
{
    m_events += tried.events;
    for (const ParkedEvent &event : tried.parkedAgain)
        m_parkedAgain.append({service, event});
}

void RetryTask::tell()
{
    if (m_events == 0 && !m_wanted.all)
        return fail(Error(UsageError::Wrong,
                          u"Nothing is parked there; kontor attention lists what is."_s));
    if (m_line.json) {
        QJsonArray again;
        for (const auto &[service, event] : m_parkedAgain)
            again.append(told(concernOf(Concern::Parked{service, event})).facts);
        m_console.print(QJsonObject{{u"retried"_s, m_events}, {u"parked_again"_s, again}});
    } else {
        m_console.print(m_events == 1 ? u"1 event was tried again."_s
                                      : u"%1 events were tried again."_s.arg(m_events));
        for (const auto &[service, event] : m_parkedAgain)
            m_console.print(u"parked again: "_s +
                            told(concernOf(Concern::Parked{service, event})).text);
    }
    Q_EMIT finished(m_parkedAgain.isEmpty() ? 0 : 1);
}

void RetryTask::fail(const Error &error)
{
    m_console.complain(error);
    Q_EMIT finished(1);
}

} // namespace kontor
