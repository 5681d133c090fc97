// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kontor {

class Console;

//! Opens the window on a data folder and runs until it is closed; if another process has the
//! folder, its window is raised instead. Answers the exit code. The application object must exist.
//! With a kiosk customers serve themselves first, until staff want the till.
int runWindow(const QString &dataFolder, bool kiosk, Console &console);

} // namespace kontor
