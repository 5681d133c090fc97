// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/unpacked_file.h"

#include <QFileInfo>

#include <zlib.h>

namespace kontor {

namespace {
constexpr int gzipOnly = 15 + 16;
constexpr qint64 ratioAskedFrom = 16 * 1024 * 1024;
} // namespace

void UnpackedFile::EndInflate::operator()(z_stream_s *stream) const
{
    inflateEnd(stream);
    delete stream;
}

UnpackedFile::UnpackedFile(const QString &path, const TableLimits &limits)
    : m_path(path)
    , m_file(path)
    , m_limits(limits)
{
}

UnpackedFile::~UnpackedFile() = default;

Result<std::unique_ptr<UnpackedFile>> UnpackedFile::open(const QString &path,
                                                         const TableLimits &limits)
{
    std::unique_ptr<UnpackedFile> file(new UnpackedFile(path, limits));
    const QFileInfo info(path);
    if (!info.exists())
        return tableError(TableError::CannotOpen, path, 0, QStringLiteral("there is no such file"));
    if (!info.isFile())
        return tableError(TableError::CannotOpen, path, 0, QStringLiteral("is not a file"));
    if (!file->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tableError(TableError::CannotOpen, path, 0, file->m_file.errorString());
    if (const auto recognised = file->recogniseGzip(); !recognised)
        return recognised.error();
    if (!file->m_stream && info.size() > limits.fileBytes)
        return tableError(TableError::TooLarge, path, 0,
                          QStringLiteral("has %1 bytes; at most %2 are read")
                              .arg(info.size())
                              .arg(limits.fileBytes));
    return file;
}

Result<> UnpackedFile::recogniseGzip()
{
    if (m_file.peek(2) != QByteArrayView("\x1f\x8b"))
        return {};
    auto stream = std::make_unique<z_stream_s>();
    if (inflateInit2(stream.get(), gzipOnly) != Z_OK)
        return tableError(TableError::CannotOpen, m_path, 0,
                          QStringLiteral("zlib could not be started"));
    m_stream.reset(stream.release());
    m_input.resize(m_limits.chunkBytes);
    return {};
}

Result<> UnpackedFile::rewind()
{
    if (!m_file.seek(0))
        return tableError(TableError::CannotOpen, m_path, 0, m_file.errorString());
    if (m_stream) {
        inflateReset(m_stream.get());
        m_stream->avail_in = 0;
    }
    m_inMember = true;
    m_packedBytes = 0;
    m_unpackedBytes = 0;
    return {};
}

Result<qint64> UnpackedFile::read(char *to, qint64 capacity)
{
    const auto got = m_stream ? inflateInto(to, capacity) : readFile(to, capacity);
    if (!got)
        return got;
    m_unpackedBytes += *got;
    if (const auto fits = checkSize(); !fits)
        return fits.error();
    return got;
}

Result<qint64> UnpackedFile::readFile(char *to, qint64 capacity)
{
    const qint64 got = m_file.read(to, capacity);
    if (got < 0)
        return tableError(TableError::CannotOpen, m_path, 0, m_file.errorString());
    m_packedBytes += got;
    return got;
}

Result<> UnpackedFile::fillInput()
{
    const auto got = readFile(m_input.data(), m_input.size());
    if (!got)
        return got.error();
    m_stream->next_in = reinterpret_cast<Bytef *>(m_input.data());
    m_stream->avail_in = static_cast<uInt>(*got);
    return {};
}

Result<qint64> UnpackedFile::inflateInto(char *to, qint64 capacity)
{
    m_stream->next_out = reinterpret_cast<Bytef *>(to);
    m_stream->avail_out = static_cast<uInt>(capacity);
    while (m_stream->avail_out == static_cast<uInt>(capacity)) {
        if (m_stream->avail_in == 0) {
            if (const auto filled = fillInput(); !filled)
                return filled.error();
        }
        if (!m_inMember) {
            const auto another = nextMember();
            if (!another)
                return another.error();
            if (!*another)
                break;
            continue;
        }
        // Output may still be pending inside zlib although the file is at its end.
        const bool atEnd = m_stream->avail_in == 0;
        const int status = inflate(m_stream.get(), Z_NO_FLUSH);
        if (status == Z_STREAM_END)
            m_inMember = false;
        else if (status == Z_BUF_ERROR && atEnd)
            return tableError(TableError::TruncatedArchive, m_path, 0,
                              QStringLiteral("the gzip ends too early; the file is not complete"));
        else if (status != Z_OK && status != Z_BUF_ERROR)
            return tableError(
                TableError::CorruptArchive, m_path, 0,
                QStringLiteral("the gzip is damaged (%1)")
                    .arg(QString::fromLatin1(m_stream->msg ? m_stream->msg : zError(status))));
    }
    return capacity - static_cast<qint64>(m_stream->avail_out);
}

// RFC 1952 §2.2: members may follow each other; tape drives pad the last one with zeros.
Result<bool> UnpackedFile::nextMember()
{
    while (m_stream->avail_in > 0 && *m_stream->next_in == 0) {
        ++m_stream->next_in;
        --m_stream->avail_in;
        if (m_stream->avail_in == 0) {
            if (const auto filled = fillInput(); !filled)
                return filled.error();
        }
    }
    if (m_stream->avail_in == 0)
        return false;
    if (*m_stream->next_in != 0x1f)
        return tableError(TableError::CorruptArchive, m_path, 0,
                          QStringLiteral("something else follows the end of the gzip"));
    inflateReset(m_stream.get());
    m_inMember = true;
    return true;
}

Result<> UnpackedFile::checkSize() const
{
    if (m_unpackedBytes > m_limits.fileBytes)
        return tableError(TableError::TooLarge, m_path, 0,
                          QStringLiteral("has more than %1 bytes").arg(m_limits.fileBytes));
    if (m_stream && m_unpackedBytes > ratioAskedFrom &&
        m_unpackedBytes / m_limits.unpackRatio > m_packedBytes)
        return tableError(
            TableError::TooLarge, m_path, 0,
            QStringLiteral("unpacks to more than %1 times its size").arg(m_limits.unpackRatio));
    return {};
}

} // namespace kontor
