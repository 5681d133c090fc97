// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/document.h"

namespace kontor {

//! What stands below goods on their shelf, as people read it.
struct ShelfLabel
{
    QString name;
    QString price;
    QString unitPrice; //!< of a kilogram, say; empty: none
    QString barcode;   //!< empty: none

    bool operator==(const ShelfLabel &) const = default;
};

//! One label after the other, with a rule between two.
Document labelsDocument(const QList<ShelfLabel> &labels);

} // namespace kontor
