// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payment_system.h"

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

PaymentSystem::PaymentSystem(const World &world)
    : m_balance(world)
    , m_intents(world)
    , m_refunds(world)
    , m_sessions(world)
{
    const auto intents = [this](auto member) { return std::bind_front(member, &m_intents); };
    const auto refunds = [this](auto member) { return std::bind_front(member, &m_refunds); };
    const auto sessions = [this](auto member) { return std::bind_front(member, &m_sessions); };
    m_routes = {
        {"POST", u"/v1/payment_intents", intents(&PaymentIntents::create)},
        {"GET", u"/v1/payment_intents", intents(&PaymentIntents::list)},
        {"GET", u"/v1/payment_intents/search", intents(&PaymentIntents::search)},
        {"GET", u"/v1/payment_intents/{id}", intents(&PaymentIntents::retrieve)},
        {"POST", u"/v1/payment_intents/{id}/confirm", intents(&PaymentIntents::confirm)},
        {"POST", u"/v1/payment_intents/{id}/capture", intents(&PaymentIntents::capture)},
        {"POST", u"/v1/payment_intents/{id}/cancel", intents(&PaymentIntents::cancel)},
        {"GET", u"/v1/charges", intents(&PaymentIntents::listCharges)},
        {"GET", u"/v1/balance", std::bind_front(&PaymentBalance::retrieve, &m_balance)},
        {"GET", u"/v1/charges/{id}", intents(&PaymentIntents::retrieveCharge)},
        {"POST", u"/v1/refunds", refunds(&PaymentRefunds::create)},
        {"GET", u"/v1/refunds", refunds(&PaymentRefunds::list)},
        {"GET", u"/v1/refunds/{id}", refunds(&PaymentRefunds::retrieve)},
        {"POST", u"/v1/checkout/sessions", sessions(&CheckoutSessions::create)},
        {"GET", u"/v1/checkout/sessions", sessions(&CheckoutSessions::list)},
        {"GET", u"/v1/checkout/sessions/{id}", sessions(&CheckoutSessions::retrieve)},
        {"POST", u"/v1/checkout/sessions/{id}/expire", sessions(&CheckoutSessions::expire)},
    };
}

std::optional<HttpResponse> PaymentSystem::refusesCaller(const HttpRequest &request) const
{
    static const QByteArray expected = "Bearer sk_test_";
    const auto authorization = request.header("authorization");
    if (authorization.startsWith(expected) && authorization.size() > expected.size())
        return std::nullopt;
    const auto message = authorization.isEmpty() ? u"You did not provide an API key."_s
                                                 : u"Invalid API Key provided."_s;
    return errorResponse({401, u"invalid_request_error"_s, {}, message, {}, {}});
}

Answer PaymentSystem::answer(const HttpRequest &request, const QString &baseUrl, bool refuse) const
{
    const auto match = findRoute(m_routes, request);
    if (!match.route) {
        auto error = invalidRequest({}, u"Unrecognized request URL (%1: %2)."_s.arg(
                                            QString::fromLatin1(request.method), request.path));
        error.status = match.knownPath ? 405 : 404;
        return refusal(error);
    }
    const auto &fields = request.method == "GET" ? request.query : request.body;
    return match.route->handler({parseForm(fields), match.ids, refuse, baseUrl});
}

} // namespace kontor::sandbox
