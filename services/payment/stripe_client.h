// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/stripe_answers.h"

namespace kontor {

//! The payment system, spoken to over HTTP: Stripe's API of 2023-08-16. Lives in the payment
//! service's thread.
class StripeClient : public QObject, public PaymentSystem
{
    Q_OBJECT
public:
    explicit StripeClient(PaymentSettings settings);

    void make(PaymentCallKind kind, const PaymentCall &call, Reply reply) override;
    void lookFor(PaymentCallKind kind, const PaymentCall &call, Reply reply) override;
    void lookAtLink(const PaymentCall &call, Reply reply) override;
    void listCharges(Timestamp from, Timestamp until, Listed listed) override;
    void use(const PaymentSettings &settings) override;
    void check(const PaymentSettings &settings,
               std::function<void(const SystemCheck &)> answered) override;

private:
    QString pathOf(PaymentCallKind kind, const PaymentCall &call) const;
    QUrlQuery formOf(PaymentCallKind kind, const PaymentCall &call) const;
    //! An object of the other mode is never taken for ours.
    CallReply read(PaymentCallKind kind, const PaymentCall &call, const QJsonObject &object) const;
    void look(PaymentCallKind kind, const PaymentCall &call, const Reply &reply);
    void findIn(const QString &path, const QUrlQuery &query, PaymentCallKind kind,
                const PaymentCall &call, const Reply &reply);

    struct Listing
    {
        QUrlQuery query;
        QList<ListedCharge> charges;
        Listed listed;
    };
    void listPage(const std::shared_ptr<Listing> &listing, const QString &after);

    PaymentSettings m_settings;
    StripeHttp m_http;
};

} // namespace kontor
