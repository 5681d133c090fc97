// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/logistics_call.h"

#include <optional>

namespace kontor::sandbox {

//! Shipments and the rates offered for them.
class Shipments
{
public:
    explicit Shipments(const World &world) : m_world(world) {}

    Answer create(const LogisticsCall &call) const;
    //! What is known of an address; it has no effect, so nothing of it is kept.
    Answer checkAddress(const LogisticsCall &call) const;
    Answer retrieve(const LogisticsCall &call) const;
    Answer list(const LogisticsCall &call) const;
    Answer rates(const LogisticsCall &call) const;
    Answer rate(const LogisticsCall &call) const;

    //! The offer is no longer good.
    Answer lapseRate(const QString &id) const;

private:
    const World &m_world;
};

//! A weight such as "2.5" lb in whole grams, rounded up; none where it is no positive number or
//! the unit is unknown.
std::optional<qint64> gramsFrom(const QString &weight, const QString &unit);

//! 850 as "8.50": all currencies of the sandbox's carriers have two decimals.
QString decimalText(qint64 minor);

} // namespace kontor::sandbox
