// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"
#include "services/payment/reconciliation.h"

#include <optional>

namespace kontor {

//! The SQL of comparing the books with the payment system.
class ReconciliationStore
{
public:
    explicit ReconciliationStore(Store &store) : m_db(store) {}

    //! Everything that has a name at the payment system in use, of orders from then on that no
    //! other was asked about.
    Result<QList<BookedCharge>> bookedSince(Timestamp since) const;
    //! The same for one name; an order of any time.
    Result<QList<BookedCharge>> bookedAs(OrderId order, const QString &reference) const;

    //! The newest; nothing if there is none.
    Result<std::optional<Reconciliation>> last() const;
    //! The newest in which there was something to compare with.
    Result<std::optional<Reconciliation>> lastWhole() const;
    Result<> add(Transaction &tx, const Reconciliation &reconciliation);
    Result<bool> isClosed(const Difference &difference) const;
    Result<> close(Transaction &tx, const Difference &difference);

private:
    Store &m_db;
};

} // namespace kontor
