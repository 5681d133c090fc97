// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor {

//! What separates the cells of a table; a table of one column has no delimiter.
struct TableDialect
{
    char delimiter = '\0';
    bool namedInFirstLine = false; //!< Excel's "sep=;", which is no part of the table

    bool operator==(const TableDialect &other) const = default;
};

QString delimiterName(char delimiter);

//! Decides by which delimiter the first rows have most evenly as many cells as the header.
TableDialect recogniseDialect(QByteArrayView beginning, bool isWholeFile);

} // namespace kontor
