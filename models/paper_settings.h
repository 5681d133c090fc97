// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/printer.h"
#include "services/devices/receipt.h"

#include <array>

namespace kontor {

//! What stands on a till's papers, and where they come out.
struct PaperSettings
{
    ShopHeading shop;
    PrinterSettings printer;
    bool afterSale = false;                            //!< each receipt is printed by itself
    QLocale::Language language = QLocale::AnyLanguage; //!< of the papers; Any: the country's own
    QString country;                                   //!< as ShopProfile::country; may be empty

    // What receipt printers have: 80 mm with either font, and 58 mm.
    static constexpr std::array widths{48, 42, 32}; //!< in columns

    //! From the file paper.ini in the shop's folder. Without one each receipt becomes a PDF in the
    //! folder receipts beside it.
    static PaperSettings in(const QString &folder);
    Result<> save(const QString &folder) const;

    PaperStyle style() const { return PaperStyle::of(language, country); }
};

} // namespace kontor
