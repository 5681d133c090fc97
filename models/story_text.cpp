// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/story_text.h"

#include "models/attempt_text.h"
#include "models/texts.h"
#include "services/account/account_topic.h"
#include "services/cart/cart_topic.h"
#include "services/inventory/inventory_topic.h"
#include "services/payment/payment_topic.h"
#include "services/shipping/shipping_topic.h"

#include <QCoreApplication>

namespace kontor {

namespace {

struct Story
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Story)
};

struct Sentence
{
    const char *type;
    const char *text;
};

constexpr Sentence sentences[] = {
    {AccountCreated::type, QT_TRANSLATE_NOOP("kontor::Story", "Customer entered")},
    {AccountUpdated::type, QT_TRANSLATE_NOOP("kontor::Story", "Customer changed")},
    {AccountDeactivated::type, QT_TRANSLATE_NOOP("kontor::Story", "Customer account closed")},
    {ShoppingCartOrdered::type, QT_TRANSLATE_NOOP("kontor::Story", "Ordered at the till")},
    {ShoppingCartAbandoned::type, QT_TRANSLATE_NOOP("kontor::Story", "Cart given up")},
    {RefundPaidOut::type, QT_TRANSLATE_NOOP("kontor::Story", "Refund paid out in cash")},
    {DuePaidIn::type, QT_TRANSLATE_NOOP("kontor::Story", "Rest paid at the till")},
    {OrderProcessed::type, QT_TRANSLATE_NOOP("kontor::Story", "Order accepted")},
    {OrderReady::type, QT_TRANSLATE_NOOP("kontor::Story", "Ready to be collected")},
    {OrderCancelled::type, QT_TRANSLATE_NOOP("kontor::Story", "Order cancelled")},
    {OrderCompleted::type, QT_TRANSLATE_NOOP("kontor::Story", "Order completed")},
    {InventoryProcessed::type, QT_TRANSLATE_NOOP("kontor::Story", "Goods confirmed by stock")},
    {InventoryOutOfStock::type, QT_TRANSLATE_NOOP("kontor::Story", "Not enough in stock")},
    {InventoryBackordered::type, QT_TRANSLATE_NOOP("kontor::Story", "Waits for goods")},
    {InventoryReleased::type, QT_TRANSLATE_NOOP("kontor::Story", "Reserved goods set free")},
    {InventoryLow::type, QT_TRANSLATE_NOOP("kontor::Story", "Stock is low")},
    {PaymentProcessed::type, QT_TRANSLATE_NOOP("kontor::Story", "Payment settled")},
    {PaymentFailed::type, QT_TRANSLATE_NOOP("kontor::Story", "Payment failed")},
    {PaymentRefunded::type, QT_TRANSLATE_NOOP("kontor::Story", "Refund")},
    {PaymentRequested::type, QT_TRANSLATE_NOOP("kontor::Story", "Payment link made")},
    {AuthorisationVoided::type, QT_TRANSLATE_NOOP("kontor::Story", "Card authorisation released")},
    {ShippingProcessed::type, QT_TRANSLATE_NOOP("kontor::Story", "Parcel handed over")},
    {ShippingFailed::type, QT_TRANSLATE_NOOP("kontor::Story", "Parcel not sent")},
    {ShippingDelivered::type, QT_TRANSLATE_NOOP("kontor::Story", "Parcel delivered")},
};

QString failureText(PaymentFailure failure)
{
    switch (failure) {
    case PaymentFailure::OutOfStock:
        return nameText(CancelReason::OutOfStock);
    case PaymentFailure::Declined:
        return nameText(CancelReason::Declined);
    case PaymentFailure::CaptureFailed:
        return nameText(CancelReason::CaptureFailed);
    case PaymentFailure::Expired:
        return nameText(CancelReason::Expired);
    }
    return {};
}

QString failureText(ShippingFailure failure)
{
    switch (failure) {
    case ShippingFailure::NotDeliverable:
        return nameText(CancelReason::NotDeliverable);
    case ShippingFailure::Recalled:
        return nameText(CancelReason::Recalled);
    }
    return {};
}

QString told(const PaymentProcessed &event)
{
    return Story::tr("Payment settled: %1").arg(amountText(event.total));
}
QString told(const PaymentRefunded &event)
{
    if (event.stage == RefundStage::Begun)
        return Story::tr("Refund begun");
    if (!event.due.isZero())
        return Story::tr("Refund done: %1 went back, %2 to be paid out in cash")
            .arg(amountText(event.amount), amountText(event.due));
    return event.amount.isZero()
               ? Story::tr("Refund done: nothing had been taken")
               : Story::tr("Refund done: %1 went back").arg(amountText(event.amount));
}
QString told(const PaymentRequested &event)
{
    return Story::tr("Payment link for %1 made, valid until %2")
        .arg(amountText(event.amount), momentText(event.expires));
}
QString told(const AuthorisationVoided &event)
{
    return Story::tr("Card authorisation released: %1").arg(amountText(event.amount));
}
QString told(const RefundPaidOut &event)
{
    return Story::tr("Refund paid out in cash at till %1: %2")
        .arg(event.till, amountText(event.amount));
}
QString told(const DuePaidIn &event)
{
    return Story::tr("Rest paid at till %1: %2").arg(event.till, amountText(event.amount));
}
QString told(const OrderReady &event)
{
    if (event.collectBy == Timestamp{})
        return {};
    return Story::tr("Ready to be collected until %1").arg(dayText(event.collectBy));
}
QString told(const PaymentFailed &event)
{
    return Story::tr("Payment failed: %1").arg(failureText(event.reason));
}
QString told(const ShippingProcessed &event)
{
    return Story::tr("Parcel handed to %1, tracking number %2")
        .arg(event.carrier, event.trackingNumber);
}
QString told(const ShippingFailed &event)
{
    return Story::tr("Parcel not sent: %1").arg(failureText(event.reason));
}
QString told(const CallAttempt &attempt) { return attemptText(attempt); }
QString told(const OrderCancelled &event)
{
    return Story::tr("Order cancelled: %1").arg(nameText(event.reason));
}

template <class E>
bool tell(const StoryEvent &event, QString &text)
{
    if (event.type != QLatin1String(E::type))
        return false;
    if (const auto decoded = decode<E>(event.data))
        text = told(*decoded);
    return !text.isEmpty();
}

} // namespace

QString storyText(const StoryEvent &event)
{
    QString text;
    if (tell<CallAttempt>(event, text) || tell<PaymentProcessed>(event, text) ||
        tell<PaymentRefunded>(event, text) || tell<PaymentFailed>(event, text) ||
        tell<ShippingProcessed>(event, text) || tell<ShippingFailed>(event, text) ||
        tell<OrderCancelled>(event, text) || tell<PaymentRequested>(event, text) ||
        tell<AuthorisationVoided>(event, text) || tell<RefundPaidOut>(event, text) ||
        tell<DuePaidIn>(event, text) || tell<OrderReady>(event, text))
        return text;
    return eventText(event.type);
}

QString eventText(const QString &type)
{
    for (const Sentence &sentence : sentences) {
        if (type == QLatin1String(sentence.type))
            return Story::tr(sentence.text);
    }
    return type;
}

QString serviceText(const QString &source)
{
    const QString service = source.section(u':', 0, 0);
    if (service == QLatin1String("cart"))
        return Story::tr("Till");
    if (service == QLatin1String("order"))
        return Story::tr("Orders");
    if (service == QLatin1String("inventory"))
        return Story::tr("Stock");
    if (service == QLatin1String("payment"))
        return Story::tr("Payment");
    if (service == QLatin1String("shipping"))
        return Story::tr("Shipping");
    if (service == QLatin1String("account"))
        return Story::tr("Customers");
    if (service == QLatin1String("catalog"))
        return Story::tr("Products");
    if (service == QLatin1String("notification"))
        return Story::tr("Messages");
    if (service == QLatin1String("devices"))
        return Story::tr("Printer");
    return service;
}

} // namespace kontor
