// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

#include <algorithm>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

constexpr auto stepsInvariant = "A5";

bool mayFollow(const OrderFacts &order, const QString &before, const QString &step)
{
    if (before.isEmpty())
        return step == "OrderProcessed"_L1;
    if (before == "OrderProcessed"_L1)
        return (step == "OrderReady"_L1 && order.fulfilment == "Pickup"_L1) ||
               (step == "OrderCancelled"_L1 && !order.isCounter()) ||
               (step == "OrderCompleted"_L1 && order.fulfilment != "Pickup"_L1);
    if (before == "OrderReady"_L1)
        return step == "OrderCompleted"_L1 || step == "OrderCancelled"_L1;
    // A parcel that has left wins over the cancellation that it crossed.
    return before == "OrderCancelled"_L1 && step == "OrderCompleted"_L1 &&
           order.fulfilment == "Delivery"_L1;
}

void checkStepsOf(const OrderFacts &order, Findings &findings)
{
    QString before;
    for (const QString &step : order.orderEvents) {
        if (!mayFollow(order, before, step))
            findings.add(
                stepsInvariant, u"order"_s, order.name(),
                u"a step that may follow %1"_s.arg(before.isEmpty() ? u"nothing"_s : before), step);
        before = step;
    }
}

//! What must have been said elsewhere, once nothing is under way.
void checkCausesOf(const OrderFacts &order, Findings &findings)
{
    const auto wrong = [&](const QString &expected, const QString &found) {
        findings.add(stepsInvariant, u"order"_s, order.name(), expected, found);
    };
    if (order.orderEvents.isEmpty())
        wrong(u"OrderProcessed"_s, u"ordered at the till and nothing after"_s);
    if (order.isCompleted() && !order.paid)
        wrong(u"PaymentProcessed before completion"_s, u"nothing"_s);
    if (order.isCompleted() && order.fulfilment == "Delivery"_L1 && !order.shipped)
        wrong(u"ShippingProcessed before completion"_s, u"nothing"_s);
    if (order.isCounter() && order.paid && !order.isCompleted())
        wrong(u"OrderCompleted after payment"_s, u"nothing"_s);
    if (order.isCounter() && order.paymentFailed)
        wrong(u"what is missing at the counter becomes due"_s, u"PaymentFailed"_s);
    if (order.paymentFailed && !order.isCounter() && !order.has("OrderCancelled"_L1))
        wrong(u"OrderCancelled after PaymentFailed"_s, u"nothing"_s);
    if (!order.isCancelled())
        return;
    if (!order.refundDone)
        wrong(u"PaymentRefunded after cancellation"_s,
              order.refundBegun ? u"only its beginning"_s : u"nothing"_s);
    else if (order.paid && order.refunded != order.paidTotal)
        wrong(u"%1 given back or due"_s.arg(order.paidTotal), QString::number(order.refunded));
}

QString stateOf(const OrderFacts &order)
{
    if (order.isCompleted())
        return u"Completed"_s;
    if (order.isCancelled())
        return u"Cancelled"_s;
    if (order.has("OrderReady"_L1))
        return u"Ready"_s;
    return order.paid && order.fulfilment == "Delivery"_L1 ? u"Paid"_s : u"Placed"_s;
}

bool isBeforeItsGoods(const QString &state) { return state == "Placed"_L1 || state == "Paid"_L1; }

} // namespace

void checkSteps(Facts &facts, Findings &findings)
{
    for (const OrderFacts &order : facts.orders()) {
        if (order.isOrdered())
            checkStepsOf(order, findings);
        else if (!order.orderEvents.isEmpty())
            findings.add(stepsInvariant, u"order"_s, order.name(), u"ordered at a till"_s,
                         order.orderEvents.constFirst());
        if (order.isOrdered() && !order.underWay)
            checkCausesOf(order, findings);
    }
}

Result<> compareOrders(StoreReader &orders, Facts &facts, Findings &findings)
{
    const auto differs = [&](const QString &row, const QString &expected, const QString &found) {
        findings.add("A17", u"order"_s, row, expected, found);
    };
    qint64 missing = std::ranges::count_if(
        facts.orders(), [](const OrderFacts &order) { return !order.orderEvents.isEmpty(); });
    const auto readOrders = orders.each(
        u"SELECT id, receipt, fulfilment, state, total, refund FROM orders ORDER BY placed_at, id"_s,
        [&](const Row &row) {
            const auto *order = facts.find(row.id(0));
            if (!order || order->orderEvents.isEmpty())
                return differs(u"order %1"_s.arg(idText(row.id(0))), u"OrderProcessed"_s,
                               row.text(3));
            --missing;
            if (!order->isOrdered())
                return;
            const auto fixed =
                u"%1 %2 %3"_s.arg(order->receipt, order->fulfilment).arg(order->total);
            const auto found = u"%1 %2 %3"_s.arg(row.text(1), row.text(2)).arg(row.number(4));
            if (found != fixed)
                differs(order->name(), fixed, found);
            const auto state = stateOf(*order);
            const bool open = order->underWay && isBeforeItsGoods(state);
            if (open ? !isBeforeItsGoods(row.text(3)) : row.text(3) != state)
                differs(order->name(), state, row.text(3));
            const auto refund = order->refundDone    ? u"Done"_s
                                : order->refundBegun ? u"Begun"_s
                                                     : u"None"_s;
            if (!order->underWay && row.text(5) != refund)
                differs(order->name(), u"refund %1"_s.arg(refund), row.text(5));
        });
    if (!readOrders)
        return readOrders;
    if (missing != 0)
        differs(u"orders"_s, u"a row for each order"_s, u"%1 missing"_s.arg(missing));

    return orders.each(uR"(SELECT order_id, COUNT(*), CAST(SUM(gross) AS BIGINT) FROM order_line
                           GROUP BY order_id ORDER BY order_id)"_s,
                       [&](const Row &row) {
                           const auto *order = facts.find(row.id(0));
                           if (!order || !order->isOrdered())
                               return;
                           const auto expected =
                               u"%1 lines of %2"_s.arg(order->lines.size()).arg(order->total);
                           const auto found =
                               u"%1 lines of %2"_s.arg(row.number(1)).arg(row.number(2));
                           if (found != expected)
                               differs(order->name(), expected, found);
                       });
}

} // namespace kontor::auditing
