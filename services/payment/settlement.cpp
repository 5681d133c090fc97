// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/settlement.h"

namespace kontor {

namespace {

//! Why an order that is not at the counter cannot be paid any more, if so.
std::optional<PaymentFailure> failureOf(const PaymentOverview &order)
{
    if (order.payment.atCounter())
        return std::nullopt;
    for (const PaymentTender &tender : order.tenders) {
        if (!tender.listed || tender.amount.isNegative())
            continue;
        switch (tender.state) {
        case TenderState::Expired:
            return PaymentFailure::Expired;
        case TenderState::CaptureFailed:
            return PaymentFailure::CaptureFailed;
        case TenderState::Declined:
        case TenderState::Voided:
        case TenderState::Lapsing:
            return PaymentFailure::Declined;
        case TenderState::Noted:
        case TenderState::Authorising:
        case TenderState::Authorised:
        case TenderState::Capturing:
        case TenderState::Captured:
        case TenderState::Voiding:
        case TenderState::Requesting:
        case TenderState::Requested:
        case TenderState::Expiring:
        case TenderState::Refunding:
        case TenderState::Refunded:
        case TenderState::RefundDue:
        case TenderState::PaidOut:
        case TenderState::Taken:
            break;
        }
    }
    return std::nullopt;
}

template <class... States>
bool anyListedIs(const PaymentOverview &order, States... states)
{
    for (const PaymentTender &tender : order.tenders) {
        if (tender.listed && ((tender.state == states) || ...))
            return true;
    }
    return false;
}

bool anyListedIsUnderWay(const PaymentOverview &order)
{
    for (const PaymentTender &tender : order.tenders) {
        if (tender.listed && isUnderWay(tender.state))
            return true;
    }
    return false;
}

} // namespace

Money missingOf(const PaymentOverview &order)
{
    Money missing = order.payment.total - order.payment.writtenOff;
    for (const PaymentTender &tender : order.tenders) {
        if (!tender.listed)
            continue;
        if (tender.amount.isNegative())
            missing -= tender.amount;
        else
            missing -= tender.captured - tender.refunded - tender.paidOut - tender.refundDue;
    }
    return missing;
}

PaymentProcessed processedEvent(const Payment &payment)
{
    return {payment.order, payment.customer, payment.address,    payment.fulfilment,
            payment.total, payment.receipt,  payment.weightGrams};
}

Result<std::optional<PaymentOverview>> Settlement::find(Transaction &tx, OrderId order) const
{
    const auto payment = m_store.locked(tx, order);
    if (!payment)
        return payment.error();
    if (!payment->has_value())
        return std::optional<PaymentOverview>();
    auto tenders = m_store.tenders(order);
    if (!tenders)
        return tenders.error();
    return std::optional(PaymentOverview{**payment, *std::move(tenders)});
}

Result<bool> Settlement::waitsForOriginal(const PaymentOverview &order) const
{
    if (!anyListedIs(order, TenderState::Noted))
        return false;
    const auto returned = m_store.returnedOrders(order.payment.order);
    if (!returned)
        return returned.error();
    for (const ReturnedOrder &from : *returned) {
        if (from.original == order.payment.order)
            continue;
        const auto original = m_store.payment(from.original);
        if (!original)
            return original.error();
        if (!original->has_value() || (*original)->state == PaymentState::Open ||
            (*original)->state == PaymentState::Settling)
            return true;
    }
    return false;
}

Result<> Settlement::advance(Transaction &tx, PaymentOverview &order)
{
    const PaymentState state = order.payment.state;
    for (PaymentTender &tender : order.tenders) {
        // An authorisation that no order uses.
        if (state == PaymentState::Held || tender.listed || tender.state != TenderState::Authorised)
            continue;
        if (const auto released = release(tx, tender); !released)
            return released;
    }
    switch (state) {
    case PaymentState::Open:
    case PaymentState::Settling:
        return progress(tx, order);
    case PaymentState::Failing:
    case PaymentState::Refunding:
        return giveBack(tx, order);
    case PaymentState::Held:
    case PaymentState::Settled:
    case PaymentState::Due:
    case PaymentState::Failed:
    case PaymentState::Refunded:
    case PaymentState::Abandoned:
        return m_store.save(tx, order.payment);
    }
    Q_UNREACHABLE();
}

Result<> Settlement::progress(Transaction &tx, PaymentOverview &order)
{
    if (const auto reason = failureOf(order))
        return fail(tx, order, *reason);
    if (!order.payment.stockReady ||
        anyListedIs(order, TenderState::Authorising, TenderState::Requesting,
                    TenderState::Requested, TenderState::Expiring))
        return m_store.save(tx, order.payment);

    auto returned = m_store.returnedOrders(order.payment.order);
    if (!returned)
        return returned.error();
    for (PaymentTender &tender : order.tenders) {
        if (!tender.listed)
            continue;
        Result<> begun;
        if (tender.state == TenderState::Authorised)
            begun = capture(tx, tender, std::min(tender.amount, tender.authorised));
        else if (tender.state == TenderState::Noted)
            begun = settleReturn(tx, tender, *returned);
        if (!begun)
            return begun;
    }
    if (anyListedIs(order, TenderState::Capturing, TenderState::Refunding)) {
        order.payment.state = PaymentState::Settling;
        return m_store.save(tx, order.payment);
    }
    const Money missing = missingOf(order);
    if (missing.isZero())
        return settled(tx, order);
    if (!order.payment.atCounter())
        return fail(tx, order, PaymentFailure::CaptureFailed);
    order.payment.state = PaymentState::Due;
    order.payment.due = missing;
    return m_store.save(tx, order.payment);
}

Result<> Settlement::settled(Transaction &tx, PaymentOverview &order)
{
    order.payment.state = PaymentState::Settled;
    // A parcel that has left was said to be paid before.
    if (!order.payment.gone)
        m_topic.append(tx, processedEvent(order.payment));
    return m_store.save(tx, order.payment);
}

Result<Money> Settlement::payDown(Transaction &tx, PaymentOverview &order, Money amount)
{
    const Money applied = std::min(order.payment.due, amount);
    order.payment.due -= applied;
    if (order.payment.state != PaymentState::Due || !order.payment.due.isZero()) {
        if (const auto saved = m_store.save(tx, order.payment); !saved)
            return saved.error();
        return amount - applied;
    }
    for (PaymentTender &tender : order.tenders) {
        if (tender.state != TenderState::CaptureFailed || tender.reference.isEmpty())
            continue;
        if (const auto released = release(tx, tender); !released)
            return released.error();
    }
    if (const auto done = settled(tx, order); !done)
        return done.error();
    return amount - applied;
}

Result<> Settlement::settleReturn(Transaction &tx, PaymentTender &tender,
                                  QList<ReturnedOrder> &returned)
{
    Money left = -tender.amount;
    for (ReturnedOrder &from : returned) {
        const Money share = std::min(left, from.amount);
        const auto given = refundOriginal(tx, tender, from.original, share);
        if (!given)
            return given.error();
        from.amount -= *given;
        left -= *given;
    }
    tender.refundDue += left;
    tender.state = !tender.refunding.isZero()   ? TenderState::Refunding
                   : !tender.refundDue.isZero() ? TenderState::RefundDue
                                                : TenderState::Refunded;
    return m_store.save(tx, tender);
}

Result<Money> Settlement::refundOriginal(Transaction &tx, PaymentTender &tender, OrderId original,
                                         Money share)
{
    const Money none{0, share.currency};
    if (share.isZero() || tender.order == original)
        return none;
    auto found = find(tx, original);
    if (!found)
        return found.error();
    if (!found->has_value())
        return none;
    PaymentOverview &from = **found;
    const bool isPaid =
        from.payment.state == PaymentState::Settled || from.payment.state == PaymentState::Due;
    if (!isPaid || from.payment.total.currency != share.currency)
        return none;

    Money given = std::min(share, from.payment.due);
    tender.setOff += given;
    if (!given.isZero()) {
        if (const auto paid = payDown(tx, from, given); !paid)
            return paid.error();
    }
    for (PaymentTender &source : from.tenders) {
        const Money part = std::min(share - given, source.remaining());
        if (!source.isElectronic() || source.amount.isNegative() || part.minor <= 0)
            continue;
        if (const auto sent = refund(tx, source, tender, part, false); !sent)
            return sent.error();
        given += part;
    }
    return given;
}

Result<> Settlement::fail(Transaction &tx, PaymentOverview &order, PaymentFailure reason)
{
    order.payment.state = PaymentState::Failing;
    order.payment.failure = reason;
    return giveBack(tx, order);
}

void Settlement::sayBegun(Transaction &tx, PaymentOverview &order)
{
    const Money none{0, order.payment.total.currency};
    order.payment.begun = true;
    m_topic.append(tx, PaymentRefunded{order.payment.order, order.payment.customer,
                                       RefundStage::Begun, none, none});
}

Result<> Settlement::cancel(Transaction &tx, PaymentOverview &order)
{
    order.payment.state = PaymentState::Refunding;
    return giveBack(tx, order);
}

Result<> Settlement::giveBack(Transaction &tx, PaymentOverview &order)
{
    for (PaymentTender &tender : order.tenders) {
        if (!tender.listed)
            continue;
        if (const auto begun = giveBackTender(tx, order.payment, tender); !begun)
            return begun;
    }
    if (anyListedIsUnderWay(order))
        return m_store.save(tx, order.payment);
    return finish(tx, order);
}

Result<> Settlement::giveBackTender(Transaction &tx, const Payment &payment, PaymentTender &tender)
{
    switch (tender.state) {
    case TenderState::Authorised:
        return release(tx, tender);
    case TenderState::CaptureFailed:
        return tender.reference.isEmpty() ? Result<>() : release(tx, tender);
    case TenderState::Requested:
        return expireLink(tx, tender);
    case TenderState::Captured:
        if (tender.remaining().isZero())
            return {};
        return refund(tx, tender, tender, tender.remaining(),
                      payment.state == PaymentState::Refunding);
    case TenderState::Taken:
        // Money that no payment system holds is given back by a person.
        if (tender.amount.minor <= 0)
            return {};
        tender.refundDue += tender.remaining();
        tender.state = TenderState::RefundDue;
        return m_store.save(tx, tender);
    case TenderState::Noted:
    case TenderState::Authorising:
    case TenderState::Declined:
    case TenderState::Capturing:
    case TenderState::Voiding:
    case TenderState::Voided:
    case TenderState::Lapsing:
    case TenderState::Requesting:
    case TenderState::Expiring:
    case TenderState::Expired:
    case TenderState::Refunding:
    case TenderState::Refunded:
    case TenderState::RefundDue:
    case TenderState::PaidOut:
        return {};
    }
    Q_UNREACHABLE();
}

Result<> Settlement::finish(Transaction &tx, PaymentOverview &order)
{
    Payment &payment = order.payment;
    if (payment.state == PaymentState::Failing) {
        payment.state = PaymentState::Failed;
        m_topic.append(tx, PaymentFailed{payment.order, payment.customer, payment.failure});
    } else if (payment.begun) {
        Money back{0, payment.total.currency};
        Money due = back;
        for (const PaymentTender &tender : order.tenders) {
            back += tender.refunded + tender.paidOut;
            due += tender.refundDue;
        }
        payment.state = PaymentState::Refunded;
        m_topic.append(
            tx, PaymentRefunded{payment.order, payment.customer, RefundStage::Done, back, due});
    }
    return m_store.save(tx, payment);
}

Result<> Settlement::keep(Transaction &tx, PaymentOverview &order)
{
    order.payment.gone = true;
    Money missing = missingOf(order);
    for (PaymentTender &tender : order.tenders) {
        if (!tender.listed)
            continue;
        // What was paid in beyond the total still goes back.
        const Money kept = std::min(tender.refundDue, missing);
        tender.refundDue -= kept;
        missing -= kept;
        if (tender.refundDue.isZero()) {
            tender.claimedBy.clear();
            if (tender.state == TenderState::RefundDue || tender.state == TenderState::Refunded ||
                tender.state == TenderState::PaidOut)
                tender.state = tender.isElectronic() ? TenderState::Captured : TenderState::Taken;
        }
        if (const auto saved = m_store.save(tx, tender); !saved)
            return saved;
    }
    order.payment.due = missing;
    order.payment.state = missing.isZero() ? PaymentState::Settled : PaymentState::Due;
    return m_store.save(tx, order.payment);
}

} // namespace kontor
