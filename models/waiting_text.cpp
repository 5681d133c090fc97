// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waiting_text.h"

#include "models/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor {

namespace {

struct Waiting
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Waiting)
};

QString forMoney(const PaymentOverview &money)
{
    const auto &[payment, tenders] = money;
    if (payment.state == PaymentState::Due)
        return Waiting::tr("Waits for %1 that the customer owes.").arg(amountText(payment.due));
    if (payment.state == PaymentState::Failing)
        return Waiting::tr("What was taken is being given back.");
    const auto link = std::ranges::find(tenders, TenderState::Requested, &PaymentTender::state);
    if (link != tenders.end())
        return Waiting::tr("Waits for the customer to pay by the link, until %1.")
            .arg(momentText(link->linkExpires));
    const bool asked = std::ranges::any_of(
        tenders, [](const PaymentTender &tender) { return isUnderWay(tender.state); });
    if (asked)
        return Waiting::tr("Waits for the payment system.");
    return payment.stockReady ? Waiting::tr("Waits for the payment.")
                              : Waiting::tr("Waits for goods.");
}

QString forParcel(const std::optional<Shipment> &shipment)
{
    if (!shipment)
        return Waiting::tr("Waits for its label.");
    switch (shipment->state) {
    case ShipmentState::Quoting:
    case ShipmentState::Buying:
        return Waiting::tr("Waits for its label.");
    case ShipmentState::Labelled:
        return Waiting::tr("Waits to be handed to the carrier.");
    case ShipmentState::NeedsCorrection:
        return Waiting::tr("Waits for its address or its parcel to be corrected.");
    case ShipmentState::Recalling:
        return Waiting::tr("Waits for the label to be taken back.");
    case ShipmentState::HandedOver:
    case ShipmentState::Delivered:
    case ShipmentState::Failed:
    case ShipmentState::Recalled:
    case ShipmentState::Dropped:
        break;
    }
    return {};
}

} // namespace

QString waitingText(const Order &order, const std::optional<PaymentOverview> &payment,
                    const std::optional<Shipment> &shipment)
{
    switch (order.state) {
    case OrderState::Placed:
        return payment ? forMoney(*payment) : Waiting::tr("Waits for goods.");
    case OrderState::Paid:
        return forParcel(shipment);
    case OrderState::Ready:
        return order.collectBy == Timestamp{}
                   ? Waiting::tr("Waits for the customer to collect it.")
                   : Waiting::tr("Waits for the customer to collect it, until %1.")
                         .arg(dayText(order.collectBy));
    case OrderState::Cancelled:
        return order.refund == RefundNote::Begun ? Waiting::tr("Waits for the money to go back.")
                                                 : QString();
    case OrderState::Completed:
        break;
    }
    return {};
}

} // namespace kontor
