// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/story_table.h"

#include "models/story_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/row_delegate.h"

#include <QCoreApplication>
#include <QHeaderView>

namespace kontor {

QTableView *storyTable(StoryModel &story, const QString &objectName, int ends)
{
    QTableView *table =
        rowTable(objectName, QCoreApplication::translate("kontor::StoryTable", "Story"));
    table->setModel(&story);
    auto *delegate = new RowDelegate(metrics::storyRowHeight, table);
    delegate->setMuted(StoryModel::TimeColumn);
    delegate->setMuted(StoryModel::ServiceColumn);
    delegate->setEnds(ends);
    table->setItemDelegate(delegate);
    QHeaderView *header = table->horizontalHeader();
    header->hide();
    header->setSectionResizeMode(StoryModel::TimeColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(StoryModel::EventColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(StoryModel::ServiceColumn, QHeaderView::ResizeToContents);
    table->verticalHeader()->setDefaultSectionSize(metrics::storyRowHeight);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    // Its rows may not all be in sight: the keyboard goes through them as well.
    table->setFocusPolicy(Qt::TabFocus);
    return table;
}

} // namespace kontor
