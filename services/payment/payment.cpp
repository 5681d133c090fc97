// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/payment.h"

namespace kontor {

PaymentTender newTender(const Tender &tender, OrderId order, int position)
{
    const Money none{0, tender.amount.currency};
    PaymentTender made;
    made.id = tender.id;
    made.order = order;
    made.position = position;
    made.kind = tender.kind;
    made.amount = tender.amount;
    made.listed = true;
    for (Money *part : {&made.authorised, &made.captured, &made.refunding, &made.refunded,
                        &made.refundDue, &made.paidOut, &made.setOff})
        *part = none;
    return made;
}

PaymentTender *PaymentOverview::tender(TenderId id)
{
    for (PaymentTender &tender : tenders) {
        if (tender.id == id)
            return &tender;
    }
    return nullptr;
}

} // namespace kontor
