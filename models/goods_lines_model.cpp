// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/goods_lines_model.h"

#include "models/texts.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

GoodsLinesModel::GoodsLinesModel(QObject *parent)
    : TableModel({tr("Quantity"), tr("Product"), tr("Amount")}, parent)
{
}

void GoodsLinesModel::setLines(const QList<OrderedLine> &lines)
{
    for (qsizetype row = m_lines.size() - 1; row >= 0; --row) {
        if (std::ranges::find(lines, m_lines[row].line, &OrderedLine::line) != lines.end())
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_lines.removeAt(row);
        endRemoveRows();
    }
    const qsizetype kept = m_lines.size();
    const bool inPlace =
        kept <= lines.size() &&
        std::equal(m_lines.cbegin(), m_lines.cend(), lines.cbegin(), lines.cbegin() + kept,
                   [](const auto &a, const auto &b) { return a.line == b.line; });
    if (!inPlace) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    std::copy_n(lines.cbegin(), kept, m_lines.begin());
    if (kept > 0)
        Q_EMIT dataChanged(index(0, 0), index(int(kept) - 1, ColumnCount - 1));
    if (kept < lines.size()) {
        beginInsertRows({}, int(kept), int(lines.size()) - 1);
        m_lines = lines;
        endInsertRows();
    }
}

void GoodsLinesModel::setShortages(const QHash<ProductId, Quantity> &shortages)
{
    m_shortages = shortages;
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, ColumnCount - 1));
}

int GoodsLinesModel::rowOf(int lineNumber) const
{
    return rowWith(m_lines, &OrderedLine::line, lineNumber);
}

QString GoodsLinesModel::detail(const OrderedLine &line) const
{
    QStringList parts;
    if (line.isReturn())
        parts.append(line.originalOrder.isNull() ? tr("returned without receipt") : tr("returned"));
    const auto available = m_shortages.constFind(line.product);
    if (available != m_shortages.cend())
        parts.append(available->isZero() ? tr("none in stock")
                                         : tr("only %1 in stock").arg(quantityText(*available)));
    if (line.quantity != Quantity::pieces(1))
        parts.append(tr("%1 each").arg(unitPriceText(line.unitPrice)));
    if (!line.discount.isZero() && !line.isReturn())
        parts.append(tr("%1 off").arg(amountText(line.discount)));
    if (!line.note.isEmpty())
        parts.append(line.note);
    return parts.join(u" · "_s);
}

QVariant GoodsLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OrderedLine &line = m_lines[index.row()];
    if (role == DetailRole)
        return detail(line);
    if (role == IsShortRole)
        return m_shortages.contains(line.product);
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role != Qt::DisplayRole && role != RawRole)
        return {};
    const bool raw = role == RawRole;
    switch (Column(index.column())) {
    case QuantityColumn:
        return raw ? QVariant(line.quantity.thousandths) : quantityText(line.quantity);
    case NameColumn:
        return line.name;
    case AmountColumn:
        return raw ? QVariant(line.gross.minor) : amountText(line.gross);
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
