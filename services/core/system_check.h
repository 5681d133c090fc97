// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/one_shot_post.h"

namespace kontor {

//! What came of trying out a system outside with a key.
struct SystemCheck
{
    enum class Kind
    {
        Works,
        WrongKey,
        NotAllowed, //!< the key is right, but has not the permission
        OtherMode,  //!< live and test are mixed up
        Stranger,   //!< what answers is not this system
        Busy,
        Failing,
        NotAnswered, //!< the fault says why
    };

    Kind kind = Kind::NotAnswered;
    HttpFault fault = HttpFault::None;
    QString note; //!< in the words of the system or of a library; may be empty

    //! A refusal's reason is read by the caller, who knows the system; nothing where the answer is
    //! none of it. A success is Works, for the caller to look into.
    using Reason = std::function<std::optional<QString>(const QJsonObject &refusal)>;
    static SystemCheck of(const HttpAnswer &answer, const Reason &reason);

    bool operator==(const SystemCheck &) const = default;
};

} // namespace kontor
