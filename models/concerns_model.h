// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attention.h"

#include <QAbstractTableModel>

namespace kontor {

//! What needs a person, as rows: what has waited longest comes first.
class ConcernsModel : public QAbstractTableModel
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

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void follow();

    const Attention &m_attention;
    QList<Concern> m_concerns;
};

} // namespace kontor
