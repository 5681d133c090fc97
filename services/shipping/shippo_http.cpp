// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shippo_http.h"

#include "services/core/one_shot_post.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

namespace kontor {

namespace {

//! Errors below the protocol leave a status that belongs to half an answer.
bool isWhole(const QNetworkReply &reply)
{
    const auto error = reply.error();
    return error == QNetworkReply::NoError ||
           (error > QNetworkReply::UnknownProxyError &&
            error != QNetworkReply::ContentReSendError && error != QNetworkReply::ProtocolFailure);
}

HttpAnswer shippoAnswer(QNetworkReply &reply, bool isPost)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (answer.status == 0 || !isWhole(reply)) {
        answer.note = reply.errorString();
        if (isPost && !bodyWasTaken(&reply))
            answer.kind = HttpAnswer::Kind::NotSent;
        return answer;
    }
    const QByteArray bytes = reply.readAll();
    const auto document = QJsonDocument::fromJson(bytes);
    const bool success = answer.status / 100 == 2;
    if (success && (!document.isObject() || bytes.size() > maxAnswerBytes)) {
        answer.note = QStringLiteral("HTTP %1 with what is no answer").arg(answer.status);
        return answer;
    }
    answer.kind = HttpAnswer::Kind::Answered;
    answer.body = document.object();
    answer.note = QStringLiteral("HTTP %1").arg(answer.status);
    return answer;
}

void whenFinished(QNetworkReply *reply, bool isPost, const ShippoHttp::Done &done)
{
    limitAnswer(reply, maxAnswerBytes);
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, isPost, done] {
        reply->deleteLater();
        done(shippoAnswer(*reply, isPost));
    });
}

} // namespace

ShippoHttp::ShippoHttp(QUrl baseUrl, QByteArray token)
    : m_baseUrl(std::move(baseUrl))
    , m_token(std::move(token))
{
}

ShippoHttp::~ShippoHttp() = default;

QNetworkAccessManager &ShippoHttp::network()
{
    // Made late, so that it belongs to the service's thread.
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();
    return *m_network;
}

QNetworkRequest ShippoHttp::request(const QString &path, const QUrlQuery &query,
                                    int timeoutMs) const
{
    QUrl url = m_baseUrl;
    url.setPath(url.path() + path);
    url.setQuery(query);
    QNetworkRequest request(url);
    restrain(request, timeoutMs);
    request.setRawHeader("Authorization", "ShippoToken " + m_token);
    request.setRawHeader("SHIPPO-API-VERSION", "2018-02-08");
    request.setRawHeader("Accept", "application/json");
    return request;
}

void ShippoHttp::get(const QString &path, const QUrlQuery &query, int timeoutMs, Done done)
{
    whenFinished(network().get(request(path, query, timeoutMs)), false, done);
}

void ShippoHttp::post(const QString &path, const QJsonObject &body, int timeoutMs, Done done)
{
    QNetworkRequest posted = request(path, {}, timeoutMs);
    posted.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    whenFinished(postOnce(network(), posted, bytes), true, done);
}

} // namespace kontor
