// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace kontor {

//! Walks through a window, or a part of it that keeps the keyboard for itself, from where the focus
//! is: with Tab and back with Shift+Tab, and with the arrow keys through each group of buttons.
//! What nobody who uses the keyboard alone, or hears the screen, could use: one line for each
//! control that is without a name or out of reach. The last are the beginnings of the names of
//! those that have a key of their own.
QStringList outOfReach(QWidget *part, const QStringList &haveOwnKeys = {});

} // namespace kontor
