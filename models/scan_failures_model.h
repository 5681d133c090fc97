// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"

#include <QAbstractTableModel>

namespace kontor {

//! What was scanned and came to nothing, the newest first, until somebody has seen it.
class ScanFailuresModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        TimeColumn,
        CodeColumn,
        ReasonColumn,
        ColumnCount
    };

    explicit ScanFailuresModel(const Clock &clock, QObject *parent = nullptr);

    //! Of a code that is too long to be shown, its beginning is.
    void add(const QString &code, const QString &reason);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Failure
    {
        Timestamp at;
        QString code;
        QString reason;
    };

    const Clock &m_clock;
    QList<Failure> m_failures; // the newest last
};

} // namespace kontor
