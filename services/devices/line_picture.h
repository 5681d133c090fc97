// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/document.h"

#include <QByteArray>

namespace kontor {

//! A picture in black on white, as a receipt printer takes it: a bit a dot, rows from the top.
struct Dots
{
    int bytesWide = 0;
    int height = 0;
    QByteArray dots;

    bool operator==(const Dots &) const = default;
};

//! The cell of a letter on 80 mm paper, in dots.
constexpr int cellDotsWide = 12;
constexpr int cellDotsHigh = 30;

struct LineToDraw
{
    QString left;
    QString right = {}; //!< stands at the end of the line, whatever direction the left part has
    int columns = 48;
    bool centred = false;
    bool strong = false;
    bool large = false;
};

//! A line in any script; each part in its own direction. Nothing without a QGuiApplication.
Dots linePicture(const LineToDraw &line);

//! How many cells a text takes: letters of East Asia two, marks on other letters none.
qsizetype cellsOf(const QString &text);
//! How many characters of the text fit into so many cells; at least one.
qsizetype fittingLength(const QString &text, qsizetype cells);

} // namespace kontor
