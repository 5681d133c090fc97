// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/shift.h"

#include <QLocale>

namespace kontor {

//! One line of a report: what it is, and how much.
struct ReportLine
{
    enum Kind
    {
        Heading,
        Plain,
        Sum,     //!< stands out
        Warning, //!< something that a person should look into
    };

    QString text;
    QString amount; //!< may be empty
    Kind kind = Plain;

    bool operator==(const ReportLine &) const = default;
};

//! "Z report 12" or "X report".
QString reportTitle(const ShiftReport &report, const QLocale &locale = QLocale());

//! A whole X or Z report in the order in which it is read.
//! blind: what should be there is left out as long as nobody has counted.
QList<ReportLine> reportLines(const ShiftReport &report, bool blind = false,
                              const QLocale &locale = QLocale());

} // namespace kontor
