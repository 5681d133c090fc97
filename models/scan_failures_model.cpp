// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan_failures_model.h"

#include "models/texts.h"

namespace kontor {

namespace {

QString shownCode(const QString &code)
{
    constexpr qsizetype longest = 48;
    QString shown;
    for (const QChar c : code.left(longest))
        shown += c.isPrint() ? c : u'·';
    return code.size() > longest ? shown + u'…' : shown;
}

} // namespace

ScanFailuresModel::ScanFailuresModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void ScanFailuresModel::add(const QString &code, const QString &reason)
{
    beginInsertRows({}, 0, 0);
    m_failures.append({m_clock.now(), shownCode(code), reason});
    endInsertRows();
}

void ScanFailuresModel::clear()
{
    beginResetModel();
    m_failures.clear();
    endResetModel();
}

int ScanFailuresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_failures.size());
}

int ScanFailuresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ScanFailuresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Failure &failure = m_failures[m_failures.size() - 1 - index.row()];
    if (role == Qt::ToolTipRole && index.column() == ReasonColumn)
        return failure.reason.toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case TimeColumn:
        return timeText(failure.at);
    case CodeColumn:
        return failure.code;
    case ReasonColumn:
        return failure.reason;
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
