// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/order/order.h"

#include <QAbstractTableModel>

namespace kontor {

//! The lines of a receipt: what was sold, what of it is back already, and how much comes back now.
class ReturnLinesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        TakenColumn, //!< comes back now
        NameColumn,
        LeftColumn, //!< may still come back
        AmountColumn,
        ColumnCount
    };
    enum Role
    {
        RawRole = Qt::UserRole, //!< thousandths, name, minor units
        DetailRole,             //!< the second line below the name: what was sold, and is back
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(const QList<ReturnableLine> &lines);
    const ReturnableLine &line(int row) const { return m_lines[row]; }
    Quantity taken(int row) const { return m_taken[row]; }
    //! Answers false, and changes nothing, where it is more than may still come back.
    bool take(int row, Quantity quantity);
    void takeAll();
    bool takesAny() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QString detail(const ReturnableLine &line) const;
    //! What the quantity that comes back now brings.
    Money worth(int row) const;

    QList<ReturnableLine> m_lines;
    QList<Quantity> m_taken;
};

} // namespace kontor
