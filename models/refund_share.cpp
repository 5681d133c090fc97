// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/refund_share.h"

#include <algorithm>

namespace kontor {

namespace {

//! Whether money came of it, or is about to.
bool counts(const PaymentTender &tender)
{
    return tender.listed && !tender.amount.isNegative() &&
           (!tender.captured.isZero() || isUnderWay(tender.state) ||
            tender.state == TenderState::Authorised);
}

Money paidBy(const PaymentTender &tender)
{
    return tender.captured.isZero() ? tender.amount : tender.captured;
}

Money leftOf(const PaymentTender &tender)
{
    return tender.captured.isZero() ? tender.amount : tender.remaining();
}

} // namespace

Money refundToCards(const Money &refund, const QList<PaymentOverview> &originals)
{
    const Money none{0, refund.currency};
    Money paid = none;
    Money byCard = none;
    Money leftOnCards = none;
    Money owed = none;
    for (const PaymentOverview &order : originals) {
        if (order.payment.total.currency != refund.currency)
            continue;
        owed += order.payment.due;
        for (const PaymentTender &tender : order.tenders) {
            if (!counts(tender))
                continue;
            paid += paidBy(tender);
            if (!tender.isElectronic())
                continue;
            byCard += paidBy(tender);
            leftOnCards += leftOf(tender);
        }
    }
    const Money offDebt = std::min(refund, owed);
    if (byCard.isZero())
        return offDebt;
    const Money rest = refund - offDebt;
    const Money share{divideRounded(Int128(rest.minor) * byCard.minor, paid.minor),
                      refund.currency};
    return offDebt + std::min(share, leftOnCards);
}

} // namespace kontor
