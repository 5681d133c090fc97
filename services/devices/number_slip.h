// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/receipt.h"

namespace kontor {

//! What customers take to the till, to pay there what they put aside under a number; as they read
//! it.
struct NumberSlip
{
    QString title;
    QString caption; //!< above the number
    QString number;
    QList<ReportRow> rows; //!< the goods, and what they come to
    QString advice;
    QString moment;
    PaperStyle style = {}; //!< in which it is told, not the shop's
};

Document numberSlipDocument(const ShopHeading &shop, const NumberSlip &slip,
                            const QList<Mark> &marks);

} // namespace kontor
