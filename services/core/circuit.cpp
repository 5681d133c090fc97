// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/circuit.h"

#include <algorithm>

namespace kontor {

int Circuit::room(int wanted, int inFlight) const
{
    if (!isOpen())
        return wanted;
    return inFlight == 0 && m_clock.now() >= m_triesAt ? std::min(wanted, 1) : 0;
}

void Circuit::answered()
{
    m_missed = 0;
    m_triesAt = {};
}

void Circuit::missed()
{
    ++m_missed;
    if (!isOpen())
        return;
    const int doubled = std::min(m_missed - opensAfter, 10);
    m_triesAt = {m_clock.now().ms + std::min(firstPauseMs << doubled, longestPauseMs)};
}

} // namespace kontor
