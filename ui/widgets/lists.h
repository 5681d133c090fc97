// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace kontor {

class GoodsLinesModel;

//! A table as all of them look here: whole rows, no grid, no editing in place.
void dressTable(QTableView *table, const QString &objectName, const QString &accessibleName);
QTableView *rowTable(const QString &objectName, const QString &accessibleName);
//! A table of goods lines without a header; its rows keep this distance from its sides.
QTableView *goodsTable(GoodsLinesModel &lines, const QString &objectName,
                       const QString &accessibleName, int ends);

//! Lets a list be no higher than its rows, so that what follows comes right below the last.
void endAtLastRow(QTableView *table);

//! Says in the middle of an empty list what will be there.
class EmptyNote : public QObject
{
    Q_OBJECT
public:
    EmptyNote(QAbstractItemView *view, const QString &text);
    void setText(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *m_view;
    QString m_text;
};

} // namespace kontor
