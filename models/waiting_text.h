// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/order/order.h"
#include "services/payment/payment.h"
#include "services/shipping/shipping.h"

#include <optional>

namespace kontor {

//! What an order waits for now, as a sentence; empty if it waits for nothing. What is not known yet
//! is null.
QString waitingText(const Order &order, const std::optional<PaymentOverview> &payment,
                    const std::optional<Shipment> &shipment);

} // namespace kontor
