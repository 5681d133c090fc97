// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"

namespace kontor {

//! A charge as the payment system shows it.
struct ListedCharge
{
    Timestamp at;
    Money captured;
    Money refunded;
    OrderId order; //!< as we named it; null: the charge is none of ours
    QString reference;
    TenderId tender;
};

//! The same in the books.
struct BookedCharge
{
    Timestamp at; //!< of its order
    Money captured;
    Money refunded;
    OrderId order;
    QString receipt;
    QString reference;
    bool isUnderWay = false; //!< a call about it has no answer yet
};

enum class DifferenceKind
{
    NotInBooks, //!< the payment system took money of which the books know nothing
    NotAtSystem,
    Captured, //!< both have it, over different amounts
    Refunded,
};
template <>
struct EnumNames<DifferenceKind>
{
    static constexpr std::string_view names[] = {"NotInBooks", "NotAtSystem", "Captured",
                                                 "Refunded"};
};

struct Difference
{
    Timestamp at;
    DifferenceKind kind = DifferenceKind::NotInBooks;
    OrderId order; //!< null: not known
    Money ours;
    QString receipt; //!< empty: not known
    QString reference;
    Money theirs;

    bool operator==(const Difference &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("at", self.at);
        a("kind", self.kind);
        a("order", self.order);
        a("ours", self.ours);
        a("receipt", self.receipt);
        a("reference", self.reference);
        a("theirs", self.theirs);
    }
};

//! What came of comparing.
struct Reconciliation
{
    Timestamp at; //!< 0: never
    Timestamp since;
    int charges = 0; //!< of ours that the payment system shows
    QList<Difference> differences;
    QString trouble; //!< why there was nothing to compare with; empty: there was

    //! Nothing was compared: the days are counted from here.
    bool isBeginning() const { return since == at; }
    bool operator==(const Reconciliation &) const = default;
};

//! Compares charge by charge. A charge of the books that is not listed is a difference only if its
//! order is of the time from since on. What is under way, and what is not ours, is passed over.
QList<Difference> differencesBetween(const QList<ListedCharge> &listed,
                                     const QList<BookedCharge> &booked, Timestamp since);

} // namespace kontor
