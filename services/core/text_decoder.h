// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/unpacked_file.h"

namespace kontor {

enum class TextEncoding
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1252
};

QString encodingName(TextEncoding encoding);

//! Reads a text file as bytes of which those below 128 are ASCII: UTF-16 is turned into UTF-8,
//! everything else is passed on, without its byte order mark.
class TextDecoder
{
public:
    //! Reads the file once from end to end, so whatever is wrong with it as a text is found here:
    //! a damaged gzip, zero bytes, no known encoding, an endless line.
    static Result<std::unique_ptr<TextDecoder>> open(const QString &path,
                                                     const TableLimits &limits);

    //! Up to capacity bytes; 0 only at the end.
    Result<qint64> read(char *to, qint64 capacity);
    QString text(QByteArrayView bytes) const;

    TextEncoding encoding() const { return m_encoding; }
    const QByteArray &beginning() const { return m_beginning; }
    const UnpackedFile &file() const { return *m_file; }

private:
    TextDecoder(std::unique_ptr<UnpackedFile> file, const TableLimits &limits);
    Result<> survey();
    Result<> start();
    Result<qint64> readUtf16(char *to, qint64 capacity);
    Result<> decodeUtf16(QByteArrayView bytes);

    std::unique_ptr<UnpackedFile> m_file;
    TableLimits m_limits;
    TextEncoding m_encoding = TextEncoding::Utf8;
    bool m_hasMark = false;
    QByteArray m_beginning;
    QByteArray m_ready;
    qsizetype m_readyUsed = 0;
    QByteArray m_packed;
    int m_oddByte = -1;
    char16_t m_highSurrogate = 0;
};

} // namespace kontor
