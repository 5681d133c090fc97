// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_shop.h"
#include "tests/integration/real_history.h"
#include "tests/shipping/sandbox_program.h"

#include <QTest>

namespace kontor {

constexpr int demoShopLimitMs = 120'000;

//! A shop whose clock lets history keep its dates.
inline std::unique_ptr<Shop> openShop(const QString &folder, const SandboxProgram &sandbox)
{
    static const ReplayClock clock;
    static const OwnerOnly rights;
    ShopSettings settings;
    settings.folder = folder;
    settings.outside = sandbox.baseUrl();
    auto shop = Shop::open(settings, clock, rights);
    KONTOR_CHECK(bool(shop));
    (*shop)->start();
    return std::move(*shop);
}

//! Makes the demo shop of it, or completes it. Empty if that came to its end.
inline QString makeDemoShop(Shop &shop)
{
    DemoShop demo(shop);
    std::optional<Result<>> ended;
    QObject::connect(&demo, &DemoShop::finished,
                     [&ended](const Result<> &result) { ended = result; });
    demo.start();
    if (!QTest::qWaitFor([&] { return ended.has_value(); }, demoShopLimitMs))
        return QStringLiteral("the demo shop does not come to its end");
    return *ended ? QString() : ended->error().text();
}

} // namespace kontor
