// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace kontor {

//! One row of a table of our own, by column.
using DemoRow = QHash<QString, QString>;

//! A table of the demo shop: its first line names the columns, semicolons divide them. It comes
//! with the program, so one that is missing or uneven is a mistake of ours.
QList<DemoRow> demoTable(const QString &name);

//! The lines of a text that comes with the program, without comments and empty lines.
QStringList demoLines(const QString &name);

} // namespace kontor
