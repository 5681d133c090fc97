// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/kontor_run.h"
#include "tests/cli/test_files.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kontor::test {

//! The command line as a stranger uses it, with wrong words and wrong files.
class CliTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wrongWordsAreRefusedBeforeAnythingIsMade_data();
    void wrongWordsAreRefusedBeforeAnythingIsMade();
    void wrongOptionsOfAFileAreRefused_data();
    void wrongOptionsOfAFileAreRefused();
    void aFileThatIsNoTableChangesNothing_data();
    void aFileThatIsNoTableChangesNothing();
    void aFileOfWrongRowsOnlyIsAFailure_data();
    void aFileOfWrongRowsOnlyIsAFailure();
    void textOfAnotherEncodingIsUnderstood_data();
    void textOfAnotherEncodingIsUnderstood();
    void standardOutputIsOneJsonObject_data();
    void standardOutputIsOneJsonObject();
    void helpAndVersionSucceed();
    void answersThatCannotBePrintedAreAFailure();
    void anImportLeavesNoProgramBehind();
    void aReplayIsBookedOnce();
    void aMissingShopIsNotMadeByLookingAtIt_data();
    void aMissingShopIsNotMadeByLookingAtIt();
    void anUnknownOrderIsAFailure_data();
    void anUnknownOrderIsAFailure();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_shop; //!< with 20 products and 60 invoices
};

void CliTest::initTestCase()
{
    m_shop = path(u"shop"_s);
    const QByteArray table = products(2000);
    const QByteArray packed = gzipped(table);
    QByteArray corrupt = packed;
    corrupt[corrupt.size() / 2] = char(~corrupt[corrupt.size() / 2]);
    writeFile(path(u"products.csv"_s), products(20));
    writeFile(path(u"invoices.csv"_s), invoices(60));
    writeFile(path(u"picture.csv"_s), "\x89PNG\r\n\x1a\n" + QByteArray(3000, '\x07'));
    writeFile(path(u"binary.csv"_s),
              QByteArray("\x7f\x45\x4c\x46\x02\x01\0\0\0\x03", 10).repeated(500));
    writeFile(path(u"utf16.csv"_s), QByteArray("n\0a\0m\0e\0,\0s\0k\0u\0\n\0", 18));
    writeFile(path(u"truncated.csv.gz"_s), packed.first(packed.size() / 2));
    writeFile(path(u"corrupt.csv.gz"_s), corrupt);
    writeFile(path(u"empty.csv"_s), {});
    writeFile(path(u"empty.csv.gz"_s), gzipped({}));
    writeFile(path(u"no-price.csv"_s),
              "name,sku,InvoiceNo,StockCode,Quantity,InvoiceDate\na,b,1,2,3,4\n");
    writeLongLine(path(u"long.csv.gz"_s), 1'000'000'000);
    QVERIFY(QDir(m_folder.path()).mkdir(u"folder"_s));
    const Told imported = runKontor(m_shop, {u"import-products"_s, path(u"products.csv"_s)});
    QVERIFY2(imported.exitCode == 0, imported.all());
    const Told replayed = runKontor(m_shop, {u"replay"_s, path(u"invoices.csv"_s)});
    QVERIFY2(replayed.exitCode == 0, replayed.all());
}

void CliTest::wrongWordsAreRefusedBeforeAnythingIsMade_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const QString data = u"--data="_s + path(u"untouched"_s);
    const auto row = [&](const char *name, const QStringList &arguments, const QByteArray &said) {
        QTest::newRow(name) << QStringList{data} + arguments << said;
    };
    row("unknown command", {u"frobnicate"_s}, "no command 'frobnicate'");
    row("unknown option", {u"audit"_s, u"--frobnicate"_s, u"1"_s}, "no option --frobnicate");
    row("another command's option", {u"audit"_s, u"--limit"_s, u"1"_s}, "no option --limit");
    row("short option", {u"audit"_s, u"-v"_s}, "no option -v");
    row("an option before its command", {u"--limit"_s, u"1"_s, u"replay"_s, u"f"_s},
        "no option --limit");
    row("option without value", {u"replay"_s, u"f"_s, u"--limit"_s}, "--limit needs a value");
    row("empty value", {u"replay"_s, u"f"_s, u"--limit="_s}, "--limit needs a value");
    row("no file", {u"replay"_s}, "takes one argument, not 0");
    row("two files", {u"import-products"_s, u"a"_s, u"b"_s}, "takes one argument, not 2");
    row("audit of a file", {u"audit"_s, u"a"_s}, "takes no argument, not 1");
    row("attention for somebody", {u"attention"_s, u"a"_s}, "takes no argument, not 1");
    row("half a retry", {u"retry"_s, u"order"_s, u"cart:T1"_s}, "takes three arguments, not 2");
    row("a retry of all and one", {u"retry"_s, u"--all"_s, u"a"_s}, "takes no argument, not 1");
    row("another command's --all", {u"attention"_s, u"--all"_s}, "no option --all");
    row("demo for machines", {u"--json"_s, u"demo"_s}, "no --json");
    row("a file without a name", {u"import-products"_s, QString()}, "name of the file is empty");
    row("a wrong option of a file", {u"replay"_s, path(u"invoices.csv"_s), u"--limit=many"_s},
        "not 'many'");
    // An empty variable in a script must not make a shop of the current folder.
    QTest::newRow("empty folder") << QStringList{u"--data"_s, QString(), u"audit"_s}
                                  << QByteArray("--data needs a value");
}

void CliTest::wrongWordsAreRefusedBeforeAnythingIsMade()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Told told = runKontor(arguments);
    QCOMPARE(told.exitCode, 2);
    QVERIFY2(told.errors.contains(said), told.all());
    QVERIFY(told.out.isEmpty());
    QVERIFY(!QDir(path(u"untouched"_s)).exists());
}

void CliTest::wrongOptionsOfAFileAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QStringList &arguments, int exitCode,
                        const QByteArray &said) {
        QTest::newRow(name) << arguments << exitCode << said;
    };
    const QStringList import = {u"import-products"_s, path(u"products.csv"_s)};
    const QStringList replay = {u"replay"_s, path(u"invoices.csv"_s)};
    row("unknown field", import + QStringList{u"--map"_s, u"colour=sku"_s}, 1,
        "no field \"colour\"");
    row("unknown column", import + QStringList{u"--map"_s, u"price=Preis"_s}, 1,
        "no column \"Preis\"");
    row("map without column", import + QStringList{u"--map"_s, u"price"_s}, 2, "FIELD=COLUMN");
    row("unknown currency", import + QStringList{u"--currency"_s, u"XXQ"_s}, 2, "'XXQ'");
    row("unknown decimal mark", import + QStringList{u"--decimal"_s, u"dot"_s}, 2,
        "point or comma");
    row("two columns for one field",
        import + QStringList{u"--map"_s, u"price=price"_s, u"--map"_s, u"price=name"_s}, 2,
        "names the field price twice");
    row("no order at all", replay + QStringList{u"--limit"_s, u"0"_s}, 2, "whole number from 1");
    row("opening stock at the counter", replay + QStringList{u"--opening-stock"_s, u"5"_s}, 2,
        "is for --fulfilment delivery");
    row("faults at the counter", replay + QStringList{u"--sandbox-faults"_s, u"plan"_s}, 2,
        "is for --fulfilment delivery");
    row("negative number", replay + QStringList{u"--limit"_s, u"-1"_s}, 2, "whole number from 1");
    row("no number", replay + QStringList{u"--limit"_s, u"many"_s}, 2, "not 'many'");
    row("too large a number", replay + QStringList{u"--limit"_s, u"99999999999"_s}, 2,
        "whole number");
    row("fraction", replay + QStringList{u"--limit"_s, u"1.5"_s}, 2, "whole number");
    row("unknown zone", replay + QStringList{u"--zone"_s, u"Mars"_s}, 2, "Europe/London");
    row("unknown fulfilment", replay + QStringList{u"--fulfilment"_s, u"drone"_s}, 2,
        "not 'drone'");
}

void CliTest::wrongOptionsOfAFileAreRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const QByteArray before = storeBytes(m_shop);
    const Told told = runKontor(m_shop, arguments);
    QTEST(told.exitCode, "exitCode");
    QVERIFY2(told.errors.contains(said), told.all());
    QVERIFY(told.out.isEmpty());
    QCOMPARE(storeBytes(m_shop), before);
}

void CliTest::aFileThatIsNoTableChangesNothing_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("said");
    const std::pair<const char *, QByteArray> files[] = {
        {"picture.csv", "is a picture"},
        {"binary.csv", "not a text table"},
        {"utf16.csv", "byte order mark"},
        {"truncated.csv.gz", "ends too early"},
        {"corrupt.csv.gz", "damaged"},
        {"long.csv.gz", "is longer than"},
        {"empty.csv", "is empty"},
        {"empty.csv.gz", "is empty"},
        {"no-price.csv", "no column for price"},
        {"folder", "is not a file"},
        {"missing.csv", "there is no such file"},
    };
    for (const QString &command : {u"import-products"_s, u"replay"_s}) {
        for (const auto &[file, said] : files)
            QTest::addRow("%s %s", qPrintable(command), file)
                << command << QString::fromLatin1(file) << said;
    }
}

void CliTest::aFileThatIsNoTableChangesNothing()
{
    QFETCH(QString, command);
    QFETCH(QString, file);
    QFETCH(QByteArray, said);
    const QByteArray before = storeBytes(m_shop);
    QElapsedTimer timer;
    timer.start();
    const Told told = runKontor(m_shop, {u"--json"_s, command, path(file)});
    QVERIFY2(timer.elapsed() < 10'000, "a file that is refused is refused at its first wrong line");
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.errors.contains(said), told.all());
    QVERIFY(told.out.isEmpty());
    QCOMPARE(storeBytes(m_shop), before);
}

void CliTest::aFileOfWrongRowsOnlyIsAFailure_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    writeFile(
        path(u"wrong-rows.csv"_s),
        "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice\n1,A1,many,2010-12-01 08:26:00,1.00\n");
    QTest::newRow("import") << QStringList{u"import-products"_s, path(u"products.csv"_s),
                                           u"--map"_s, u"price=name"_s}
                            << QByteArray("No row of this file");
    QTest::newRow("replay") << QStringList{u"replay"_s, path(u"wrong-rows.csv"_s)}
                            << QByteArray("Nothing of this file");
}

void CliTest::aFileOfWrongRowsOnlyIsAFailure()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Told told = runKontor(m_shop, arguments);
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.errors.contains(said), told.all());
    QVERIFY2(told.out.contains("line 2"), told.all());
}

void CliTest::textOfAnotherEncodingIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("Windows-1252") << QByteArray("name,sku,price\nCaf\xe9,E1,3.50\n");
    QTest::newRow("UTF-8 with mark")
        << QByteArray("\xef\xbb\xbfname,sku,price\nCaf\xc3\xa9,E1,3.50\n");
    QByteArray wide("\xff\xfe");
    for (const char c : QByteArray("name,sku,price\nCaf\xe9,E1,3.50\n"))
        wide += QByteArray(1, c) + '\0';
    QTest::newRow("UTF-16 with mark") << wide;
}

void CliTest::textOfAnotherEncodingIsUnderstood()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"f.csv"_s), bytes);
    const Told told = runKontor(folder.path(), {u"import-products"_s, folder.filePath(u"f.csv"_s)});
    QVERIFY2(told.exitCode == 0, told.all());
    QCOMPARE(textIn(folder.path(), u"catalog"_s, u"SELECT name FROM product"_s), u"Café"_s);
}

void CliTest::standardOutputIsOneJsonObject_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("field");
    QTest::newRow("import") << QStringList{u"import-products"_s, path(u"products.csv"_s)}
                            << u"unchanged"_s;
    QTest::newRow("replay") << QStringList{u"replay"_s, path(u"invoices.csv"_s)} << u"net_total"_s;
    QTest::newRow("audit") << QStringList{u"audit"_s} << u"sound"_s;
    QTest::newRow("verify") << QStringList{u"verify"_s} << u"topics"_s;
    QTest::newRow("order") << QStringList{u"order"_s, u"T1-000001"_s} << u"events"_s;
    QTest::newRow("attention") << QStringList{u"attention"_s} << u"attention"_s;
    QTest::newRow("retry") << QStringList{u"retry"_s, u"--all"_s} << u"retried"_s;
}

void CliTest::standardOutputIsOneJsonObject()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, field);
    // The option may stand before the command and after it.
    for (const QStringList &asked :
         {QStringList{u"--json"_s} + arguments, arguments + QStringList{u"--json"_s}}) {
        const Told told = runKontor(m_shop, asked);
        QVERIFY2(told.exitCode == 0, told.all());
        QVERIFY2(told.json().contains(field), told.all());
        QVERIFY2(told.errors.isEmpty(), told.all());
    }
}

void CliTest::helpAndVersionSucceed()
{
    for (const QString &asked : {u"--help"_s, u"-h"_s, u"--version"_s}) {
        const Told told = runKontor({asked});
        QCOMPARE(told.exitCode, 0);
        QVERIFY(told.out.toLower().contains("kontor"));
        QVERIFY(told.errors.isEmpty());
    }
}

void CliTest::answersThatCannotBePrintedAreAFailure()
{
    auto kontor = startKontor(m_shop, {u"--json"_s, u"audit"_s}, u"/dev/full"_s);
    const Told told = ended(*kontor);
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.errors.contains("could not be written"), told.all());
}

void CliTest::anImportLeavesNoProgramBehind() { QVERIFY(!QDir(m_shop + u"/sandbox"_s).exists()); }

void CliTest::aReplayIsBookedOnce()
{
    const auto before = eventCount(m_shop, u"order"_s);
    const Told told = runKontor(m_shop, {u"--json"_s, u"replay"_s, path(u"invoices.csv"_s)});
    QCOMPARE(told.json()["orders"_L1].toInt(), 54);
    QCOMPARE(told.json()["returns"_L1].toInt(), 6);
    // 54 invoices of three lines of 2 × 2.55, and 6 credit notes of three lines of 2.55.
    QCOMPARE(told.json()["sales_total"_L1].toString(), u"826.20"_s);
    QCOMPARE(told.json()["returns_total"_L1].toString(), u"-45.90"_s);
    QCOMPARE(eventCount(m_shop, u"order"_s), before);

    const Told other =
        runKontor(m_shop, {u"replay"_s, path(u"invoices.csv"_s), u"--currency"_s, u"USD"_s});
    QCOMPARE(other.exitCode, 1);
    QVERIFY2(other.errors.contains("give --currency GBP"), other.all());
    QCOMPARE(eventCount(m_shop, u"order"_s), before);
}

void CliTest::aMissingShopIsNotMadeByLookingAtIt_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("audit") << QStringList{u"audit"_s};
    QTest::newRow("verify") << QStringList{u"verify"_s};
    QTest::newRow("order") << QStringList{u"order"_s, u"T1-000001"_s};
    QTest::newRow("attention") << QStringList{u"attention"_s};
    QTest::newRow("retry") << QStringList{u"retry"_s, u"--all"_s};
}

void CliTest::aMissingShopIsNotMadeByLookingAtIt()
{
    QFETCH(QStringList, arguments);
    const Told told = runKontor(path(u"nowhere"_s), arguments);
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.errors.contains("There is no shop in"), told.all());
    QVERIFY(!QDir(path(u"nowhere"_s)).exists());
}

void CliTest::anUnknownOrderIsAFailure_data()
{
    QTest::addColumn<QString>("order");
    QTest::newRow("number") << u"T1-999999"_s;
    QTest::newRow("id") << u"018c0000-0000-7000-8000-000000000000"_s;
    QTest::newRow("null id") << u"00000000-0000-0000-0000-000000000000"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("SQL") << u"' OR 1=1 --"_s;
    QTest::newRow("very long") << QString(100'000, u'9');
}

void CliTest::anUnknownOrderIsAFailure()
{
    QFETCH(QString, order);
    const Told told = runKontor(m_shop, {u"order"_s, order});
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.errors.contains("There is no order"), told.all());
    QVERIFY(told.out.isEmpty());
}

} // namespace kontor::test

QTEST_GUILESS_MAIN(kontor::test::CliTest)
#include "cli_test.moc"
