// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kontor {

//! Gives the focus to what an answer made ready, unless its page is not in sight any more: there it
//! would be taken from whoever is working.
inline void focusInSight(QWidget *widget)
{
    if (widget->isVisible())
        widget->setFocus();
}

} // namespace kontor
