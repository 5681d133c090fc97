// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/order/order.h"

#include <QDate>

namespace kontor {

//! How somebody wants to see the orders; the window keeps it between starts.
struct OrderFilters
{
    enum class Show
    {
        All,
        Open,
        NeedsPerson,
        Completed,
        Cancelled
    };
    enum class Period
    {
        Any,
        Today,
        Week,
        Month,
        Range
    };
    enum class Sort
    {
        Newest,
        Oldest,
        Dearest,
        Cheapest
    };

    Show show = Show::All;
    std::optional<Fulfilment> fulfilment;
    Period period = Period::Any;
    QDate from; //!< of a range, as is the next; both days are in it, and a null one is no limit
    QDate to;
    QString till; //!< empty: all
    Sort sort = Sort::Newest;

    bool operator==(const OrderFilters &) const = default;

    //! The days are those of this machine's zone.
    OrderWish wish(QDate today) const;
    //! Whether some orders may be left out.
    bool isNarrow() const;
};

} // namespace kontor
