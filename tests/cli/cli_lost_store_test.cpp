// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/kontor_run.h"
#include "tests/cli/test_files.h"

#include "app/shop_settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kontor::test {

//! One of the shop's stores is gone: nothing may go on as if it had been empty.
class CliLostStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aLostStoreIsNotMadeAnew_data();
    void aLostStoreIsNotMadeAnew();
    void aStoreOfAnotherShopIsNoticed_data();
    void aStoreOfAnotherShopIsNoticed();
    void aShopThatWasNeverWholeIsFinished();
    void noShopIsMadeForAFileThatIsNotThere();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString freshCopy();
    static QString storeIn(const QString &folder, const QString &service)
    {
        return u"%1/%2.sqlite"_s.arg(folder, service);
    }

    QTemporaryDir m_folder;
    QString m_shop; //!< with 10 invoices; tests work on copies
    int m_copies = 0;
};

void CliLostStoreTest::initTestCase()
{
    m_shop = path(u"shop"_s);
    writeFile(path(u"products.csv"_s), products(3));
    writeFile(path(u"invoices.csv"_s), invoices(10));
    const Told replayed = runKontor(m_shop, {u"replay"_s, path(u"invoices.csv"_s)});
    QVERIFY2(replayed.exitCode == 0, replayed.all());
}

QString CliLostStoreTest::freshCopy()
{
    const QString folder = path(u"copy%1"_s.arg(++m_copies));
    copyShop(m_shop, folder);
    return folder;
}

void CliLostStoreTest::aLostStoreIsNotMadeAnew_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<bool>("leavesAnEmptyFile");
    for (const QString &service : ShopSettings::services()) {
        QTest::addRow("%s is gone", qPrintable(service)) << service << false;
        QTest::addRow("%s is empty", qPrintable(service)) << service << true;
    }
}

void CliLostStoreTest::aLostStoreIsNotMadeAnew()
{
    QFETCH(QString, service);
    QFETCH(bool, leavesAnEmptyFile);
    const QString folder = freshCopy();
    QVERIFY(QFile::remove(storeIn(folder, service)));
    if (leavesAnEmptyFile)
        writeFile(storeIn(folder, service), {});
    const QByteArray before = storeBytes(folder);
    for (const QStringList &command : {QStringList{u"import-products"_s, path(u"products.csv"_s)},
                                       {u"replay"_s, path(u"invoices.csv"_s)},
                                       {u"attention"_s}}) {
        const Told told = runKontor(folder, command);
        QCOMPARE(told.exitCode, 1);
        QVERIFY2(told.errors.contains(u"%1 store is lost"_s.arg(service).toUtf8()), told.all());
        QVERIFY2(told.errors.contains("from a backup"), told.all());
    }
    QCOMPARE(storeBytes(folder), before);
    for (const QString &command : {u"audit"_s, u"verify"_s}) {
        const Told told = runKontor(folder, {command});
        QCOMPARE(told.exitCode, 1);
        QVERIFY2((told.out + told.errors).contains(service.toUtf8()), told.all());
    }
}

void CliLostStoreTest::aStoreOfAnotherShopIsNoticed_data()
{
    QTest::addColumn<QString>("service");
    for (const QString &service : ShopSettings::topics()) {
        if (eventCount(m_shop, service) > 0)
            QTest::addRow("%s", qPrintable(service)) << service;
    }
}

void CliLostStoreTest::aStoreOfAnotherShopIsNoticed()
{
    QFETCH(QString, service);
    const QString empty = path(u"empty of "_s + service);
    const Told imported = runKontor(empty, {u"import-products"_s, path(u"products.csv"_s)});
    QVERIFY2(imported.exitCode == 0, imported.all());
    const QString folder = freshCopy();
    QVERIFY(QFile::remove(storeIn(folder, service)));
    storeBytes(empty);
    QVERIFY(QFile::copy(storeIn(empty, service), storeIn(folder, service)));
    const Told verified = runKontor(folder, {u"verify"_s});
    QCOMPARE(verified.exitCode, 1);
    QVERIFY2(verified.out.contains("A10"), verified.all());
    const Told asked = runKontor(folder, {u"attention"_s});
    QCOMPARE(asked.exitCode, 1);
}

void CliLostStoreTest::aShopThatWasNeverWholeIsFinished()
{
    const QString folder = path(u"begun"_s);
    const Told imported = runKontor(folder, {u"import-products"_s, path(u"products.csv"_s)});
    QVERIFY2(imported.exitCode == 0, imported.all());
    // As a kill leaves it in the middle of the first start.
    const QStringList services = ShopSettings::services();
    for (const QString &service : services)
        meddle(folder, service, {u"DELETE FROM founded"_s});
    storeBytes(folder);
    for (const QString &service : services.mid(services.size() / 2))
        QVERIFY(QFile::remove(storeIn(folder, service)));
    const Told replayed = runKontor(folder, {u"replay"_s, path(u"invoices.csv"_s)});
    QVERIFY2(replayed.exitCode == 0, replayed.all());
    for (const QString &service : services)
        QCOMPARE(textIn(folder, service, u"SELECT till FROM founded"_s), u"T1"_s);
}

void CliLostStoreTest::noShopIsMadeForAFileThatIsNotThere()
{
    const QString folder = path(u"none"_s);
    for (const QString &command : {u"replay"_s, u"import-products"_s}) {
        const Told told = runKontor(folder, {command, path(u"nothing.csv"_s)});
        QCOMPARE(told.exitCode, 1);
        QVERIFY2(told.errors.contains("there is no such file"), told.all());
        QVERIFY(!QDir(folder).exists());
    }
}

} // namespace kontor::test

QTEST_GUILESS_MAIN(kontor::test::CliLostStoreTest)
#include "cli_lost_store_test.moc"
