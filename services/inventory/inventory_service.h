// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/service.h"
#include "services/inventory/inventory_store.h"
#include "services/inventory/inventory_topic.h"
#include "services/order/order_topic.h"

#include <utility>

namespace kontor {

//! Answers for what is on the shelves: the ledger of moves, the reservations, and the orders that
//! wait for goods.
class InventoryService : public Service
{
    Q_OBJECT
public:
    InventoryService(Store &store, InventoryTopic &topic, const Clock &clock, const Rights &rights);

    void consume(const OrderTopic &topic);

    //! Books the goods in, and serves the orders that waited for them.
    Result<> receive(const Command &command, const GoodsReceipt &goods);
    //! Makes the books say what was counted; the difference may take the stock below zero.
    Result<> correct(const Command &command, const StockCorrection &correction);
    //! All of them or none; for imports.
    Result<> correctAll(const QList<std::pair<Command, StockCorrection>> &corrections);
    //! From when on a product counts as low; nothing: never.
    Result<> setReorderPoint(const Command &command, ProductId product,
                             std::optional<Quantity> point);

    Result<Availability> availability(ProductId product) const;
    //! In the order of the question.
    Result<QList<Availability>> availabilities(const QList<ProductId> &products) const;
    //! What is at or below its reorder point.
    Result<QList<Availability>> lowStock(int limit) const;
    //! The newest first.
    Result<QList<StockMove>> moves(ProductId product, int limit) const;
    Result<QList<Reservation>> openReservations(ProductId product) const;
    Result<std::optional<StockOrder>> stockOrder(OrderId order) const;

private:
    Handled on(const OrderProcessed &event, Transaction &tx);
    Handled on(const OrderCancelled &event, Transaction &tx);
    Handled on(const OrderCompleted &event, Transaction &tx);

    //! What act(order) makes of an event about a known order; an unknown one is waited for.
    template <class Act>
    Handled withOrder(Transaction &tx, OrderId id, Act act) const;
    Handled issue(const OrderProcessed &event, Transaction &tx);
    Handled hold(const OrderProcessed &event, Transaction &tx);
    Result<> release(const StockOrder &order, Transaction &tx);
    Result<> fulfil(const StockOrder &order, Transaction &tx);

    Result<QList<MissingGoods>> missing(const ProductQuantities &wanted) const;
    Result<> reserve(Transaction &tx, OrderId order, const QList<GoodsLine> &lines);
    Result<> book(Transaction &tx, const QList<StockMove> &moves, const ProductQuantities &freed);
    Result<> serveWaiting(Transaction &tx, const QList<Availability> &risen);
    void tellIfLow(Transaction &tx, const Availability &level, Quantity change);

    InventoryStore m_store;
    InventoryTopic &m_topic;
};

} // namespace kontor
