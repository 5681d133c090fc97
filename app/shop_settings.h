// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/paper_settings.h"
#include "services/cart/shift.h"
#include "services/core/story.h"
#include "services/notification/notification_service.h"
#include "services/payment/payment_settings.h"
#include "services/shipping/shippo_client.h"

#include <QHash>
#include <QStringList>
#include <QUrl>

namespace kontor {

struct ShopSettings
{
    QString folder; //!< the shop's data
    QString till = QStringLiteral("T1");
    QHash<QString, QString>
        stores;   //!< service to store URL; what is not named is a file in the folder
    QUrl outside; //!< where the payment and logistics systems are; empty: not to be reached
    ShiftRules shifts;
    PaperSettings paper;      //!< without a printer nothing is printed by itself
    Store::Observer observer; //!< for tests: called at each step of each store
    bool listens = true;      //!< to the notifications of a server
    bool threads = true;      //!< false: everything in the caller's thread, moved on by pump()

    Result<StoreUrl> storeOf(const QString &service) const;
    //! The name of a service's topic in cursors and causes.
    QString sourceOf(const QString &service) const;

    Result<QList<TopicPlace>> topicPlaces() const;

    //! How the systems outside are reached: a provider's without its key, which is told later.
    PaymentSettings paymentSystem() const;
    ShippoSettings logisticsSystem() const;
    NotificationSettings notification() const;

    //! All services, in the order in which an order passes them.
    static QStringList services();
    //! Those that have a topic.
    static QStringList topics();
};

} // namespace kontor
