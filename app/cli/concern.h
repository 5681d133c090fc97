// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/subscription.h"
#include "services/notification/notification.h"
#include "services/order/order.h"
#include "services/payment/payment_service.h"
#include "services/shipping/shipping.h"

#include <QJsonObject>

namespace kontor {

//! One thing that needs a person.
struct Concern
{
    enum class Kind
    {
        ParkedEvent,
        UnclearCall,
        Parcel,
        Uncollected,
        Due,
        RefundDue,
        FailedMail,
    };

    Kind kind = Kind::ParkedEvent;
    SubjectId about;   //!< an order; of an event or a mail perhaps an account
    QString receipt;   //!< empty: not known
    QString text;      //!< what is the matter
    QJsonObject facts; //!< the same, for machines
};

//! As a person reads it, such as "parked event".
QString nameText(Concern::Kind kind);

Concern concernOf(const QString &service, const ParkedEvent &event);
//! An order that nobody collected.
Concern concernOf(const Order &order);
//! A debt.
Concern concernOf(const Payment &payment);
Concern concernOf(const RefundToPay &refund);
Concern concernOf(const OpenCall &call);
//! A call to the logistics system.
Concern concernOf(const Intent &intent);
//! A parcel with a task.
Concern concernOf(const Shipment &parcel);
Concern concernOf(const QueuedMail &mail);

} // namespace kontor
