// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/concerns_model.h"

#include "models/concern_text.h"
#include "models/texts.h"

namespace kontor {

ConcernsModel::ConcernsModel(const Attention &attention, QObject *parent)
    : TableModel({tr("Receipt"), tr("Needs you"), tr("Since")}, parent)
    , m_attention(attention)
    , m_concerns(attention.concerns())
{
    connect(&attention, &Attention::changed, this, &ConcernsModel::follow);
}

void ConcernsModel::follow()
{
    if (m_concerns == m_attention.concerns())
        return;
    beginResetModel();
    m_concerns = m_attention.concerns();
    endResetModel();
}

int ConcernsModel::rowAbout(SubjectId about) const
{
    return rowWith(m_concerns, &Concern::about, about);
}

QVariant ConcernsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Concern &concern = m_concerns[index.row()];
    switch (Column(index.column())) {
    case ReceiptColumn:
        return concern.receipt.isEmpty() ? tr("no order") : concern.receipt;
    case MatterColumn:
        return titleText(concern);
    case SinceColumn:
        return momentText(concern.since);
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
