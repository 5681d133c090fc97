// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/trade.h"

namespace kontor {

//! How a tender of a cart that is being paid stands now.
struct TenderRow
{
    enum class Standing
    {
        Taken,      //!< in the drawer, or to be settled with the order
        Asked,      //!< the payment system has yet to answer
        Unreached,  //!< it could not be asked yet; surely nothing was taken
        Unknown,    //!< it was asked and did not answer: the money may be held
        Authorised, //!< the money is held
        LetGo,      //!< no longer of this cart; released as soon as it proves to be held
    };

    Tender tender;
    Money given; //!< cash: what was handed over
    Standing standing = Standing::Taken;
    QString card;  //!< brand and last four digits, once known
    IntentId call; //!< whose answer is missing; null if none is

    bool operator==(const TenderRow &) const = default;
};

} // namespace kontor
