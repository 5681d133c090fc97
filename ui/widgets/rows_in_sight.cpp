// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rows_in_sight.h"

#include <QScrollBar>

namespace kontor {

RowsInSight::RowsInSight(QAbstractItemView *view) : QObject(view), m_view(view)
{
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, &RowsInSight::look);
    connect(view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &RowsInSight::look);
}

void RowsInSight::look()
{
    const QAbstractItemModel *model = m_view->model();
    if (!model || model->rowCount() == 0)
        return;
    const QRect seen = m_view->viewport()->rect();
    const QModelIndex first = m_view->indexAt(seen.topLeft());
    const QModelIndex last = m_view->indexAt(seen.bottomLeft());
    if (first.isValid())
        Q_EMIT moved(first.row(), last.isValid() ? last.row() : model->rowCount() - 1);
}

} // namespace kontor
