// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment_outcomes.h"

namespace kontor {

//! Looks after the payment links that customers have: whether they were paid, and when they end.
class LinkWatch : public QObject
{
    Q_OBJECT
public:
    LinkWatch(Store &store, const Clock &clock, PaymentSystem &system, Settlement &settlement,
              PaymentOutcomes &outcomes, qint64 intervalMs);

    //! Asks for the links that are due to be looked at; answers how many.
    Result<int> lookAtDue();

Q_SIGNALS:
    void changed();

private:
    Result<> expire(const PaymentTender &tender);
    void look(const PaymentTender &tender);
    Result<> take(const PaymentTender &tender, const CallReply &reply);
    void setCause(Transaction &tx, const PaymentTender &tender) const;

    Store &m_db;
    PaymentStore m_store;
    const Clock &m_clock;
    PaymentSystem &m_system;
    Settlement &m_settlement;
    PaymentOutcomes &m_outcomes;
    qint64 m_intervalMs;
};

} // namespace kontor
