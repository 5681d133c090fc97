// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/first_start.h"

#include "app/demo/demo_shop.h"
#include "app/owner.h"
#include "ui/first_run/first_run.h"

#include <QApplication>
#include <QDir>

namespace kontor {

using namespace Qt::StringLiterals;

bool isUnfounded(const QString &folder)
{
    return QDir(folder).entryList({u"*.sqlite"_s, u"shop.ini"_s}, QDir::Files).isEmpty();
}

Result<std::optional<ShopProfile>> foundShop(const QString &folder, FirstRun &window)
{
    std::optional<ShopProfile> profile;
    QObject::connect(&window, &FirstRun::answered, &window, [&](const FirstAnswers &answers) {
        profile.emplace();
        profile->name = answers.name;
        profile->country = answers.country;
        profile->currency = answers.currency;
        profile->standardRate = answers.standardRate;
        profile->reducedRate = answers.reducedRate;
        profile->filling = answers.demo ? ShopProfile::Filling::Demo : ShopProfile::Filling::Empty;
        profile->filled = !answers.demo;
        profile->founded = SystemClock().now();
        QCoreApplication::quit();
    });
    window.show();
    QApplication::exec();
    window.disconnect();
    if (profile) {
        if (const auto saved = profile->save(folder); !saved)
            return saved.error();
    }
    return profile;
}

Result<bool> fillShop(const ShopProfile &profile, const ShopSettings &settings, FirstRun &window)
{
    if (profile.filled)
        return true;
    const ReplayClock clock;
    const OwnerOnly rights;
    const auto shop = Shop::open(settings, clock, rights);
    if (!shop)
        return shop.error();
    (*shop)->start();
    DemoShop demo(**shop);
    std::optional<Result<>> ended;
    QObject::connect(&demo, &DemoShop::progressed, &window, &FirstRun::showProgress);
    QObject::connect(&demo, &DemoShop::finished, &window, [&ended](const Result<> &result) {
        ended = result;
        QCoreApplication::quit();
    });
    window.showProgress(0, 0);
    window.show();
    demo.start();
    QApplication::exec();
    if (ended && !*ended)
        return ended->error();
    return ended.has_value();
}

} // namespace kontor
