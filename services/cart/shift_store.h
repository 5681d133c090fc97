// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/shift.h"
#include "services/core/command.h"
#include "services/core/transaction.h"

namespace kontor {

//! A shift that is open, and its sums so far.
struct OpenShift
{
    Shift shift;
    ShiftTotals totals;
};

//! The shifts of a till, what moved in its drawer, and its Z reports.
class ShiftStore
{
public:
    explicit ShiftStore(Store &store) : m_store(store) {}

    Result<std::optional<OpenShift>> open(const QString &till) const;
    //! What an X report says, but for its time. source: of this store's topic.
    Result<ShiftReport> report(const OpenShift &open, const QString &source) const;
    Result<std::optional<ShiftReport>> zReport(const QString &till, int number) const;
    //! The newest first, at most limit of them.
    Result<QList<ShiftReport>> zReports(const QString &till, int limit) const;
    Result<int> nextNumber(const QString &till) const;
    //! Whether cash was taken for a cart that is not ordered yet.
    Result<bool> takesCash(const QString &till) const;

    Result<> insert(Transaction &tx, const OpenShift &opened);
    Result<> insertMove(Transaction &tx, const Command &command, ShiftId shift,
                        const DrawerMove &move);
    Result<> updateTotals(Transaction &tx, const OpenShift &shift);
    Result<> insertReport(Transaction &tx, const ShiftReport &report);

private:
    //! Oldest first.
    Result<QList<DrawerMove>> moves(ShiftId shift, Currency currency) const;
    //! Of the last shift in this currency.
    Result<std::optional<ShiftReport>> lastReportIn(const QString &till, Currency currency) const;
    //! In the order in which the carts were opened.
    Result<QStringList> heldNames(const QString &till) const;
    //! The newest event of this store's topic.
    Result<std::optional<TopicMark>> mark(const QString &source) const;

    Store &m_store;
};

} // namespace kontor
