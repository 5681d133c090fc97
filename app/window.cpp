// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/cli/console.h"
#include "app/data_folder.h"
#include "app/demo/demo_pictures.h"
#include "app/demo/demo_shop.h"
#include "app/first_start.h"
#include "app/history_check.h"
#include "app/instance.h"
#include "app/keychain.h"
#include "app/owner.h"
#include "app/sandbox_process.h"
#include "app/shop.h"
#include "app/shop_access.h"
#include "app/shop_clock.h"
#include "models/mail_desk.h"
#include "models/system_desk.h"
#include "models/till_rules.h"
#include "services/core/column_map.h"
#include "services/core/table_error.h"
#include "ui/error_text.h"
#include "ui/first_run/first_run.h"
#include "ui/frontend.h"
#include "ui/kiosk/kiosk.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QMessageBox>
#include <QTimer>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// Being asked also keeps the sandbox from ending for want of work.
constexpr int sandboxWatchMs = 60'000;

struct StartTexts
{
    Q_DECLARE_TR_FUNCTIONS(kontor::StartTexts)
};

QString startText(FolderError code)
{
    switch (code) {
    case FolderError::NotThere:
        return StartTexts::tr("There is no shop in this folder. Choose another with --data.");
    case FolderError::CannotCreate:
        return StartTexts::tr("The data folder cannot be made. Choose another with --data.");
    case FolderError::NotWritable:
        return StartTexts::tr("Nothing can be written in the data folder. Check who may write "
                              "there, and whether the disk is full.");
    case FolderError::InUse:
        return StartTexts::tr("Another Kontor is working in this data folder. Close it first, or "
                              "choose another folder with --data.");
    }
    return {};
}

QString startText(SandboxError code)
{
    switch (code) {
    case SandboxError::NotInstalled:
        return StartTexts::tr("The sandbox that plays the payment system is not installed.");
    case SandboxError::DoesNotStart:
        return StartTexts::tr("The sandbox that plays the payment system does not start.");
    case SandboxError::BadFaultPlan:
        return StartTexts::tr("The sandbox refuses its plan of faults.");
    case SandboxError::Ended:
        return StartTexts::tr("The sandbox that plays the payment system ended.");
    }
    return {};
}

QString startText(const Error &error)
{
    if (error.isIn<PinError>())
        return StartTexts::tr("Self-service needs a PIN that leads out of it. Set one with: kontor "
                              "kiosk-pin");
    if (error.isIn<ProfileError>())
        return StartTexts::tr("The folder's shop.ini cannot be read or written. Mend it, or take "
                              "it away and answer anew.");
    if (error.isIn<DemoShopError>())
        return StartTexts::tr("There is another shop in this folder. Choose another with --data.");
    if (error.isIn<DemoPictureError>())
        return StartTexts::tr(
            "The demo shop's pictures cannot be written. Check whether the disk is full.");
    if (error.isIn<TableError>() || error.isIn<ColumnError>())
        return errorText(error) + u' ' +
               StartTexts::tr("The shop is made and opens the next time; read the table in then, "
                              "with kontor import-products.");
    if (error.isIn<FolderError>())
        return startText(error.as<FolderError>());
    if (error.isIn<SandboxError>())
        return startText(error.as<SandboxError>());
    return errorText(error);
}

//! Says what keeps the window from opening, on the screen and on the terminal.
int cannotOpen(const Error &error, Console &console)
{
    console.complain(error);
    QMessageBox box(QMessageBox::Critical, QCoreApplication::applicationName(), startText(error));
    box.setDetailedText(error.text());
    box.setTextFormat(Qt::PlainText);
    box.open();
    QApplication::exec();
    return 1;
}

//! Founds the shop where there is none, and fills it; false if the window was closed before.
Result<bool> firstStart(const ShopSettings &settings)
{
    auto profile = ShopProfile::load(settings.folder);
    if (!profile)
        return profile.error();
    if (profile->has_value() ? (*profile)->filled : !isUnfounded(settings.folder))
        return true;
    const auto wanted = WindowSettings::read(windowFileIn(settings.folder));
    Theme::apply(*qApp, wanted.scheme);
    FirstRun window;
    if (!profile->has_value())
        profile = foundShop(settings.folder, window);
    if (!profile)
        return profile.error();
    return profile->has_value() ? fillShop(**profile, settings, window) : Result<bool>(false);
}

//! Until staff want the till; false: or want to close all.
bool serveCustomers(const ShopAccess &access, const InstanceDoor &door, const QUrl &sandbox)
{
    ShopAccess customers = access;
    customers.actor = OwnerOnly::customer();
    Kiosk kiosk(customers);
    bool tillWanted = false;
    QObject::connect(&door, &InstanceDoor::raiseAsked, &kiosk, &Kiosk::open);
    QObject::connect(&kiosk, &Kiosk::closeWanted, &kiosk, [] { QCoreApplication::exit(); });
    QObject::connect(&kiosk, &Kiosk::tillWanted, &kiosk, [&tillWanted] {
        tillWanted = true;
        QCoreApplication::exit();
    });
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &kiosk, [&sandbox] { sandboxAnswers(sandbox); });
    watch.start(sandboxWatchMs);
    kiosk.open();
    QApplication::exec();
    return tillWanted;
}

} // namespace

int runWindow(const QString &dataFolder, bool kiosk, Console &console)
{
    DataFolder folder(dataFolder);
    if (const auto locked = folder.lock(); !locked) {
        if (locked.error().is(FolderError::InUse) && handOver(folder.socketName(), {}, console))
            return 0;
        return cannotOpen(locked.error(), console);
    }
    // The shop's papers may need it as soon as it opens.
    speak(*qApp, WindowSettings::read(windowFileIn(folder.path())).language);
    if (kiosk && !KioskPin::isSet(windowFileIn(folder.path())))
        return cannotOpen(Error(PinError::NotSet, u"no PIN is set"_s), console);
    ShopSettings settings;
    settings.folder = folder.path();
    settings.shifts = shiftRulesIn(folder.path());
    const auto sandbox = sandboxFor(folder.path(), {});
    if (sandbox)
        settings.outside = *sandbox;
    const auto ready = firstStart(settings);
    if (!ready)
        return cannotOpen(ready.error(), console);
    if (!*ready)
        return 0;
    // The first start has named the shop.
    settings.paper = PaperSettings::in(folder.path());
    ShopClock clock;
    const OwnerOnly rights;
    const auto shop = Shop::open(settings, clock, rights);
    if (!shop)
        return cannotOpen(shop.error(), console);
    InstanceDoor door(**shop, clock);
    const auto doorOpened = door.open(folder.socketName());
    if (!doorOpened)
        console.complain(doorOpened.error());
    Keychain keychain(folder.path());
    const auto access = accessTo(**shop, keychain);
    if (!access)
        return cannotOpen(access.error(), console);

    MailDesk mail(*access);
    SystemDesk payment(*access, SystemSettings::Kind::Payment);
    SystemDesk logistics(*access, SystemSettings::Kind::Logistics);
    const auto start = [&] {
        (*shop)->start();
        mail.start();
        payment.start();
        logistics.start();
    };
    if (kiosk) {
        start();
        if (!serveCustomers(*access, door, settings.outside))
            return 0;
    }
    Frontend window(*access);
    QObject::connect(shop->get(), &Shop::troubled, &window, &Frontend::showTrouble);
    QObject::connect(shop->get(), &Shop::recovered, &window, &Frontend::showRecovered);
    QObject::connect(&door, &InstanceDoor::raiseAsked, &window, &Frontend::raise);
    if (!kiosk)
        start();
    // Cash sales go on without it.
    if (!sandbox && isTraining(folder.path()))
        window.showTrouble(u"payment"_s, startText(sandbox.error()));
    if (!doorOpened)
        window.showNotice(StartTexts::tr("Commands from a terminal do not reach this window"),
                          doorOpened.error().text());
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &window, [&] {
        if (!sandboxAnswers(settings.outside) && isTraining(folder.path()))
            window.showTrouble(u"payment"_s, startText(Error(SandboxError::Ended)));
    });
    if (sandbox)
        watch.start(sandboxWatchMs);
    HistoryCheck history(settings);
    QObject::connect(&history, &HistoryCheck::damaged, &window, [&window](const QString &detail) {
        window.showNotice(StartTexts::tr("The shop's history is damaged: run kontor verify"),
                          detail);
    });
    history.start();
    window.window().show();
    return QApplication::exec();
}

} // namespace kontor
