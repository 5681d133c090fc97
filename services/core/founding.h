// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/store.h"

namespace kontor {

enum class FoundingError
{
    StoreLost, //!< a store is not there, or is empty, although the shop once had it
};
KONTOR_ERROR_DOMAIN(FoundingError);

struct StorePlace
{
    QString service;
    StoreUrl url;
};

//! Tells a store that is not there yet from one that was lost. Every store notes the tills that had
//! all of the shop's stores open at once: from then on none of them may be made anew.
class Founding
{
public:
    //! An error if one of the stores lacks and another notes the till; makes and changes nothing. A
    //! store that cannot be read passes: whoever opens it says why.
    static Result<> refuseLost(const QList<StorePlace> &stores, const QString &till);
    //! Notes the till in an open store.
    static Result<> note(Store &store, const QString &till);
};

} // namespace kontor
