// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payment_call.h"

#include <QDateTime>

#include <algorithm>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

QStringList listParameters()
{
    return {u"limit"_s, u"starting_after"_s, u"ending_before"_s, u"expand[]"_s};
}

ListPage listPage(const QStringList &idsByAge, FormReader &in)
{
    const auto limit = in.integer(u"limit"_s).value_or(10);
    if (limit < 1 || limit > 100)
        in.fail(invalidRequest(u"parameter_invalid_integer"_s, u"limit must be from 1 to 100"_s,
                               u"limit"_s));
    auto ids = idsByAge;
    std::reverse(ids.begin(), ids.end());
    qsizetype begin = 0;
    auto end = ids.size();
    const auto positionOf = [&](const QString &name) {
        const auto id = in.text(name);
        const auto position = ids.indexOf(id);
        if (position < 0)
            in.fail(notFound(u"object"_s, id, name));
        return position;
    };
    if (in.has(u"starting_after"_s))
        begin = positionOf(u"starting_after"_s) + 1;
    if (in.has(u"ending_before"_s)) {
        end = positionOf(u"ending_before"_s);
        begin = qMax(begin, end - qMax<qint64>(limit, 1));
        const bool newerLeft = begin > 0;
        return in.error() ? ListPage{} : ListPage{ids.mid(begin, end - begin), newerLeft};
    }
    if (in.error())
        return {};
    return {ids.mid(begin, limit), begin + limit < end};
}

HttpResponse listResponse(const QJsonArray &data, bool hasMore, const QString &url)
{
    return jsonResponse(
        200,
        {{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, hasMore}, {u"url"_s, url}});
}

qint64 nowSeconds() { return QDateTime::currentSecsSinceEpoch(); }

QJsonObject paymentDetails(const QJsonObject &intent, qint64 amount)
{
    return {{u"amount"_s, amount},
            {u"currency"_s, intent[u"currency"_s]},
            {u"payment_intent"_s, intent[u"id"_s]},
            {u"metadata"_s, intent[u"metadata"_s]}};
}

} // namespace kontor::sandbox
