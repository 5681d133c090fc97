// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/attempts.h"

namespace kontor {

Result<QList<DatedAttempt>> attemptsAbout(Store &store, SubjectId subject)
{
    return store.all(
        "SELECT a.sent_at, COALESCE(a.came, ''), i.kind, a.note, a.number FROM attempt a "
        "JOIN intent i ON i.id = a.intent WHERE i.subject = ? ORDER BY a.sent_at, a.number",
        [](const Row &row) {
            return DatedAttempt{row.time(0),
                                {row.text(1), row.text(2), row.text(3), int(row.integer(4))}};
        },
        subject);
}

} // namespace kontor
