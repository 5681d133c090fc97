// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/owner.h"
#include "app/replay/replay.h"
#include "services/core/transaction.h"
#include "tests/cli/test_files.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kontor::test {

//! A replay in a shop that can never settle.
class ReplayEndTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anErrorThatDoesNotPassEndsAReplayOfDeliveries();
};

void ReplayEndTest::anErrorThatDoesNotPassEndsAReplayOfDeliveries()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"invoices.csv"_s), invoices(1));
    ShopSettings settings;
    settings.folder = folder.path();
    const ReplayClock clock;
    const OwnerOnly rights;
    QVERIFY(Shop::open(settings, clock, rights));
    {
        const auto store =
            Store::open(*settings.storeOf(u"shipping"_s), u"shipping"_s, Store::Access::Write);
        QVERIFY(store);
        const auto dropped = inTransaction(**store, [](Transaction &tx) -> Result<> {
            const auto done = tx.run("DROP TABLE shipment");
            return done ? Result<>() : done.error();
        });
        QVERIFY(dropped);
    }
    const auto shop = Shop::open(settings, clock, rights);
    QVERIFY(shop);
    (*shop)->start();
    ReplayOptions options;
    options.file = folder.filePath(u"invoices.csv"_s);
    options.fulfilment = Fulfilment::Delivery;
    options.openingStock = 100;
    Replay replay(**shop, options);
    std::optional<Error> error;
    QSignalSpy finished(&replay, &Replay::finished);
    connect(&replay, &Replay::finished, this, [&](const Result<> &result) {
        if (!result)
            error = result.error();
    });
    replay.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY(error && error->is(StoreError::Statement));
    QCOMPARE(replay.report().orders, 1);
}

} // namespace kontor::test

QTEST_GUILESS_MAIN(kontor::test::ReplayEndTest)
#include "replay_end_test.moc"
