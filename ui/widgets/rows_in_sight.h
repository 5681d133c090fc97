// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

namespace kontor {

//! Tells which rows of a view are in sight, whenever that changes.
class RowsInSight : public QObject
{
    Q_OBJECT
public:
    explicit RowsInSight(QAbstractItemView *view);

Q_SIGNALS:
    void moved(int first, int last);

private:
    void look();

    QAbstractItemView *m_view;
};

} // namespace kontor
