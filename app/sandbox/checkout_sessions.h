// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/payment_call.h"

namespace kontor::sandbox {

//! Payment links: a page on which a customer pays a fixed amount, until it expires.
class CheckoutSessions
{
public:
    explicit CheckoutSessions(const World &world) : m_world(world) {}

    Answer create(const PaymentCall &call) const;
    Answer retrieve(const PaymentCall &call) const;
    Answer list(const PaymentCall &call) const;
    Answer expire(const PaymentCall &call) const;

    //! The customer pays the link with this payment method.
    Answer pay(const QString &id, const QString &paymentMethod) const;
    //! The link's time runs out.
    Answer lapse(const QString &id) const;
    //! Closes the sessions whose time has passed.
    Change expireOverdue() const;

private:
    QJsonObject shown(const QJsonObject &session) const;

    const World &m_world;
};

} // namespace kontor::sandbox
