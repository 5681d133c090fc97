// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"

namespace kontor {

//! The time of a shop that is open while a history may be replayed through it: as long as one is,
//! what follows from something long past is written down as just as old.
class ShopClock final : public SystemClock
{
public:
    static constexpr qint64 longPastMs = 3'600'000;

    void replayBegins() { ++m_replays; }
    void replayEnds() { --m_replays; }

    Timestamp stamp(Timestamp before) const override
    {
        const bool isHistory = m_replays > 0 && before.ms < now().ms - longPastMs;
        return isHistory ? before : SystemClock::stamp(before);
    }

private:
    std::atomic<int> m_replays = 0;
};

} // namespace kontor
