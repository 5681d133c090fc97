// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace kontor {

//! Draws a line of text, elided to its place, in the painter's font and pen; the beginnings of
//! words by which it was found are marked.
void drawMarkedLine(QPainter *painter, const QRect &place, const QString &text,
                    const QString &typed);

} // namespace kontor
