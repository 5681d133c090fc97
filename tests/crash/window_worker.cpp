// SPDX-License-Identifier: GPL-3.0-or-later
// One life of a shop's window for the crash test: a cashier sells in it until it is killed, or only
// looks whether all is on the screen that the life before it left.
#include "services/core/call.h"
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
#ifdef KONTOR_FORGETS_ITS_CART
    Shop &shop = life.shop();
    call(shop.cart(), &CartService::openCarts, shop.settings().till)
        .then(&cashier, [&](const Result<QList<OrderId>> &open) {
            for (const OrderId cart : open ? *open : QList<OrderId>())
                call(shop.cart(), &CartService::abandon, shop.command(), cart)
                    .then(&cashier, [](const Result<> &) {});
            cashier.start(life.orders());
        });
#else
    cashier.start(life.orders());
#endif
    return QApplication::exec();
}
