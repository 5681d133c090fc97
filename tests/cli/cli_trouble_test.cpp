// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/kontor_run.h"
#include "tests/cli/test_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kontor::test {

//! The command line when something is wrong around it: the stores, the disk, another Kontor, a
//! crash.
class CliTroubleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aDatabaseOfANewerVersionIsLeftAlone_data();
    void aDatabaseOfANewerVersionIsLeftAlone();
    void aForeignFileInPlaceOfAStoreIsLeftAlone_data();
    void aForeignFileInPlaceOfAStoreIsLeftAlone();
    void aStoreThatOthersHaveReadFurtherIsRefused();
    void aFolderThatMayNotBeWrittenIsRefused_data();
    void aFolderThatMayNotBeWrittenIsRefused();
    void aFullDiskIsSaidAndMadeGoodLater_data();
    void aFullDiskIsSaidAndMadeGoodLater();
    void aSecondOneIsRefusedAndReadersAreNot();
    void aKilledReplayIsFinishedByTheNext_data();
    void aKilledReplayIsFinishedByTheNext();
    void theChainPassesThroughARightAnchorOnly();
    void anAlteredEventIsNamed_data();
    void anAlteredEventIsNamed();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString freshCopy();
    QString auditProblem(const QString &folder) const;

    QTemporaryDir m_folder;
    QString m_shop; //!< with 60 invoices; tests work on copies
    int m_copies = 0;
    //! Whether what is mounted here is seen by this program and its children only.
    bool m_mountsAreOwn = false;
};

void CliTroubleTest::initTestCase()
{
    m_mountsAreOwn = geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
                     mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    m_shop = path(u"shop"_s);
    writeFile(path(u"products.csv"_s), products(3000));
    writeFile(path(u"invoices.csv"_s), invoices(60));
    writeFile(path(u"many.csv"_s), invoices(3000));
    const Told replayed = runKontor(m_shop, {u"replay"_s, path(u"invoices.csv"_s)});
    QVERIFY2(replayed.exitCode == 0, replayed.all());
}

QString CliTroubleTest::freshCopy()
{
    const QString folder = path(u"copy%1"_s.arg(++m_copies));
    copyShop(m_shop, folder);
    return folder;
}

//! Empty if all adds up.
QString CliTroubleTest::auditProblem(const QString &folder) const
{
    const Told told = runKontor(folder, {u"--json"_s, u"audit"_s});
    const bool sound =
        told.exitCode == 0 && told.json()["sound"_L1].toBool() && told.json()["quiet"_L1].toBool();
    return sound ? QString() : QString::fromUtf8(told.all());
}

void CliTroubleTest::aDatabaseOfANewerVersionIsLeftAlone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("replay") << QStringList{u"replay"_s, path(u"invoices.csv"_s)};
    QTest::newRow("import") << QStringList{u"import-products"_s, path(u"products.csv"_s)};
    QTest::newRow("order") << QStringList{u"order"_s, u"T1-000001"_s};
}

void CliTroubleTest::aDatabaseOfANewerVersionIsLeftAlone()
{
    QFETCH(QStringList, arguments);
    const QString folder = freshCopy();
    meddle(folder, u"payment"_s,
           {u"UPDATE schema_version SET version = 99 WHERE component = 'payment'"_s});
    const QByteArray before = storeBytes(folder);
    const Told told = runKontor(folder, arguments);
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.errors.contains("payment schema is 99, this program knows "), told.all());
    QVERIFY2(told.errors.contains("Use the newer Kontor"), told.all());
    QCOMPARE(storeBytes(folder), before);
}

void CliTroubleTest::aForeignFileInPlaceOfAStoreIsLeftAlone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isDatabase");
    const QList<QStringList> commands = {{u"replay"_s, path(u"invoices.csv"_s)},
                                         {u"import-products"_s, path(u"products.csv"_s)},
                                         {u"audit"_s},
                                         {u"verify"_s},
                                         {u"order"_s, u"T1-000001"_s}};
    for (const QStringList &command : commands) {
        QTest::addRow("%s on a foreign database", qPrintable(command.first())) << command << true;
        QTest::addRow("%s on no database", qPrintable(command.first())) << command << false;
    }
}

void CliTroubleTest::aForeignFileInPlaceOfAStoreIsLeftAlone()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, isDatabase);
    const QString folder = freshCopy();
    const QString store = folder + u"/order.sqlite"_s;
    QVERIFY(QFile::remove(store));
    if (isDatabase)
        meddle(folder, u"order"_s,
               {u"CREATE TABLE recipe (name TEXT)"_s, u"INSERT INTO recipe VALUES ('soup')"_s});
    else
        writeFile(store, QByteArray("This is not a database. ").repeated(1000));
    const QByteArray before = storeBytes(folder);
    const Told told = runKontor(folder, arguments);
    QCOMPARE(told.exitCode, 1);
    QVERIFY2((told.out + told.errors).contains("order"), told.all());
    QCOMPARE(storeBytes(folder), before);
}

void CliTroubleTest::aStoreThatOthersHaveReadFurtherIsRefused()
{
    const QString folder = freshCopy();
    const QString fresh = path(u"fresh"_s);
    QCOMPARE(runKontor(fresh, {u"import-products"_s, path(u"products.csv"_s)}).exitCode, 0);
    storeBytes(fresh);
    QVERIFY(QFile::remove(folder + u"/cart.sqlite"_s));
    QVERIFY(QFile::copy(fresh + u"/cart.sqlite"_s, folder + u"/cart.sqlite"_s));
    for (const char *start : {"first", "second"}) {
        const Told told = runKontor(folder, {u"replay"_s, path(u"many.csv"_s)});
        QVERIFY2(told.exitCode == 1, start);
        QVERIFY2(told.errors.contains("cart:T1: the topic ends at event 0"), told.all());
        QVERIFY2(told.errors.contains("from a backup"), told.all());
    }
    QCOMPARE(eventCount(folder, u"cart"_s), 0);
    QVERIFY(QFile::remove(folder + u"/cart.sqlite"_s));
    QFile::remove(folder + u"/cart.sqlite-wal"_s);
    QFile::remove(folder + u"/cart.sqlite-shm"_s);
    QVERIFY(QFile::copy(m_shop + u"/cart.sqlite"_s, folder + u"/cart.sqlite"_s));
    const Told told = runKontor(folder, {u"replay"_s, path(u"invoices.csv"_s)});
    QVERIFY2(told.exitCode == 0, told.all());
    QCOMPARE(auditProblem(folder), QString());
}

void CliTroubleTest::aFolderThatMayNotBeWrittenIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("replay") << QStringList{u"replay"_s, path(u"invoices.csv"_s)};
    QTest::newRow("import") << QStringList{u"import-products"_s, path(u"products.csv"_s)};
    QTest::newRow("audit") << QStringList{u"audit"_s};
    QTest::newRow("verify") << QStringList{u"verify"_s};
    QTest::newRow("order") << QStringList{u"order"_s, u"T1-000001"_s};
}

void CliTroubleTest::aFolderThatMayNotBeWrittenIsRefused()
{
    QFETCH(QStringList, arguments);
    const QString folder = freshCopy();
    const QByteArray before = storeBytes(folder);
    const QByteArray place = QFile::encodeName(folder);
    // The superuser may write wherever the file system lets him.
    if (m_mountsAreOwn) {
        QCOMPARE(mount(place, place, nullptr, MS_BIND, nullptr), 0);
        QCOMPARE(mount(nullptr, place, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr), 0);
    } else if (geteuid() == 0) {
        QSKIP("the superuser without the right to mount cannot have a read-only folder");
    } else {
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    }
    const Told told = runKontor(folder, arguments);
    if (m_mountsAreOwn)
        QCOMPARE(umount(place), 0);
    else
        QVERIFY(
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.errors.contains("written"), told.all());
    QVERIFY(told.out.isEmpty());
    QCOMPARE(storeBytes(folder), before);
}

void CliTroubleTest::aFullDiskIsSaidAndMadeGoodLater_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("size");
    QTest::newRow("in the midst of a replay")
        << QStringList{u"replay"_s, path(u"many.csv"_s)} << QByteArray("size=6m");
    QTest::newRow("in the midst of an import")
        << QStringList{u"import-products"_s, path(u"products.csv"_s)} << QByteArray("size=2m");
    QTest::newRow("while the stores are made")
        << QStringList{u"replay"_s, path(u"invoices.csv"_s)} << QByteArray("size=600k");
}

void CliTroubleTest::aFullDiskIsSaidAndMadeGoodLater()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, size);
    if (!m_mountsAreOwn)
        QSKIP("a small disk can be mounted by the superuser only");
    const QTemporaryDir disk;
    const QByteArray place = QFile::encodeName(disk.path());
    QCOMPARE(mount("none", place, "tmpfs", 0, size.constData()), 0);
    const QString folder = disk.filePath(u"shop"_s);
    const Told refused = runKontor(folder, arguments);
    const int enlarged = mount(nullptr, place, nullptr, MS_REMOUNT, "size=300m");
    const Told again = runKontor(folder, arguments);
    const QString problem = auditProblem(folder);
    const Told elsewhere = runKontor(path(u"large%1"_s.arg(++m_copies)), arguments);
    QCOMPARE(umount(place), 0);
    QCOMPARE(enlarged, 0);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains("disk is full"), refused.all());
    QVERIFY2(refused.errors.contains("give the same command again"), refused.all());
    QVERIFY2(again.exitCode == 0, again.all());
    QCOMPARE(problem, QString());
    if (arguments.first() == u"replay"_s) {
        const auto booked = [](const Told &told) {
            return told.out.left(told.out.indexOf("stock corrections"));
        };
        QCOMPARE(booked(again), booked(elsewhere));
    }
}

void CliTroubleTest::aSecondOneIsRefusedAndReadersAreNot()
{
    const QString folder = path(u"busy"_s);
    const auto first = startKontor(folder, {u"--json"_s, u"replay"_s, path(u"many.csv"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(eventCount(folder, u"payment"_s) > 0, 60'000);
    // Held still, so that it is in the midst of it however fast the machine is.
    const auto pid = pid_t(first->processId());
    QCOMPARE(kill(pid, SIGSTOP), 0);
    const auto resume = qScopeGuard([pid] { kill(pid, SIGCONT); });
    for (const QStringList &command :
         {QStringList{u"replay"_s, path(u"invoices.csv"_s)},
          QStringList{u"import-products"_s, path(u"products.csv"_s)}}) {
        const Told second = runKontor(folder, command);
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.errors.contains("Another Kontor is working in"), second.all());
    }
    for (const QStringList &command : {QStringList{u"audit"_s}, QStringList{u"verify"_s},
                                       QStringList{u"order"_s, u"T1-000001"_s}}) {
        Told reader = runKontor(folder, command);
        // It may have been stopped in the midst of writing a store's index, which nobody can read
        // until it goes on.
        for (int stops = 1; stops < 5 && reader.errors.contains("locking protocol"); ++stops) {
            QCOMPARE(kill(pid, SIGCONT), 0);
            QCOMPARE(kill(pid, SIGSTOP), 0);
            reader = runKontor(folder, command);
        }
        QVERIFY2(reader.exitCode == 0, reader.all());
    }
    QCOMPARE(kill(pid, SIGCONT), 0);
    const Told beside = runKontor(folder, {u"audit"_s});
    QVERIFY2(beside.exitCode == 0, beside.all());
    const Told finished = ended(*first);
    QVERIFY2(finished.exitCode == 0, finished.all());
    QCOMPARE(finished.json()["orders"_L1].toInt(), 2700);
    QCOMPARE(auditProblem(folder), QString());
}

void CliTroubleTest::aKilledReplayIsFinishedByTheNext_data()
{
    QTest::addColumn<QStringList>("services");
    QTest::newRow("while sales are taken") << QStringList{u"cart"_s};
    QTest::newRow("while orders are made") << QStringList{u"order"_s};
    QTest::newRow("while payments are booked") << QStringList{u"payment"_s};
    QTest::newRow("three times") << QStringList{u"cart"_s, u"inventory"_s, u"payment"_s};
}

void CliTroubleTest::aKilledReplayIsFinishedByTheNext()
{
    QFETCH(QStringList, services);
    const QString folder = path(u"killed%1"_s.arg(++m_copies));
    const QStringList replay = {u"--json"_s, u"replay"_s, path(u"many.csv"_s)};
    for (const QString &service : services) {
        const qint64 before = eventCount(folder, service);
        const auto kontor = startKontor(folder, replay);
        QTRY_VERIFY_WITH_TIMEOUT(eventCount(folder, service) > before, 60'000);
        kontor->kill();
        QVERIFY(kontor->waitForFinished());
        QCOMPARE(kontor->exitStatus(), QProcess::CrashExit);
    }
    const Told again = runKontor(folder, replay);
    QVERIFY2(again.exitCode == 0, again.all());
    QCOMPARE(again.json()["orders"_L1].toInt(), 2700);
    QCOMPARE(again.json()["returns"_L1].toInt(), 300);
    // 2700 invoices of three lines of 2 × 2.55, and 300 credit notes of three lines of 2.55.
    QCOMPARE(again.json()["sales_total"_L1].toString(), u"41310.00"_s);
    QCOMPARE(again.json()["returns_total"_L1].toString(), u"-2295.00"_s);
    QCOMPARE(eventCount(folder, u"cart"_s), 3000);
    QCOMPARE(auditProblem(folder), QString());
}

void CliTroubleTest::theChainPassesThroughARightAnchorOnly()
{
    const Told audited = runKontor(m_shop, {u"--json"_s, u"audit"_s});
    const QJsonObject topics = audited.json()["topics"_L1].toObject();
    for (const QString &topic : {u"cart:T1"_s, u"order"_s, u"payment"_s}) {
        const QJsonObject end = topics[topic].toObject();
        const QString seq = QString::number(end["events"_L1].toInteger());
        QString hash = end["hash"_L1].toString();
        const Told right =
            runKontor(m_shop, {u"verify"_s, u"--anchor"_s, u"%1:%2:%3"_s.arg(topic, seq, hash)});
        QVERIFY2(right.exitCode == 0, right.all());
        hash[0] = hash[0] == u'0' ? u'1' : u'0';
        const Told wrong =
            runKontor(m_shop, {u"verify"_s, u"--anchor"_s, u"%1:%2:%3"_s.arg(topic, seq, hash)});
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY2(wrong.out.contains("event " + seq.toUtf8()), wrong.all());
        const Told later =
            runKontor(m_shop, {u"verify"_s, u"--anchor"_s, u"%1:999999:%2"_s.arg(topic, hash)});
        QCOMPARE(later.exitCode, 1);
        QVERIFY2(later.out.contains("the topic ends at " + seq.toUtf8()), later.all());
    }
    for (const QString &anchor :
         {u"order"_s, u"order:1"_s, u"order:one:%1"_s.arg(QString(64, u'0')),
          u"order:1:%1"_s.arg(QString(64, u'z'))}) {
        const Told told = runKontor(m_shop, {u"verify"_s, u"--anchor"_s, anchor});
        QCOMPARE(told.exitCode, 2);
        QVERIFY2(told.errors.contains("TOPIC:NUMBER:HASH"), told.all());
    }
}

void CliTroubleTest::anAlteredEventIsNamed_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QByteArray>("named");
    const QString byte =
        u"UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"actor\"', '\"actos\"') AS BLOB) "_s
        u"WHERE seq = 7"_s;
    QTest::newRow("a byte of a sale") << u"cart"_s << byte << QByteArray("cart:T1: event 7");
    QTest::newRow("a byte of an order") << u"order"_s << byte << QByteArray("order: event 7");
    QTest::newRow("a byte of a payment") << u"payment"_s << byte << QByteArray("payment: event 7");
    QTest::newRow("an event is gone")
        << u"order"_s << u"DELETE FROM event WHERE seq = 5"_s << QByteArray("order: event 6");
    QTest::newRow("the last event is gone")
        << u"payment"_s << u"DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)"_s
        << QByteArray("payment: ");
}

void CliTroubleTest::anAlteredEventIsNamed()
{
    QFETCH(QString, service);
    QFETCH(QString, statement);
    QFETCH(QByteArray, named);
    const QString folder = freshCopy();
    meddle(folder, service,
           {u"DROP TRIGGER event_no_UPDATE"_s, u"DROP TRIGGER event_no_DELETE"_s, statement});
    for (const QString &command : {u"verify"_s, u"audit"_s}) {
        const Told told = runKontor(folder, {command});
        QCOMPARE(told.exitCode, 1);
        QVERIFY2(told.out.contains("A8  " + named), told.all());
        QVERIFY2(told.out.contains("violated"), told.all());
        const Told forMachines = runKontor(folder, {u"--json"_s, command});
        QCOMPARE(forMachines.exitCode, 1);
        QVERIFY(!forMachines.json()["sound"_L1].toBool(true));
    }
}

} // namespace kontor::test

QTEST_GUILESS_MAIN(kontor::test::CliTroubleTest)
#include "cli_trouble_test.moc"
