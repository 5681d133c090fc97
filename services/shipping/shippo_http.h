// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/one_shot_post.h"
#include "services/shipping/label_fetch.h"

#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkRequest;
class QUrlQuery;

namespace kontor {

//! JSON over HTTP as Shippo speaks it.
class ShippoHttp
{
public:
    ShippoHttp(QUrl baseUrl, QByteArray token);
    ~ShippoHttp();

    void get(const QString &path, const QUrlQuery &query, int timeoutMs, HttpAnswered answered);
    //! From wherever the link leads, without our token.
    void getLabel(const QUrl &link, int timeoutMs, LabelFetched fetched);
    //! What is under way goes on as it began.
    void use(const QUrl &baseUrl, const QByteArray &token);
    //! The body leaves once, whatever happens.
    void post(const QString &path, const QJsonObject &body, int timeoutMs, HttpAnswered answered);

private:
    QNetworkRequest request(const QString &path, const QUrlQuery &query) const;
    QNetworkAccessManager &network();

    QUrl m_baseUrl;
    QByteArray m_token;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace kontor
