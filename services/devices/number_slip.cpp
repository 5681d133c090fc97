// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/number_slip.h"

namespace kontor {

Document numberSlipDocument(const ShopHeading &shop, const NumberSlip &slip,
                            const QList<Mark> &marks)
{
    Document paper;
    paper.title = slip.title;
    for (const Mark mark : marks)
        paper.mark(mark, slip.style);
    // Not as large as on other papers: the number is what is looked for.
    if (!shop.name.isEmpty())
        paper.centred(shop.name);
    paper.rule();
    paper.centred(slip.caption);
    paper.heading(slip.number);
    paper.centred(slip.advice);
    for (const ReportRow &row : slip.rows) {
        if (row.heading)
            paper.rule();
        paper.columns(row.text, {}, row.amount, row.strong);
    }
    paper.rule();
    paper.centred(slip.moment);
    return paper;
}

} // namespace kontor
