// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"
#include "services/inventory/inventory.h"

namespace kontor {

//! The SQL of the stock: ledger, reservations, levels and the orders that wait for goods.
class InventoryStore
{
public:
    explicit InventoryStore(Store &db) : m_db(db) {}

    //! Keeps other applications from changing stock until the transaction ends; changes nothing.
    Result<> lock(Transaction &tx) const;

    //! Writes the moves under the next numbers, with the cause of the transaction; locks the stock.
    Result<> addMoves(Transaction &tx, const QList<StockMove> &moves);
    //! The newest first.
    Result<QList<StockMove>> moves(ProductId product, int limit) const;

    Result<Availability> level(ProductId product) const;
    //! Products at or below their reorder points.
    Result<QList<Availability>> lowLevels(int limit) const;
    //! Adds to what is on hand and what is reserved; answers the level after it.
    Result<Availability> changeLevel(Transaction &tx, ProductId product, Quantity onHand,
                                     Quantity reserved);
    //! Reserves what is available, and nothing beyond; answers the level after it.
    Result<Availability> reserve(Transaction &tx, ProductId product, Quantity quantity);
    Result<> setReorderPoint(Transaction &tx, ProductId product, std::optional<Quantity> point);

    Result<> addReservations(Transaction &tx, OrderId order, const QList<GoodsLine> &lines);
    Result<> dropReservations(Transaction &tx, OrderId order);
    Result<QList<Reservation>> reservations(ProductId product) const;

    //! False if the order is known already; then nothing is changed.
    Result<bool> addOrder(Transaction &tx, const StockOrder &order);
    Result<std::optional<StockOrder>> order(OrderId id) const;
    Result<> setState(Transaction &tx, OrderId order, StockOrderState state);

    //! Puts the order at the end of the queue of each product that it wants.
    Result<> addBackorder(Transaction &tx, OrderId order, const ProductQuantities &wanted);
    Result<> dropBackorder(Transaction &tx, OrderId order);
    struct Waiting
    {
        qint64 place = 0;
        OrderId order;
    };
    //! The orders that want no more of the product than the given quantity, the oldest first.
    Result<QList<Waiting>> waitingFor(ProductId product, Quantity atMost) const;

private:
    Store &m_db;
};

} // namespace kontor
