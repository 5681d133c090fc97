// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shop_table.h"

#include "models/shop_table_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>

namespace kontor {

ShopTable::ShopTable(ShopTableModel &model, int boldColumn, const QString &objectName,
                     const QString &accessibleName, MessageLine *message)
    : m_model(model)
{
    dressTable(this, objectName, accessibleName);
    setModel(&model);
    auto *delegate = new RowDelegate(metrics::rowHeight, this);
    delegate->setBold(boldColumn);
    setItemDelegate(delegate);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    connect(&model, &ShopTableModel::failed, message,
            [message](const Error &error) { message->say(error); });
}

QPushButton *ShopTable::removeButton(const QString &objectName, const QString &accessibleName)
{
    auto *button = named(new QPushButton(tr("Remove")), objectName, accessibleName);
    showKey(button, tr("Del"));
    button->setFixedWidth(metrics::keyedWidth);
    connect(button, &QPushButton::clicked, this, &ShopTable::remove);
    return button;
}

void ShopTable::remove()
{
    const int row = currentIndex().row();
    m_model.remove(row);
    selectRow(std::min(row, m_model.rowCount() - 1));
}

void ShopTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        remove();
    else
        QTableView::keyPressEvent(event);
}

} // namespace kontor
