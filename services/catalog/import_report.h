// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QList>

namespace kontor {

struct RowRemark
{
    qint64 line = 0; //!< where the row begins in the file
    Error reason;
};

//! What became of every row of an imported table:
//! read == newProducts + changed + unchanged + merged + refusedCount.
struct ImportReport
{
    //! So many remarks are kept in each list; the counts go on.
    static constexpr qsizetype maxRemarks = 2'000'000;

    qint64 read = 0;
    qint64 newProducts = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
    qint64 merged = 0; //!< added to a product of an earlier row, or had nothing to add to it
    qint64 refusedCount = 0;
    qint64 warningCount = 0; //!< one row may have several
    QList<RowRemark> refused;
    QList<RowRemark> warnings;
    bool cancelled = false; //!< what was read so far may be saved in part

    void refuse(qint64 line, const Error &reason)
    {
        ++refusedCount;
        if (refused.size() < maxRemarks)
            refused.append({line, reason});
    }
    void warn(qint64 line, const Error &reason)
    {
        ++warningCount;
        if (warnings.size() < maxRemarks)
            warnings.append({line, reason});
    }
};

} // namespace kontor
