// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace kontor {

//! A GTIN of 13 digits is printed as goods bear it, everything else as a Code 128.
bool isEan13(const QString &text);

//! In black on white with its quiet zones; null if the text cannot be a barcode.
QImage barcodePicture(const QString &text);

} // namespace kontor
