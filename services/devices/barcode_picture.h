// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace kontor {

//! A Code 128 in black on white with its quiet zones; null if the text cannot be one.
QImage barcodePicture(const QString &text);

} // namespace kontor
