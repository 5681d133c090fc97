// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/logistics_system.h"

#include <QJsonDocument>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

LogisticsSystem::LogisticsSystem(const World &world) : m_shipments(world), m_labels(world)
{
    const auto shipments = [this](auto member) { return std::bind_front(member, &m_shipments); };
    const auto labels = [this](auto member) { return std::bind_front(member, &m_labels); };
    m_routes = {
        {"POST", u"/shipments", shipments(&Shipments::create)},
        {"POST", u"/addresses", shipments(&Shipments::checkAddress)},
        {"GET", u"/shipments", shipments(&Shipments::list)},
        {"GET", u"/shipments/{id}", shipments(&Shipments::retrieve)},
        {"GET", u"/shipments/{id}/rates", shipments(&Shipments::rates)},
        {"GET", u"/rates/{id}", shipments(&Shipments::rate)},
        {"POST", u"/transactions", labels(&Labels::buy)},
        {"GET", u"/transactions", labels(&Labels::list)},
        {"GET", u"/transactions/{id}", labels(&Labels::retrieve)},
        {"POST", u"/refunds", labels(&Labels::voidLabel)},
        {"GET", u"/refunds", labels(&Labels::listVoids)},
        {"GET", u"/refunds/{id}", labels(&Labels::retrieveVoid)},
        {"GET", u"/tracks/{carrier}/{number}", labels(&Labels::track)},
    };
}

std::optional<HttpResponse> LogisticsSystem::refusesCaller(const HttpRequest &request) const
{
    static const QByteArray expected = "ShippoToken ";
    const auto authorization = request.header("authorization");
    if (authorization.startsWith(expected) && authorization.size() > expected.size())
        return std::nullopt;
    return jsonResponse(
        401, {{u"detail"_s, u"Authentication credentials were not provided or are wrong."_s}});
}

Answer LogisticsSystem::answer(const HttpRequest &request, const QString &baseUrl,
                               bool refuse) const
{
    auto routed = request;
    if (routed.path.size() > 1 && routed.path.endsWith(u'/'))
        routed.path.chop(1);
    const auto match = findRoute(m_routes, routed);
    if (!match.route && match.knownPath)
        return {jsonResponse(405, {{u"detail"_s, u"Method not allowed."_s}}), {}};
    if (!match.route)
        return notFoundThere();
    const auto document = QJsonDocument::fromJson(request.body);
    if (request.method == "POST" && !document.isObject())
        return {jsonResponse(400, {{u"detail"_s, u"JSON parse error"_s}}), {}};
    return match.route->handler({document.object(), QUrlQuery(QString::fromUtf8(request.query)),
                                 match.ids, refuse, baseUrl});
}

} // namespace kontor::sandbox
