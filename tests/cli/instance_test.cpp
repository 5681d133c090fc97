// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"
#include "app/instance.h"
#include "app/owner.h"
#include "app/shop.h"
#include "app/shop_clock.h"
#include "services/core/call.h"
#include "tests/cli/test_files.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace kontor::test {

namespace {

class SilentConsole final : public Console
{
public:
    using Console::complain;
    using Console::print;
    void print(const QString &) override {}
    void complain(const QString &) override {}
    void progress(const QString &, qint64, qint64) override {}
};

} // namespace

//! The door of a running Kontor, and what is left of its visitors.
class InstanceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aVisitorLeavesNothingBehind_data();
    void aVisitorLeavesNothingBehind();
    void aTaskGoesOnWhenItsVisitorLeaves();
    void aReplayKeepsItsDates();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    qsizetype sockets() const { return m_door->findChildren<QLocalSocket *>().size(); }
    qsizetype objects() const { return m_door->findChildren<QObject *>().size(); }
    std::optional<int> visit(const QStringList &arguments) const;
    qint64 productCount();

    ShopClock m_clock;
    const OwnerOnly m_rights;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<InstanceDoor> m_door;
};

void InstanceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    ShopSettings settings;
    settings.folder = m_folder->path();
    auto shop = Shop::open(settings, m_clock, m_rights);
    QVERIFY(shop);
    m_shop = std::move(*shop);
    m_shop->start();
    m_door = std::make_unique<InstanceDoor>(*m_shop, m_clock);
    QVERIFY(m_door->open(path(u"kontor.socket"_s)));
}

void InstanceTest::cleanup()
{
    m_door.reset();
    m_shop.reset();
    m_folder.reset();
}

std::optional<int> InstanceTest::visit(const QStringList &arguments) const
{
    std::optional<int> exitCode;
    const std::unique_ptr<QThread> visitor(QThread::create([&] {
        SilentConsole console;
        exitCode = handOver(path(u"kontor.socket"_s), arguments, console);
    }));
    visitor->start();
    if (!QTest::qWaitFor([&] { return visitor->isFinished(); }, 30'000))
        qFatal("the door does not answer");
    return exitCode;
}

qint64 InstanceTest::productCount()
{
    QObject receiver;
    std::optional<qint64> count;
    call(m_shop->catalog(), &CatalogService::count).then(&receiver, [&](const Result<qint64> &all) {
        count = all ? *all : -1;
    });
    return QTest::qWaitFor([&] { return count.has_value(); }) ? *count : -1;
}

void InstanceTest::aVisitorLeavesNothingBehind_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("a second start") << QStringList{} << 0;
    QTest::newRow("a command that is done") << QStringList{u"attention"_s} << 0;
    QTest::newRow("a command that fails") << QStringList{u"import-products"_s, u"nowhere"_s} << 1;
    QTest::newRow("a command that no door does") << QStringList{u"audit"_s} << 2;
    QTest::newRow("no command") << QStringList{u"frobnicate"_s} << 2;
}

void InstanceTest::aVisitorLeavesNothingBehind()
{
    QFETCH(QStringList, arguments);
    const qsizetype before = objects();
    {
        const QSignalSpy raised(m_door.get(), &InstanceDoor::raiseAsked);
        const auto exitCode = visit(arguments);
        QVERIFY(exitCode.has_value());
        QTEST(*exitCode, "exitCode");
        QCOMPARE(raised.count(), arguments.isEmpty() ? 1 : 0);
    }
    QTRY_COMPARE(sockets(), 0);
    QTRY_COMPARE(objects(), before);
}

void InstanceTest::aTaskGoesOnWhenItsVisitorLeaves()
{
    writeFile(path(u"products.csv"_s), products(2000));
    const qsizetype before = objects();
    {
        QLocalSocket visitor;
        visitor.connectToServer(path(u"kontor.socket"_s));
        QVERIFY(visitor.waitForConnected());
        QTRY_COMPARE(sockets(), 1);
        visitor.write("{\"arguments\":[\"import-products\",\"" + path(u"products.csv"_s).toUtf8() +
                      "\"]}\n");
        QVERIFY(visitor.waitForBytesWritten());
    }
    QTRY_COMPARE(productCount(), 2000);
    QTRY_COMPARE(objects(), before);
}

void InstanceTest::aReplayKeepsItsDates()
{
    writeFile(path(u"invoices.csv"_s), invoices(3));
    QCOMPARE(visit({u"replay"_s, path(u"invoices.csv"_s)}), 0);
    auto reader =
        TopicReader::open(*m_shop->settings().storeOf(u"order"_s), u"order"_s, u"order"_s);
    QVERIFY(reader);
    const auto events = (*reader)->after(0, 100);
    QVERIFY(events && !events->isEmpty());
    for (const StoredEvent &event : *events)
        QVERIFY(event.bytes.contains("\"at\":12"));
    // And what happens now happens now.
    const Timestamp longAgo{1'000};
    QVERIFY(m_clock.stamp(longAgo) > longAgo);
}

} // namespace kontor::test

QTEST_GUILESS_MAIN(kontor::test::InstanceTest)
#include "instance_test.moc"
