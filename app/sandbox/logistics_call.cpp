// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/logistics_call.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString timestamp() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs); }

} // namespace

Answer logisticsRefusal(int status, const QString &field, const QString &message)
{
    return {jsonResponse(status, {{field, QJsonArray{message}}}), {}};
}

Answer notFoundThere() { return {jsonResponse(404, {{u"detail"_s, u"Not found."_s}}), {}}; }

QJsonObject message(const QString &source, const QString &code, const QString &text)
{
    return {{u"source"_s, source}, {u"code"_s, code}, {u"text"_s, text}};
}

QJsonObject newLogisticsObject()
{
    const auto now = timestamp();
    return {{u"object_id"_s, QUuid::createUuid().toString(QUuid::Id128)},
            {u"object_owner"_s, u"sandbox@kontor.invalid"_s},
            {u"object_created"_s, now},
            {u"object_updated"_s, now},
            {u"test"_s, true}};
}

void touch(QJsonObject &object) { object[u"object_updated"_s] = timestamp(); }

Answer pagedAnswer(const World &world, const QString &kind, const QStringList &idsByAge,
                   const LogisticsCall &call, const QString &path, int defaultResults)
{
    const auto number = [&](const QString &name, int absent) {
        return call.query.hasQueryItem(name) ? call.query.queryItemValue(name).toInt() : absent;
    };
    const auto page = number(u"page"_s, 1);
    const auto results = number(u"results"_s, defaultResults);
    if (page < 1 || page > 1'000'000 || results < 1 || results > 100)
        return logisticsRefusal(400, u"page"_s, u"Invalid page or number of results."_s);
    auto ids = idsByAge;
    std::reverse(ids.begin(), ids.end());
    const auto begin = static_cast<qsizetype>(page - 1) * results;
    QJsonArray found;
    for (const auto &id : ids.mid(begin, results))
        found.append(publicForm(*world.find(kind, id)));
    const auto link = [&](int target) {
        return u"%1%2?page=%3&results=%4"_s.arg(call.baseUrl, path).arg(target).arg(results);
    };
    const bool hasNext = begin + results < ids.size();
    return {
        jsonResponse(200, {{u"next"_s, hasNext ? QJsonValue(link(page + 1)) : QJsonValue()},
                           {u"previous"_s, page > 1 ? QJsonValue(link(page - 1)) : QJsonValue()},
                           {u"results"_s, found}}),
        {}};
}

} // namespace kontor::sandbox
