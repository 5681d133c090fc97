// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/payment_call.h"

namespace kontor::sandbox {

//! What the shop's account holds: captured and not refunded, in each currency.
class PaymentBalance
{
public:
    explicit PaymentBalance(const World &world) : m_world(world) {}

    Answer retrieve(const PaymentCall &call) const;

private:
    const World &m_world;
};

} // namespace kontor::sandbox
