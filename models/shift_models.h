// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shift_text.h"
#include "models/table_model.h"

namespace kontor {

//! The lines of one X or Z report.
class ReportLinesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        TextColumn,
        AmountColumn,
        ColumnCount
    };
    enum Role
    {
        KindRole = Qt::UserRole, //!< ReportLine::Kind
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(const QList<ReportLine> &lines);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<ReportLine> m_lines;
};

//! The Z reports of a till, the newest first.
class ZReportsModel : public TableModel
{
    Q_OBJECT
public:
    enum Column
    {
        NumberColumn,
        ClosedColumn,
        ByColumn,
        TotalColumn,
        DifferenceColumn,
        ColumnCount
    };
    enum Role
    {
        RawRole = Qt::UserRole, //!< number, milliseconds, text or minor units
    };

    explicit ZReportsModel(QObject *parent = nullptr);

    //! Rows that stay keep their places.
    void setReports(const QList<ShiftReport> &reports);
    const ShiftReport &report(int row) const { return m_reports[row]; }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int rows() const override { return int(m_reports.size()); }
    bool standsRight(int column) const override { return column >= TotalColumn; }

    QList<ShiftReport> m_reports;
};

} // namespace kontor
