// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/tiles_model.h"

namespace kontor {

TilesModel::TilesModel(QAbstractItemModel &list, QObject *parent)
    : QAbstractTableModel(parent)
    , m_list(list)
    , m_rows(rowsFor(list.rowCount()))
{
    connect(&m_list, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&m_list, &QAbstractItemModel::modelReset, this, [this] {
        m_rows = rowsFor(m_list.rowCount());
        endResetModel();
    });
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &TilesModel::grow);
    connect(&m_list, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                Q_EMIT dataChanged(index(first.row() / m_columns, 0),
                                   index(last.row() / m_columns, m_columns - 1));
            });
}

void TilesModel::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    beginResetModel();
    m_columns = columns;
    m_rows = rowsFor(m_list.rowCount());
    endResetModel();
}

void TilesModel::grow()
{
    const int rows = rowsFor(m_list.rowCount());
    if (m_rows > 0)
        Q_EMIT dataChanged(index(m_rows - 1, 0), index(m_rows - 1, m_columns - 1));
    if (rows <= m_rows)
        return;
    beginInsertRows({}, m_rows, rows - 1);
    m_rows = rows;
    endInsertRows();
}

int TilesModel::listRow(const QModelIndex &tile) const
{
    const int row = tile.row() * m_columns + tile.column();
    return tile.isValid() && row < m_list.rowCount() ? row : -1;
}

QModelIndex TilesModel::tile(int listRow) const
{
    return listRow < 0 ? QModelIndex() : index(listRow / m_columns, listRow % m_columns);
}

int TilesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int TilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant TilesModel::data(const QModelIndex &index, int role) const
{
    const int row = listRow(index);
    return row < 0 ? QVariant() : m_list.index(row, 0).data(role);
}

Qt::ItemFlags TilesModel::flags(const QModelIndex &index) const
{
    return listRow(index) < 0 ? Qt::NoItemFlags : QAbstractTableModel::flags(index);
}

bool TilesModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_list.canFetchMore({});
}

void TilesModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_list.fetchMore({});
}

} // namespace kontor
