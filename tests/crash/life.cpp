// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/life.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int quietMs = 20;

void say(const char *word)
{
    std::fprintf(stdout, "%s\n", word);
    std::fflush(stdout);
}

//! Kills this process at the n-th time that a service reaches a step: "payment/sending/3".
Store::Observer crashAt(const QString &point)
{
    if (point.isEmpty())
        return {};
    const QString service = point.section(u'/', 0, 0);
    const QByteArray step = point.section(u'/', 1, 1).toLatin1();
    const auto left = std::make_shared<std::atomic<int>>(point.section(u'/', 2, 2).toInt());
    return [service, step, left](const QString &where, const char *what) {
        if (where == service && step == what && --*left == 0)
            std::raise(SIGKILL);
    };
}

} // namespace

Life::Life()
{
    QCommandLineParser parser;
    parser.addOptions({{u"data"_s, u"the folder"_s, u"dir"_s},
                       {u"outside"_s, u"the sandbox"_s, u"url"_s},
                       {u"journal"_s, u"what must not be lost"_s, u"file"_s},
                       {u"seed"_s, u"of the random choices"_s, u"n"_s, u"1"_s},
                       {u"orders"_s, u"how many; 0: only settle"_s, u"n"_s, u"0"_s},
                       {u"till"_s, u"name"_s, u"till"_s, u"T1"_s},
                       {u"store"_s, u"service=url"_s, u"store"_s},
                       {u"deaf"_s, u"hears no notifications of a server"_s},
                       {u"crash-at"_s, u"service/step/n"_s, u"point"_s}});
    parser.process(*QCoreApplication::instance());
    m_seed = parser.value(u"seed"_s).toUInt();
    m_journal = parser.value(u"journal"_s);
    m_orders = parser.value(u"orders"_s).toInt();

    ShopSettings settings;
    settings.folder = parser.value(u"data"_s);
    settings.till = parser.value(u"till"_s);
    settings.outside = QUrl(parser.value(u"outside"_s));
    settings.listens = !parser.isSet(u"deaf"_s);
    settings.observer = crashAt(parser.value(u"crash-at"_s));
    for (const QString &store : parser.values(u"store"_s))
        settings.stores.insert(store.section(u'=', 0, 0), store.section(u'=', 1));
    auto shop = Shop::open(settings, m_clock, m_rights);
    if (!shop) {
        std::fprintf(stderr, "%s\n", qPrintable(shop.error().text()));
        std::exit(1);
    }
    m_shop = std::move(*shop);
    QObject::connect(m_shop.get(), &Shop::troubled,
                     [](const QString &service, const QString &detail) {
                         std::fprintf(stderr, "%s: %s\n", qPrintable(service), qPrintable(detail));
                     });
    m_shop->start();
}

void Life::tellReady() { say("READY"); }

void Life::endWhenQuiet()
{
    m_shop->askWhetherQuiet(m_shop.get(), [this](const Result<bool> &quiet) {
        if (quiet && *quiet) {
            say("QUIET");
            QCoreApplication::exit(0);
            return;
        }
        QTimer::singleShot(quietMs, m_shop.get(), [this] { endWhenQuiet(); });
    });
}

void Life::complain(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    QCoreApplication::exit(1);
}

} // namespace kontor
