// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/kontor_run.h"
#include "tests/cli/sandboxes_of.h"
#include "tests/cli/test_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kontor::test {

//! A shop and the sandbox that plays the outside for it.
class CliSandboxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aCopyOfAShopHasASandboxOfItsOwn();
    void aReplayWhoseSandboxEndsSaysSoAndGoesOnLater();
    void cleanupTestCase();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList deliveries(int limit) const
    {
        return {u"replay"_s,          path(u"invoices.csv"_s),
                u"--fulfilment"_s,    u"delivery"_s,
                u"--opening-stock"_s, u"5000"_s,
                u"--currency"_s,      u"EUR"_s,
                u"--limit"_s,         QString::number(limit)};
    }
    static qint64 ledgerLines(const QString &shop)
    {
        QFile ledger(shop + u"/sandbox/ledger.jsonl"_s);
        return ledger.open(QIODevice::ReadOnly) ? ledger.readAll().count('\n') : 0;
    }
    QTemporaryDir m_folder;
};

void CliSandboxTest::initTestCase() { writeFile(path(u"invoices.csv"_s), invoices(400)); }

void CliSandboxTest::aCopyOfAShopHasASandboxOfItsOwn()
{
    const QString shop = path(u"original"_s);
    const QString copy = path(u"copy"_s);
    const Told first = runKontor(shop, deliveries(3));
    QVERIFY2(first.exitCode == 0, first.all());
    const auto lines = ledgerLines(shop);
    QVERIFY(lines > 0);
    QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, shop, copy}), 0);
    const Told more = runKontor(copy, deliveries(6));
    QVERIFY2(more.exitCode == 0, more.all());
    QCOMPARE(ledgerLines(shop), lines);
    // Whether it was asked for anything depends on whether goods that are not there were found
    // missing first.
    QCOMPARE(QDir(copy + u"/sandbox"_s).entryList({u"port-*"_s}).size(), 2);
    for (const QString &folder : {shop, copy}) {
        const Told audited = runKontor(folder, {u"audit"_s});
        QVERIFY2(audited.exitCode == 0, audited.all());
    }
}

void CliSandboxTest::aReplayWhoseSandboxEndsSaysSoAndGoesOnLater()
{
    const QString shop = path(u"interrupted"_s);
    const auto replay = startKontor(shop, deliveries(350));
    QTRY_VERIFY_WITH_TIMEOUT(ledgerLines(shop) > 20, 30'000);
    QCOMPARE(killSandboxesOf(shop), 1);
    const Told told = ended(*replay);
    QVERIFY2(told.exitCode == 1, told.all());
    QVERIFY2(told.errors.contains("The sandbox ended"), told.all());

    const Told again = runKontor(shop, deliveries(350));
    QVERIFY2(again.exitCode == 0, again.all());
    const Told audited = runKontor(shop, {u"audit"_s});
    QVERIFY2(audited.exitCode == 0, audited.all());
}

void CliSandboxTest::cleanupTestCase() { killSandboxesOf(m_folder.path()); }

} // namespace kontor::test

QTEST_GUILESS_MAIN(kontor::test::CliSandboxTest)
#include "cli_sandbox_test.moc"
