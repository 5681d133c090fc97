// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/cli/console.h"
#include "app/data_folder.h"
#include "app/instance.h"
#include "app/owner.h"
#include "app/sandbox_process.h"
#include "app/shop.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMessageBox>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Says what keeps the window from opening, on the screen and on the terminal.
int cannotOpen(const Error &error, Console &console)
{
    console.complain(error);
    QMessageBox box(QMessageBox::Critical, QCoreApplication::applicationName(), error.text());
    box.setTextFormat(Qt::PlainText);
    box.open();
    QApplication::exec();
    return 1;
}

//! Until a shop has settings of its own: the currency of what it sells.
Currency currencyOf(const StoreUrl &catalog)
{
    const auto reader = CatalogReader::open(catalog);
    if (reader) {
        const auto page = (*reader)->browse({}, ProductPage::beforeFirstRank, 1);
        if (page && !page->products.isEmpty())
            return page->products.first().price.currency;
    }
    return Currency("EUR");
}

Result<ShopAccess> accessTo(Shop &shop)
{
    const auto catalog = shop.settings().storeOf(u"catalog"_s);
    const auto topics = shop.settings().topicPlaces();
    if (!catalog || !topics)
        return catalog ? topics.error() : catalog.error();
    return ShopAccess{shop.account(),
                      shop.catalog(),
                      shop.cart(),
                      shop.order(),
                      shop.inventory(),
                      shop.payment(),
                      shop.shipping(),
                      shop.orderTopic(),
                      shop.paymentTopic(),
                      *catalog,
                      *topics,
                      shop.clock(),
                      OwnerOnly::actor(),
                      shop.settings().till,
                      currencyOf(*catalog),
                      true};
}

} // namespace

int runWindow(const QString &dataFolder, Console &console)
{
    DataFolder folder(dataFolder);
    if (const auto locked = folder.lock(); !locked) {
        if (locked.error().is(FolderError::InUse) && handOver(folder.socketName(), {}, console))
            return 0;
        return cannotOpen(locked.error(), console);
    }
    ShopSettings settings;
    settings.folder = folder.path();
    const auto sandbox = sandboxFor(folder.path(), {});
    if (sandbox)
        settings.outside = *sandbox;
    const SystemClock clock;
    const OwnerOnly rights;
    const auto shop = Shop::open(settings, clock, rights);
    if (!shop)
        return cannotOpen(shop.error(), console);
    InstanceDoor door(**shop);
    if (const auto opened = door.open(folder.socketName()); !opened)
        console.complain(opened.error());
    const auto access = accessTo(**shop);
    if (!access)
        return cannotOpen(access.error(), console);

    Theme::apply(*qApp, Theme::Scheme::System);
    MainWindow window(*access);
    QObject::connect(shop->get(), &Shop::troubled, &window, &MainWindow::showTrouble);
    QObject::connect(shop->get(), &Shop::recovered, &window, &MainWindow::showRecovered);
    QObject::connect(&door, &InstanceDoor::raiseAsked, &window, [&window] {
        window.showNormal();
        window.raise();
        window.activateWindow();
    });
    (*shop)->start();
    // Cash sales go on without it.
    if (!sandbox)
        window.showTrouble(u"payment"_s, sandbox.error().text());
    window.show();
    return QApplication::exec();
}

} // namespace kontor
