// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace kontor {

//! The rows of a list side by side, so many in a row: tiles.
class TilesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit TilesModel(QAbstractItemModel &list, QObject *parent = nullptr);

    void setColumns(int columns);
    //! Of a tile; -1: there is none at the end of the last row.
    int listRow(const QModelIndex &tile) const;
    QModelIndex tile(int listRow) const;
    const QAbstractItemModel &list() const { return m_list; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    //! Those of the list's first column.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void grow();
    int rowsFor(int listRows) const { return (listRows + m_columns - 1) / m_columns; }

    QAbstractItemModel &m_list;
    int m_columns = 1;
    int m_rows = 0;
};

} // namespace kontor
