// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

class QApplication;

namespace kontor {

//! How all of Kontor looks.
class Theme
{
public:
    enum class Scheme
    {
        System, //!< as the desktop has it
        Light,
        Dark,
    };

    static void apply(QApplication &application, Scheme scheme);

private:
    static QPalette palette(const Tokens &tokens);
    static QString styleSheet(const Tokens &tokens);
};

} // namespace kontor
