// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/arrangement.h"

#include <QByteArray>

namespace kontor {

//! Where a window was left, at which page, and how its parts were.
struct KeptPlace
{
    QByteArray geometry; //!< as QWidget::saveGeometry() has it; empty: not known
    int page = 0;
    Arrangement parts;

    bool operator==(const KeptPlace &) const = default;

    //! What a file does not say is as at first. An empty name: nothing is kept.
    static KeptPlace read(const QString &file);
    void write(const QString &file) const;
};

} // namespace kontor
