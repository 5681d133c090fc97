// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_model.h"
#include "services/core/trade.h"

#include <QHash>

namespace kontor {

//! The lines of a cart or an order with their amounts.
class GoodsLinesModel : public TableModel
{
    Q_OBJECT
public:
    enum Column
    {
        QuantityColumn,
        NameColumn,
        AmountColumn,
        ColumnCount
    };
    enum Role
    {
        RawRole = Qt::UserRole, //!< thousandths, name, minor units
        DetailRole,             //!< the second line below the name; may be empty
        IsShortRole,            //!< there is not enough of it
    };

    explicit GoodsLinesModel(QObject *parent = nullptr);

    //! Lines keep their rows, and so a selection, as long as they are there.
    void setLines(const QList<OrderedLine> &lines);
    //! Of each of these products only so much is there.
    void setShortages(const QHash<ProductId, Quantity> &shortages);
    const OrderedLine &line(int row) const { return m_lines[row]; }
    int rowOf(int lineNumber) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int rows() const override { return int(m_lines.size()); }
    bool standsRight(int column) const override { return column == AmountColumn; }
    QString detail(const OrderedLine &line) const;

    QList<OrderedLine> m_lines;
    QHash<ProductId, Quantity> m_shortages;
};

} // namespace kontor
