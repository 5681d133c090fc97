// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"
#include "services/devices/devices.h"

#include <optional>

namespace kontor {

//! The SQL of the print queue.
class DevicesStore
{
public:
    explicit DevicesStore(Store &store) : m_store(store) {}

    Result<std::optional<PrintJob>> job(PrintJobId id) const;
    //! Oldest first.
    Result<QList<PrintJob>> about(OrderId order) const;
    //! The drawer first, then the oldest.
    Result<std::optional<PrintJob>> nextDue(Timestamp now) const;
    Result<QList<PrintJob>> inState(PrintJobState state) const;
    //! Papers that have yet to come out, the oldest first.
    Result<QList<PrintJob>> unfinished() const;
    //! The newest first.
    Result<QList<PrintJob>> newestGivenUp(int limit) const;
    Result<int> waitingPapers() const;

    //! False if it is there already.
    Result<bool> add(Transaction &tx, const PrintJob &job);
    Result<> update(Transaction &tx, const PrintJob &job);

    //! Whether the shop was in training then; nothing where it is not noted, as before the first
    //! turn.
    Result<std::optional<bool>> wasTraining(Timestamp at) const;
    Result<> noteTurn(Transaction &tx, Timestamp at, bool training);

private:
    Store &m_store;
};

} // namespace kontor
