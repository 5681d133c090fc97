// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/table_reader.h"

#include <QFile>
#include <QTemporaryDir>

#include <zlib.h>

namespace kontor {

//! The files that one test makes; they go away with it.
class TableFiles
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QString write(const QByteArray &bytes, const QString &name = QStringLiteral("table.csv")) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;
};

inline QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64,
        Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int status = deflate(&stream, Z_FINISH);
    packed.chop(stream.avail_out);
    deflateEnd(&stream);
    if (status != Z_STREAM_END)
        qFatal("cannot pack");
    return packed;
}

struct WholeTable
{
    QStringList header;
    QList<QStringList> rows;
    QList<qint64> lines;
    QString delimiter;
    QString encoding;

    bool operator==(const WholeTable &other) const = default;
};

inline Result<WholeTable> readTable(const QString &path, const TableLimits &limits = {})
{
    const auto reader = TableReader::open(path, limits);
    if (!reader)
        return reader.error();
    WholeTable table{
        (*reader)->header(), {}, {}, (*reader)->delimiterName(), (*reader)->encodingName()};
    for (;;) {
        const auto found = (*reader)->next();
        if (!found)
            return found.error();
        if (!*found)
            return table;
        QStringList cells;
        for (int column = 0; column < (*reader)->columnCount(); ++column)
            cells.append((*reader)->cell(column));
        table.rows.append(cells);
        table.lines.append((*reader)->line());
    }
}

} // namespace kontor
