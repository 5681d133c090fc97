// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/logistics_steps.h"
#include "tests/faults/sandbox_ledger.h"
#include "tests/faults/trap_server.h"
#include "tests/shipping/sandbox_program.h"

#include <QElapsedTimer>

namespace kontor {

//! The shipping service with the real client, on stores in files, against the sandbox, which is a
//! program of its own and whose ledger says what has happened in the world. What is wrong is
//! answered in words; empty: nothing is.
class LogisticsFaults
{
public:
    LogisticsFaults();

    //! A new order, in a new shop.
    void newOrder();
    //! Its next purchases or voids are struck one after the other.
    QString take(ParcelStep step, const Strikes &strikes, Continuation continuation);
    Shipment parcel() const;
    WorldEffect effect(const char *kind);
    qint64 bytesRevealed() const { return m_addresses.bytesRevealed(); }

private:
    void open(Timestamp now);
    QString takeAndDie(ParcelStep step, const Strikes &strikes);
    void lapseOffer();
    void awaitLateEffects();
    QString quieten();
    QString settle();
    bool isAtRest() const;
    QString contradiction();
    QString strikesMissed(const Strikes &strikes, int before);

    SandboxProgram m_sandbox;
    BadAddresses m_addresses;
    SandboxLedger m_ledger{m_sandbox.ledgerPath()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<StruckLogistics> m_logistics;
    std::unique_ptr<ShippingBench> m_bench;
    OrderId m_order;
    QElapsedTimer m_late; //!< since the last call that was struck
    bool m_isLate = false;
    bool m_isStruck = false;
};

} // namespace kontor
