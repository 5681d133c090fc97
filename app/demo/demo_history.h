// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_profile.h"
#include "services/account/account_service.h"
#include "services/cart/cart_service.h"
#include "services/catalog/catalog.h"
#include "services/inventory/inventory.h"

#include <tuple>
#include <utility>

namespace kontor {

//! What becomes of an order by hand after it was placed.
struct DemoStep
{
    enum class Kind
    {
        Collected,
        Cancelled,
    };
    Kind kind = Kind::Collected;
    Command command;
    OrderId order;
};

//! All that the demo shop is made of, ready to be given to the services in this order. The same
//! profile makes the same of it, each time.
struct DemoHistory
{
    QList<Product> products;
    QList<NewAccount> accounts;
    QList<std::tuple<Command, AccountId, Address>> addresses;
    QList<std::pair<Command, AccountId>> cards;
    std::pair<Command, GoodsReceipt> goods; //!< what is there today and what was sold until then
    QList<std::tuple<Command, ProductId, Quantity>> reorderPoints;
    QList<std::pair<Command, ImportedSale>> sales; //!< the oldest first
    QList<DemoStep> steps;
    Timestamp begin;
    Timestamp parcelsLeave; //!< those of orders before this were given to the carrier

    //! A month until the shop was founded. `address` of deliveries is still to be filled in.
    static DemoHistory make(const ShopProfile &profile, const QString &actor, const QString &till);
};

//! A command of the demo shop: the same thing is always the same command.
Command demoCommand(Timestamp at, const QString &what, const QString &actor, const QString &till);

} // namespace kontor
