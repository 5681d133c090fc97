// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/table_reader.h"
#include "tests/core/error_text.h"
#include "tests/core/table_files.h"

#include <QFileInfo>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

using Rows = QList<QStringList>;

class TableReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreSplitIntoCells_data();
    void rowsAreSplitIntoCells();
    void theDelimiterIsRecognised_data();
    void theDelimiterIsRecognised();
    void linesAreCountedAsAnEditorCounts();
    void whatIsNoTableIsRefused_data();
    void whatIsNoTableIsRefused();
    void anOpenQuoteIsNamedByTheLineWhereItBegan_data();
    void anOpenQuoteIsNamedByTheLineWhereItBegan();
    void limitsAreKept_data();
    void limitsAreKept();
    void anErrorStays();
    void aMissingCellIsEmpty();
    void chunkEdgesChangeNothing();
    void realFilesAreReadCompletely_data();
    void realFilesAreReadCompletely();

private:
    TableFiles m_files;
};

void TableReaderTest::rowsAreSplitIntoCells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Rows>("rows");

    const auto row = [](const char *why, const QByteArray &text, const Rows &rows) {
        QTest::newRow(why) << text << rows;
    };
    row("plain", "a,b\n1,2\n", {{u"1"_s, u"2"_s}});
    row("no break at the end", "a,b\n1,2", {{u"1"_s, u"2"_s}});
    row("CRLF", "a,b\r\n1,2\r\n3,4\r\n", {{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}});
    row("CR alone", "a,b\r1,2\r3,4", {{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}});
    row("header only", "a,b\n", {});
    row("empty cells", "a,b\n,\n", {{u""_s, u""_s}});
    row("delimiter is the last byte", "a,b\n1,", {{u"1"_s, u""_s}});
    row("fewer cells", "a,b,c\n1\n1,2,3\n", {{u"1"_s}, {u"1"_s, u"2"_s, u"3"_s}});
    row("more cells", "a,b\n1,2,3\n4,5\n", {{u"1"_s, u"2"_s, u"3"_s}, {u"4"_s, u"5"_s}});
    row("empty lines are passed over", "\n\r\na,b\n\n\r\n1,2\n\n", {{u"1"_s, u"2"_s}});
    row("quotes", "a,b\n\"1\",\"2\"\n", {{u"1"_s, u"2"_s}});
    row("empty quotes", "a,b\n\"\",\"\"", {{u""_s, u""_s}});
    row("delimiter within quotes", "a,b\n\"1,5\",2\n", {{u"1,5"_s, u"2"_s}});
    row("doubled quotes", "a,b\n\"15\"\" \"\"TV\"\"\",2\n", {{u"15\" \"TV\""_s, u"2"_s}});
    row("only a quote", "a,b\n\"\"\"\",2\n", {{u"\""_s, u"2"_s}});
    row("breaks within quotes", "a,b\n\"1\r\n2\n3\r4\",5\n", {{u"1\r\n2\n3\r4"_s, u"5"_s}});
    row("quote in the middle", "a,b\n15\" TV,2\n", {{u"15\" TV"_s, u"2"_s}});
    row("text behind a closing quote", "a,b\n\"x\" y,\"z\" \n", {{u"x y"_s, u"z "_s}});
    row("spaces are kept", "a,b\n 1 , 2\n", {{u" 1 "_s, u" 2"_s}});
    row("one column", "Barcode\n111\n\"2,2\"\n3;3\n", {{u"111"_s}, {u"2,2"_s}, {u"3;3"_s}});
    row("Excel's first line", "sep=;\r\na;b\r\n1,5;2\r\n", {{u"1,5"_s, u"2"_s}});
    row("UTF-8", "a,b\nŽ,\"€ \xF0\x9F\x98\x80\"\n", {{u"Ž"_s, u"€ 😀"_s}});
}

void TableReaderTest::rowsAreSplitIntoCells()
{
    QFETCH(QByteArray, text);
    QFETCH(Rows, rows);
    const auto table = readTable(m_files.write(text));
    QVERIFY2(table, errorText(table).constData());
    QCOMPARE(table->rows, rows);
}

void TableReaderTest::theDelimiterIsRecognised_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("delimiter");

    QTest::newRow("comma") << QByteArray("name,price\nx,1\n") << u"comma"_s;
    QTest::newRow("semicolon, decimal comma")
        << QByteArray("name;price\nx;1,50\ny;2,50\n") << u"semicolon"_s;
    QTest::newRow("semicolon, commas in every row")
        << QByteArray("name;price, EUR;tax\nx;1,50;19\ny;2,50;7\n") << u"semicolon"_s;
    QTest::newRow("tab") << QByteArray("name\tprice\nx, y\t1\n") << u"tab"_s;
    QTest::newRow("pipe") << QByteArray("name|price\nx; y|1\n") << u"pipe"_s;
    QTest::newRow("quoted header")
        << QByteArray("\"name, or so\";\"price\"\nx;1\n") << u"semicolon"_s;
    QTest::newRow("quoted cells with the other one")
        << QByteArray("a,b\n\"1;2;3\",\"4\n5;6\"\n") << u"comma"_s;
    QTest::newRow("semicolons in text")
        << QByteArray("a,b,c;d\n1,2,x\n1,2,x;y;z\n1,2,\n") << u"comma"_s;
    QTest::newRow("one column") << QByteArray("Name\nfoo, bar\n") << u"none"_s;
    QTest::newRow("Excel says so") << QByteArray("sep=|\na,b|c,d\n") << u"pipe"_s;
}

void TableReaderTest::theDelimiterIsRecognised()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, delimiter);
    const auto table = readTable(m_files.write(text));
    QVERIFY2(table, errorText(table).constData());
    QCOMPARE(table->delimiter, delimiter);
}

void TableReaderTest::linesAreCountedAsAnEditorCounts()
{
    const auto table = readTable(m_files.write("a,b\r\n"
                                               "1,\"x\r\ny\nz\rw\"\r\n"
                                               "\r\n"
                                               "2,x\r"
                                               "3,x\n"
                                               "\n"
                                               "4,x"));
    QVERIFY(table);
    QCOMPARE(table->lines, (QList<qint64>{2, 7, 8, 10}));
}

void TableReaderTest::whatIsNoTableIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("only a byte order mark") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("only line breaks") << QByteArray("\r\n\n\r");
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("workbook") << QByteArray("PK\x03\x04\x14");
    QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1");
    QTest::newRow("PDF") << QByteArray("%PDF-1.4\n1 0 obj\n");
    QTest::newRow("zero bytes") << QByteArray("a,b\n1,\0\n", 8);
    QTest::newRow("UTF-16 without its mark") << QByteArray("a\0,\0b\0\n\0", 8);
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html>\n<p>a, b</p>");
    QTest::newRow("JSON") << QByteArray("[{\"name\": \"x\", \"price\": 1}]");
    QTest::newRow("control characters") << QByteArray("\x01\x02,b\n1,2\n");
    QTest::newRow("no names") << QByteArray("3850334043641,1.50\n3850334043658,2.50\n");
    QTest::newRow("one column without a name") << QByteArray("4711 x\n4712 y\n");
    QTest::newRow("gzip of nothing") << gzipped({});
}

void TableReaderTest::whatIsNoTableIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto table = readTable(m_files.write(bytes));
    QVERIFY(!table);
    QVERIFY2(table.error().is(TableError::NotATable), errorText(table).constData());
    QVERIFY(table.error().text().contains(u"table.csv"));
}

void TableReaderTest::anOpenQuoteIsNamedByTheLineWhereItBegan_data()
{
    QTest::addColumn<QByteArray>("text");

    const QByteArray before("a,b\n1,\"x\ny\"\n");
    QTest::newRow("to the end") << before + "2,\"z\n3,4\n5,6\n";
    QTest::newRow("the last byte") << before + "2,\"";
    QTest::newRow("after a doubled one") << before + "2,\"z\"\"\n3,4";
    QTest::newRow("longer than a row may be")
        << before + "2,\"z\n" + QByteArray("3,4\n").repeated(100'000);
}

void TableReaderTest::anOpenQuoteIsNamedByTheLineWhereItBegan()
{
    QFETCH(QByteArray, text);
    const auto table = readTable(m_files.write(text));
    QVERIFY(!table);
    QVERIFY2(table.error().is(TableError::UnbalancedQuote), errorText(table).constData());
    QVERIFY2(table.error().text().contains(u"line 4:"), errorText(table).constData());
}

void TableReaderTest::limitsAreKept_data()
{
    QTest::addColumn<QByteArray>("within");
    QTest::addColumn<QByteArray>("beyond");
    QTest::addColumn<TableError>("error");

    const auto lines = [](int count) { return "a,b\n" + QByteArray("1,2\n").repeated(count); };
    QTest::newRow("rows") << lines(50) << lines(51) << TableError::TooManyRows;
    const auto columns = [](int count) {
        return "a" + QByteArray(",a").repeated(count - 1) + '\n';
    };
    QTest::newRow("columns") << columns(20) << columns(21) << TableError::TooManyColumns;
    const auto wide = [](int bytes) { return "a,b\n1," + QByteArray(bytes - 3, 'x') + '\n'; };
    QTest::newRow("line") << wide(1000) << wide(1001) << TableError::LineTooLong;
    const auto quoted = [](int bytes) {
        return "a,b\n1,\"" + QByteArray("x\n").repeated((bytes - 6) / 2) + "\",\n";
    };
    QTest::newRow("row of many lines") << quoted(998) << quoted(1010) << TableError::LineTooLong;
    const auto file = [](int bytes) { return "a,b\n" + QByteArray(bytes - 4, '\n'); };
    QTest::newRow("file") << file(5000) << file(5001) << TableError::TooLarge;
    QTest::newRow("file, packed") << gzipped(file(5000)) << gzipped(file(5001))
                                  << TableError::TooLarge;
}

void TableReaderTest::limitsAreKept()
{
    QFETCH(QByteArray, within);
    QFETCH(QByteArray, beyond);
    QFETCH(TableError, error);
    const TableLimits limits{.fileBytes = 5000,
                             .recordBytes = 1000,
                             .columns = 20,
                             .rows = 50,
                             .unpackRatio = 200,
                             .chunkBytes = 100};
    const auto good = TableReader::check(m_files.write(within), limits);
    QVERIFY2(good, errorText(good).constData());
    const auto bad = TableReader::check(m_files.write(beyond), limits);
    QVERIFY(!bad);
    QVERIFY2(bad.error().is(error), errorText(bad).constData());
}

void TableReaderTest::anErrorStays()
{
    const auto reader = TableReader::open(m_files.write("a,b\n1,2\n3,\"4\n"));
    QVERIFY(reader);
    QVERIFY((*reader)->next());
    QVERIFY(!(*reader)->next());
    const auto again = (*reader)->next();
    QVERIFY(!again);
    QVERIFY(again.error().is(TableError::UnbalancedQuote));
}

void TableReaderTest::aMissingCellIsEmpty()
{
    const auto reader = TableReader::open(m_files.write("a,b,c\n1\n"));
    QVERIFY(reader);
    const auto found = (*reader)->next();
    QVERIFY(found && *found);
    QCOMPARE((*reader)->columnCount(), 1);
    QCOMPARE((*reader)->cell(0), u"1"_s);
    QCOMPARE((*reader)->cell(2), QString());
    QCOMPARE((*reader)->cell(-1), QString());
    const auto end = (*reader)->next();
    QVERIFY(end && !*end);
    QCOMPARE((*reader)->bytesRead(), (*reader)->bytesTotal());
}

void TableReaderTest::chunkEdgesChangeNothing()
{
    const QByteArray text("name,price\r\n"
                          "\"Tea \"\"Earl\"\" Grey\r\n2nd line\",\"1,50\"\r\n"
                          "\r\n"
                          "Žluť,€2\n\"\",\"\"\"\"\r"
                          "😀,x\"y\r\n"
                          "\"a\" b,\"\"\n"
                          "last,");
    const auto whole = readTable(m_files.write(text));
    QVERIFY(whole);
    QCOMPARE(whole->rows.size(), 6);
    QByteArray packed = gzipped(text.first(40)) + gzipped(text.sliced(40));
    for (const QByteArray &bytes : {text, packed}) {
        const QString path = m_files.write(bytes);
        for (qint64 chunk = 1; chunk <= text.size() + 1; ++chunk) {
            const auto table = readTable(path, {.chunkBytes = chunk});
            QVERIFY2(table, errorText(table).constData());
            QVERIFY2(*table == *whole, qPrintable(u"chunks of %1 bytes"_s.arg(chunk)));
        }
    }
}

// Counted with Python's csv module: data rows, and UTF-16 units in all cells of them.
void TableReaderTest::realFilesAreReadCompletely_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::addColumn<qint64>("characters");
    QTest::addColumn<QString>("encoding");

    const QString utf8 = u"UTF-8"_s;
    QTest::newRow("catalog/alko-fi-2024-11-01.csv.gz") << 30 << 11'332 << 3'562'147LL << utf8;
    QTest::newRow("catalog/konzum-hr-0204-2025-07-03.csv.gz") << 12 << 10'950 << 949'897LL << utf8;
    QTest::newRow("import-samples/shopify-official-apparel.csv") << 46 << 22 << 5'566LL << utf8;
    QTest::newRow("import-samples/shopify-official-home-and-garden.csv")
        << 47 << 21 << 4'572LL << utf8;
    QTest::newRow("import-samples/shopify-official-jewelery.csv") << 46 << 41 << 7'874LL << utf8;
    QTest::newRow("import-samples/vend-lightspeed-product-export.csv")
        << 49 << 1'217 << 920'733LL << u"Windows-1252"_s;
    QTest::newRow("import-samples/woocommerce-sample_products.csv") << 55 << 24 << 15'941LL << utf8;
    QTest::newRow("orders/online_retail_2010-12_2011-01.csv.gz")
        << 8 << 77'628 << 6'204'689LL << utf8;
    QTest::newRow("standards/iso4217-codes-all.csv") << 6 << 449 << 15'045LL << utf8;
    QTest::newRow("standards/vat_rates.csv") << 7 << 241 << 14'250LL << utf8;
}

void TableReaderTest::realFilesAreReadCompletely()
{
    QFETCH(int, columns);
    QFETCH(int, rows);
    QFETCH(qint64, characters);
    QFETCH(QString, encoding);
    const QString folder = qEnvironmentVariable(
        "KONTOR_SHARED_DATA", qEnvironmentVariable("KONTOR_SOURCE_DIR") + u"/../shared/data"_s);
    const QString path = folder + u'/' + QString::fromLatin1(QTest::currentDataTag());
    if (!QFileInfo::exists(path) && qEnvironmentVariableIntValue("KONTOR_CI") != 1)
        QSKIP("the shared test data is not here; set KONTOR_SHARED_DATA");

    const auto table = readTable(path);
    QVERIFY2(table, errorText(table).constData());
    QCOMPARE(table->header.size(), columns);
    QCOMPARE(table->rows.size(), rows);
    QCOMPARE(table->encoding, encoding);
    QCOMPARE(table->delimiter, u"comma"_s);
    qint64 read = 0;
    for (const QStringList &row : table->rows) {
        QCOMPARE(row.size(), columns);
        for (const QString &cell : row)
            read += cell.size();
    }
    QCOMPARE(read, characters);
}

QTEST_GUILESS_MAIN(TableReaderTest)
#include "table_reader_test.moc"
