// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/audit/planted_violations.h"

#include <QJsonDocument>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;
using test::blobOf;
using test::euro;
using test::numbered;
using test::ShopFiles;
using test::textOf;

namespace {

QString told(const AuditReport &report)
{
    QStringList lines;
    for (const Finding &finding : report.findings)
        lines.append(u"%1 %2, %3: expected %4, found %5 (%6 more)"_s.arg(
            finding.invariant, finding.store, finding.row, finding.expected, finding.found,
            QString::number(finding.more)));
    return lines.join(u'\n');
}

//! The return is given back to a card instead of in cash, from what the original order paid.
void payReturnByCard(ShopFiles &shop, int original)
{
    shop.amendData(u"cart:T1"_s, 4, [](QJsonObject &ordered) {
        ordered[u"tenders"_s] = QJsonArray{QJsonObject{
            {u"amount"_s, euro(-250)}, {u"id"_s, textOf(numbered(104))}, {u"kind"_s, u"Card"_s}}};
    });
    shop.run(u"payment"_s,
             u"UPDATE tender SET kind = 'Card', state = 'Refunded' WHERE order_id = %1"_s.arg(
                 blobOf(numbered(4))));
    shop.run(u"payment"_s,
             u"INSERT INTO returned_order (order_id, original, amount) VALUES (%1, %2, 250)"_s.arg(
                 blobOf(numbered(4)), blobOf(numbered(original))));
}

} // namespace

class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundShopIsSound();
    void aViolationIsNamed_data();
    void aViolationIsNamed();
    void ordersUnderWayAreLeftOut();
    void anAnchorOfAnotherChainIsNamed();
    void aDamagedFileIsNamed();
    void aLostCommandIsNamed();
    void aRecordThatIsSomethingElseIsRefused_data();
    void aRecordThatIsSomethingElseIsRefused();
    void callsWithoutALedgerAreCounted();
    void whatOthersHaveTakenMustBeThere();
    void whatIsDueIsListed();
    void aReturnRefundedToACardIsSound();
    void aReturnThatReducesADebtIsSound();
    void aStoreThatIsNotThereIsAnError();
};

void AuditTest::aSoundShopIsSound()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    const auto report = audit(shop.input());
    QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
    QVERIFY2(report->isSound(), qPrintable(told(*report)));
    QVERIFY(report->quiet);
    QVERIFY(report->still);
    QCOMPARE(report->orders, 5);
    QCOMPARE(report->lines, 6);
    QCOMPARE(report->moves, 6);
    QCOMPARE(report->payments, 5);
    QCOMPARE(report->ordersUnderWay, 0);
    QCOMPARE(report->ledgerLines, 5);
    QVERIFY(report->owed.isEmpty());
    const auto verified = verify(shop.input());
    QVERIFY(verified && verified->isSound());
    QCOMPARE(verified->events, report->events);
}

void AuditTest::aViolationIsNamed_data()
{
    QTest::addColumn<test::Plant>("plant");
    QTest::addColumn<QString>("invariant");
    QTest::addColumn<QString>("row");
    const auto violations = test::plantedViolations();
    for (const auto &[name, invariant, row, plant] : violations)
        QTest::newRow(name) << plant << QString::fromLatin1(invariant) << row;
}

void AuditTest::aViolationIsNamed()
{
    QFETCH(test::Plant, plant);
    QFETCH(QString, invariant);
    QFETCH(QString, row);
    ShopFiles shop;
    test::fillSoundly(shop);
    plant(shop);
    const auto report = audit(shop.input());
    QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
    QVERIFY2(report->findings.size() == 1, qPrintable(told(*report)));
    const Finding &finding = report->findings.first();
    QVERIFY2(finding.invariant == invariant && finding.row.contains(row),
             qPrintable(told(*report)));
    QVERIFY(finding.expected != finding.found);
}

void AuditTest::ordersUnderWayAreLeftOut()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    const auto unread = u"DELETE FROM inbox WHERE source = 'cart:T1' AND seq = 5"_s;
    const auto back = u"UPDATE topic_cursor SET seq = 4 WHERE source = 'cart:T1'"_s;
    for (const auto &store : {u"payment"_s, u"order"_s}) {
        shop.run(store, unread);
        shop.run(store, back);
    }
    shop.run(u"payment"_s, u"DELETE FROM payment WHERE receipt = 'T1-000005'"_s);
    shop.run(u"payment"_s, u"DELETE FROM tender WHERE kind = 'Link'"_s);
    const auto report = audit(shop.input());
    QVERIFY2(report && report->isSound(), report ? qPrintable(told(*report)) : "");
    QVERIFY(!report->quiet);
    QCOMPARE(report->ordersUnderWay, 1);
    QCOMPARE(report->underWay.size(), 1);
    const QString &named = report->underWay.first();
    QVERIFY2(named.startsWith("order T1-000005 "_L1), qPrintable(named));
    QVERIFY2(named.endsWith(": cart:T1:5 (ShoppingCartOrdered) is not taken by order"_L1),
             qPrintable(named));
}

void AuditTest::anAnchorOfAnotherChainIsNamed()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    auto input = shop.input();
    const auto before = verify(input);
    QVERIFY(before);
    const TopicEnd end = before->topics.value(u"cart:T1"_s);
    input.anchors = {{u"cart:T1"_s, end.seq, end.hash}};
    QVERIFY(verify(input)->isSound());

    shop.amendData(u"cart:T1"_s, 1, [](QJsonObject &ordered) { ordered[u"till"_s] = u"T2"_s; });
    const auto sealed = verify(input);
    QCOMPARE(sealed->findings.size(), 1);
    QCOMPARE(sealed->findings.first().invariant, u"A8"_s);
    QCOMPARE(sealed->findings.first().row, u"event 5"_s);

    input.anchors = {{u"cart:T1"_s, end.seq + 1, end.hash}};
    QCOMPARE(verify(input)->findings.first().row, u"event 6"_s);

    input.anchors = {{u"cart:T2"_s, end.seq, end.hash}};
    QCOMPARE(verify(input)->findings.first().store, u"cart:T2"_s);
}

void AuditTest::aDamagedFileIsNamed()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    shop.run(u"shipping"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    QFile file(shop.path(u"shipping"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(4096);
    file.write(QByteArray(int(file.size()) - 4096, 'x'));
    file.close();
    const auto report = audit(shop.input());
    QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
    QVERIFY(!report->isSound());
    QCOMPARE(report->findings.last().invariant, u"A20"_s);
    QCOMPARE(report->findings.last().store, u"shipping"_s);
}

void AuditTest::aLostCommandIsNamed()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    QTemporaryDir folder;
    QFile journal(folder.filePath(u"journal"_s));
    QVERIFY(journal.open(QIODevice::WriteOnly));
    for (const QString &command : shop.commands())
        journal.write(command.toLatin1() + '\n');
    auto input = shop.input();
    input.acknowledged = journal.fileName();
    // The last line was being written when the program died.
    journal.write("00000000-0000-7000");
    journal.flush();
    QVERIFY(audit(input)->isSound());

    journal.write("-8000-000000000001\n");
    journal.close();
    const auto report = audit(input);
    QCOMPARE(report->findings.size(), 1);
    QCOMPARE(report->findings.first().invariant, u"A11"_s);
}

void AuditTest::aRecordThatIsSomethingElseIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a program") << QByteArray("\x7f\x45\x4c\x46\x02\x01\0\0", 8).repeated(500);
    QTest::newRow("words") << QByteArray("once upon a time\n");
    QTest::newRow("words without an end") << QByteArray("once upon a time");
    QTest::newRow("not there") << QByteArray();
}

void AuditTest::aRecordThatIsSomethingElseIsRefused()
{
    QFETCH(QByteArray, bytes);
    ShopFiles shop;
    test::fillSoundly(shop);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"record"_s);
    if (!bytes.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    auto input = shop.input();
    input.acknowledged = path;
    const auto journal = audit(input);
    QVERIFY(!journal && journal.error().is(AuditError::BadRecord));
    // A ledger that ends within its first line is what a crash leaves.
    if (!bytes.isEmpty() && !bytes.contains('\n'))
        return;
    input = shop.input();
    input.ledger = path;
    const auto ledger = audit(input);
    QVERIFY(!ledger && ledger.error().is(AuditError::BadRecord));
}

void AuditTest::callsWithoutALedgerAreCounted()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    auto input = shop.input();
    QCOMPARE(audit(input)->unverifiedCalls, 0);
    input.ledger.clear();
    const auto report = audit(input);
    QVERIFY(report && report->isSound());
    QCOMPARE(report->unverifiedCalls, report->intents);
    QVERIFY(report->unverifiedCalls > 0);
}

void AuditTest::whatOthersHaveTakenMustBeThere()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    QVERIFY(verify(shop.input())->isSound());
    for (const QString &gone : {u"event"_s, u"topic_head"_s}) {
        shop.run(u"payment"_s, u"DROP TABLE %1"_s.arg(gone));
        shop.run(u"payment"_s, u"CREATE TABLE %1 (seq, type, subject, bytes, hash)"_s.arg(gone));
    }
    const auto report = verify(shop.input());
    QVERIFY(report && !report->isSound());
    QCOMPARE(report->findings.first().invariant, u"A10"_s);
    QVERIFY(report->findings.first().row.startsWith(u"payment:"_s));
}

void AuditTest::whatIsDueIsListed()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    shop.run(u"payment"_s, u"UPDATE payment SET state = 'Due', due = 400 WHERE order_id = %1"_s.arg(
                               blobOf(numbered(1))));
    shop.run(u"payment"_s,
             u"UPDATE tender SET captured = 1000 WHERE order_id = %1"_s.arg(blobOf(numbered(1))));
    const auto report = audit(shop.input());
    QVERIFY2(report && report->isSound(), report ? qPrintable(told(*report)) : "");
    QCOMPARE(report->owed.size(), 1);
    QCOMPARE(report->owed.first().receipt, u"T1-000001"_s);
    QCOMPARE(report->owed.first().dueMinor, 400);
}

void AuditTest::aReturnRefundedToACardIsSound()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    payReturnByCard(shop, 2);
    shop.run(u"payment"_s, u"UPDATE tender SET refunded = 250 WHERE order_id IN (%1, %2)"_s.arg(
                               blobOf(numbered(2)), blobOf(numbered(4))));
    const QJsonObject request{{u"amount"_s, euro(250)},
                              {u"source"_s, textOf(numbered(102))},
                              {u"tender"_s, textOf(numbered(104))}};
    shop.run(
        u"payment"_s,
        u"UPDATE intent SET kind = 'Refund', request = ?, outcome = CAST('{\"result\":\"Refunded\"}' AS BLOB)"_s,
        {QJsonDocument(request).toJson(QJsonDocument::Compact)});
    shop.ledger(u"payment.refunded"_s, u"re_1"_s,
                {{u"amount"_s, 250},
                 {u"currency"_s, u"eur"_s},
                 {u"payment_intent"_s, u"pi_2"_s},
                 {u"metadata"_s, QJsonObject{{u"order"_s, textOf(numbered(4))}}}});
    const auto report = audit(shop.input());
    QVERIFY2(report && report->isSound(), report ? qPrintable(told(*report)) : "");
}

void AuditTest::aReturnThatReducesADebtIsSound()
{
    ShopFiles shop;
    test::fillSoundly(shop);
    payReturnByCard(shop, 1);
    shop.run(u"payment"_s,
             u"UPDATE tender SET set_off = 250 WHERE order_id = %1"_s.arg(blobOf(numbered(4))));
    shop.run(u"payment"_s,
             u"UPDATE tender SET captured = 1150 WHERE order_id = %1"_s.arg(blobOf(numbered(1))));
    const auto report = audit(shop.input());
    QVERIFY2(report && report->isSound(), report ? qPrintable(told(*report)) : "");

    shop.run(u"payment"_s,
             u"UPDATE tender SET captured = 1149 WHERE order_id = %1"_s.arg(blobOf(numbered(1))));
    QCOMPARE(audit(shop.input())->findings.first().invariant, u"A2"_s);
}

void AuditTest::aStoreThatIsNotThereIsAnError()
{
    ShopFiles shop;
    auto input = shop.input();
    input.stores[u"order"_s] = u"sqlite:"_s + shop.path(u"nothing"_s);
    const auto report = audit(input);
    QVERIFY(!report);
    QVERIFY(report.error().is(AuditError::CannotRead));
    QVERIFY(!QFile::exists(shop.path(u"nothing"_s)));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::AuditTest)
#include "audit_test.moc"
