// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/document.h"

namespace kontor {

//! One line of a report.
struct ReportRow
{
    QString text;
    QString amount; //!< may be empty
    bool heading = false;
    bool strong = false;

    bool operator==(const ReportRow &) const = default;
};

} // namespace kontor
