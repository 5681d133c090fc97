// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/first_start.h"

#include "app/demo/demo_shop.h"
#include "app/owner.h"
#include "app/product_trial.h"
#include "ui/first_run/first_run.h"

#include <QApplication>
#include <QDir>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Begins and waits for its end; nothing if the window was closed before.
template <class Answer, class Filling, class Begin>
std::optional<Answer> watch(Filling &filling, FirstRun &window, Begin begin)
{
    std::optional<Answer> ended;
    QObject::connect(&filling, &Filling::progressed, &window, &FirstRun::showProgress);
    QObject::connect(&filling, &Filling::finished, &window, [&ended](const Answer &answer) {
        ended.emplace(answer);
        QCoreApplication::quit();
    });
    window.showProgress(0, 0);
    window.show();
    begin();
    QApplication::exec();
    return ended;
}

Result<bool> readTable(ShopProfile profile, Shop &shop, FirstRun &window)
{
    ImportOptions options;
    options.currency = profile.currency;
    options.taxRate = profile.standardRate;
    TableImport import(shop.catalog(), shop.clock(), shop.settings().till);
    const auto report = watch<Result<ImportReport>>(
        import, window, [&] { import.start(profile.importFile, options); });
    if (!report)
        return false;
    // Whatever became of the table, the shop is there and opens the next time.
    profile.filled = true;
    if (const auto saved = profile.save(shop.settings().folder); !saved)
        return saved.error();
    return *report ? Result<bool>(true) : report->error();
}

} // namespace

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
        profile->filling = answers.filling;
        profile->importFile = answers.importFile;
        profile->filled = answers.filling == ShopProfile::Filling::Empty;
        profile->founded = SystemClock().now();
        QCoreApplication::quit();
    });
    ProductTrial trial;
    QObject::connect(&window, &FirstRun::tableChosen, &trial,
                     [&trial](const QString &file, Currency currency, TaxRate rate) {
                         ImportOptions options;
                         options.currency = currency;
                         options.taxRate = rate;
                         trial.read(file, options);
                     });
    QObject::connect(&trial, &ProductTrial::finished, &window, &FirstRun::showTable);
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
    const bool imports = profile.filling == ShopProfile::Filling::Import;
    window.setFilling(imports);
    if (imports)
        return readTable(profile, **shop, window);
    DemoShop demo(**shop);
    const auto ended = watch<Result<>>(demo, window, [&demo] { demo.start(); });
    if (ended && !*ended)
        return ended->error();
    return ended.has_value();
}

} // namespace kontor
