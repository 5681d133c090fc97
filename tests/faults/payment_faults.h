// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/payment_steps.h"
#include "tests/faults/sandbox_ledger.h"
#include "tests/faults/trap_server.h"
#include "tests/shipping/sandbox_program.h"

#include <QElapsedTimer>

namespace kontor {

//! Where a step has led to when nothing goes wrong any more.
enum class StepEnd
{
    Done,
    Refused,
    Task, //!< nobody knows what came of it, and a person is asked
};
template <>
struct EnumNames<StepEnd>
{
    static constexpr std::string_view names[] = {"Done", "Refused", "Task"};
};

//! The payment service with the real client, on stores in files, against the sandbox, which is a
//! program of its own and whose ledger says what has happened in the world. What is wrong is
//! answered in words; empty: nothing is.
class PaymentFaults
{
public:
    PaymentFaults();

    //! A new order, in a new shop; all steps before this one go well.
    QString orderReady(PaymentStep step, Fulfilment fulfilment);
    //! Its next calls are struck one after the other.
    QString take(PaymentStep step, const Strikes &strikes, Continuation continuation);
    //! Where the last step has led to.
    StepEnd end() const { return m_end; }
    //! A person says that what nobody knows of has not happened.
    QString resolveTask(PaymentStep step);

    Payment payment() const { return m_shop->payment(m_order.order); }
    PaymentTender tender() const { return m_shop->tender(m_order.tender); }
    //! What the service was told of the first call that was struck.
    const std::optional<CallReply> &firstStruck() const { return m_system->firstStruck(); }
    qint64 bytesRevealed() const { return m_addresses.bytesRevealed(); }

private:
    void open(const QString &folder, Timestamp now);
    void setFaults(const Strikes &strikes);
    QString requestLink();
    QString takeAndDie(PaymentStep step, const Strikes &strikes);
    QString settle(PaymentStep step);
    void awaitLateEffects();
    QString quieten();
    bool isAtRest() const;
    StepEnd endOf(PaymentStep step) const;
    QString contradiction();
    QString strikesMissed(const Strikes &strikes, int before);

    SandboxProgram m_sandbox;
    BadAddresses m_addresses;
    SandboxLedger m_ledger{m_sandbox.ledgerPath()};
    QTemporaryDir m_newShop;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StruckSystem> m_system;
    std::unique_ptr<PaymentShop> m_shop;
    PaidOrder m_order;
    QElapsedTimer m_late; //!< since the last call that was struck
    bool m_isLate = false;
    bool m_isStruck = false;
    StepEnd m_end = StepEnd::Done;
};

} // namespace kontor
