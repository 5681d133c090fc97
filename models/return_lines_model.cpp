// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/return_lines_model.h"

#include "models/texts.h"

#include <algorithm>

namespace kontor {

ReturnLinesModel::ReturnLinesModel(QObject *parent)
    : TableModel({tr("Comes back"), tr("Product"), tr("Returnable"), tr("Amount")}, parent)
{
}

void ReturnLinesModel::setLines(const QList<ReturnableLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    m_taken = QList<Quantity>(lines.size());
    endResetModel();
}

bool ReturnLinesModel::take(int row, Quantity quantity)
{
    if (quantity.isNegative() || quantity > m_lines[row].left())
        return false;
    m_taken[row] = quantity;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    return true;
}

void ReturnLinesModel::takeAll()
{
    for (int row = 0; row < rowCount(); ++row)
        take(row, m_lines[row].left());
}

bool ReturnLinesModel::takesAny() const
{
    return std::ranges::any_of(m_taken, [](Quantity taken) { return !taken.isZero(); });
}

Money ReturnLinesModel::worth(int row) const
{
    const ReturnableLine &line = m_lines[row];
    const Quantity left = line.left();
    const Money amount = line.line.gross - line.goneGross;
    if (left.isZero())
        return {0, amount.currency};
    return {divideRounded(Int128(amount.minor) * m_taken[row].thousandths, left.thousandths),
            amount.currency};
}

QString ReturnLinesModel::detail(const ReturnableLine &line) const
{
    QStringList parts{tr("%1 sold").arg(quantityText(line.line.quantity))};
    if (!line.gone.isZero())
        parts.append(tr("%1 back already").arg(quantityText(line.gone)));
    parts.append(tr("%1 each").arg(unitPriceText(line.line.unitPrice)));
    return parts.join(QStringLiteral(" · "));
}

QVariant ReturnLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const ReturnableLine &line = m_lines[row];
    if (role == DetailRole)
        return detail(line);
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role != Qt::DisplayRole && role != RawRole)
        return {};
    const bool raw = role == RawRole;
    const auto quantity = [raw](Quantity value) {
        return raw ? QVariant(value.thousandths) : QVariant(quantityText(value));
    };
    switch (Column(index.column())) {
    case TakenColumn:
        return quantity(m_taken[row]);
    case NameColumn:
        return line.line.name;
    case LeftColumn:
        return quantity(line.left());
    case AmountColumn:
        return raw ? QVariant(worth(row).minor) : amountText(worth(row));
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
