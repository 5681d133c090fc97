// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/payment_call.h"

namespace kontor::sandbox {

//! Refunds: never more than was captured.
class PaymentRefunds
{
public:
    explicit PaymentRefunds(const World &world) : m_world(world) {}

    Answer create(const PaymentCall &call) const;
    Answer retrieve(const PaymentCall &call) const;
    Answer list(const PaymentCall &call) const;

private:
    const World &m_world;
};

} // namespace kontor::sandbox
