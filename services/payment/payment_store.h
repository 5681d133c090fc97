// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"
#include "services/payment/payment.h"

namespace kontor {

//! When a call may first have reached the payment system, and with which card.
struct FirstSend
{
    Timestamp at;
    QString method;
};

//! The payment service's tables.
class PaymentStore
{
public:
    explicit PaymentStore(Store &store) : m_db(store) {}

    //! False if the order is known already: then nothing was changed.
    Result<bool> open(Transaction &tx, const Payment &payment);
    Result<> save(Transaction &tx, const Payment &payment);
    Result<std::optional<Payment>> payment(OrderId order) const;
    //! The same, and on a server nobody else changes the order until this transaction ends.
    Result<std::optional<Payment>> locked(Transaction &tx, OrderId order) const;
    //! Settles an open order whose tenders ask nothing of the payment system; none if it is not
    //! such an order.
    Result<std::optional<Payment>> settleAtOnce(Transaction &tx, OrderId order);

    Result<> add(Transaction &tx, const PaymentTender &tender);
    Result<> save(Transaction &tx, const PaymentTender &tender);
    Result<std::optional<PaymentTender>> tender(TenderId id) const;
    Result<QList<PaymentTender>> tenders(OrderId order) const;

    Result<> addReturned(Transaction &tx, OrderId order, const ReturnedOrder &returned);
    Result<QList<ReturnedOrder>> returnedOrders(OrderId order) const;

    Result<QList<Payment>> dues() const;
    Result<QList<RefundToPay>> refundsDue() const;
    Result<> claim(Transaction &tx, OrderId order, const QString &till);

    //! The tenders whose links are to be looked at now.
    Result<QList<PaymentTender>> linksToLookAt(Timestamp now, int limit) const;
    Result<> lookAgainAt(Transaction &tx, TenderId tender, Timestamp next);

    //! Whether money is reserved or a link is open: what only the system where it is can end.
    Result<bool> anyAtSystem() const;

    Result<std::optional<FirstSend>> firstSend(IntentId intent) const;
    Result<> saveFirstSend(Transaction &tx, IntentId intent, const FirstSend &first);

private:
    Store &m_db;
};

} // namespace kontor
