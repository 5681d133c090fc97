// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace kontor {

enum class LineIcon
{
    Cart,
    Paper,
    Search,
    Person,
    Sliders,
    Drawer,
};

//! Drawn in lines of the text's colour, and of the accent where it stands for what is chosen; in
//! any size and without an icon theme.
QIcon lineIcon(LineIcon icon);

} // namespace kontor
