// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/kontor_run.h"
#include "tests/cli/test_files.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kontor::test {

//! What needs a person, on the command line: listed, and tried again.
class CliAttentionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingNeedsAttentionInAQuietShop();
    void aParkedEventIsListedAndTriedAgain();
    void aRetryOfNothingIsAFailure_data();
    void aRetryOfNothingIsAFailure();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_shop; //!< with 10 invoices
};

void CliAttentionTest::initTestCase()
{
    m_shop = path(u"shop"_s);
    writeFile(path(u"invoices.csv"_s), invoices(10));
    const Told replayed = runKontor(m_shop, {u"replay"_s, path(u"invoices.csv"_s)});
    QVERIFY2(replayed.exitCode == 0, replayed.all());
}

void CliAttentionTest::nothingNeedsAttentionInAQuietShop()
{
    const Told told = runKontor(m_shop, {u"attention"_s});
    QVERIFY2(told.exitCode == 0, told.all());
    QCOMPARE(told.out, "Nothing needs attention.\n");
    const Told forMachines = runKontor(m_shop, {u"--json"_s, u"attention"_s});
    QCOMPARE(forMachines.json()["count"_L1].toInt(-1), 0);
}

void CliAttentionTest::aParkedEventIsListedAndTriedAgain()
{
    const QString folder = path(u"parked"_s);
    copyShop(m_shop, folder);
    // As if the order service could not have taken the first two sales.
    meddle(folder, u"order"_s,
           {u"INSERT INTO parked (source, seq, subject, type, reason, parked_at) "_s
            u"SELECT 'cart:T1', CAST(substr(receipt, -1) AS INTEGER), id, 'ShoppingCartOrdered', "_s
            u"'it could never be', 1 FROM orders WHERE receipt IN ('T1-000001', 'T1-000002')"_s,
            u"DELETE FROM inbox WHERE source = 'cart:T1' AND seq IN (1, 2)"_s});
    meddle(folder, u"notification"_s,
           {u"UPDATE mail SET state = 'Failed', note = '550 no such mailbox' "_s
            u"WHERE id = (SELECT min(id) FROM mail)"_s});
    const Told listed = runKontor(folder, {u"attention"_s});
    QVERIFY2(listed.exitCode == 0, listed.all());
    QVERIFY2(listed.out.contains("parked event   T1-000001  order could not take cart:T1 1, "
                                 "ShoppingCartOrdered: it could never be\n"),
             listed.all());
    const QJsonArray all =
        runKontor(folder, {u"attention"_s, u"--json"_s}).json()["attention"_L1].toArray();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[2]["what"_L1].toString(), u"failed_mail"_s);
    QCOMPARE(all[2]["note"_L1].toString(), u"550 no such mailbox"_s);
    QCOMPARE(all[0]["service"_L1].toString(), u"order"_s);
    QCOMPARE(all[0]["what"_L1].toString(), u"parked_event"_s);

    const Told one =
        runKontor(folder, {u"retry"_s, u"order"_s, u"cart:T1"_s, u"T1-000001"_s, u"--json"_s});
    QVERIFY2(one.exitCode == 0, one.all());
    QCOMPARE(one.json()["retried"_L1].toInt(), 1);
    QVERIFY(runKontor(folder, {u"attention"_s}).out.contains("T1-000002"));
    const Told rest = runKontor(folder, {u"retry"_s, u"--all"_s});
    QVERIFY2(rest.exitCode == 0, rest.all());
    QCOMPARE(rest.out, "1 event was tried again.\n");
    QVERIFY(!runKontor(folder, {u"attention"_s}).out.contains("parked"));
}

void CliAttentionTest::aRetryOfNothingIsAFailure_data()
{
    QTest::addColumn<QStringList>("what");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("unknown service") << QStringList{u"kitchen"_s, u"cart:T1"_s, u"T1-000001"_s} << 2
                                     << QByteArray("no service 'kitchen'");
    QTest::newRow("unknown order") << QStringList{u"order"_s, u"cart:T1"_s, u"T1-999999"_s} << 1
                                   << QByteArray("no order 'T1-999999'");
    QTest::newRow("nothing is parked") << QStringList{u"order"_s, u"cart:T1"_s, u"T1-000001"_s} << 1
                                       << QByteArray("Nothing is parked there");
}

void CliAttentionTest::aRetryOfNothingIsAFailure()
{
    QFETCH(QStringList, what);
    QFETCH(QByteArray, said);
    const Told told = runKontor(m_shop, QStringList{u"retry"_s} + what);
    QTEST(told.exitCode, "exitCode");
    QVERIFY2(told.errors.contains(said), told.all());
    QVERIFY(told.out.isEmpty());
}

} // namespace kontor::test

QTEST_GUILESS_MAIN(kontor::test::CliAttentionTest)
#include "cli_attention_test.moc"
