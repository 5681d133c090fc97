// SPDX-License-Identifier: GPL-3.0-or-later
// One life of a shop's window for the crash test: a cashier sells in it until it is killed, or only
// looks whether all is on the screen that the life before it left.
#include "tests/crash/cashier.h"
#include "tests/crash/life.h"

#include <QApplication>

using namespace kontor;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Life life;
    Cashier cashier(life.shop(), life.journal() + QStringLiteral(".screen"));
    QObject::connect(&cashier, &Cashier::ready, &Life::tellReady);
    QObject::connect(&cashier, &Cashier::enough, &cashier, [&life] { life.endWhenQuiet(); });
    QObject::connect(&cashier, &Cashier::amazed, &Life::complain);
    cashier.start(life.orders());
    return QApplication::exec();
}
