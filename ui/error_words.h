// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart.h"
#include "services/catalog/product_row.h"
#include "services/core/column_map.h"
#include "services/core/outside_system.h"
#include "services/core/secrets.h"
#include "services/core/table_error.h"
#include "services/devices/devices.h"
#include "services/notification/notification.h"
#include "services/order/order.h"
#include "services/payment/payment.h"
#include "services/shipping/shipping.h"

#include <QCoreApplication>

// The sentences of error_text.h, domain by domain.
namespace kontor {

struct Errors
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Errors)
};

QString textOf(CartError code);
QString textOf(ColumnError code);
QString textOf(DevicesError code);
QString textOf(ImportError code);
QString textOf(NotificationError code);
QString textOf(OrderError code);
QString textOf(PaymentError code);
QString textOf(SecretError code);
QString textOf(SystemError code);
QString textOf(ShippingError code);
QString textOf(TableError code);

} // namespace kontor
