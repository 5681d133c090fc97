// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"
#include "app/cli/read_commands.h"
#include "app/shop_access.h"
#include "models/kiosk_pin.h"

#include <QTextStream>

#include <termios.h>
#include <unistd.h>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! One line of standard input, which a terminal does not show.
QString secretLine()
{
    termios shown{};
    const bool isTerminal = tcgetattr(STDIN_FILENO, &shown) == 0;
    termios hidden = shown;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    if (isTerminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    const QString line = QTextStream(stdin).readLine(); // the PIN is short; the rest is not read
    if (isTerminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    return line.trimmed();
}

} // namespace

int runKioskPin(const CommandLine &, const ShopSettings &settings, Console &console)
{
    if (isatty(STDIN_FILENO) != 0)
        console.print(u"The new PIN of self-service, 4 to 12 digits:"_s);
    const auto kept = KioskPin::keep(windowFileIn(settings.folder), secretLine());
    if (!kept) {
        console.complain(kept.error());
        return 1;
    }
    console.print(u"The PIN is set. Self-service opens with: kontor --kiosk"_s);
    return 0;
}

} // namespace kontor
