// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/esc_pos.h"

#include <QImage>

namespace kontor {

//! The paper as it comes out of the printer, one dot a pixel; a character is 12 dots wide.
QImage paperPicture(const PrintedPaper &paper, int columns);

} // namespace kontor
