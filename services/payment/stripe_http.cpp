// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_http.h"

#include "services/core/one_shot_post.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTimer>

namespace kontor {

namespace {

bool mayBeCalled(const QUrl &url)
{
    if (url.scheme() == u"https")
        return true;
    return url.scheme() == u"http" &&
           (url.host() == u"localhost" || QHostAddress(url.host()).isLoopback());
}

QByteArray formOf(const QUrlQuery &query)
{
    QByteArray form;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (!form.isEmpty())
            form += '&';
        form += QUrl::toPercentEncoding(name, "[]") + '=' + QUrl::toPercentEncoding(value);
    }
    return form;
}

//! Errors of connecting, before anything is sent.
bool isBeforeSending(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError ||
           error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::SslHandshakeFailedError ||
           error == QNetworkReply::ProxyConnectionRefusedError ||
           error == QNetworkReply::ProxyNotFoundError;
}

StripeAnswer answerOf(QNetworkReply *reply)
{
    StripeAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isWhole =
        reply->error() == QNetworkReply::NoError ||
        (answer.status >= 300 && reply->error() >= QNetworkReply::ContentAccessDenied);
    if (answer.status == 0 || !isWhole) {
        answer.kind = isBeforeSending(reply->error()) && !bodyWasTaken(reply)
                          ? StripeAnswer::Kind::NotSent
                          : StripeAnswer::Kind::Lost;
        answer.note = reply->errorString();
        return answer;
    }
    answer.kind = StripeAnswer::Kind::Answered;
    const QByteArray bytes = reply->readAll();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (bytes.size() <= maxAnswerBytes && document.isObject())
        answer.content = document.object();
    return answer;
}

} // namespace

std::optional<QNetworkRequest> StripeHttp::request(const QString &path,
                                                   const QUrlQuery &query) const
{
    if (!mayBeCalled(m_settings.baseUrl) || m_settings.key.isEmpty())
        return std::nullopt;
    QUrl url = m_settings.baseUrl;
    url.setPath(url.path() + path);
    url.setQuery(QString::fromLatin1(formOf(query)), QUrl::StrictMode);
    QNetworkRequest made(url);
    restrain(made, m_settings.timeoutMs);
    made.setRawHeader("Authorization", "Bearer " + m_settings.key.toUtf8());
    made.setRawHeader("Stripe-Version", "2023-08-16");
    // An answer that is not packed cannot unpack to more than its limit.
    made.setRawHeader("Accept-Encoding", "identity");
    return made;
}

void StripeHttp::post(const QString &path, const QUrlQuery &form, const QString &idempotencyKey,
                      Done done)
{
    auto made = request(path, {});
    if (!made)
        return done({StripeAnswer::Kind::NotSent,
                     0,
                     {},
                     QStringLiteral("configuration: no key, or an address without TLS")});
    made->setHeader(QNetworkRequest::ContentTypeHeader,
                    QByteArrayLiteral("application/x-www-form-urlencoded"));
    made->setRawHeader("Idempotency-Key", idempotencyKey.toLatin1());
    follow(postOnce(m_network, *made, formOf(form)), std::move(done));
}

void StripeHttp::get(const QString &path, const QUrlQuery &query, Done done)
{
    const auto made = request(path, query);
    if (!made)
        return done({StripeAnswer::Kind::NotSent,
                     0,
                     {},
                     QStringLiteral("configuration: no key, or an address without TLS")});
    follow(m_network.get(*made), std::move(done));
}

void StripeHttp::follow(QNetworkReply *reply, Done done)
{
    limitAnswer(reply, maxAnswerBytes);
    // The transfer time-out begins anew with every byte; this one does not.
    QTimer::singleShot(m_settings.timeoutMs, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::finished, this, [reply, done = std::move(done)] {
        reply->deleteLater();
        done(answerOf(reply));
    });
}

} // namespace kontor
