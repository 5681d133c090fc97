// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/printer.h"
#include "services/devices/receipt.h"

namespace kontor {

//! What stands on a till's papers, and where they come out.
struct PaperSettings
{
    ShopHeading shop;
    PrinterSettings printer;
    bool afterSale = false; //!< each receipt is printed by itself

    //! From the file paper.ini in the shop's folder. Without one each receipt becomes a PDF in the
    //! folder receipts beside it.
    static PaperSettings in(const QString &folder);
};

} // namespace kontor
