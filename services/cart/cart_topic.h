// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/shift_totals.h"
#include "services/core/topic.h"

namespace kontor {

//! The cart became an order: everything that was decided at the till, computed once and for all.
struct ShoppingCartOrdered
{
    static constexpr const char *type = "ShoppingCartOrdered";
    OrderId order;
    QString receipt; //!< number of the gapless series of its till
    QString till;
    Fulfilment fulfilment = Fulfilment::Counter;
    bool backorder = false; //!< delivery or pickup may wait for goods
    AccountId customer;     //!< null: a walk-in customer
    AddressId address;      //!< delivery: where to, as it was then
    Timestamp collectBy;    //!< pickup: after this it becomes a task
    QList<OrderedLine> lines;
    QString note;            //!< may be empty
    ShiftId shift;           //!< null: an imported history, which belongs to none
    QList<TaxTotal> taxes;   //!< one for each rate, in order of rate
    bool taxIncluded = true; //!< prices were quoted with tax
    Money total;             //!< Σ gross of the lines
    Money cashRounding; //!< what the smallest coin added or took off; due is total + cashRounding
    QList<Tender> tenders;       //!< their amounts sum up to total + cashRounding
    QDate wishedFor;             //!< delivery or pickup: the customer's day; may be empty
    bool withoutReceipt = false; //!< a return without receipt: marked

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const ShoppingCartOrdered &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("address", self.address);
        a("backorder", self.backorder);
        a("cashRounding", self.cashRounding);
        a("collectBy", self.collectBy);
        a("customer", self.customer);
        a("fulfilment", self.fulfilment);
        a("lines", self.lines);
        a("note", self.note);
        a("order", self.order);
        a("receipt", self.receipt);
        a("shift", self.shift);
        a("taxIncluded", self.taxIncluded);
        a("taxes", self.taxes);
        a("tenders", self.tenders);
        a("till", self.till);
        a("total", self.total);
        a("wishedFor", self.wishedFor);
        a("withoutReceipt", self.withoutReceipt);
    }
};

//! The cart will never be ordered: whatever was taken for it is given back.
struct ShoppingCartAbandoned
{
    static constexpr const char *type = "ShoppingCartAbandoned";
    OrderId order;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const ShoppingCartAbandoned &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("order", self.order);
    }
};

//! A till paid out what was due to the customer, in cash.
struct RefundPaidOut
{
    static constexpr const char *type = "RefundPaidOut";
    OrderId order;
    TenderId tender; //!< which refund due
    Money amount;    //!< positive
    QString till;
    ShiftId shift = {};

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const RefundPaidOut &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("order", self.order);
        a("shift", self.shift);
        a("tender", self.tender);
        a("till", self.till);
    }
};

//! A till took in what the customer still owed for an order.
struct DuePaidIn
{
    static constexpr const char *type = "DuePaidIn";
    OrderId order;
    Money amount; //!< positive
    QString till;
    ShiftId shift = {};

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const DuePaidIn &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("order", self.order);
        a("shift", self.shift);
        a("till", self.till);
    }
};

//! A till began to take money.
struct ShiftOpened
{
    static constexpr const char *type = "ShiftOpened";
    Money floatAmount;
    bool floatCounted = true; //!< false: the first sale opened it
    ShiftId shift;
    QString till;

    SubjectId subject() const { return kontor::subject(shift); }
    bool operator==(const ShiftOpened &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("floatAmount", self.floatAmount);
        a("floatCounted", self.floatCounted);
        a("shift", self.shift);
        a("till", self.till);
    }
};

//! The drawer was opened without a sale, whether money went in or out or not.
struct DrawerMoved
{
    static constexpr const char *type = "DrawerMoved";
    Money amount; //!< positive; zero when it was only opened
    DrawerMoveKind kind = DrawerMoveKind::Opened;
    QString reason; //!< may be empty where money came in
    ShiftId shift;
    QString till;

    SubjectId subject() const { return kontor::subject(shift); }
    bool operator==(const DrawerMoved &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("kind", self.kind);
        a("reason", self.reason);
        a("shift", self.shift);
        a("till", self.till);
    }
};

//! The till was counted; this is what its Z report says.
struct ShiftClosed
{
    static constexpr const char *type = "ShiftClosed";
    QList<TenderCount> counts;
    QList<TopicMark> marks; //!< how far the topics went
    int number = 0;         //!< of the till's gapless series of Z reports
    Money perpetualReturns; //!< of all shifts of this till up to and with this one
    Money perpetualSales;
    QString reason; //!< for a difference
    ShiftId shift;
    QString till;
    ShiftTotals totals;

    SubjectId subject() const { return kontor::subject(shift); }
    bool operator==(const ShiftClosed &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("counts", self.counts);
        a("marks", self.marks);
        a("number", self.number);
        a("perpetualReturns", self.perpetualReturns);
        a("perpetualSales", self.perpetualSales);
        a("reason", self.reason);
        a("shift", self.shift);
        a("till", self.till);
        a("totals", self.totals);
    }
};

class CartTopic : public Topic
{
    Q_OBJECT
public:
    using Topic::Topic;
    void append(Transaction &tx, const ShoppingCartOrdered &event)
    {
        Topic::append(tx, event, &CartTopic::ordered);
    }
    void append(Transaction &tx, const ShoppingCartAbandoned &event)
    {
        Topic::append(tx, event, &CartTopic::abandoned);
    }
    void append(Transaction &tx, const RefundPaidOut &event)
    {
        Topic::append(tx, event, &CartTopic::refundPaidOut);
    }
    void append(Transaction &tx, const DuePaidIn &event)
    {
        Topic::append(tx, event, &CartTopic::duePaidIn);
    }
    void append(Transaction &tx, const ShiftOpened &event)
    {
        Topic::append(tx, event, &CartTopic::shiftOpened);
    }
    void append(Transaction &tx, const DrawerMoved &event)
    {
        Topic::append(tx, event, &CartTopic::drawerMoved);
    }
    void append(Transaction &tx, const ShiftClosed &event)
    {
        Topic::append(tx, event, &CartTopic::shiftClosed);
    }

Q_SIGNALS:
    void ordered(const kontor::ShoppingCartOrdered &event);
    void abandoned(const kontor::ShoppingCartAbandoned &event);
    void refundPaidOut(const kontor::RefundPaidOut &event);
    void duePaidIn(const kontor::DuePaidIn &event);
    void shiftOpened(const kontor::ShiftOpened &event);
    void drawerMoved(const kontor::DrawerMoved &event);
    void shiftClosed(const kontor::ShiftClosed &event);
};

} // namespace kontor
