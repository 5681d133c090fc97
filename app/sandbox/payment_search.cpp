// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payment_search.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString unquoted(const QString &quoted)
{
    auto text = quoted.mid(1).chopped(1);
    static const QRegularExpression escape(u"\\\\(.)"_s);
    return text.replace(escape, u"\\1"_s);
}

bool meets(const QJsonObject &intent, const QList<SearchClause> &clauses)
{
    for (const auto &clause : clauses) {
        const auto value =
            clause.field == u"metadata" ? intent[u"metadata"_s][clause.key] : intent[clause.field];
        if (!value.isString() || value.toString() != clause.value)
            return false;
    }
    return true;
}

} // namespace

std::optional<QList<SearchClause>> parseSearch(const QString &query)
{
    static const auto quoted = uR"(('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))"_s;
    static const QRegularExpression clausePattern(
        u"\\G\\s*(?:metadata\\[%1\\]|(status|currency|customer))\\s*[:=]\\s*%1\\s*(AND\\b|$)"_s.arg(
            quoted));
    QList<SearchClause> clauses;
    qsizetype position = 0;
    while (position < query.size() || clauses.isEmpty()) {
        const auto match = clausePattern.match(query, position);
        if (!match.hasMatch())
            return std::nullopt;
        if (match.hasCaptured(1))
            clauses.append(
                {u"metadata"_s, unquoted(match.captured(1)), unquoted(match.captured(3))});
        else
            clauses.append({match.captured(2), {}, unquoted(match.captured(3))});
        position = match.capturedEnd(0);
        if (match.captured(4) == u"AND" && position == query.size())
            return std::nullopt;
    }
    return clauses;
}

HttpResponse searchPaymentIntents(const World &world, const Form &form)
{
    FormReader in(form, {u"query"_s, u"limit"_s, u"page"_s, u"expand[]"_s});
    const auto query = in.requiredText(u"query"_s);
    const auto limit = in.integer(u"limit"_s).value_or(10);
    const auto begin = in.integer(u"page"_s).value_or(0);
    if (limit < 1 || limit > 100 || begin < 0)
        in.fail(invalidRequest(u"parameter_invalid_integer"_s, u"limit must be from 1 to 100"_s,
                               u"limit"_s));
    const auto clauses = parseSearch(query);
    if (!clauses)
        in.fail(invalidRequest({}, u"We were unable to parse your search query."_s, u"query"_s));
    if (in.error())
        return errorResponse(*in.error());

    QJsonArray data;
    qint64 found = 0;
    const auto ids = world.ids(u"payment_intent"_s);
    for (auto it = ids.rbegin(); it != ids.rend(); ++it) {
        const auto &intent = *world.find(u"payment_intent"_s, *it);
        if (!meets(intent, *clauses))
            continue;
        if (found >= begin && found < begin + limit)
            data.append(publicForm(intent));
        ++found;
    }
    const bool hasMore = found > begin + limit;
    return jsonResponse(
        200, {{u"object"_s, u"search_result"_s},
              {u"data"_s, data},
              {u"has_more"_s, hasMore},
              {u"next_page"_s, hasMore ? QJsonValue(QString::number(begin + limit)) : QJsonValue()},
              {u"url"_s, u"/v1/payment_intents/search"_s}});
}

} // namespace kontor::sandbox
