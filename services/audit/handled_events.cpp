// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

using Handled = QHash<std::pair<QString, QString>, QSet<QString>>;

//! The arrows of the system's diagram, (consumer, topic), written down a second time.
const Handled &allHandled()
{
    static const QSet<QString> account = {u"AccountCreated"_s, u"AccountUpdated"_s,
                                          u"AccountDeactivated"_s};
    static const QSet<QString> shipping = {u"ShippingProcessed"_s, u"ShippingFailed"_s,
                                           u"ShippingDelivered"_s};
    static const QSet<QString> payment = {u"PaymentProcessed"_s, u"PaymentFailed"_s,
                                          u"PaymentRequested"_s, u"PaymentRefunded"_s};
    static const QSet<QString> inventory = {u"InventoryProcessed"_s, u"InventoryOutOfStock"_s,
                                            u"InventoryBackordered"_s, u"InventoryReleased"_s};
    static const Handled handled = {
        {{u"order"_s, u"cart"_s}, {u"ShoppingCartOrdered"_s, u"ShoppingCartAbandoned"_s}},
        {{u"order"_s, u"payment"_s}, payment},
        {{u"order"_s, u"shipping"_s}, shipping},
        {{u"inventory"_s, u"order"_s},
         {u"OrderProcessed"_s, u"OrderCancelled"_s, u"OrderCompleted"_s}},
        {{u"payment"_s, u"account"_s}, account},
        {{u"payment"_s, u"cart"_s},
         {u"ShoppingCartOrdered"_s, u"ShoppingCartAbandoned"_s, u"RefundPaidOut"_s,
          u"DuePaidIn"_s}},
        {{u"payment"_s, u"inventory"_s}, inventory},
        {{u"payment"_s, u"shipping"_s}, shipping},
        {{u"shipping"_s, u"payment"_s}, {u"PaymentProcessed"_s, u"PaymentRefunded"_s}},
        {{u"notification"_s, u"account"_s}, {u"AccountCreated"_s}},
        {{u"notification"_s, u"order"_s},
         {u"OrderProcessed"_s, u"OrderCancelled"_s, u"OrderReady"_s}},
        {{u"notification"_s, u"inventory"_s}, {u"InventoryBackordered"_s}},
        {{u"notification"_s, u"payment"_s},
         {u"PaymentFailed"_s, u"PaymentRequested"_s, u"PaymentRefunded"_s}},
        {{u"notification"_s, u"shipping"_s}, {u"ShippingProcessed"_s, u"ShippingDelivered"_s}},
    };
    return handled;
}

} // namespace

const QSet<QString> *handledEvents(const QString &consumer, const QString &topic)
{
    const auto found = allHandled().constFind({consumer, topic});
    return found == allHandled().constEnd() ? nullptr : &*found;
}

} // namespace kontor::auditing
