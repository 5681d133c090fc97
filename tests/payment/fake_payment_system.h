// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment_system.h"

#include <QHash>
#include <QSet>

namespace kontor {

//! A payment system in the same process: does what it is told to and remembers what it was asked.
class FakePaymentSystem : public PaymentSystem
{
public:
    struct Made
    {
        PaymentCallKind kind;
        PaymentCall call;
        bool lookedFor = false;
    };

    //! What the next call of this kind is answered; afterwards it goes well again.
    void script(PaymentCallKind kind, const CallReply &reply) { m_scripts[kind].append(reply); }
    void script(PaymentCallKind kind, PaymentResult result) { m_results[kind].append(result); }
    //! Calls of this kind are answered only by answerHeld().
    void hold(PaymentCallKind kind) { m_held.insert(kind); }
    void answerHeld()
    {
        m_held.clear();
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &answer : waiting)
            answer();
    }
    //! What a look at the links shows.
    PaymentResult links = PaymentResult::Pending;
    bool linkIsPaid = false;

    QList<Made> made;
    int count(PaymentCallKind kind) const
    {
        return int(std::count_if(made.begin(), made.end(),
                                 [kind](const Made &m) { return m.kind == kind; }));
    }

    void make(PaymentCallKind kind, const PaymentCall &call, Reply reply) override
    {
        made.append({kind, call, false});
        if (!m_held.contains(kind))
            return reply(answer(kind, call));
        m_waiting.append([this, kind, call, reply] { reply(answer(kind, call)); });
    }
    void lookFor(PaymentCallKind kind, const PaymentCall &call, Reply reply) override
    {
        made.append({kind, call, true});
        reply(answer(kind, call));
    }
    void lookAtLink(const PaymentCall &call, Reply reply) override
    {
        PaymentOutcome outcome;
        outcome.amount = call.amount;
        outcome.reference = QStringLiteral("pi_link");
        outcome.result = links;
        reply(definiteReply(outcome));
    }
    void use(const PaymentSettings &settings) override { used = settings.system(); }
    void check(const PaymentSettings &, std::function<void(const SystemCheck &)>) override {}

    QString used; //!< the system that it was told to be

    void listCharges(Timestamp, Timestamp, Listed listed) override
    {
        ++listings;
        listed(charges);
    }
    Result<QList<ListedCharge>> charges = QList<ListedCharge>();
    int listings = 0;

private:
    CallReply answer(PaymentCallKind kind, const PaymentCall &call)
    {
        if (!m_scripts[kind].isEmpty())
            return m_scripts[kind].takeFirst();
        PaymentOutcome outcome;
        outcome.amount = call.amount;
        outcome.expires = call.expires;
        outcome.link = QStringLiteral("https://pay.example/1");
        outcome.reference = QStringLiteral("pi_") + call.tender.toString();
        outcome.result = m_results[kind].isEmpty() ? usual(kind) : m_results[kind].takeFirst();
        return definiteReply(outcome);
    }
    PaymentResult usual(PaymentCallKind kind) const
    {
        switch (kind) {
        case PaymentCallKind::Authorise:
            return PaymentResult::Authorised;
        case PaymentCallKind::Capture:
            return PaymentResult::Captured;
        case PaymentCallKind::Void:
            return PaymentResult::Voided;
        case PaymentCallKind::Refund:
            return PaymentResult::Refunded;
        case PaymentCallKind::RequestLink:
            return PaymentResult::Requested;
        case PaymentCallKind::ExpireLink:
            return linkIsPaid ? PaymentResult::Captured : PaymentResult::Expired;
        }
        Q_UNREACHABLE();
    }

    QHash<PaymentCallKind, QList<CallReply>> m_scripts;
    QHash<PaymentCallKind, QList<PaymentResult>> m_results;
    QSet<PaymentCallKind> m_held;
    QList<std::function<void()>> m_waiting;
};

} // namespace kontor
