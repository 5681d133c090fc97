// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart.h"
#include "services/core/command.h"
#include "services/core/transaction.h"

namespace kontor {

//! The carts of a till, their lines and tenders, and the series of its receipts.
class CartStore
{
public:
    explicit CartStore(Store &store) : m_store(store) {}

    //! The cart with its lines and tenders.
    Result<std::optional<Cart>> find(OrderId id) const;
    //! As CartService::openCarts().
    Result<QList<OrderId>> openCarts(const QString &till) const;
    Result<QList<OrderId>> heldCarts(const QString &till) const;
    Result<std::optional<CartStep>> lastStep(OrderId cart) const;
    //! The cart by which this order was offered once more, the last one if there were several.
    Result<std::optional<Cart>> offeredAnew(OrderId original) const;

    //! Nothing happens if there is a cart of this id already; answers whether it was added.
    Result<bool> insert(Transaction &tx, const Cart &cart);
    Result<> insertLine(Transaction &tx, OrderId cart, const CartLine &line);
    Result<> updateLine(Transaction &tx, OrderId cart, const CartLine &line);
    Result<> removeLine(Transaction &tx, OrderId cart, int line);
    Result<> insertTender(Transaction &tx, OrderId cart, const CartTender &tender);
    //! Answers whether the cart had it.
    Result<bool> removeTender(Transaction &tx, OrderId cart, TenderId tender);
    Result<> insertStep(Transaction &tx, OrderId cart, const CartStep &step);
    Result<> removeLastStep(Transaction &tx, OrderId cart);
    Result<> removeSteps(Transaction &tx, OrderId cart);
    //! All that is not fixed from the start, and a revision higher by one.
    Result<> updateHeader(Transaction &tx, const Cart &cart);
    Result<> setOrdered(Transaction &tx, OrderId cart, const QString &receipt);
    Result<> setAbandoned(Transaction &tx, OrderId cart);
    Result<> noteOfferedAnew(Transaction &tx, OrderId original, OrderId cart);
    //! The next number of the till's gapless series, such as "T1-000123".
    Result<QString> nextReceipt(Transaction &tx, const QString &till);
    //! Answers false if this till has paid out that refund already.
    Result<bool> insertPayout(Transaction &tx, const Command &command, const RefundPayout &payout);
    Result<> insertPaidIn(Transaction &tx, const Command &command, OrderId order,
                          const Money &amount);

private:
    Store &m_store;
};

} // namespace kontor
