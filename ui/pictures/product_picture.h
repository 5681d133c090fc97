// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace kontor {

class PictureCache;
struct Tokens;

//! Draws a product's picture, as large as fits; until it is there, or if there is none, the first
//! letter of its name.
void drawProductPicture(QPainter *painter, const QRect &place, PictureCache &pictures,
                        const QString &picture, const QString &name, const Tokens &tokens);

} // namespace kontor
