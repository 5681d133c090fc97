// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/shelf_label.h"

#include <QCoreApplication>

namespace kontor {

namespace {

struct Labels
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Labels)
};

} // namespace

Document labelsDocument(const QList<ShelfLabel> &labels)
{
    Document paper;
    paper.title = labels.size() == 1 ? Labels::tr("Shelf label %1").arg(labels.first().name)
                                     : Labels::tr("Shelf labels (%1)").arg(labels.size());
    for (const ShelfLabel &label : labels) {
        if (!paper.blocks.isEmpty())
            paper.rule();
        paper.centred(label.name);
        paper.heading(label.price);
        if (!label.unitPrice.isEmpty())
            paper.centred(label.unitPrice);
        if (!label.barcode.isEmpty())
            paper.barcode(label.barcode);
    }
    return paper;
}

} // namespace kontor
