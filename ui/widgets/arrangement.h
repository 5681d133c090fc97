// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

class QTableView;
class QWidget;

namespace kontor {

//! How the parts of a window were left, by their objectNames.
using Arrangement = QMap<QString, QString>;

//! From now on it is kept how this part was left: the columns of a table, the places of a
//! splitter, what a choice or a filter says, or, of any other widget, its property "kept".
void keepArrangement(QWidget *part);
//! As keepArrangement(); the columns may be moved and, but for the stretched one, be made wider.
void letArrangeColumns(QTableView *table);

Arrangement arrangementOf(const QWidget &window);
//! What is not there any more, or makes no sense, is passed over.
void arrange(const QWidget &window, const Arrangement &arrangement);

} // namespace kontor
