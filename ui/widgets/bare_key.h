// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

namespace kontor {

//! Whether no command can be meant. AltGr makes letters, as Shift does.
inline bool isBare(const QKeyEvent &event)
{
    return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

//! What a bare key writes; empty: nothing.
inline QString typedBy(const QKeyEvent &event)
{
    const QString text = event.text();
    return isBare(event) && !text.isEmpty() && text.front().isPrint() ? text : QString();
}

} // namespace kontor
