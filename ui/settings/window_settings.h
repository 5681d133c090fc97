// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/order_filters.h"
#include "ui/language.h"
#include "ui/theme/theme.h"

namespace kontor {

//! How somebody wants the window.
struct WindowSettings
{
    Language language = Language::System;
    Theme::Scheme scheme = Theme::Scheme::System;
    bool tiles = false; //!< products as tiles, not as a list
    OrderFilters orders;
    QString displayScreen;  //!< the name of the customer display's; empty: it has none
    QString displayPicture; //!< a file; empty: the drawn one

    bool operator==(const WindowSettings &) const = default;

    //! What a file does not say, or says in words that are not known, is as usual. An empty name:
    //! nothing is kept.
    static WindowSettings read(const QString &file);
    void write(const QString &file) const;
};

} // namespace kontor
