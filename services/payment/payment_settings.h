// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/outside_system.h"

namespace kontor {

//! How the payment system is reached, and how long things may take.
struct PaymentSettings
{
    SystemMode mode = SystemMode::Sandbox;
    QUrl baseUrl; //!< https; plain http only on this machine
    QString key;  //!< empty: not known yet
    int timeoutMs = 30'000;
    //! Where the customer's browser goes after a link was paid.
    QString returnUrl = QStringLiteral("https://localhost/paid");
    //! A payment link is open for so long; at least 31 minutes, at most 23 hours.
    qint64 linkLifetimeMs = 23LL * 60 * 60 * 1000;
    //! How often the books are compared with what the payment system shows; 0: only when asked.
    qint64 reconcileEveryMs = 0;
    //! How often an open link is looked at.
    qint64 pollIntervalMs = 5'000;

    QString system() const { return systemName(mode, baseUrl); }
    bool isLive() const { return mode == SystemMode::Live; }
};

} // namespace kontor
