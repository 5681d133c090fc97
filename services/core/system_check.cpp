// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/system_check.h"

#include "services/core/quote.h"

namespace kontor {

SystemCheck SystemCheck::of(const HttpAnswer &answer, const Reason &reason)
{
    if (answer.kind != HttpAnswer::Kind::Answered)
        return {Kind::NotAnswered, answer.fault, readable(answer.note)};
    if (answer.status >= 500)
        return {Kind::Failing, {}, answer.note};
    if (answer.status == 429)
        return {Kind::Busy, {}, answer.note};
    const auto why = answer.content ? reason(*answer.content) : std::nullopt;
    if (answer.status == 401 && why)
        return {Kind::WrongKey, {}, readable(*why)};
    if (answer.status == 403 && why)
        return {Kind::NotAllowed, {}, readable(*why)};
    if (answer.isSuccess())
        return {Kind::Works, {}, {}};
    return {Kind::Stranger, {}, answer.note};
}

} // namespace kontor
