// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/payment_faults.h"

// What the store says, held against what has happened in the world.
namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! What a tender's state says of an effect: that it has happened, that it has not, or neither.
struct Claim
{
    const char *kind;
    bool happened;
};

QList<Claim> claimsOf(const PaymentTender &tender)
{
    switch (tender.state) {
    case TenderState::Authorised:
        return {{"payment.authorised", true}, {"payment.captured", false}};
    case TenderState::Capturing:
    case TenderState::Voiding:
        return {{"payment.authorised", true}};
    case TenderState::Declined:
        return {{"payment.authorised", false}};
    case TenderState::Captured:
        return {{"payment.captured", true}, {"payment.refunded", false}};
    case TenderState::CaptureFailed:
        return {{"payment.captured", false}};
    case TenderState::Voided:
        return {{"payment.canceled", true}, {"payment.captured", false}};
    case TenderState::Refunding:
        return {{"payment.captured", true}};
    case TenderState::Refunded:
        return {{"payment.captured", true}, {"payment.refunded", true}};
    case TenderState::RefundDue:
        return {{"payment.captured", true}, {"payment.refunded", false}};
    case TenderState::Expired:
        return {{"payment.captured", false}};
    case TenderState::Noted:
    case TenderState::Authorising:
    case TenderState::Lapsing:
    case TenderState::Requesting:
    case TenderState::Requested:
    case TenderState::Expiring:
    case TenderState::PaidOut:
    case TenderState::Taken:
        break;
    }
    return {};
}

QString text(TenderState state)
{
    const auto name = nameOf(state);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

QString PaymentFaults::contradiction()
{
    for (const auto *kind : {"payment.authorised", "payment.captured", "payment.canceled",
                             "payment.refunded", "checkout.paid"}) {
        const WorldEffect effect = m_ledger.effect(m_order.order, QLatin1String(kind));
        if (effect.times > 1)
            return u"%1 happened %2 times"_s.arg(QLatin1String(kind)).arg(effect.times);
        if (effect.times == 1 && effect.euroMinor != PaidOrder::minor)
            return u"%1 of %2 instead of %3"_s.arg(QLatin1String(kind))
                .arg(effect.euroMinor)
                .arg(PaidOrder::minor);
    }
    const PaymentTender now = tender();
    for (const Claim &claim : claimsOf(now)) {
        const bool happened = m_ledger.effect(m_order.order, QLatin1String(claim.kind)).times > 0;
        if (happened != claim.happened)
            return u"the store says %1, but %2 has %3happened"_s.arg(
                text(now.state), QLatin1String(claim.kind), happened ? u""_s : u"not "_s);
    }
    const bool paid = m_ledger.effect(m_order.order, u"payment.captured"_s).times > 0;
    if (payment().state == PaymentState::Settled && !paid)
        return u"the store says that it is paid, and the ledger does not"_s;
    const auto open = m_shop->service.openCalls();
    if (!open)
        return open.error().text();
    for (const OpenCall &call : *open) {
        if (call.tender == now.id && !isUnderWay(now.state))
            return u"a call is open, and the store says "_s + text(now.state);
    }
    return {};
}

} // namespace kontor
