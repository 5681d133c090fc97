// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor {

//! Where a window was left, and at which page.
struct KeptPlace
{
    QByteArray geometry; //!< as QWidget::saveGeometry() has it; empty: not known
    int page = 0;

    bool operator==(const KeptPlace &) const = default;

    //! What a file does not say is as at first. An empty name: nothing is kept.
    static KeptPlace read(const QString &file);
    void write(const QString &file) const;
};

} // namespace kontor
