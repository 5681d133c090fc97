// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment_settings.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace kontor {

//! What came of one request.
struct StripeAnswer
{
    enum class Kind
    {
        Answered, //!< a status and, if it was one, a JSON object
        NotSent,  //!< the body surely never left
        Lost,     //!< it may have been acted on
    };

    Kind kind = Kind::Lost;
    int status = 0;
    std::optional<QJsonObject> content;
    QString note;

    bool isSuccess() const
    {
        return kind == Kind::Answered && status >= 200 && status < 300 && content;
    }
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

    explicit StripeHttp(PaymentSettings settings) : m_settings(std::move(settings)) {}

    void post(const QString &path, const QUrlQuery &form, const QString &idempotencyKey, Done done);
    void get(const QString &path, const QUrlQuery &query, Done done);

private:
    std::optional<QNetworkRequest> request(const QString &path, const QUrlQuery &query) const;
    void follow(QNetworkReply *reply, Done done);

    PaymentSettings m_settings;
    QNetworkAccessManager m_network{this};
};

} // namespace kontor
