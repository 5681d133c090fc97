// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/fault_plan.h"
#include "app/sandbox/logistics_system.h"
#include "app/sandbox/payment_system.h"

namespace kontor::sandbox {

//! Plays everybody else: the customer at the link, the carrier with the scanner, time, and the
//! tester with a new fault plan. Never faulted.
class Control
{
public:
    Control(World &world, const PaymentSystem &payments, const LogisticsSystem &logistics,
            FaultPlan &faults);
    Control(const Control &) = delete;
    Control &operator=(const Control &) = delete;

    //! The change in the answer is still to be committed.
    Answer answer(const HttpRequest &request) const;

private:
    struct ControlCall
    {
        HttpRequest request;
        QString id;
    };

    Answer health(const ControlCall &call) const;
    Answer calls(const ControlCall &call) const;
    Answer setFaults(const ControlCall &call) const;
    Answer payPage(const ControlCall &call) const;
    Answer pay(const ControlCall &call) const;
    Answer lapse(const ControlCall &call) const;

    World &m_world;
    const PaymentSystem &m_payments;
    const LogisticsSystem &m_logistics;
    FaultPlan &m_faults;
    QList<Route<Answer(const ControlCall &)>> m_routes;
};

} // namespace kontor::sandbox
