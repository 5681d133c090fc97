// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/external_calls.h"

namespace kontor {

//! One call to a system outside, as it was made for an intent.
struct CallAttempt
{
    static constexpr const char *type = "CallAttempt";
    QString came; //!< as CallReply::Kind; empty: no answer was seen
    QString kind; //!< the intent's
    QString note;
    int number = 1; //!< of this intent, from 1

    bool operator==(const CallAttempt &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("came", self.came);
        a("kind", self.kind);
        a("note", self.note);
        a("number", self.number);
    }
};

struct DatedAttempt
{
    Timestamp at;
    CallAttempt attempt;
};

//! Those about a subject, by the time at which they were made.
Result<QList<DatedAttempt>> attemptsAbout(Store &store, SubjectId subject);

} // namespace kontor
