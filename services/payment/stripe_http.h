// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/one_shot_post.h"
#include "services/payment/payment_settings.h"

#include <QNetworkAccessManager>
#include <QUrlQuery>

namespace kontor {

struct StripeAnswer : HttpAnswer
{
    //! The "error" of a refusal.
    QJsonObject error() const
    {
        return content ? content->value(QStringLiteral("error")).toObject() : QJsonObject();
    }
};

//! Sends each request exactly once, and says honestly what is known of it.
class StripeHttp : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const StripeAnswer &)>;

    explicit StripeHttp(PaymentSettings settings, QObject *parent = nullptr)
        : QObject(parent)
        , m_settings(std::move(settings))
    {
        honourProxies(m_network);
    }

    //! What is under way goes on as it began.
    void use(const PaymentSettings &settings) { m_settings = settings; }

    void post(const QString &path, const QUrlQuery &form, const QString &idempotencyKey, Done done);
    void get(const QString &path, const QUrlQuery &query, Done done);

private:
    QNetworkRequest request(const QString &path, const QUrlQuery &query) const;

    PaymentSettings m_settings;
    QNetworkAccessManager m_network{this};
};

} // namespace kontor
