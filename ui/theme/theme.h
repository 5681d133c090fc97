// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <functional>

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

    //! \a makeWindows is called while no style sheet is in force: with one, Qt looks up the rules
    //! of a widget, and of all that it holds, each time that it is put into another.
    static void apply(
        QApplication &application, Scheme scheme, const std::function<void()> &makeWindows = [] {});

private:
    static QPalette palette(const Tokens &tokens);
    static QString styleSheet(const Tokens &tokens);
};

} // namespace kontor
