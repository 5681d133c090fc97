// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/control.h"

#include <QUrlQuery>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

Control::Control(World &world, const PaymentSystem &payments, const LogisticsSystem &logistics,
                 FaultPlan &faults)
    : m_world(world)
    , m_payments(payments)
    , m_logistics(logistics)
    , m_faults(faults)
{
    const auto own = [this](auto member) { return std::bind_front(member, this); };
    const auto &labels = m_logistics.labels();
    m_routes = {
        {"GET", u"/_sandbox/health", own(&Control::health)},
        {"GET", u"/_sandbox/calls", own(&Control::calls)},
        {"POST", u"/_sandbox/faults", own(&Control::setFaults)},
        {"GET", u"/_sandbox/pay/{session}", own(&Control::payPage)},
        {"POST", u"/_sandbox/pay/{session}", own(&Control::pay)},
        {"POST", u"/_sandbox/lapse/{id}", own(&Control::lapse)},
        {"POST", u"/_sandbox/scan/{number}",
         [&labels](const auto &call) { return labels.scan(call.id, u"TRANSIT"_s); }},
        {"POST", u"/_sandbox/deliver/{number}",
         [&labels](const auto &call) { return labels.scan(call.id, u"DELIVERED"_s); }},
        {"POST", u"/_sandbox/return/{number}",
         [&labels](const auto &call) { return labels.scan(call.id, u"RETURNED"_s); }},
        {"POST", u"/_sandbox/fail/{number}",
         [&labels](const auto &call) { return labels.scan(call.id, u"FAILURE"_s); }},
        {"POST", u"/_sandbox/settle/{refund}",
         [&labels](const auto &call) { return labels.settleVoid(call.id); }},
        {"GET", u"/_sandbox/labels/{id}",
         [&labels](const auto &call) {
             return Answer{labels.labelFile(call.id), {}};
         }},
    };
}

Answer Control::answer(const HttpRequest &request) const
{
    const auto match = findRoute(m_routes, request);
    if (!match.route)
        return {jsonResponse(match.knownPath ? 405 : 404, {{u"detail"_s, u"Not found."_s}}), {}};
    return match.route->handler({request, match.ids.value(0)});
}

Answer Control::health(const ControlCall &) const
{
    return {jsonResponse(200, {{u"status"_s, u"ok"_s}, {u"ledger_lines"_s, m_world.ledgerLines()}}),
            {}};
}

Answer Control::calls(const ControlCall &) const
{
    return {jsonResponse(200, m_faults.counters()), {}};
}

Answer Control::setFaults(const ControlCall &call) const
{
    auto plan = FaultPlan::parse(call.request.body);
    if (!plan)
        return {jsonResponse(400, {{u"detail"_s, plan.reason()}}), {}};
    m_faults = std::move(*plan);
    return {jsonResponse(200, m_faults.counters()), {}};
}

Answer Control::payPage(const ControlCall &call) const
{
    const auto *session = m_world.find(u"checkout.session"_s, call.id);
    if (!session)
        return notFoundThere();
    HttpResponse page;
    page.contentType = "text/html; charset=utf-8";
    const auto status = session->value(u"status"_s).toString();
    const auto amount = QString::number(session->value(u"amount_total"_s).toInteger());
    const auto currency = session->value(u"currency"_s).toString().toUpper();
    auto text = u"<!doctype html><title>Training payment</title><h1>Training payment</h1>"
                "<p>%1 minor units of %2. This link is %3. No money moves.</p>"_s.arg(
                    amount, currency, status);
    if (status == u"open")
        text += u"<form method=\"post\"><button>Pay</button></form>"_s;
    page.body = text.toUtf8();
    return {page, {}};
}

Answer Control::pay(const ControlCall &call) const
{
    const auto chosen =
        QUrlQuery(QString::fromUtf8(call.request.query)).queryItemValue(u"payment_method"_s);
    return m_payments.sessions().pay(call.id, chosen.isEmpty() ? u"pm_card_visa"_s : chosen);
}

Answer Control::lapse(const ControlCall &call) const
{
    if (call.id == u"idempotency-keys") {
        if (!m_world.forgetKeys())
            return {jsonResponse(500, {{u"detail"_s, u"The ledger cannot be written."_s}}), {}};
        return {jsonResponse(200, {}), {}};
    }
    if (call.id.startsWith(u"pi_"))
        return m_payments.intents().lapse(call.id);
    if (call.id.startsWith(u"cs_"))
        return m_payments.sessions().lapse(call.id);
    return m_logistics.shipments().lapseRate(call.id);
}

} // namespace kontor::sandbox
