// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/payment_service.h"

#include <QRegularExpression>

#include <algorithm>

// What people ask for: cards at the counter, and what became of money that went wrong.
namespace kontor {

namespace {

bool looksLikeCardNumber(const QString &text)
{
    static const QRegularExpression run(QStringLiteral("(?:[0-9][ -]?){13,19}"));
    return run.match(text).hasMatch();
}

//! The payment system's names for cards that are none.
bool isTrainingCard(const QString &method) { return method.startsWith(u"pm_card_"); }

PaymentOutcome outcomeOf(PaymentCallKind kind, const CallRequest &request, CallVerdict verdict,
                         const QString &reference)
{
    PaymentOutcome outcome;
    outcome.amount = request.amount;
    outcome.reference = reference.isEmpty() ? request.reference : reference;
    outcome.note = QStringLiteral("settled by a person");
    const bool happened = verdict == CallVerdict::Happened;
    switch (kind) {
    case PaymentCallKind::Authorise:
        outcome.result = happened ? PaymentResult::Authorised : PaymentResult::Declined;
        break;
    case PaymentCallKind::Capture:
        outcome.result = happened ? PaymentResult::Captured : PaymentResult::Declined;
        break;
    case PaymentCallKind::Void:
        outcome.result = happened ? PaymentResult::Voided : PaymentResult::Refused;
        break;
    case PaymentCallKind::Refund:
        outcome.result = happened ? PaymentResult::Refunded : PaymentResult::Declined;
        break;
    case PaymentCallKind::RequestLink:
        // A link that nobody was given is as good as none.
        outcome.result = PaymentResult::Declined;
        break;
    case PaymentCallKind::ExpireLink:
        outcome.result = happened ? PaymentResult::Expired : PaymentResult::Captured;
        break;
    }
    return outcome;
}

//! As payment systems write what they call by a name.
bool isReference(const QString &text)
{
    constexpr qsizetype longest = 255;
    return !text.isEmpty() && text.size() <= longest &&
           std::ranges::all_of(text, [](QChar c) { return c > u' ' && c <= u'~'; });
}

} // namespace

Result<> PaymentService::authorise(const Command &command, OrderId cart, TenderId tender,
                                   const Money &amount, const QString &method)
{
    const auto work = [&](Transaction &tx) -> Result<> {
        if (amount.minor <= 0 || amount.minor > Money::maxMinor || !amount.currency.isValid())
            return Error(PaymentError::BadAmount);
        if (method.isEmpty() || looksLikeCardNumber(method))
            return Error(PaymentError::NotAToken);
        if (m_calls.settings().isLive() && isTrainingCard(method))
            return Error(PaymentError::TrainingCard);
        PaymentOverview held;
        held.payment.order = cart;
        held.payment.state = PaymentState::Held;
        held.payment.till = command.till;
        held.payment.total = held.payment.due = held.payment.writtenOff = {0, amount.currency};
        held.payment.orderedAt = tx.at();
        if (const auto opened = m_store.open(tx, held.payment); !opened)
            return opened.error();
        const auto order = m_settlement.find(tx, cart);
        if (!order)
            return order.error();
        if ((*order)->payment.state == PaymentState::Abandoned)
            return Error(PaymentError::CartAbandoned);
        if ((*order)->payment.state != PaymentState::Held)
            return Error(PaymentError::AlreadyOrdered);
        const auto known = m_store.tender(tender);
        if (!known || known->has_value())
            return known ? Error(PaymentError::TenderExists) : known.error();

        PaymentTender card = newTender({amount, tender, TenderKind::Card}, cart, 0);
        card.listed = false;
        if (const auto wished = m_settlement.authorise(tx, held.payment, card, method); !wished)
            return wished;
        return m_store.add(tx, card);
    };
    const auto done = perform<CommandName::PaymentAuthorise>(command, work);
    wake();
    return done;
}

Result<PaymentOverview> PaymentService::dueOrder(Transaction &tx, OrderId order) const
{
    const auto found = m_settlement.find(tx, order);
    if (!found)
        return found.error();
    if (!found->has_value())
        return Error(PaymentError::UnknownOrder);
    if ((*found)->payment.state != PaymentState::Due)
        return Error(PaymentError::NotDue);
    return **found;
}

Result<> PaymentService::captureAgain(const Command &command, OrderId id)
{
    const auto work = [&](Transaction &tx) -> Result<> {
        auto order = dueOrder(tx, id);
        if (!order)
            return order.error();
        Money left = order->payment.due;
        bool any = false;
        for (PaymentTender &tender : order->tenders) {
            const Money amount = std::min({tender.amount, tender.authorised, left});
            if (tender.state != TenderState::CaptureFailed || tender.reference.isEmpty() ||
                amount.minor <= 0)
                continue;
            if (const auto begun = m_settlement.capture(tx, tender, amount); !begun)
                return begun;
            left -= amount;
            any = true;
        }
        return any ? Result<>() : Error(PaymentError::NothingToCapture);
    };
    const auto done = perform<CommandName::PaymentCaptureAgain>(command, work);
    wake();
    return done;
}

Result<> PaymentService::writeOff(const Command &command, OrderId id)
{
    const auto work = [&](Transaction &tx) -> Result<> {
        auto order = dueOrder(tx, id);
        if (!order)
            return order.error();
        order->payment.writtenOff += order->payment.due;
        const auto paid = m_settlement.payDown(tx, *order, order->payment.due);
        return paid ? Result<>() : paid.error();
    };
    const auto done = perform<CommandName::PaymentWriteOff>(command, work);
    wake();
    return done;
}

Result<QList<RefundToPay>> PaymentService::claimRefund(const Command &command, OrderId id,
                                                       const QString &till)
{
    const auto work = [&](Transaction &tx) -> Result<QList<RefundToPay>> {
        const auto order = m_settlement.find(tx, id);
        if (!order)
            return order.error();
        if (!order->has_value())
            return Error(PaymentError::UnknownOrder);
        QList<RefundToPay> refunds;
        for (const PaymentTender &tender : (*order)->tenders) {
            if (tender.refundDue.isZero())
                continue;
            if (!tender.claimedBy.isEmpty() && tender.claimedBy != till)
                return Error(PaymentError::ClaimedElsewhere, tender.claimedBy);
            refunds.append(
                {tender.refundDue, till, id, tender.paidOut, (*order)->payment.receipt, tender.id});
        }
        if (refunds.isEmpty())
            return Error(PaymentError::NoRefundDue);
        if (const auto claimed = m_store.claim(tx, id, till); !claimed)
            return claimed.error();
        return refunds;
    };
    return perform<CommandName::PaymentClaimRefund>(command, work);
}

Result<> PaymentService::releaseClaim(const Command &command, OrderId id, const QString &till)
{
    const auto work = [&](Transaction &tx) -> Result<> {
        auto order = m_settlement.find(tx, id);
        if (!order)
            return order.error();
        if (!order->has_value())
            return Error(PaymentError::UnknownOrder);
        for (PaymentTender &tender : (*order)->tenders) {
            if (tender.claimedBy.isEmpty())
                continue;
            if (tender.claimedBy != till)
                return Error(PaymentError::ClaimedElsewhere, tender.claimedBy);
            tender.claimedBy.clear();
            if (const auto saved = m_store.save(tx, tender); !saved)
                return saved;
        }
        return {};
    };
    return perform<CommandName::PaymentReleaseClaim>(command, work);
}

Result<> PaymentService::askAgain(const Command &command, IntentId id)
{
    const auto work = [&](Transaction &tx) -> Result<> {
        const auto intent = m_calls.external().find(id);
        if (!intent)
            return intent.error();
        if (!intent->has_value() || (*intent)->state == IntentState::Done)
            return Error(PaymentError::CallNotOpen);
        return m_calls.external().hurry(tx, id);
    };
    const auto done = perform<CommandName::PaymentAskAgain>(command, work);
    wake();
    return done;
}

Result<> PaymentService::resolve(const Command &command, IntentId id, CallVerdict verdict,
                                 const QString &reference)
{
    const auto work = [&](Transaction &tx) -> Result<> {
        const auto intent = m_calls.external().find(id);
        if (!intent)
            return intent.error();
        if (!intent->has_value() || (*intent)->state == IntentState::Created ||
            (*intent)->state == IntentState::Done)
            return Error(PaymentError::CallNotOpen);
        if ((*intent)->state == IntentState::Sent)
            return Error(PaymentError::CallUnderWay);
        const auto request = decode<CallRequest>((*intent)->request);
        const auto kind = enumFromName<PaymentCallKind>((*intent)->kind.toStdString());
        if (!request)
            return request.error();
        KONTOR_CHECK(kind.has_value());
        const bool charged =
            (*kind == PaymentCallKind::Authorise && verdict == CallVerdict::Happened) ||
            (*kind == PaymentCallKind::ExpireLink && verdict == CallVerdict::DidNotHappen);
        if (charged && !isReference(reference))
            return Error(PaymentError::ReferenceMissing);
        return m_calls.external().settle(tx, **intent,
                                         encode(outcomeOf(*kind, *request, verdict, reference)));
    };
    const auto done = perform<CommandName::PaymentResolve>(command, work);
    wake();
    return done;
}

} // namespace kontor
