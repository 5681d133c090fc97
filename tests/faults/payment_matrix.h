// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/payment_faults.h"

namespace kontor {

//! Each step with each fault, for one way to go on.
class PaymentMatrix
{
public:
    explicit PaymentMatrix(Continuation continuation) : m_continuation(continuation) {}

    static void addRows();
    //! What is wrong with this one; empty: nothing.
    QString run(PaymentStep step, const OutsideFault &fault);

private:
    QString goOn(PaymentStep step);

    Continuation m_continuation;
    PaymentFaults m_shop;
};

//! What may be said of the call itself: never that it is known what came of it where it is not.
bool isHonest(const CallReply &reply, PaymentStep step, const OutsideFault &fault);
//! Where the step must lead to, by the rules of P18 in the order in which they are applied.
StepEnd expectedEnd(PaymentStep step, const OutsideFault &fault, Continuation continuation);

} // namespace kontor

Q_DECLARE_METATYPE(kontor::PaymentStep)
