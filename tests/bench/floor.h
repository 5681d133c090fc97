// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QStringList>

#include <vector>

namespace kontor {

//! What the machine can do at best: the rows that Kontor wrote, written once more with nothing but
//! the sqlite3 C API into as many files with the same tables and settings.
struct FloorTimes
{
    double batchedSeconds = 0; //!< all rows, in chains of batches through the files
    std::vector<double>
        singleMs; //!< for each order: its share of the rows, a transaction in each file
};

enum class FloorError
{
    Sqlite
};
KONTOR_ERROR_DOMAIN(FloorError);

//! Reads the stores, and writes their rows into new files in the folder: once in `batches` chains,
//! once in `singles` chains of one order each.
Result<FloorTimes> measureFloor(const QStringList &stores, const QString &folder, int orders,
                                int batches, int singles);

} // namespace kontor
