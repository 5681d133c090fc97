// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/trade.h"
#include "services/order/order_topic.h"

#include <optional>

namespace kontor {

enum class OrderError
{
    NotFound,
    AtTheCounter, //!< the goods are gone: it is returned, not cancelled
    AlreadyCancelled,
    AlreadyComplete, //!< the goods are with the customer or the carrier: it is returned, not
                     //!< cancelled
    NotReady,        //!< only a paid pickup can be handed over
    NothingToReturn, //!< that much was not sold on this line, or came back already
    HoldNotFound,
    ReturnCartClosed, //!< the cart that is to carry the return was ordered or abandoned
    DealtWith,        //!< it is no task any more
};
KONTOR_ERROR_DOMAIN(OrderError);

enum class OrderState
{
    Placed, //!< accepted; waits for goods and money
    Paid,   //!< a delivery: waits for the carrier
    Ready,  //!< a pickup: waits for the customer
    Completed,
    Cancelled,
};
template <>
struct EnumNames<OrderState>
{
    static constexpr std::string_view names[] = {"Placed", "Paid", "Ready", "Completed",
                                                 "Cancelled"};
};

//! How much of a cancelled order's money went back, as far as Payment has said.
enum class RefundNote
{
    None,
    Begun,
    Done
};
template <>
struct EnumNames<RefundNote>
{
    static constexpr std::string_view names[] = {"None", "Begun", "Done"};
};

//! An order without its lines: what lists show.
struct Order
{
    OrderId id;
    QString receipt;
    QString till;
    AccountId customer;
    Fulfilment fulfilment = Fulfilment::Counter;
    OrderState state = OrderState::Placed;
    Money total;
    bool withoutReceipt = false;
    Timestamp placedAt;
    Timestamp collectBy;
    QDate wishedFor;                                   //!< empty: as soon as it can be
    CancelReason cancelReason = CancelReason::ByStaff; //!< if it is cancelled
    RefundNote refund = RefundNote::None;

    bool operator==(const Order &) const = default;
};

//! Which orders a list shows, and in which order. What is empty, null or zero admits all.
struct OrderWish
{
    enum class States
    {
        All,
        Open,
        Completed,
        Cancelled
    };
    enum class Sort
    {
        Placed,
        Total
    };

    States states = States::All;
    std::optional<Fulfilment> fulfilment = {};
    Timestamp from = {};
    Timestamp until = {}; //!< exclusive
    QString till = {};
    AccountId customer = {};
    QString receipt = {};              //!< a part of its number
    QList<AccountId> orCustomers = {}; //!< or one of these, whatever the number
    Sort sort = Sort::Placed;
    bool ascending = false;

    bool operator==(const OrderWish &) const = default;
};

//! A wish to take goods back by their receipt.
struct ReturnRequest
{
    ReturnHoldId hold;
    OrderId originalOrder;
    int originalLine = 0;
    Quantity quantity;  //!< positive
    OrderId returnCart; //!< the cart that will carry the return
};

//! How much of a line may still come back.
struct ReturnableLine
{
    OrderedLine line;
    Quantity gone; //!< back already, or held for a cart
    Money goneGross;
    Money goneTax;

    Quantity left() const { return line.quantity - gone; }
};

//! A line of a cart that brings back goods by receipt.
struct CarriedReturn
{
    OrderId originalOrder;
    int originalLine = 0;
    Quantity quantity; //!< positive

    bool operator==(const CarriedReturn &) const = default;
};

} // namespace kontor
