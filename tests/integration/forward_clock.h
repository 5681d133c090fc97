// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"

namespace kontor {

//! The real time, which a test can put forward: what waits for hours need not be waited for.
class ForwardClock final : public SystemClock
{
public:
    Timestamp now() const override { return {SystemClock::now().ms + m_ahead}; }
    void forward(qint64 ms) { m_ahead += ms; }

private:
    qint64 m_ahead = 0;
};

} // namespace kontor
