// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"

namespace kontor {

//! Spares a system outside that does not answer, and whoever waits for it: after a few calls in a
//! row without an answer the circuit opens, no more are made, and now and then one alone tries
//! whether it is back.
class Circuit
{
public:
    explicit Circuit(const Clock &clock) : m_clock(clock) {}

    //! How many of the wanted calls may be made now.
    int room(int wanted, int inFlight) const;
    bool isOpen() const { return m_missed >= opensAfter; }
    //! Whether nothing was missed since the last answer.
    bool isSound() const { return m_missed == 0; }

    void answered();
    void missed();
    //! A person says that it is worth a try.
    void tryNow() { m_triesAt = {}; }

    static constexpr int opensAfter = 5;
    static constexpr qint64 firstPauseMs = 2'000;
    static constexpr qint64 longestPauseMs = 30'000;

private:
    const Clock &m_clock;
    int m_missed = 0;
    Timestamp m_triesAt;
};

} // namespace kontor
