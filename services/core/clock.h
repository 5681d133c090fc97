// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <algorithm>
#include <atomic>
#include <compare>

namespace kontor {

//! UTC milliseconds since 1970.
struct Timestamp
{
    qint64 ms = 0;

    QDateTime toUtc() const { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }
    //! In the zone of this machine.
    QDate day() const { return toUtc().toLocalTime().date(); }
    auto operator<=>(const Timestamp &) const = default;
};

//! Where the services learn the time; never asked for the order of things, which is by sequence.
class Clock
{
public:
    virtual ~Clock() = default;
    //! The time on the wall: for waiting, retrying, expiring.
    virtual Timestamp now() const = 0;
    //! The time to write on what follows from something at `before`: never earlier than that.
    virtual Timestamp stamp(Timestamp before) const { return std::max(now(), before); }
};

class SystemClock : public Clock
{
public:
    Timestamp now() const override { return {QDateTime::currentMSecsSinceEpoch()}; }
};

//! For a replay of history: what follows from something old is written down as just as old.
class ReplayClock final : public SystemClock
{
public:
    Timestamp stamp(Timestamp before) const override { return before; }
};

//! A clock that stands still until it is moved; for tests.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Timestamp start = {}) : m_ms(start.ms) {}

    Timestamp now() const override { return {m_ms.load(std::memory_order_relaxed)}; }
    void advance(qint64 ms) { m_ms.fetch_add(ms, std::memory_order_relaxed); }

private:
    std::atomic<qint64> m_ms;
};

} // namespace kontor
