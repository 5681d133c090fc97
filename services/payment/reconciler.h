// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment_settings.h"
#include "services/payment/payment_system.h"
#include "services/payment/reconciliation_store.h"

namespace kontor {

//! Compares the books with what the payment system shows, once a day and whenever a person wants.
//! Money moves while it is compared: only a difference that a second look finds as well is one.
class Reconciler : public QObject
{
    Q_OBJECT
public:
    Reconciler(Store &store, const Clock &clock, PaymentSystem &system,
               const PaymentSettings &settings);

    //! Looks if it is time for it; answers how often.
    Result<int> lookIfDue();
    //! Now, unless it looks already.
    void look();
    bool isLooking() const { return m_since.has_value(); }

    Result<std::optional<Reconciliation>> last() const { return m_store.last(); }
    //! Those of the newest comparison that nobody has looked after.
    Result<QList<Difference>> openDifferences() const;
    Result<> close(Transaction &tx, const Difference &difference)
    {
        return m_store.close(tx, difference);
    }

    //! A card's money may be held for seven days before it is taken.
    static constexpr qint64 longestHoldMs = 8LL * 24 * 60 * 60 * 1000;
    //! So far the first comparison looks back.
    static constexpr qint64 firstLookBackMs = 30LL * 24 * 60 * 60 * 1000;
    static constexpr qint64 secondLookMs = 60'000;

Q_SIGNALS:
    //! A comparison came to its end.
    void looked();

private:
    Result<Timestamp> sinceLast() const;
    void list();
    void take(const Result<QList<ListedCharge>> &listed);
    Result<QList<Difference>> compare(const QList<ListedCharge> &listed) const;
    Result<> conclude(const Reconciliation &reconciliation);

    Store &m_db;
    ReconciliationStore m_store;
    const Clock &m_clock;
    PaymentSystem &m_system;
    qint64 m_everyMs;
    std::optional<Timestamp> m_since;            //!< of the comparison that is under way
    std::optional<QList<Difference>> m_suspects; //!< of its first look
    Timestamp m_secondLook;
    bool m_isListing = false;
};

} // namespace kontor
