// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/test_files.h"

#include <QDateTime>
#include <QFile>
#include <QTest>
#include <QTimeZone>

#include <zlib.h>

namespace kontor::test {

using namespace Qt::StringLiterals;

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray gzipped(const QByteArray &bytes)
{
    constexpr int gzipWindow = 15 + 16;
    z_stream stream{};
    QByteArray packed(bytes.size() + 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflateInit2(&stream, 6, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY);
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

void writeLongLine(const QString &path, qint64 bytes)
{
    const QByteArray piece(1 << 20, 'a');
    const gzFile file = gzopen(path.toLocal8Bit().constData(), "wb1");
    QVERIFY(file);
    gzputs(file, "name,sku,price\n");
    for (qint64 written = 0; written < bytes; written += piece.size())
        QVERIFY(gzwrite(file, piece.constData(), unsigned(piece.size())) > 0);
    QCOMPARE(gzclose(file), Z_OK);
}

QByteArray products(int count)
{
    QByteArray table = "name,sku,price\n";
    for (int i = 1; i <= count; ++i)
        table += u"Thing %1,S%1,%1.50\n"_s.arg(i).toUtf8();
    return table;
}

QByteArray invoices(int count)
{
    QByteArray table =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    const QDateTime start(QDate(2010, 12, 1), QTime(8, 0), QTimeZone::utc());
    for (int i = 0; i < count; ++i) {
        const bool isReturn = i % 10 == 9;
        const QByteArray number = (isReturn ? "C" : "") + QByteArray::number(500'000 + i);
        const QByteArray at = start.addSecs(60 * i).toString(u"yyyy-MM-dd HH:mm:ss"_s).toUtf8();
        for (int line = 0; line < 3; ++line) {
            const QByteArray code = QByteArray::number(20'000 + (7 * i + line) % 300);
            table += number + ',' + code + ",THING " + code + ',' + (isReturn ? "-1" : "2") + ',' +
                     at + ",2.55," + QByteArray::number(12'000 + i % 50) + ",France\n";
        }
    }
    return table;
}

} // namespace kontor::test
