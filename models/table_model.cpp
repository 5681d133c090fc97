// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_model.h"

namespace kontor {

TableModel::TableModel(const QStringList &titles, QObject *parent)
    : QAbstractTableModel(parent)
    , m_titles(titles)
{
}

int TableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : rows(); }

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

bool TableModel::standsRight(int) const { return false; }

int TableModel::alignment(int column) const
{
    return int((standsRight(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    return role == Qt::DisplayRole ? m_titles.value(section) : QVariant();
}

} // namespace kontor
