// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/account/account_service.h"
#include "services/cart/cart_service.h"
#include "services/catalog/catalog_service.h"
#include "services/core/secrets.h"
#include "services/core/story.h"
#include "services/devices/devices_service.h"
#include "services/inventory/inventory_service.h"
#include "services/notification/notification_service.h"
#include "services/order/order_service.h"
#include "services/payment/payment_service.h"
#include "services/shipping/shipping_service.h"

namespace kontor {

//! All that the screen may know of the shop. The services live in threads of their own and are
//! reached through call() and their signals only.
struct ShopAccess
{
    AccountService &account;
    CatalogService &catalog;
    CartService &cart;
    OrderService &order;
    InventoryService &inventory;
    PaymentService &payment;
    ShippingService &shipping;
    NotificationService &notification;
    DevicesService &devices;
    Secrets &secrets;
    QList<Service *> services; //!< all of them, for what they have in common
    const OrderTopic &orderTopic;
    const PaymentTopic &paymentTopic;
    StoreUrl catalogStore;
    QList<TopicPlace> topics; //!< where an order's story is read
    const Clock &clock;
    QString actor;
    QString till;
    Currency currency;
    bool taxIncluded = true;
    bool blindCount = false;     //!< as ShiftRules::blindCount
    QString picturesFolder = {}; //!< of the products' pictures; empty: there are none
    QString shopName = {};       //!< as customers know it
    QString windowFile = {};     //!< where the window keeps how it is wanted; empty: nowhere

    QString folder = {}; //!< of the shop's data and settings; empty: none are kept
    QUrl sandbox = {};   //!< that plays the systems of training; empty: it is not there

    Command command() const { return Command::make(clock, actor, till); }
};

} // namespace kontor
