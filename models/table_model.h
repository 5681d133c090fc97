// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <algorithm>

namespace kontor {

//! Rows under columns that have titles: what all such tables answer alike.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const final;

protected:
    //! One title for each column.
    TableModel(const QStringList &titles, QObject *parent);

    virtual int rows() const = 0;
    //! Amounts and their titles do.
    virtual bool standsRight(int column) const;
    //! For Qt::TextAlignmentRole.
    int alignment(int column) const;

    //! Of the first value whose field is this; −1: there is none.
    template <class Values, class Field, class Wanted>
    static int rowWith(const Values &values, Field field, const Wanted &wanted)
    {
        const auto found = std::ranges::find(values, wanted, field);
        return found == values.end() ? -1 : int(found - values.begin());
    }

private:
    QStringList m_titles;
};

} // namespace kontor
