// SPDX-License-Identifier: GPL-3.0-or-later
// Which events concern a customer, and what his mail about them says.
#include "services/notification/mail_values.h"
#include "services/notification/notification_service.h"

namespace kontor {

using namespace Qt::StringLiterals;

void NotificationService::consume(const AccountTopic &topic)
{
    subscribe(topic).on<AccountCreated>(this, &NotificationService::on);
}

void NotificationService::consume(const OrderTopic &topic)
{
    subscribe(topic)
        .on<OrderProcessed>(this, &NotificationService::on)
        .on<OrderCancelled>(this, &NotificationService::on)
        .on<OrderReady>(this, &NotificationService::on);
}

void NotificationService::consume(const InventoryTopic &topic)
{
    subscribe(topic).on<InventoryBackordered>(this, &NotificationService::on);
}

void NotificationService::consume(const PaymentTopic &topic)
{
    subscribe(topic)
        .on<PaymentRequested>(this, &NotificationService::on)
        .on<PaymentFailed>(this, &NotificationService::on)
        .on<PaymentRefunded>(this, &NotificationService::on);
}

void NotificationService::consume(const ShippingTopic &topic)
{
    subscribe(topic)
        .on<ShippingProcessed>(this, &NotificationService::on)
        .on<ShippingDelivered>(this, &NotificationService::on);
}

Handled NotificationService::on(const AccountCreated &event, Transaction &tx)
{
    return queue(tx, MailKind::Welcome, event.account, {}, {});
}

Handled NotificationService::on(const OrderProcessed &event, Transaction &tx)
{
    if (event.fulfilment == Fulfilment::Counter || event.customer.isNull())
        return Handled::done();
    if (const auto noted = m_store.noteReceipt(tx, event.order, event.receipt); !noted)
        return noted.error();
    QList<MailValue> values{mailValue(u"amount"_s, event.total)};
    if (event.wishedFor.isValid())
        values.append(mailValue(u"wished_for"_s, event.wishedFor));
    return queue(tx, MailKind::OrderConfirmed, event.customer, event.order, values);
}

Handled NotificationService::on(const OrderCancelled &event, Transaction &tx)
{
    return queue(tx, MailKind::OrderCancelled, event.customer, event.order,
                 {mailValue(u"reason"_s, event.reason)});
}

Handled NotificationService::on(const OrderReady &event, Transaction &tx)
{
    QList<MailValue> values;
    if (event.collectBy != Timestamp{})
        values.append(mailValue(u"collect_by"_s, event.collectBy));
    return queue(tx, MailKind::OrderReady, event.customer, event.order, values);
}

Handled NotificationService::on(const InventoryBackordered &event, Transaction &tx)
{
    return queue(tx, MailKind::Backordered, event.customer, event.order, {});
}

Handled NotificationService::on(const PaymentRequested &event, Transaction &tx)
{
    return queue(tx, MailKind::PaymentLink, event.customer, event.order,
                 {mailValue(u"amount"_s, event.amount),
                  mailValue(u"expires"_s, event.expires),
                  {u"link"_s, event.link}});
}

Handled NotificationService::on(const PaymentFailed &event, Transaction &tx)
{
    // What follows from it, the cancellation, says so too.
    if (event.reason == PaymentFailure::OutOfStock)
        return Handled::done();
    return queue(tx, MailKind::PaymentFailed, event.customer, event.order,
                 {mailValue(u"reason"_s, event.reason)});
}

Handled NotificationService::on(const PaymentRefunded &event, Transaction &tx)
{
    if (event.stage != RefundStage::Done)
        return Handled::done();
    if (!event.amount.isZero()) {
        if (const auto queued = queue(tx, MailKind::Refunded, event.customer, event.order,
                                      {mailValue(u"amount"_s, event.amount)});
            !queued)
            return queued.error();
    }
    if (event.due.isZero())
        return Handled::done();
    return queue(tx, MailKind::RefundDue, event.customer, event.order,
                 {mailValue(u"amount"_s, event.due)});
}

Handled NotificationService::on(const ShippingProcessed &event, Transaction &tx)
{
    return queue(tx, MailKind::Shipped, event.customer, event.order,
                 {{u"carrier"_s, event.carrier}, {u"tracking_number"_s, event.trackingNumber}});
}

Handled NotificationService::on(const ShippingDelivered &event, Transaction &tx)
{
    return queue(tx, MailKind::Delivered, event.customer, event.order, {});
}

} // namespace kontor
