// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;

namespace kontor {

class StoryModel;

//! The story of an order as a list; its rows keep this distance from its sides.
QTableView *storyTable(StoryModel &story, const QString &objectName, int ends);

} // namespace kontor
