// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QImage>

namespace kontor {

enum class DemoPictureError
{
    NotWritten
};
KONTOR_ERROR_DOMAIN(DemoPictureError);

//! Draws what stands in the demo shop's drawings: the thing in its colour on a quiet ground; which
//! of several marks it bears, the number says.
QImage demoPicture(const QString &drawing, const QString &colour, int number);

//! The name of the file in which a product's picture lies.
QString demoPictureName(const QString &sku);

//! Draws the pictures of all products of the demo shop into the folder.
Result<> drawDemoPictures(const QString &folder);

} // namespace kontor
