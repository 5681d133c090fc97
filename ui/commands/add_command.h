// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace kontor {

//! A command of a page: one action with a stable id, "page.what", which works wherever in the page
//! the focus is, or beside it. Its keys are the usual ones; Commands puts others in their place.
template <class Slot>
QAction *addCommand(QWidget *page, const QString &id, const QString &text,
                    const QList<QKeySequence> &keys, Slot slot)
{
    auto *action = new QAction(text, page);
    action->setObjectName(id);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(action, &QAction::triggered, page, slot);
    page->addAction(action);
    return action;
}

} // namespace kontor
