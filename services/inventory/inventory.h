// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/trade.h"

#include <map>
#include <optional>

namespace kontor {

enum class InventoryError
{
    NoProduct,
    NothingReceived, //!< a goods receipt without lines
    BadQuantity,     //!< zero, beyond the limit, or negative where it may not be
    NoReason,        //!< a correction must say why
};
KONTOR_ERROR_DOMAIN(InventoryError);

//! What there is of a product.
struct Availability
{
    ProductId product;
    Quantity onHand; //!< negative: more was sold at the counter than the books knew of
    Quantity reserved;
    std::optional<Quantity> reorderPoint;

    Quantity available() const { return onHand - reserved; }
    bool isLow() const { return reorderPoint && available() <= *reorderPoint; }
    bool operator==(const Availability &) const = default;
};

enum class MoveKind
{
    Receipt,
    Sale,
    Return,
    WriteOff, //!< returned goods that cannot be sold again
    Correction
};
template <>
struct EnumNames<MoveKind>
{
    static constexpr std::string_view names[] = {"Receipt", "Sale", "Return", "WriteOff",
                                                 "Correction"};
};

//! One entry of the stock ledger.
struct StockMove
{
    qint64 seq = 0;
    ProductId product;
    Quantity quantity; //!< negative: goods left
    MoveKind kind = MoveKind::Correction;
    OrderId order; //!< null: not for an order
    int line = 0;
    QString reason; //!< of a correction; of a goods receipt its reference
    QString actor;
    Timestamp at;

    bool operator==(const StockMove &) const = default;
};

//! What is held for a line of an order.
struct Reservation
{
    OrderId order;
    int line = 0;
    ProductId product;
    Quantity quantity;

    bool operator==(const Reservation &) const = default;
};

//! How far an order is on its way through the stock.
enum class StockOrderState
{
    Issued,      //!< at the counter: gone, or taken back
    Reserved,    //!< held for pickup or delivery
    Backordered, //!< waits for goods, holds nothing
    OutOfStock,  //!< refused, waits for its cancellation
    Released,    //!< cancelled
    Fulfilled,   //!< left the house after it was reserved
};
template <>
struct EnumNames<StockOrderState>
{
    static constexpr std::string_view names[] = {"Issued",     "Reserved", "Backordered",
                                                 "OutOfStock", "Released", "Fulfilled"};
};

struct StockOrder
{
    OrderId id;
    StockOrderState state = StockOrderState::Issued;
    Fulfilment fulfilment = Fulfilment::Counter;
    QList<GoodsLine> lines; //!< none of an issued order

    bool operator==(const StockOrder &) const = default;
};

struct ReceivedGoods
{
    ProductId product;
    Quantity quantity;
};

//! A delivery of a supplier.
struct GoodsReceipt
{
    QList<ReceivedGoods> lines;
    QString reference; //!< the supplier's delivery note
};

struct StockCorrection
{
    ProductId product;
    Quantity difference; //!< counted minus booked
    QString reason;
};

//! In the order of their products.
using ProductQuantities = std::map<ProductId, Quantity>;

ProductQuantities wantedBy(const QList<GoodsLine> &lines);
//! What changes on the shelves when the goods of the lines leave or come back.
QList<StockMove> movesOf(OrderId order, const QList<GoodsLine> &lines);

Result<> checked(const GoodsReceipt &goods);
Result<> checked(const StockCorrection &correction);
Result<> checkedReorderPoint(ProductId product, std::optional<Quantity> point);

} // namespace kontor
