// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/concerns_model.h"

#include "models/concern_text.h"
#include "models/texts.h"

#include <algorithm>

namespace kontor {

ConcernsModel::ConcernsModel(const Attention &attention, QObject *parent)
    : QAbstractTableModel(parent)
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
    const auto found = std::ranges::find(m_concerns, about, &Concern::about);
    return found == m_concerns.end() ? -1 : int(found - m_concerns.begin());
}

int ConcernsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_concerns.size());
}

int ConcernsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
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

QVariant ConcernsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case ReceiptColumn:
        return tr("Receipt");
    case MatterColumn:
        return tr("Needs you");
    case SinceColumn:
        return tr("Since");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
