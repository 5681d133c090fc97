// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/table_error.h"

#include <QByteArray>
#include <QFile>

#include <memory>

struct z_stream_s;

namespace kontor {

//! Answers for the bytes of a file, unpacked as they are read where the file is gzip.
class UnpackedFile
{
public:
    static Result<std::unique_ptr<UnpackedFile>> open(const QString &path,
                                                      const TableLimits &limits);
    ~UnpackedFile();
    Q_DISABLE_COPY_MOVE(UnpackedFile)

    //! Up to capacity bytes; 0 only at the end, where a gzip has also proved its checksum.
    Result<qint64> read(char *to, qint64 capacity);
    Result<> rewind();

    const QString &path() const { return m_path; }
    //! Of the file as it lies on the disk, so that both suit a progress bar.
    qint64 bytesRead() const { return m_packedBytes; }
    qint64 bytesTotal() const { return m_file.size(); }

private:
    struct EndInflate
    {
        void operator()(z_stream_s *stream) const;
    };

    UnpackedFile(const QString &path, const TableLimits &limits);
    Result<> recogniseGzip();
    Result<qint64> readFile(char *to, qint64 capacity);
    Result<qint64> inflateInto(char *to, qint64 capacity);
    Result<bool> nextMember();
    Result<> fillInput();
    Result<> checkSize() const;

    QString m_path;
    QFile m_file;
    TableLimits m_limits;
    std::unique_ptr<z_stream_s, EndInflate> m_stream;
    QByteArray m_input;
    bool m_inMember = true;
    qint64 m_packedBytes = 0;
    qint64 m_unpackedBytes = 0;
};

} // namespace kontor
