// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/http_message.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace kontor::sandbox {

//! The ids in a path that fits a pattern such as "/v1/refunds/{id}", in order.
std::optional<QStringList> matchPath(QStringView pattern, QStringView path);

template <class Handler>
struct Route
{
    const char *method;
    const char16_t *pattern;
    std::function<Handler> handler;
};

//! Which of several routes a request takes; without a route, whether another method would have one.
template <class Handler>
struct RouteMatch
{
    const Route<Handler> *route = nullptr;
    QStringList ids;
    bool knownPath = false;
};

//! The first route that fits wins, so fixed names stand before patterns.
template <class Handler>
RouteMatch<Handler> findRoute(const QList<Route<Handler>> &routes, const HttpRequest &request)
{
    RouteMatch<Handler> match;
    for (const auto &route : routes) {
        const auto ids = matchPath(QStringView(route.pattern), request.path);
        if (!ids)
            continue;
        match.knownPath = true;
        if (request.method == route.method)
            return {&route, *ids, true};
    }
    return match;
}

} // namespace kontor::sandbox
