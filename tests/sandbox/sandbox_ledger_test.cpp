// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_harness.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

class SandboxLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreNumberedFromOneAndDated();
    void aSecondSandboxIsRefusedTheSameLedger();
    void aHalfWrittenLineIsDropped();
    void aGroupWithoutItsLastLineIsDropped();
    void aDamagedLineIsRefused_data();
    void aDamagedLineIsRefused();
    void aFolderIsNoLedger();
    void allIsAsBeforeAfterARestart();

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

void SandboxLedgerTest::linesAreNumberedFromOneAndDated()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"ledger"_s);
    {
        auto ledger = Ledger::open(path);
        QVERIFY(bool(ledger));
        QVERIFY((*ledger)->append({{{u"kind"_s, u"a"_s}}, {{u"kind"_s, u"b"_s}}}));
        QVERIFY((*ledger)->append({{{u"kind"_s, u"c"_s}}}));
    }
    auto ledger = Ledger::open(path);
    QVERIFY(bool(ledger));
    const auto lines = (*ledger)->takeLines();
    QCOMPARE(lines.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(lines[i][u"n"_s].toInt(), i + 1);
        QVERIFY(lines[i][u"at"_s].toInteger() > 1'600'000'000'000);
    }
}

void SandboxLedgerTest::aSecondSandboxIsRefusedTheSameLedger()
{
    QTemporaryDir folder;
    const auto first = Ledger::open(folder.filePath(u"ledger"_s));
    QVERIFY(bool(first));
    const auto second = Ledger::open(folder.filePath(u"ledger"_s));
    QVERIFY(!second);
    QVERIFY(second.reason().contains(u"in use"_s));
}

void SandboxLedgerTest::aHalfWrittenLineIsDropped()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"ledger"_s);
    write(path, R"({"n":1,"at":5,"kind":"a"})"
                "\n"
                R"({"n":2,"at":5,"ki)");
    {
        auto ledger = Ledger::open(path);
        QVERIFY(bool(ledger));
        QCOMPARE((*ledger)->takeLines().size(), 1);
        QVERIFY((*ledger)->append({{{u"kind"_s, u"b"_s}}}));
    }
    auto ledger = Ledger::open(path);
    QVERIFY(bool(ledger));
    const auto lines = (*ledger)->takeLines();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.last()[u"kind"_s].toString(), u"b"_s);
}

void SandboxLedgerTest::aGroupWithoutItsLastLineIsDropped()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"ledger"_s);
    write(path, R"({"n":1,"at":5,"kind":"a"})"
                "\n"
                R"({"n":2,"at":5,"kind":"b","more":true})"
                "\n");
    auto ledger = Ledger::open(path);
    QVERIFY(bool(ledger));
    QCOMPARE((*ledger)->count(), 1);
    QCOMPARE((*ledger)->takeLines().size(), 1);
}

void SandboxLedgerTest::aDamagedLineIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("{\"n\":1,\n");
    QTest::newRow("a gap") << QByteArray("{\"n\":2,\"at\":1,\"kind\":\"a\"}\n");
    QTest::newRow("no kind") << QByteArray("{\"n\":1,\"at\":1}\n");
    QTest::newRow("something else altogether") << QByteArray("shopping list\n");
}

void SandboxLedgerTest::aDamagedLineIsRefused()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const auto path = folder.filePath(u"ledger"_s);
    write(path, bytes);
    const auto ledger = Ledger::open(path);
    QVERIFY(!ledger);
    QVERIFY2(ledger.reason().contains(u"line 1"_s), qPrintable(ledger.reason()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void SandboxLedgerTest::aFolderIsNoLedger()
{
    QTemporaryDir folder;
    QVERIFY(!Ledger::open(folder.path()));
    QVERIFY(!Ledger::open(folder.filePath(u"absent/ledger"_s)));
}

void SandboxLedgerTest::allIsAsBeforeAfterARestart()
{
    SandboxHarness sandbox;
    const auto id = sandbox.captured(1250);
    sandbox.pay("POST", "/v1/refunds", "amount=250&payment_intent=" + id);
    const auto before = sandbox.pay("GET", "/v1/payment_intents/" + id).json;
    const auto refunds = sandbox.pay("GET", "/v1/refunds").json;
    const auto linesBefore = sandbox.ledger();
    sandbox.restart();
    QCOMPARE(sandbox.pay("GET", "/v1/payment_intents/" + id).json, before);
    QCOMPARE(sandbox.pay("GET", "/v1/refunds").json, refunds);
    QCOMPARE(sandbox.ledger(), linesBefore);
    QCOMPARE(sandbox.pay("POST", "/v1/refunds", "amount=1001&payment_intent=" + id).status, 400);
    QCOMPARE(sandbox.pay("POST", "/v1/refunds", "amount=1000&payment_intent=" + id).status, 200);
}

QTEST_GUILESS_MAIN(SandboxLedgerTest)
#include "sandbox_ledger_test.moc"
