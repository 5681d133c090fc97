// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/logistics_call.h"

namespace kontor::sandbox {

//! Labels (which the logistics system calls transactions), their voiding (its refunds) and
//! tracking.
class Labels
{
public:
    explicit Labels(const World &world) : m_world(world) {}

    //! Buys a label; asked twice, it buys two.
    Answer buy(const LogisticsCall &call) const;
    Answer retrieve(const LogisticsCall &call) const;
    Answer list(const LogisticsCall &call) const;
    Answer voidLabel(const LogisticsCall &call) const;
    Answer retrieveVoid(const LogisticsCall &call) const;
    Answer listVoids(const LogisticsCall &call) const;
    Answer track(const LogisticsCall &call) const;

    //! The carrier scans the parcel: it is now in this tracking status.
    Answer scan(const QString &trackingNumber, const QString &status) const;
    //! Ends a void that waits for the carrier.
    Answer settleVoid(const QString &id) const;
    //! What the label's link gives.
    HttpResponse labelFile(const QString &id) const;

private:
    Answer sold(QJsonObject label, const QJsonObject &rate, const LogisticsCall &call) const;

    const World &m_world;
};

} // namespace kontor::sandbox
