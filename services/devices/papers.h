// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/devices.h"
#include "services/devices/number_slip.h"

#include <variant>

namespace kontor {

//! A paper about a sale of this till.
struct SalePaper
{
    OrderId order;
    PrintJobKind kind = PrintJobKind::Receipt; //!< or Gift, Invoice, PackingSlip
    Bill bill = {};                            //!< Invoice, PackingSlip
};

//! An X or a Z report as a person reads it.
struct ReportPaper
{
    QString title;
    QList<ReportRow> rows;
    PaperStyle style = {}; //!< in which it is told, not the shop's
};

struct LabelPaper
{
    QList<ShelfLabel> labels;
};

//! A paper that somebody else has drawn.
struct MadePaper
{
    QString title;
    QString suffix; //!< of its file: says what it is
    QByteArray bytes;
};

//! What can be asked of a till's printer.
using WantedPaper = std::variant<SalePaper, ReportPaper, LabelPaper, NumberSlip>;

} // namespace kontor
