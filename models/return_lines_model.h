// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_model.h"
#include "services/order/order.h"

namespace kontor {

//! The lines of a receipt: what was sold, what of it is back already, and how much comes back now.
class ReturnLinesModel : public TableModel
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

    explicit ReturnLinesModel(QObject *parent = nullptr);

    void setLines(const QList<ReturnableLine> &lines);
    const ReturnableLine &line(int row) const { return m_lines[row]; }
    Quantity taken(int row) const { return m_taken[row]; }
    //! Answers false, and changes nothing, where it is more than may still come back.
    bool take(int row, Quantity quantity);
    void takeAll();
    bool takesAny() const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int rows() const override { return int(m_lines.size()); }
    bool standsRight(int column) const override { return column != NameColumn; }
    QString detail(const ReturnableLine &line) const;
    //! What the quantity that comes back now brings.
    Money worth(int row) const;

    QList<ReturnableLine> m_lines;
    QList<Quantity> m_taken;
};

} // namespace kontor
