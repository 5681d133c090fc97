// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

namespace kontor {

//! Why what was scanned leads to no goods. A wrong check digit is a BarcodeError.
enum class ScanError
{
    Empty,
    TooLong,
    Unreadable,        //!< neither a barcode nor a code that a shop makes
    UnknownIdentifier, //!< GS1 has no such application identifier
    BadElement,        //!< what follows an identifier is not what belongs there
    NoGoods,           //!< a GS1 code that names no goods, such as that of a pallet
    OtherLink,         //!< a web address that is no GS1 Digital Link
    ForeignMeasure,    //!< a GS1 code that measures in pounds, feet or gallons, without a price
    OtherCurrency,
    BadVerifier,   //!< the price within an in-store code was misread
    NothingInside, //!< the weight or the price of an in-store code is zero
    UnknownProduct,
    PriceUnknown, //!< the weight was to follow from a price that the product does not have
    BadLayout,    //!< of in-store codes: not possible
};
KONTOR_ERROR_DOMAIN(ScanError);

} // namespace kontor
