// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/trade.h"

// The values of a shift that travel in the cart's events.
namespace kontor {

using ShiftId = Id<struct ShiftTag>;

//! What happens to the drawer without a sale.
enum class DrawerMoveKind
{
    PaidIn,
    PaidOut, //!< for a reason: stamps, the window cleaner
    Drop,    //!< to the safe
    Opened,  //!< nothing in or out
};
template <>
struct EnumNames<DrawerMoveKind>
{
    static constexpr std::string_view names[] = {"PaidIn", "PaidOut", "Drop", "Opened"};
};

//! The amounts of one direction at one tax rate; positive for sales as for returns.
struct ShiftTax
{
    Money base;
    TaxRate rate;
    Money tax;

    bool operator==(const ShiftTax &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("base", self.base);
        a("rate", self.rate);
        a("tax", self.tax);
    }
};

//! What one kind of tender brought in sales and gave back in returns; all amounts are positive.
struct ShiftTender
{
    Money change;    //!< handed back of what the customers gave
    Money givenBack; //!< for returns
    TenderKind kind = TenderKind::Cash;
    Money taken; //!< what was paid with it: what was given less the change

    bool operator==(const ShiftTender &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("change", self.change);
        a("givenBack", self.givenBack);
        a("kind", self.kind);
        a("taken", self.taken);
    }
};

//! The sums of a shift, carried on with every receipt and every move of the drawer. Sales and
//! returns are told by line, so that an exchange counts as both; all their amounts are positive.
struct ShiftTotals
{
    qint64 abandoned = 0;      //!< carts with lines that were given up
    Money cashRounding;        //!< what the smallest coin added or took off
    Money discounts;           //!< on what was sold; already in its gross
    qint64 drawerOpenings = 0; //!< without a sale
    Money drops;
    Money duesPaidIn; //!< what customers still owed
    QString firstReceipt;
    QString lastReceipt;
    Money paidIn;
    Money paidOut;
    qint64 receipts = 0;
    Money refundsPaidOut; //!< refunds due
    qint64 returns = 0;   //!< receipts on which goods came back
    Money returnsGross;
    QList<ShiftTax> returnsTaxes; //!< in order of rate
    qint64 sales = 0;             //!< receipts on which goods were sold
    Money salesGross;
    QList<ShiftTax> salesTaxes; //!< in order of rate
    QList<ShiftTender> tenders; //!< cash first, whether there was any or not

    static ShiftTotals none(Currency currency);
    Currency currency() const { return salesGross.currency; }
    const ShiftTender &cash() const { return tenders.first(); }
    ShiftTender &of(TenderKind kind);
    void addLine(const OrderedLine &line);
    void addMove(DrawerMoveKind kind, const Money &amount);

    bool operator==(const ShiftTotals &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("abandoned", self.abandoned);
        a("cashRounding", self.cashRounding);
        a("discounts", self.discounts);
        a("drawerOpenings", self.drawerOpenings);
        a("drops", self.drops);
        a("duesPaidIn", self.duesPaidIn);
        a("firstReceipt", self.firstReceipt);
        a("lastReceipt", self.lastReceipt);
        a("paidIn", self.paidIn);
        a("paidOut", self.paidOut);
        a("receipts", self.receipts);
        a("refundsPaidOut", self.refundsPaidOut);
        a("returns", self.returns);
        a("returnsGross", self.returnsGross);
        a("returnsTaxes", self.returnsTaxes);
        a("sales", self.sales);
        a("salesGross", self.salesGross);
        a("salesTaxes", self.salesTaxes);
        a("tenders", self.tenders);
    }
};

//! What the till should have of a tender, and what was counted.
struct TenderCount
{
    Money counted;
    Money expected;
    TenderKind kind = TenderKind::Cash;

    Money difference() const { return counted - expected; }
    bool operator==(const TenderCount &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("counted", self.counted);
        a("expected", self.expected);
        a("kind", self.kind);
    }
};

//! A place of a topic's chain, as `kontor verify` takes it for an anchor.
struct TopicMark
{
    QString hash; //!< in hex
    qint64 seq = 0;
    QString source;

    bool operator==(const TopicMark &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("hash", self.hash);
        a("seq", self.seq);
        a("source", self.source);
    }
};

} // namespace kontor
