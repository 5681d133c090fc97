// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history_check.h"
#include "app/owner.h"
#include "app/shop.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kontor::test {

//! The look at the history beside a running shop.
class HistoryCheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aHistoryAsItWasWrittenIsFine();
    void aChangedByteIsFound();
    void aLookMayBeEndedAtAnyTime();

private:
    void changeOneByte() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ShopSettings m_settings;
};

void HistoryCheckTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = {};
    m_settings.folder = m_folder->path();
    m_settings.threads = false;
    const SystemClock clock;
    const OwnerOnly rights;
    const auto shop = Shop::open(m_settings, clock, rights);
    QVERIFY(shop);
    for (int i = 0; i < 3; ++i) {
        const auto made =
            (*shop)->account().create((*shop)->command(), AccountId::make(clock.now()),
                                      AccountDetails{u"Ada"_s, u"ada@example.org"_s, {}, {}});
        QVERIFY(made);
    }
}

void HistoryCheckTest::changeOneByte() const
{
    const auto store =
        Store::open(*m_settings.storeOf(u"account"_s), u"account"_s, Store::Access::Write);
    QVERIFY(store);
    const auto changed = inTransaction(**store, [](Transaction &tx) -> Result<> {
        const auto open = tx.run("DROP TRIGGER event_no_UPDATE");
        if (!open)
            return open.error();
        const auto done = tx.run("UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), "
                                 "'owner', 'ownes') AS BLOB) WHERE seq = 2");
        return done ? Result<>() : done.error();
    });
    QVERIFY(changed);
}

void HistoryCheckTest::aHistoryAsItWasWrittenIsFine()
{
    HistoryCheck check(m_settings);
    QSignalSpy damaged(&check, &HistoryCheck::damaged);
    QSignalSpy finished(&check, &HistoryCheck::finished);
    check.start();
    QVERIFY(finished.wait());
    QCOMPARE(damaged.count(), 0);
}

void HistoryCheckTest::aChangedByteIsFound()
{
    changeOneByte();
    HistoryCheck check(m_settings);
    QSignalSpy damaged(&check, &HistoryCheck::damaged);
    QSignalSpy finished(&check, &HistoryCheck::finished);
    check.start();
    QVERIFY(finished.wait());
    QCOMPARE(damaged.count(), 1);
    const QString detail = damaged.first().first().toString();
    QVERIFY2(detail.contains(u"account"_s) && detail.contains(u"event 2"_s), qPrintable(detail));
}

void HistoryCheckTest::aLookMayBeEndedAtAnyTime()
{
    changeOneByte();
    for (int round = 0; round < 20; ++round) {
        HistoryCheck check(m_settings);
        check.start();
    }
}

} // namespace kontor::test

QTEST_GUILESS_MAIN(kontor::test::HistoryCheckTest)
#include "history_check_test.moc"
