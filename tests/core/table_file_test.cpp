// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/table_reader.h"
#include "tests/core/error_text.h"
#include "tests/core/table_files.h"

#include <QElapsedTimer>
#include <QStringConverter>
#include <QtTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace kontor;

namespace {

qint64 peakMemoryKiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder.encode(text);
}

} // namespace

class TableFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEncodingIsRecognised_data();
    void theEncodingIsRecognised();
    void aWrongEncodingIsRefused_data();
    void aWrongEncodingIsRefused();
    void utf16IsReadInChunksOfAnySize();
    void whatCannotBeOpenedIsSaid();
    void gzipIsReadAsItIs_data();
    void gzipIsReadAsItIs();
    void aGzipCutShortAnywhereIsRefused();
    void aBigGzipCutShortIsRefusedBeforeTheFirstRow();
    void aDamagedByteOfAGzipIsNeverReadAsData();
    void bombsAreRefusedFastAndSmall_data();
    void bombsAreRefusedFastAndSmall();
    void aPlainFileBeyondTheLimitIsNotEvenRead();

private:
    TableFiles m_files;
};

void TableFileTest::theEncodingIsRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("name");

    const QString text = u"name,price\nŽluť 😀,€1\n"_s;
    const QString utf8 = u"UTF-8"_s;
    QTest::newRow("UTF-8") << text.toUtf8() << utf8 << u"Žluť 😀"_s;
    QTest::newRow("UTF-8 with mark")
        << encoded(text, QStringConverter::Utf8) << utf8 << u"Žluť 😀"_s;
    QTest::newRow("UTF-16LE") << encoded(text, QStringConverter::Utf16LE) << u"UTF-16LE"_s
                              << u"Žluť 😀"_s;
    QTest::newRow("UTF-16BE") << encoded(text, QStringConverter::Utf16BE) << u"UTF-16BE"_s
                              << u"Žluť 😀"_s;
    QTest::newRow("ASCII") << QByteArray("name,price\nTea,1\n") << utf8 << u"Tea"_s;
    QTest::newRow("Windows-1252") << QByteArray("name,price\nCaf\xE9 \x80 \x9E\xFF,1\n")
                                  << u"Windows-1252"_s << u"Café € žÿ"_s;
    QTest::newRow("Windows-1252, quoted") << QByteArray("name,price\n\"\x93"
                                                        "a\"\"b\x94\",1\n")
                                          << u"Windows-1252"_s << u"“a\"b”"_s;
    QTest::newRow("looks like UTF-8 once, but is not")
        << QByteArray("name,price\n\xC3\xA9 \xE9 \xE8 \xFC,1\n") << u"Windows-1252"_s
        << u"Ã© é è ü"_s;
    QTest::newRow("overlong is not UTF-8")
        << QByteArray("name,price\n\xC0\xAF,1\n") << u"Windows-1252"_s << u"À¯"_s;
    QTest::newRow("cut in the last character")
        << QByteArray("price,name\n1,\xE9\xE8") << u"Windows-1252"_s << u"1"_s;
}

void TableFileTest::theEncodingIsRecognised()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, name);
    for (const qint64 chunk : {1, 2, 3, 7, 65536}) {
        const auto table = readTable(m_files.write(bytes), {.chunkBytes = chunk});
        QVERIFY2(table, errorText(table).constData());
        QCOMPARE(table->encoding, encoding);
        QCOMPARE(table->rows.first().first(), name);
        QVERIFY(!table->header.first().startsWith(QChar::ByteOrderMark));
    }
}

void TableFileTest::aWrongEncodingIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");

    const QByteArray good("name,price\nŽluť,1\n");
    QTest::newRow("damaged UTF-8") << good + "\xC5,2\n" << u"line 3"_s;
    QTest::newRow("UTF-8 mark, but Windows-1252")
        << QByteArray("\xEF\xBB\xBFname,price\nCaf\xE9,1\n") << u"line 2"_s;
    QTest::newRow("surrogate in UTF-8 with mark")
        << QByteArray("\xEF\xBB\xBFname,price\n\xED\xA0\x80,1\n") << u"line 2"_s;
    QTest::newRow("neither UTF-8 nor Windows-1252")
        << QByteArray("name,price\nx,1\n\xE9\x81\xFF,2\n") << u"line 3"_s;
    QTest::newRow("UTF-16 of an odd length") << QByteArray("\xFF\xFE"
                                                           "a\0,\0b",
                                                           7)
                                             << QString();
    QTest::newRow("UTF-16 with half a pair") << QByteArray("\xFF\xFE"
                                                           "a\0,\0b\0\n\0\x3D\xD8\n\0",
                                                           14)
                                             << QString();
    QTest::newRow("UTF-16 ends in half a pair") << QByteArray("\xFF\xFE"
                                                              "a\0,\0b\0\n\0\x3D\xD8",
                                                              12)
                                                << QString();
    QTest::newRow("UTF-16 with the wrong half") << QByteArray("\xFF\xFE"
                                                              "a\0,\0b\0\n\0\x00\xDE",
                                                              12)
                                                << QString();
}

void TableFileTest::aWrongEncodingIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, place);
    const auto table = readTable(m_files.write(bytes));
    QVERIFY(!table);
    QVERIFY2(table.error().is(TableError::WrongEncoding), errorText(table).constData());
    QVERIFY2(table.error().text().contains(place), errorText(table).constData());
}

void TableFileTest::utf16IsReadInChunksOfAnySize()
{
    const QString text = u"name,price\r\n\"Žluť\r\n\"\"kůň\"\" 😀😀\",1\r\n中文,€2\r\n"_s;
    const auto expected = readTable(m_files.write(text.toUtf8()));
    QVERIFY(expected);
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        const QString path = m_files.write(encoded(text, encoding));
        for (qint64 chunk = 1; chunk < 100; ++chunk) {
            const auto table = readTable(path, {.chunkBytes = chunk});
            QVERIFY2(table, errorText(table).constData());
            QCOMPARE(table->rows, expected->rows);
            QCOMPARE(table->lines, expected->lines);
        }
    }
}

void TableFileTest::whatCannotBeOpenedIsSaid()
{
    for (const QString &path : {m_files.path(u"missing.csv"_s), m_files.path(u"."_s)}) {
        const auto reader = TableReader::open(path);
        QVERIFY(!reader);
        QVERIFY(reader.error().is(TableError::CannotOpen));
        QVERIFY(reader.error().text().startsWith(path));
    }
}

void TableFileTest::gzipIsReadAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");

    const QByteArray text("a,b\n1,2\n3,4\n");
    QTest::newRow("one member") << gzipped(text);
    QTest::newRow("two members") << gzipped(text.first(6)) + gzipped(text.sliced(6));
    QTest::newRow("an empty member between")
        << gzipped(text.first(6)) + gzipped({}) + gzipped(text.sliced(6));
    QTest::newRow("padded with zeros") << gzipped(text) + QByteArray(1000, '\0');
}

void TableFileTest::gzipIsReadAsItIs()
{
    QFETCH(QByteArray, bytes);
    const auto table = readTable(m_files.write(bytes));
    QVERIFY2(table, errorText(table).constData());
    QCOMPARE(table->rows, (QList<QStringList>{{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}}));
}

void TableFileTest::aGzipCutShortAnywhereIsRefused()
{
    QByteArray text("name,price\n");
    for (int i = 0; i < 40; ++i)
        text += "product " + QByteArray::number(i * 7919) + ',' + QByteArray::number(i) + '\n';
    const QByteArray packed = gzipped(text);
    for (qsizetype size = 2; size < packed.size(); ++size) {
        const auto checked = TableReader::check(m_files.write(packed.first(size)));
        QVERIFY2(!checked, qPrintable(u"the first %1 bytes"_s.arg(size)));
        QVERIFY2(checked.error().is(TableError::TruncatedArchive), errorText(checked).constData());
    }
}

void TableFileTest::aBigGzipCutShortIsRefusedBeforeTheFirstRow()
{
    QByteArray text("name,price\n");
    quint32 noise = 1;
    while (text.size() < 2'000'000) {
        noise = noise * 1664525 + 1013904223;
        text += QByteArray::number(noise) + ",1\n";
    }
    const QByteArray packed = gzipped(text);
    QVERIFY(packed.size() > 3 * TableLimits{}.chunkBytes);
    for (const qsizetype cut : {qsizetype{1}, qsizetype{8}, packed.size() / 2}) {
        const auto reader = TableReader::open(m_files.write(packed.chopped(cut)));
        QVERIFY(!reader);
        QVERIFY(reader.error().is(TableError::TruncatedArchive));
    }
}

void TableFileTest::aDamagedByteOfAGzipIsNeverReadAsData()
{
    const QByteArray text("name,price\nTea,1\nCoffee,2\nMilk,3\n");
    const auto expected = readTable(m_files.write(text));
    QVERIFY(expected);
    const QByteArray packed = gzipped(text);
    for (qsizetype at = 2; at < packed.size(); ++at) {
        QByteArray damaged = packed;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        const auto table = readTable(m_files.write(damaged));
        if (table)
            QCOMPARE(*table, *expected);
        else
            QVERIFY2(!table.error().is(TableError::CannotOpen), errorText(table).constData());
    }
    const auto followed = TableReader::check(m_files.write(packed + "rest"));
    QVERIFY(!followed);
    QVERIFY(followed.error().is(TableError::CorruptArchive));
}

void TableFileTest::bombsAreRefusedFastAndSmall_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TableError>("error");

    // Members of a gzip follow each other: sixteen of 64 MiB make a gigabyte.
    const qsizetype member = 64 * 1024 * 1024;
    const QByteArray start("name,price\n");
    QTest::newRow("a line of 1 GB, packed")
        << gzipped(start) + gzipped(QByteArray(member, 'x')).repeated(16)
        << TableError::LineTooLong;
    QTest::newRow("a quoted line of 1 GB, packed")
        << gzipped(start + "1,\"") + gzipped(QByteArray(member, 'x')).repeated(16)
        << TableError::LineTooLong;
    QTest::newRow("10 GB of rows in 10 MB")
        << gzipped(start) + gzipped(QByteArray("1,2\n").repeated(member / 4)).repeated(160)
        << TableError::TooLarge;
    QTest::newRow("a plain line of 64 MB")
        << start + QByteArray(member, 'x') << TableError::LineTooLong;
    QTest::newRow("a million columns")
        << QByteArray("a,").repeated(1'000'000) << TableError::LineTooLong;
    QTest::newRow("columns without end") << QByteArray("a,").repeated(100'000) + '\n'
                                         << TableError::TooManyColumns;
    QTest::newRow("an open quote before 16 MB of rows")
        << start + "1,\"" + QByteArray("1,2\n").repeated(member / 16)
        << TableError::UnbalancedQuote;
    QTest::newRow("doubled quotes without end")
        << start + '"' + QByteArray("\"\"\n").repeated(1'000'000) << TableError::UnbalancedQuote;
}

void TableFileTest::bombsAreRefusedFastAndSmall()
{
    QFETCH(QByteArray, bytes);
    QFETCH(TableError, error);
    const QString path = m_files.write(bytes);
    const qint64 before = peakMemoryKiB();
    QElapsedTimer timer;
    timer.start();
    const auto checked = TableReader::check(path);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(u"took %1 ms"_s.arg(timer.elapsed())));
    QVERIFY(peakMemoryKiB() - before < 100 * 1024);
    QVERIFY(!checked);
    QVERIFY2(checked.error().is(error), errorText(checked).constData());
}

void TableFileTest::aPlainFileBeyondTheLimitIsNotEvenRead()
{
    QFile file(m_files.write("a,b\n"));
    QVERIFY(file.resize(TableLimits{}.fileBytes + 1));
    const auto reader = TableReader::open(file.fileName());
    QVERIFY(!reader);
    QVERIFY2(reader.error().is(TableError::TooLarge), errorText(reader).constData());
}

QTEST_GUILESS_MAIN(TableFileTest)
#include "table_file_test.moc"
