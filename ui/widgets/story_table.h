// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;

namespace kontor {

class StoryModel;

//! The story of an order as a list.
QTableView *storyTable(StoryModel &story, const QString &objectName);

} // namespace kontor
