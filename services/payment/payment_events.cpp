// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/payment_service.h"

// The events of goods and parcels: what they mean for the money, in every state of it.
namespace kontor {

namespace {

QString neverOrdered() { return QStringLiteral("the cart was abandoned, never ordered"); }
QString noParcel() { return QStringLiteral("an order at the counter has no parcel"); }

} // namespace

Handled PaymentService::on(const InventoryProcessed &event, Transaction &tx)
{
    const auto settled = m_store.settleAtOnce(tx, event.order);
    if (!settled)
        return settled.error();
    if (settled->has_value()) {
        m_topic.append(tx, processedEvent(**settled));
        return Handled::done();
    }
    return withOrder(event.order, tx, [&](PaymentOverview &order) -> Handled {
        switch (order.payment.state) {
        case PaymentState::Held:
            return Handled::notYet();
        case PaymentState::Abandoned:
            return Handled::failed(neverOrdered());
        case PaymentState::Open: {
            const auto waits = m_settlement.waitsForOriginal(order);
            if (!waits)
                return waits.error();
            if (*waits)
                return Handled::notYet();
            order.payment.stockReady = true;
            return m_settlement.advance(tx, order);
        }
        case PaymentState::Settling:
        case PaymentState::Settled:
        case PaymentState::Due:
        case PaymentState::Failing:
        case PaymentState::Failed:
        case PaymentState::Refunding:
        case PaymentState::Refunded:
            return Handled::done();
        }
        Q_UNREACHABLE();
    });
}

Handled PaymentService::on(const InventoryOutOfStock &event, Transaction &tx)
{
    return withOrder(event.order, tx, [&](PaymentOverview &order) -> Handled {
        switch (order.payment.state) {
        case PaymentState::Held:
            return Handled::notYet();
        case PaymentState::Abandoned:
            return Handled::failed(neverOrdered());
        case PaymentState::Open:
            if (order.payment.atCounter())
                return Handled::failed(QStringLiteral("goods handed over cannot be out of stock"));
            return m_settlement.fail(tx, order, PaymentFailure::OutOfStock);
        case PaymentState::Settling:
        case PaymentState::Settled:
        case PaymentState::Due:
            return Handled::failed(QStringLiteral("out of stock after the stock was there"));
        case PaymentState::Failing:
        case PaymentState::Failed:
        case PaymentState::Refunding:
        case PaymentState::Refunded:
            return Handled::done();
        }
        Q_UNREACHABLE();
    });
}

Handled PaymentService::on(const InventoryBackordered &, Transaction &) { return Handled::done(); }

Handled PaymentService::on(const InventoryReleased &event, Transaction &tx)
{
    return withOrder(event.order, tx, [&](PaymentOverview &order) -> Handled {
        const Payment &payment = order.payment;
        if (payment.state == PaymentState::Held)
            return Handled::notYet();
        if (payment.state == PaymentState::Abandoned)
            return Handled::failed(neverOrdered());
        if (payment.atCounter())
            return Handled::failed(QStringLiteral("an order at the counter is never cancelled"));
        // The parcel has left and wins; or it was said before.
        if (payment.gone || payment.begun)
            return Handled::done();
        m_settlement.sayBegun(tx, order);
        return m_settlement.cancel(tx, order);
    });
}

Handled PaymentService::on(const ShippingProcessed &event, Transaction &tx)
{
    return withOrder(event.order, tx, [&](PaymentOverview &order) -> Handled {
        Payment &payment = order.payment;
        if (payment.gone)
            return Handled::done();
        switch (payment.state) {
        case PaymentState::Held:
        case PaymentState::Open:
        case PaymentState::Settling:
        case PaymentState::Failing:
            return Handled::notYet();
        case PaymentState::Settled:
            if (payment.atCounter())
                return Handled::failed(noParcel());
            payment.gone = true;
            return m_store.save(tx, payment);
        case PaymentState::Refunding:
        case PaymentState::Refunded:
            return m_settlement.keep(tx, order);
        case PaymentState::Due:
            return Handled::failed(noParcel());
        case PaymentState::Failed:
            return Handled::failed(QStringLiteral("a parcel left for an order that was not paid"));
        case PaymentState::Abandoned:
            return Handled::failed(neverOrdered());
        }
        Q_UNREACHABLE();
    });
}

Handled PaymentService::on(const ShippingFailed &event, Transaction &tx)
{
    return withOrder(event.order, tx, [&](PaymentOverview &order) -> Handled {
        const Payment &payment = order.payment;
        if (payment.gone)
            return Handled::failed(QStringLiteral("a parcel that left cannot fail any more"));
        switch (payment.state) {
        case PaymentState::Held:
        case PaymentState::Open:
        case PaymentState::Settling:
            return Handled::notYet();
        case PaymentState::Settled:
            return payment.atCounter() ? Handled::failed(noParcel())
                                       : Handled(m_settlement.cancel(tx, order));
        case PaymentState::Due:
            return Handled::failed(noParcel());
        case PaymentState::Abandoned:
            return Handled::failed(neverOrdered());
        case PaymentState::Failing:
        case PaymentState::Failed:
        case PaymentState::Refunding:
        case PaymentState::Refunded:
            return Handled::done();
        }
        Q_UNREACHABLE();
    });
}

Handled PaymentService::on(const ShippingDelivered &, Transaction &) { return Handled::done(); }

} // namespace kontor
