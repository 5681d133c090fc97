// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/room.h"
#include "app/shop_settings.h"
#include "services/account/account_service.h"
#include "services/cart/cart_service.h"
#include "services/catalog/catalog_reader.h"
#include "services/catalog/catalog_service.h"
#include "services/devices/devices_service.h"
#include "services/inventory/inventory_service.h"
#include "services/notification/notification_service.h"
#include "services/order/order_service.h"
#include "services/payment/payment_service.h"
#include "services/shipping/shipping_service.h"

namespace kontor {

class MailTransport;

//! The shop as a whole: the stores, the services, and the wires between them. This is the system's
//! diagram as code; nothing else wires anything.
class Shop : public QObject
{
    Q_OBJECT
public:
    static Result<std::unique_ptr<Shop>> open(const ShopSettings &settings, const Clock &clock,
                                              const Rights &rights);
    ~Shop() override;

    //! Lets the services live by themselves.
    void start();
    //! One round through all services when they share the caller's thread; answers how much was
    //! done.
    Result<int> pump();

    const ShopSettings &settings() const { return m_settings; }
    const Clock &clock() const { return m_clock; }
    Command command() const;

    AccountService &account() { return *m_account.service; }
    CatalogService &catalog() { return *m_catalog.service; }
    CartService &cart() { return *m_cart.service; }
    OrderService &order() { return *m_order.service; }
    InventoryService &inventory() { return *m_inventory.service; }
    PaymentService &payment() { return *m_payment.service; }
    ShippingService &shipping() { return *m_shipping.service; }
    NotificationService &notification() { return *m_notification.service; }
    //! No part of the system: what hangs on this till.
    DevicesService &devices() { return *m_devices.service; }
    const OrderTopic &orderTopic() const { return *m_order.topic; }
    const PaymentTopic &paymentTopic() const { return *m_payment.topic; }

    //! Every service of the system, as what they have in common.
    QList<Service *> all() const;

    //! Whether nothing is under way in any service, at one and the same moment; answers in the
    //! receiver's thread.
    void askWhetherQuiet(QObject *receiver, std::function<void(const Result<bool> &)> answered);

Q_SIGNALS:
    void troubled(const QString &service, const QString &detail);
    void recovered(const QString &service);

private:
    struct NoTopic
    {
    };
    template <class S, class T>
    struct Place
    {
        std::unique_ptr<Room> room;
        std::unique_ptr<Store> store;
        std::unique_ptr<T> topic;
        std::unique_ptr<S> service;
    };

    Shop(const ShopSettings &settings, const Clock &clock, const Rights &rights);
    Result<> build();
    Result<> buildOutside();
    Result<> buildDevices();
    void askNext(qsizetype index, qint64 taken, QObject *receiver,
                 std::function<void(const Result<bool> &)> answered);
    void wire();
    //! A store that is gone is not made anew: it would look like a shop in which nothing happened.
    Result<> refuseLostStores() const;
    Result<> noteFounding();
    //! A store that was lost or put back from an older backup lacks events that others have taken:
    //! new ones of the same numbers would be passed over, so nothing may be sold on it.
    Result<> refuseLostEvents();
    template <class S, class T, class Make>
    Result<> furnish(Place<S, T> &place, const QString &name, const QString &source, Make make);
    template <class S, class T>
    void clear(Place<S, T> &place);

    ShopSettings m_settings;
    const Clock &m_clock;
    const Rights &m_rights;
    Place<AccountService, AccountTopic> m_account;
    Place<CatalogService, NoTopic> m_catalog;
    Place<CartService, CartTopic> m_cart;
    Place<OrderService, OrderTopic> m_order;
    Place<InventoryService, InventoryTopic> m_inventory;
    Place<PaymentService, PaymentTopic> m_payment;
    Place<ShippingService, ShippingTopic> m_shipping;
    Place<NotificationService, NoTopic> m_notification;
    Place<DevicesService, NoTopic> m_devices;
    std::unique_ptr<CatalogReader> m_products;          // lives with the cart
    std::unique_ptr<PaymentSystem> m_paymentSystem;     // lives with the payment service
    std::unique_ptr<LogisticsSystem> m_logisticsSystem; // lives with the shipping service
    std::unique_ptr<MailTransport> m_mail;              // lives with the notification service
};

} // namespace kontor
