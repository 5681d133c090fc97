// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shop.h"

namespace kontor {

//! A service as the command line calls it.
struct NamedService
{
    QString name;
    Service *service;
};

inline QList<NamedService> namedServices(Shop &shop)
{
    return {{QStringLiteral("account"), &shop.account()},
            {QStringLiteral("catalog"), &shop.catalog()},
            {QStringLiteral("cart"), &shop.cart()},
            {QStringLiteral("order"), &shop.order()},
            {QStringLiteral("inventory"), &shop.inventory()},
            {QStringLiteral("payment"), &shop.payment()},
            {QStringLiteral("shipping"), &shop.shipping()},
            {QStringLiteral("notification"), &shop.notification()}};
}

} // namespace kontor
