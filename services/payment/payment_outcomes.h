// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/settlement.h"

namespace kontor {

//! Takes what became of the calls to the payment system into the tenders and goes on from there.
class PaymentOutcomes
{
public:
    PaymentOutcomes(PaymentStore &store, PaymentTopic &topic, Settlement &settlement,
                    const Clock &clock)
        : m_store(store)
        , m_topic(topic)
        , m_settlement(settlement)
        , m_clock(clock)
    {
    }

    Result<> take(PaymentCallKind kind, const CallRequest &request, const PaymentOutcome &outcome,
                  Transaction &tx);
    //! What looking at an open link showed.
    Result<> takeLook(TenderId tender, OrderId order, const PaymentOutcome &outcome,
                      Transaction &tx);

    //! After so many calls for one tender a void that is refused is not tried again.
    static constexpr int mostRounds = 8;

private:
    Result<> apply(PaymentCallKind kind, const CallRequest &request, const PaymentOutcome &outcome,
                   PaymentOverview &order, PaymentTender &tender, Transaction &tx);
    void authorised(const PaymentOutcome &outcome, PaymentTender &tender) const;
    Result<> captured(const PaymentOutcome &outcome, PaymentOverview &order, PaymentTender &tender,
                      Transaction &tx);
    Result<> lapsed(PaymentOverview &order, PaymentTender &tender, Transaction &tx);
    Result<> voided(const PaymentOutcome &outcome, const PaymentOverview &order,
                    PaymentTender &tender, Transaction &tx);
    Result<> refunded(const CallRequest &request, const PaymentOutcome &outcome,
                      PaymentOverview &order, PaymentTender &tender, Transaction &tx);
    void requested(const PaymentOutcome &outcome, const PaymentOverview &order,
                   PaymentTender &tender, Transaction &tx);
    Result<> linkEnded(const PaymentOutcome &outcome, PaymentTender &tender) const;

    PaymentStore &m_store;
    PaymentTopic &m_topic;
    Settlement &m_settlement;
    const Clock &m_clock;
};

} // namespace kontor
