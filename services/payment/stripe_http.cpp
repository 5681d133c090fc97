// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_http.h"

namespace kontor {

namespace {

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

StripeAnswer withoutKey()
{
    return {{HttpAnswer::Kind::NotSent,
             0,
             {},
             QStringLiteral("configuration: no key"),
             HttpFault::Configuration}};
}

HttpAnswered answering(StripeHttp::Done done)
{
    return [done = std::move(done)](const HttpAnswer &answer) { done({answer}); };
}

} // namespace

QNetworkRequest StripeHttp::request(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_settings.baseUrl;
    url.setPath(url.path() + path);
    url.setQuery(QString::fromLatin1(formOf(query)), QUrl::StrictMode);
    QNetworkRequest made(url);
    made.setRawHeader("Authorization", "Bearer " + m_settings.key.toUtf8());
    made.setRawHeader("Stripe-Version", "2023-08-16");
    return made;
}

void StripeHttp::post(const QString &path, const QUrlQuery &form, const QString &idempotencyKey,
                      Done done)
{
    if (m_settings.key.isEmpty())
        return done(withoutKey());
    QNetworkRequest posted = request(path, {});
    posted.setHeader(QNetworkRequest::ContentTypeHeader,
                     QByteArrayLiteral("application/x-www-form-urlencoded"));
    posted.setRawHeader("Idempotency-Key", idempotencyKey.toLatin1());
    postOnce(m_network, posted, formOf(form), m_settings.timeoutMs, answering(std::move(done)));
}

void StripeHttp::get(const QString &path, const QUrlQuery &query, Done done)
{
    if (m_settings.key.isEmpty())
        return done(withoutKey());
    fetch(m_network, request(path, query), m_settings.timeoutMs, answering(std::move(done)));
}

} // namespace kontor
