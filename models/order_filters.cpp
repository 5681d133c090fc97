// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order_filters.h"

namespace kontor {

namespace {

constexpr int daysOfAWeek = 7;

Timestamp startOf(QDate day) { return {day.startOfDay().toMSecsSinceEpoch()}; }

OrderWish::States statesOf(OrderFilters::Show show)
{
    switch (show) {
    case OrderFilters::Show::Open:
        return OrderWish::States::Open;
    case OrderFilters::Show::Completed:
        return OrderWish::States::Completed;
    case OrderFilters::Show::Cancelled:
        return OrderWish::States::Cancelled;
    case OrderFilters::Show::All:
    case OrderFilters::Show::NeedsPerson:
        break;
    }
    return OrderWish::States::All;
}

} // namespace

OrderWish OrderFilters::wish(QDate today) const
{
    OrderWish wish;
    wish.states = statesOf(show);
    wish.fulfilment = fulfilment;
    wish.till = till;
    wish.sort = sort == Sort::Newest || sort == Sort::Oldest ? OrderWish::Sort::Placed
                                                             : OrderWish::Sort::Total;
    wish.ascending = sort == Sort::Oldest || sort == Sort::Cheapest;
    switch (period) {
    case Period::Any:
        break;
    case Period::Today:
        wish.from = startOf(today);
        break;
    case Period::Week:
        wish.from = startOf(today.addDays(1 - daysOfAWeek));
        break;
    case Period::Month:
        wish.from = startOf(today.addMonths(-1));
        break;
    case Period::Range:
        if (from.isValid())
            wish.from = startOf(from);
        if (to.isValid())
            wish.until = startOf(to.addDays(1));
        break;
    }
    return wish;
}

bool OrderFilters::isNarrow() const
{
    return show != Show::All || fulfilment || period != Period::Any || !till.isEmpty();
}

} // namespace kontor
