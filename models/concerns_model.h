// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attention.h"
#include "models/table_model.h"

namespace kontor {

//! What needs a person, as rows: what has waited longest comes first.
class ConcernsModel : public TableModel
{
    Q_OBJECT
public:
    enum Column
    {
        ReceiptColumn,
        MatterColumn,
        SinceColumn,
        ColumnCount
    };

    explicit ConcernsModel(const Attention &attention, QObject *parent = nullptr);

    const Concern &concern(int row) const { return m_concerns[row]; }
    //! Of the first concern about this; −1: there is none.
    int rowAbout(SubjectId about) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int rows() const override { return int(m_concerns.size()); }
    void follow();

    const Attention &m_attention;
    QList<Concern> m_concerns;
};

} // namespace kontor
