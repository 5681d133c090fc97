// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/line_picture.h"

namespace kontor {

//! One line as a receipt printer prints it.
struct PaperLine
{
    QString text;
    QString barcode; //!< instead of text
    bool centred = false;
    bool strong = false;
    bool large = false; //!< twice as wide and high
    Dots picture = {};  //!< instead of text: the printer has no such letters

    bool operator==(const PaperLine &) const = default;
};

//! The document on paper of so many columns: texts are wrapped, amounts never.
QList<PaperLine> paperLines(const Document &document, int columns);

} // namespace kontor
