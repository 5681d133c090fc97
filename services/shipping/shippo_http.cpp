// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shippo_http.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrlQuery>

namespace kontor {

ShippoHttp::ShippoHttp(QUrl baseUrl, QByteArray token)
    : m_baseUrl(std::move(baseUrl))
    , m_token(std::move(token))
{
}

ShippoHttp::~ShippoHttp() = default;

QNetworkAccessManager &ShippoHttp::network()
{
    // Made late, so that it belongs to the service's thread.
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        honourProxies(*m_network);
    }
    return *m_network;
}

QNetworkRequest ShippoHttp::request(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_baseUrl;
    url.setPath(url.path() + path);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "ShippoToken " + m_token);
    request.setRawHeader("SHIPPO-API-VERSION", "2018-02-08");
    request.setRawHeader("Accept", "application/json");
    return request;
}

void ShippoHttp::use(const QUrl &baseUrl, const QByteArray &token)
{
    m_baseUrl = baseUrl;
    m_token = token;
}

void ShippoHttp::get(const QString &path, const QUrlQuery &query, int timeoutMs,
                     HttpAnswered answered)
{
    fetch(network(), request(path, query), timeoutMs, std::move(answered));
}

void ShippoHttp::getLabel(const QUrl &link, int timeoutMs, LabelFetched fetched)
{
    fetchLabelFile(network(), link, timeoutMs, std::move(fetched));
}

void ShippoHttp::post(const QString &path, const QJsonObject &body, int timeoutMs,
                      HttpAnswered answered)
{
    QNetworkRequest posted = request(path, {});
    posted.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    postOnce(network(), posted, bytes, timeoutMs, std::move(answered));
}

} // namespace kontor
