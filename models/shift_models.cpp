// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shift_models.h"

#include "models/texts.h"

namespace kontor {

namespace {

Money differenceOf(const ShiftReport &report)
{
    Money sum{0, report.totals.currency()};
    for (const TenderCount &count : report.counts)
        sum += count.difference();
    return sum;
}

Money totalOf(const ShiftReport &report)
{
    return report.totals.salesGross - report.totals.returnsGross;
}

} // namespace

void ReportLinesModel::setLines(const QList<ReportLine> &lines)
{
    if (lines == m_lines)
        return;
    // The same report again has other amounts, not other lines.
    if (lines.size() == m_lines.size() && !lines.isEmpty()) {
        m_lines = lines;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int ReportLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ReportLinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReportLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReportLine &line = m_lines[index.row()];
    if (role == KindRole)
        return int(line.kind);
    if (role == Qt::TextAlignmentRole && index.column() == AmountColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    // Tool tips guess rich text; a line is none.
    if (role == Qt::ToolTipRole)
        return line.text.toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == TextColumn ? line.text : line.amount;
}

ZReportsModel::ZReportsModel(QObject *parent)
    : TableModel({tr("Report"), tr("Closed"), tr("By"), tr("Total"), tr("Difference")}, parent)
{
}

void ZReportsModel::setReports(const QList<ShiftReport> &reports)
{
    if (reports == m_reports)
        return;
    // What is new stands on top.
    const qsizetype more = reports.size() - m_reports.size();
    if (more > 0 && reports.mid(more) == m_reports) {
        beginInsertRows({}, 0, int(more) - 1);
        m_reports = reports;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_reports = reports;
    endResetModel();
}

QVariant ZReportsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShiftReport &report = m_reports[index.row()];
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    const bool raw = role == RawRole;
    if (!raw && role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NumberColumn:
        return raw ? QVariant(report.number) : QVariant(tr("Z %L1").arg(report.number));
    case ClosedColumn:
        return raw ? QVariant(report.at.ms) : QVariant(momentText(report.at));
    case ByColumn:
        return report.by;
    case TotalColumn:
        return raw ? QVariant(totalOf(report).minor) : QVariant(amountText(totalOf(report)));
    case DifferenceColumn:
        return raw ? QVariant(differenceOf(report).minor)
                   : QVariant(amountText(differenceOf(report)));
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
