// SPDX-License-Identifier: GPL-3.0-or-later
// One life of a shop for the crash test: works at random until it is killed, or only brings to rest
// what the life before it left. Prints READY when it first answered, QUIET when nothing is under
// way any more.
#include "services/core/call.h"
#include "tests/crash/life.h"
#include "tests/crash/workload.h"

#include <QCoreApplication>

#include <cstdio>

using namespace kontor;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Life life;
    Shop &shop = life.shop();
    call(shop.cart(), &CartService::openCarts, shop.settings().till).then(&shop, [](const auto &) {
        Life::tellReady();
    });

    Workload workload(shop, life.seed(), life.journal());
    if (const auto opened = workload.open(); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().text()));
        return 1;
    }
    QObject::connect(&workload, &Workload::enough, &shop, [&life] { life.endWhenQuiet(); });
    workload.start(life.orders());
    return QCoreApplication::exec();
}
