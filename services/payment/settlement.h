// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment_calls.h"

namespace kontor {

//! The rules by which an order's money is taken, given back, or becomes due: what is to be done
//! next, given how the order and its tenders stand.
class Settlement
{
public:
    Settlement(PaymentStore &store, PaymentTopic &topic, PaymentCalls &calls)
        : m_store(store)
        , m_topic(topic)
        , m_calls(calls)
    {
    }

    Result<std::optional<PaymentOverview>> find(Transaction &tx, OrderId order) const;

    //! Whether it gives back money that an order at the counter has yet to bring.
    Result<bool> waitsForOriginal(const PaymentOverview &order) const;
    //! Does whatever can be done now. The payment and its tenders are saved.
    Result<> advance(Transaction &tx, PaymentOverview &order);
    //! Gives back what was taken; then the order has failed.
    Result<> fail(Transaction &tx, PaymentOverview &order, PaymentFailure reason);
    //! Gives back what was taken of a cancelled order, then says what went back.
    Result<> cancel(Transaction &tx, PaymentOverview &order);
    //! The cancellation is known to all: says PaymentRefunded(Begun).
    void sayBegun(Transaction &tx, PaymentOverview &order);
    //! The parcel left although the order was cancelled: what was given back is due again.
    Result<> keep(Transaction &tx, PaymentOverview &order);
    //! Reduces what is due by money that came; answers what is too much.
    Result<Money> payDown(Transaction &tx, PaymentOverview &order, Money amount);

    Result<> authorise(Transaction &tx, const Payment &payment, PaymentTender &tender,
                       const QString &method);
    Result<> requestLink(Transaction &tx, const Payment &payment, PaymentTender &tender);
    Result<> capture(Transaction &tx, PaymentTender &tender, Money amount);
    Result<> release(Transaction &tx, PaymentTender &tender, Timestamp notBefore = {});
    Result<> expireLink(Transaction &tx, PaymentTender &tender);
    //! Sends back a part of what source was charged, for the tender that it is given back by.
    Result<> refund(Transaction &tx, PaymentTender &source, PaymentTender &tender, Money amount,
                    bool cancels);

private:
    Result<> progress(Transaction &tx, PaymentOverview &order);
    Result<> giveBack(Transaction &tx, PaymentOverview &order);
    Result<> giveBackTender(Transaction &tx, const Payment &payment, PaymentTender &tender);
    Result<> settleReturn(Transaction &tx, PaymentTender &tender, QList<ReturnedOrder> &returned);
    Result<Money> refundOriginal(Transaction &tx, PaymentTender &tender, OrderId original,
                                 Money share);
    Result<> finish(Transaction &tx, PaymentOverview &order);
    Result<> settled(Transaction &tx, PaymentOverview &order);

    PaymentStore &m_store;
    PaymentTopic &m_topic;
    PaymentCalls &m_calls;
};

//! What of the total we do not have, or have given back.
Money missingOf(const PaymentOverview &order);
PaymentProcessed processedEvent(const Payment &payment);

} // namespace kontor
