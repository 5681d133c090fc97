// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/store.h"
#include "services/order/order.h"

// How an Order is read from the table `orders`; for the stores of this service.

// The columns of an Order, in the order that orderFrom() reads them.
#define KONTOR_ORDER_COLUMNS                                                                       \
    "id, receipt, till, customer, fulfilment, state, total, currency, without_receipt, "           \
    "placed_at, collect_by, cancel_reason, refund, wished_for"

namespace kontor {

inline Order orderFrom(const Row &row)
{
    Order order;
    order.id = row.id<OrderId>(0);
    order.receipt = row.text(1);
    order.till = row.text(2);
    order.customer = row.id<AccountId>(3);
    order.fulfilment = row.named<Fulfilment>(4);
    order.state = row.named<OrderState>(5);
    order.total = row.money(6, row.currency(7));
    order.withoutReceipt = row.truth(8);
    order.placedAt = row.time(9);
    order.collectBy = row.time(10);
    if (!row.isNull(11))
        order.cancelReason = row.named<CancelReason>(11);
    order.refund = row.named<RefundNote>(12);
    order.wishedFor = row.date(13);
    return order;
}

} // namespace kontor
