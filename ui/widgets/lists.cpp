// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lists.h"

#include "models/goods_lines_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

namespace kontor {

QTableView *rowTable(const QString &objectName, const QString &accessibleName)
{
    auto *table = new QTableView;
    dressTable(table, objectName, accessibleName);
    return table;
}

void dressTable(QTableView *table, const QString &objectName, const QString &accessibleName)
{
    named(table, objectName, accessibleName);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(1);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
}

QTableView *goodsTable(GoodsLinesModel &lines, const QString &objectName,
                       const QString &accessibleName, int ends)
{
    QTableView *table = inRole(rowTable(objectName, accessibleName), "plain");
    table->setModel(&lines);
    auto *delegate = new RowDelegate(metrics::rowHeight, table);
    delegate->setTallHeight(metrics::tallRowHeight);
    delegate->setDetail(GoodsLinesModel::NameColumn, GoodsLinesModel::DetailRole);
    delegate->setBold(GoodsLinesModel::QuantityColumn);
    delegate->setBold(GoodsLinesModel::AmountColumn);
    delegate->setColour([](const QModelIndex &index, const Tokens &tokens) {
        const bool isShort = index.column() == GoodsLinesModel::QuantityColumn &&
                             index.data(GoodsLinesModel::IsShortRole).toBool();
        return isShort ? tokens.warning : QColor();
    });
    delegate->setSeparators(false);
    delegate->setEnds(ends);
    table->setItemDelegate(delegate);
    QHeaderView *header = table->horizontalHeader();
    header->hide();
    header->setSectionResizeMode(GoodsLinesModel::QuantityColumn, QHeaderView::Fixed);
    header->resizeSection(GoodsLinesModel::QuantityColumn, metrics::quantityWidth);
    header->setSectionResizeMode(GoodsLinesModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(GoodsLinesModel::AmountColumn, QHeaderView::ResizeToContents);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

void endAtLastRow(QTableView *table)
{
    const auto fit = [table] {
        const QHeaderView *header = table->horizontalHeader();
        const int above = header->isHidden() ? 0 : header->sizeHint().height();
        table->setMaximumHeight(above + table->verticalHeader()->length() +
                                2 * table->frameWidth());
    };
    const QHeaderView *rows = table->verticalHeader();
    QObject::connect(rows, &QHeaderView::sectionResized, table, fit);
    QObject::connect(rows, &QHeaderView::sectionCountChanged, table, fit);
    fit();
}

EmptyNote::EmptyNote(QAbstractItemView *view, const QString &text)
    : QObject(view)
    , m_view(view)
    , m_text(text)
{
    view->viewport()->installEventFilter(this);
}

void EmptyNote::setText(const QString &text)
{
    m_text = text;
    m_view->viewport()->update();
}

bool EmptyNote::eventFilter(QObject *watched, QEvent *event)
{
    // Of a view that is being destroyed the viewport still sends events, but no Paint.
    if (event->type() != QEvent::Paint || m_text.isEmpty())
        return QObject::eventFilter(watched, event);
    const QAbstractItemModel *model = m_view->model();
    if (model && model->rowCount() > 0)
        return QObject::eventFilter(watched, event);
    QPainter painter(m_view->viewport());
    painter.setPen(tokensOf(m_view->palette()).muted);
    const QRect place = m_view->viewport()->rect().adjusted(metrics::page, metrics::page,
                                                            -metrics::page, -metrics::page);
    painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_text);
    return false;
}

} // namespace kontor
