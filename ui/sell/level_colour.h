// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QModelIndex;

namespace kontor {

struct Tokens;

//! How the cells of ProductResultsModel stand out: what is short, and what is of little weight. An
//! invalid colour means the usual one.
QColor levelColour(const QModelIndex &index, const Tokens &tokens);

} // namespace kontor
