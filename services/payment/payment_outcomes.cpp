// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/payment_outcomes.h"

namespace kontor {

namespace {

constexpr qint64 voidAgainMs = 60'000;

TenderState stateThatExpects(PaymentCallKind kind)
{
    switch (kind) {
    case PaymentCallKind::Authorise:
        return TenderState::Authorising;
    case PaymentCallKind::Capture:
        return TenderState::Capturing;
    case PaymentCallKind::Void:
        return TenderState::Voiding;
    case PaymentCallKind::Refund:
        return TenderState::Refunding;
    case PaymentCallKind::RequestLink:
        return TenderState::Requesting;
    case PaymentCallKind::ExpireLink:
        return TenderState::Expiring;
    }
    Q_UNREACHABLE();
}

bool isGivenBack(PaymentState state)
{
    return state == PaymentState::Failing || state == PaymentState::Failed ||
           state == PaymentState::Refunding || state == PaymentState::Refunded;
}

} // namespace

Result<> PaymentOutcomes::take(PaymentCallKind kind, const CallRequest &request,
                               const PaymentOutcome &outcome, Transaction &tx)
{
    auto found = m_settlement.find(tx, request.order);
    if (!found)
        return found.error();
    KONTOR_CHECK(found->has_value());
    PaymentTender *tender = (*found)->tender(request.tender);
    KONTOR_CHECK(tender);
    // Never lost: it stays with the call, for a person.
    if (tender->state != stateThatExpects(kind))
        return Error(PaymentError::CallNotOpen,
                     QStringLiteral("an outcome for a tender that waits for none"));
    if (const auto applied = apply(kind, request, outcome, **found, *tender, tx); !applied)
        return applied;
    if (const auto saved = m_store.save(tx, *tender); !saved)
        return saved;
    return m_settlement.advance(tx, **found);
}

Result<> PaymentOutcomes::apply(PaymentCallKind kind, const CallRequest &request,
                                const PaymentOutcome &outcome, PaymentOverview &order,
                                PaymentTender &tender, Transaction &tx)
{
    switch (kind) {
    case PaymentCallKind::Authorise:
        authorised(outcome, tender);
        return {};
    case PaymentCallKind::Capture:
        return captured(outcome, order, tender, tx);
    case PaymentCallKind::Void:
        return voided(outcome, order, tender, tx);
    case PaymentCallKind::Refund:
        return refunded(request, outcome, order, tender, tx);
    case PaymentCallKind::RequestLink:
        requested(outcome, order, tender, tx);
        return {};
    case PaymentCallKind::ExpireLink:
        return linkEnded(outcome, tender);
    }
    Q_UNREACHABLE();
}

void PaymentOutcomes::authorised(const PaymentOutcome &outcome, PaymentTender &tender) const
{
    tender.note = outcome.note;
    if (outcome.result == PaymentResult::Authorised) {
        tender.state = TenderState::Authorised;
        tender.authorised = outcome.amount;
        tender.reference = outcome.reference;
        tender.card = outcome.card;
    } else if (outcome.result == PaymentResult::Stopped) {
        tender.state = TenderState::Voided;
    } else {
        tender.state = TenderState::Declined;
    }
}

Result<> PaymentOutcomes::captured(const PaymentOutcome &outcome, PaymentOverview &order,
                                   PaymentTender &tender, Transaction &tx)
{
    tender.note = outcome.note;
    if (outcome.result == PaymentResult::Lapsed)
        return lapsed(order, tender, tx);
    if (outcome.result != PaymentResult::Captured) {
        const bool stopped = outcome.result == PaymentResult::Stopped;
        const bool wasDue = order.payment.state == PaymentState::Settled;
        tender.state = stopped && !wasDue ? TenderState::Authorised : TenderState::CaptureFailed;
        // The debt was paid otherwise meanwhile, so nobody needs the authorisation.
        return wasDue ? m_settlement.release(tx, tender) : Result<>();
    }
    tender.state = TenderState::Captured;
    tender.captured = outcome.amount;
    if (order.payment.state != PaymentState::Due && order.payment.state != PaymentState::Settled)
        return {};
    const auto excess = m_settlement.payDown(tx, order, outcome.amount);
    if (!excess)
        return excess.error();
    if (excess->isZero())
        return {};
    return m_settlement.refund(tx, tender, tender, *excess, false);
}

Result<> PaymentOutcomes::lapsed(PaymentOverview &order, PaymentTender &tender, Transaction &tx)
{
    const bool stillWanted =
        !order.payment.atCounter() && order.payment.state == PaymentState::Settling;
    tender.reference.clear();
    tender.authorised = {0, tender.amount.currency};
    if (stillWanted && tender.kind == TenderKind::SavedCard)
        return m_settlement.authorise(tx, order.payment, tender, {});
    // The card is not there any more, but its owner can be written to.
    if (stillWanted && !order.payment.customer.isNull())
        return m_settlement.requestLink(tx, order.payment, tender);
    tender.state = TenderState::CaptureFailed;
    return {};
}

Result<> PaymentOutcomes::voided(const PaymentOutcome &outcome, const PaymentOverview &order,
                                 PaymentTender &tender, Transaction &tx)
{
    tender.note = outcome.note;
    switch (outcome.result) {
    case PaymentResult::Captured: {
        tender.state = TenderState::Captured;
        tender.captured = std::min(outcome.amount, tender.amount);
        if (isGivenBack(order.payment.state))
            return {};
        return m_settlement.refund(tx, tender, tender, tender.remaining(), false);
    }
    case PaymentResult::Voided:
    case PaymentResult::Lapsed:
        tender.state = TenderState::Voided;
        if (!tender.listed)
            m_topic.append(tx, AuthorisationVoided{tender.order, tender.id, tender.amount});
        return {};
    case PaymentResult::Authorised:
    case PaymentResult::Declined:
    case PaymentResult::Refused:
    case PaymentResult::Refunded:
    case PaymentResult::Requested:
    case PaymentResult::Pending:
    case PaymentResult::Expired:
    case PaymentResult::Stopped:
        if (tender.round < mostRounds)
            return m_settlement.release(tx, tender, {m_clock.now().ms + voidAgainMs});
        tender.state = TenderState::Lapsing;
        return {};
    }
    Q_UNREACHABLE();
}

Result<> PaymentOutcomes::refunded(const CallRequest &request, const PaymentOutcome &outcome,
                                   PaymentOverview &order, PaymentTender &tender, Transaction &tx)
{
    const bool gone = request.cancels && order.payment.gone;
    const bool done = outcome.result == PaymentResult::Refunded;
    const Money amount = request.amount;
    tender.refunding -= amount;
    if (done)
        tender.refunded += amount;
    else if (outcome.result == PaymentResult::Declined && !gone)
        tender.refundDue += amount;
    if (request.source != tender.id) {
        auto source = m_store.tender(request.source);
        if (!source)
            return source.error();
        KONTOR_CHECK(source->has_value());
        (*source)->refunding -= amount;
        if (done)
            (*source)->refunded += amount;
        if (const auto saved = m_store.save(tx, **source); !saved)
            return saved;
    }
    tender.note = outcome.note;
    if (gone && done) {
        order.payment.due += amount;
        order.payment.state = PaymentState::Due;
    }
    if (!tender.refunding.isZero())
        return {};
    if (tender.amount.isNegative() || isGivenBack(order.payment.state))
        tender.state = tender.refundDue.isZero() ? TenderState::Refunded : TenderState::RefundDue;
    else
        tender.state = TenderState::Captured;
    return {};
}

void PaymentOutcomes::requested(const PaymentOutcome &outcome, const PaymentOverview &order,
                                PaymentTender &tender, Transaction &tx)
{
    tender.note = outcome.note;
    if (outcome.result != PaymentResult::Requested) {
        tender.state =
            outcome.result == PaymentResult::Stopped ? TenderState::Voided : TenderState::Declined;
        return;
    }
    tender.state = TenderState::Requested;
    tender.session = outcome.reference;
    tender.link = outcome.link;
    tender.linkExpires = outcome.expires;
    tender.nextLookAt = m_clock.now();
    if (!isGivenBack(order.payment.state))
        m_topic.append(tx, PaymentRequested{tender.order, order.payment.customer, tender.amount,
                                            tender.link, tender.linkExpires});
}

Result<> PaymentOutcomes::linkEnded(const PaymentOutcome &outcome, PaymentTender &tender) const
{
    switch (outcome.result) {
    case PaymentResult::Captured:
        tender.state = TenderState::Captured;
        tender.captured = outcome.amount;
        tender.reference = outcome.reference;
        tender.card = outcome.card;
        break;
    case PaymentResult::Expired:
    case PaymentResult::Declined:
    case PaymentResult::Stopped:
        tender.state = TenderState::Expired;
        break;
    case PaymentResult::Authorised:
    case PaymentResult::Lapsed:
    case PaymentResult::Voided:
    case PaymentResult::Refused:
    case PaymentResult::Refunded:
    case PaymentResult::Requested:
    case PaymentResult::Pending:
        // Its money may still come, so it is asked about again.
        return Error(PaymentError::CallNotOpen, QStringLiteral("the link has not ended"));
    }
    tender.note = outcome.note;
    return {};
}

Result<> PaymentOutcomes::takeLook(TenderId id, OrderId order, const PaymentOutcome &outcome,
                                   Transaction &tx)
{
    auto found = m_settlement.find(tx, order);
    if (!found)
        return found.error();
    KONTOR_CHECK(found->has_value());
    PaymentTender *tender = (*found)->tender(id);
    KONTOR_CHECK(tender);
    const bool isOver =
        outcome.result == PaymentResult::Captured || outcome.result == PaymentResult::Expired;
    if (tender->state != TenderState::Requested || !isOver)
        return {};
    if (const auto ended = linkEnded(outcome, *tender); !ended)
        return ended;
    if (const auto saved = m_store.save(tx, *tender); !saved)
        return saved;
    return m_settlement.advance(tx, **found);
}

} // namespace kontor
