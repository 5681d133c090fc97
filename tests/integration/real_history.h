// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/owner.h"
#include "app/replay/replay.h"
#include "services/audit/audit.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace kontor {

//! The history of a real shop, and the figures that were counted in it by other means.
class RealHistory
{
public:
    static QString file()
    {
        return folder() + QStringLiteral("/online_retail_2010-12_2011-01.csv.gz");
    }
    static QJsonObject key()
    {
        QFile file(folder() + QStringLiteral("/key.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }
    static bool isThere() { return QFileInfo::exists(file()) && !key().isEmpty(); }

private:
    static QString folder()
    {
        const QString beside =
            qEnvironmentVariable("KONTOR_SOURCE_DIR") + QStringLiteral("/../shared/data");
        return qEnvironmentVariable("KONTOR_SHARED_DATA", beside) + QStringLiteral("/orders");
    }
};

//! A shop that lives by itself, in threads of its own, for a replay.
class ReplayShop
{
public:
    explicit ReplayShop(const QString &folder, const QUrl &outside = {})
    {
        ShopSettings settings;
        settings.folder = folder;
        settings.outside = outside;
        auto shop = Shop::open(settings, m_clock, m_rights);
        if (!shop)
            qFatal("%s", qPrintable(shop.error().text()));
        m_shop = std::move(*shop);
        m_shop->start();
    }

    Shop *operator->() { return m_shop.get(); }

    //! Empty if it came to its end.
    QString replay(const ReplayOptions &options, ReplayReport &report, int limitMs)
    {
        Replay replay(*m_shop, options);
        std::optional<Result<>> ended;
        QObject::connect(&replay, &Replay::finished,
                         [&ended](const Result<> &result) { ended = result; });
        replay.start();
        if (!QTest::qWaitFor([&] { return ended.has_value(); }, limitMs))
            return QStringLiteral("the replay does not come to its end");
        report = replay.report();
        return *ended ? QString() : ended->error().text();
    }

    //! Begins a replay, and drops it as soon as so many bytes of the file were read.
    void dropReplayAfter(const ReplayOptions &options, qint64 bytes, int limitMs)
    {
        Replay replay(*m_shop, options);
        qint64 read = 0;
        QObject::connect(&replay, &Replay::progressed,
                         [&read](qint64 done, qint64) { read = done; });
        replay.start();
        QVERIFY(QTest::qWaitFor([&] { return read >= bytes; }, limitMs));
    }

private:
    ReplayClock m_clock;
    OwnerOnly m_rights;
    std::unique_ptr<Shop> m_shop;
};

inline Result<AuditReport> auditOf(const QString &folder, const QString &ledger = {})
{
    AuditInput input;
    const auto services = ShopSettings::services();
    for (const QString &service : services) {
        const QString name =
            service == QStringLiteral("cart") ? QStringLiteral("cart:T1") : service;
        input.stores.insert(name, QStringLiteral("sqlite:%1/%2.sqlite").arg(folder, service));
    }
    input.ledger = ledger;
    return audit(input);
}

inline QStringList textsOf(const QList<Finding> &findings)
{
    QStringList texts;
    for (const Finding &finding : findings)
        texts.append(QStringLiteral("%1 %2 %3: %4, not %5")
                         .arg(finding.invariant, finding.store, finding.row, finding.expected,
                              finding.found));
    return texts;
}

} // namespace kontor
