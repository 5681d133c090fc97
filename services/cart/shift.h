// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/shift_totals.h"

namespace kontor {

//! What a till asks of its shifts.
struct ShiftRules
{
    //! Nothing is sold before somebody counted the float. Otherwise the first sale opens a shift.
    bool needsFloat = false;
    //! What the drawer should hold is not shown before it was counted.
    bool blindCount = false;

    bool operator==(const ShiftRules &) const = default;
};

struct DrawerMove
{
    QString actor;
    Money amount; //!< positive; zero when it was only opened
    Timestamp at;
    DrawerMoveKind kind = DrawerMoveKind::PaidIn;
    QString reason;

    bool operator==(const DrawerMove &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("actor", self.actor);
        a("amount", self.amount);
        a("at", self.at);
        a("kind", self.kind);
        a("reason", self.reason);
    }
};

//! How many there were of one note or coin.
struct CoinCount
{
    qint64 count = 0;
    Money value;

    bool operator==(const CoinCount &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("count", self.count);
        a("value", self.value);
    }
};

//! A count to close a shift with.
struct ShiftCount
{
    struct Amount
    {
        TenderKind kind = TenderKind::Cash;
        Money counted;
    };

    QList<CoinCount> coins;
    QList<Amount> amounts;  //!< of other tenders; cash here is added to the coins
    QString reason;         //!< needed where something differs from what is expected
    QList<TopicMark> marks; //!< of the other services' topics, as far as they could be read
};

//! How a shift began.
struct Shift
{
    bool floatCounted = true; //!< false: the first sale opened it
    Money floatAmount;
    ShiftId id;
    Timestamp openedAt;
    QString openedBy;
    QString till;

    bool operator==(const Shift &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("floatAmount", self.floatAmount);
        a("floatCounted", self.floatCounted);
        a("id", self.id);
        a("openedAt", self.openedAt);
        a("openedBy", self.openedBy);
        a("till", self.till);
    }
};

//! Everything that an X or a Z report says: of a shift until now, or of a closed one.
struct ShiftReport
{
    Timestamp at;              //!< now, or when it was closed
    QString by;                //!< who closed it; empty: it is open
    QList<CoinCount> coins;    //!< Z: as they were counted
    QList<TenderCount> counts; //!< X: counted is nothing yet
    QStringList heldCarts;     //!< they carry over; by name
    QList<TopicMark> marks;
    QList<DrawerMove> moves; //!< oldest first
    int number = 0;          //!< of the till's gapless series of Z reports; 0: an X report
    Money perpetualReturns;  //!< of all shifts of this till up to and with this one
    Money perpetualSales;
    QString reason; //!< for a difference
    Shift shift;
    ShiftTotals totals;

    bool isZ() const { return number > 0; }
    bool operator==(const ShiftReport &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("at", self.at);
        a("by", self.by);
        a("coins", self.coins);
        a("counts", self.counts);
        a("heldCarts", self.heldCarts);
        a("marks", self.marks);
        a("moves", self.moves);
        a("number", self.number);
        a("perpetualReturns", self.perpetualReturns);
        a("perpetualSales", self.perpetualSales);
        a("reason", self.reason);
        a("shift", self.shift);
        a("totals", self.totals);
    }
};

//! Whether the till itself holds what such a tender brought, so that it can be counted there.
bool isCountedAtTill(TenderKind kind);

struct ShoppingCartOrdered;
//! Its part of the shift that a receipt adds, but for the tenders' change.
void addReceipt(ShiftTotals &totals, const ShoppingCartOrdered &order);

//! What should be there of each tender that is counted at the till; cash first.
QList<TenderCount> expectedCounts(const Shift &shift, const ShiftTotals &totals);

} // namespace kontor
