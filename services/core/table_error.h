// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

namespace kontor {

enum class TableError
{
    CannotOpen,
    NotATable,
    TruncatedArchive,
    CorruptArchive,
    WrongEncoding,
    LineTooLong,
    TooManyColumns,
    TooManyRows,
    TooLarge,
    UnbalancedQuote,
};
KONTOR_ERROR_DOMAIN(TableError);

//! What a table from outside may cost at most.
struct TableLimits
{
    qint64 fileBytes = qint64{1024} * 1024 * 1024; //!< unpacked
    qint64 recordBytes = qint64{256} * 1024;       //!< of one row, in UTF-8
    int columns = 512;
    qint64 rows = 2'000'000;
    int unpackRatio = 200; //!< asked only once 16 MiB have been unpacked
    qint64 chunkBytes = qint64{64} * 1024;

    bool operator==(const TableLimits &other) const = default;
};

//! The line is left out of the detail where it is 0.
Error tableError(TableError code, const QString &path, qint64 line, const QString &what);

} // namespace kontor
