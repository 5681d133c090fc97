// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;
class QUrlQuery;

namespace kontor {

struct HttpAnswer
{
    enum class Kind
    {
        Answered, //!< with a status, and with 2xx also a JSON object
        NotSent,  //!< surely nothing of the body has left
        Lost,     //!< no answer, or none that can be read
    };

    Kind kind = Kind::Lost;
    int status = 0;
    QJsonObject body;
    QString note;

    bool isSuccess() const { return kind == Kind::Answered && status / 100 == 2; }
};

//! JSON over HTTP as Shippo speaks it.
class ShippoHttp
{
public:
    using Done = std::function<void(const HttpAnswer &)>;

    ShippoHttp(QUrl baseUrl, QByteArray token);
    ~ShippoHttp();

    void get(const QString &path, const QUrlQuery &query, int timeoutMs, Done done);
    //! The body leaves once, whatever happens.
    void post(const QString &path, const QJsonObject &body, int timeoutMs, Done done);

private:
    QNetworkRequest request(const QString &path, const QUrlQuery &query, int timeoutMs) const;
    QNetworkAccessManager &network();

    QUrl m_baseUrl;
    QByteArray m_token;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace kontor
