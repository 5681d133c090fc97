// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/text_decoder.h"

#include "services/core/text_survey.h"

#include <array>
#include <cstring>

namespace kontor {

namespace {

// https://encoding.spec.whatwg.org/index-windows-1252.txt, 0x80 to 0x9F
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

struct KnownKind
{
    QByteArrayView magic;
    const char *what;
};

const std::array<KnownKind, 8> knownKinds{{
    {QByteArrayView("PK\x03\x04"), "is a workbook or a ZIP archive; save the sheet as CSV first"},
    {QByteArrayView("\xD0\xCF\x11\xE0"), "is an old Excel workbook; save the sheet as CSV first"},
    {QByteArrayView("%PDF"), "is a PDF document, not a table"},
    {QByteArrayView("\x89PNG"), "is a picture, not a table"},
    {QByteArrayView("\xFF\xD8\xFF"), "is a picture, not a table"},
    {QByteArrayView("BZh"), "is packed with bzip2; only gzip is read"},
    {QByteArrayView("\xFD\x37zXZ"), "is packed with xz; only gzip is read"},
    {QByteArrayView("\x28\xB5\x2F\xFD"), "is packed with zstd; only gzip is read"},
}};

void appendUtf8(QByteArray &to, char32_t c)
{
    if (c < 0x80) {
        to.append(static_cast<char>(c));
        return;
    }
    if (c < 0x800) {
        to.append(static_cast<char>(0xC0 | (c >> 6)));
    } else {
        if (c < 0x10000) {
            to.append(static_cast<char>(0xE0 | (c >> 12)));
        } else {
            to.append(static_cast<char>(0xF0 | (c >> 18)));
            to.append(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
        }
        to.append(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    }
    to.append(static_cast<char>(0x80 | (c & 0x3F)));
}

Error brokenUtf16(const QString &path)
{
    return tableError(TableError::WrongEncoding, path, 0,
                      QStringLiteral("starts as UTF-16, but is not valid UTF-16"));
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return QStringLiteral("UTF-8");
    case TextEncoding::Utf16LittleEndian:
        return QStringLiteral("UTF-16LE");
    case TextEncoding::Utf16BigEndian:
        return QStringLiteral("UTF-16BE");
    case TextEncoding::Windows1252:
        return QStringLiteral("Windows-1252");
    }
    Q_UNREACHABLE();
}

TextDecoder::TextDecoder(std::unique_ptr<UnpackedFile> file, const TableLimits &limits)
    : m_file(std::move(file))
    , m_limits(limits)
{
}

Result<std::unique_ptr<TextDecoder>> TextDecoder::open(const QString &path,
                                                       const TableLimits &limits)
{
    auto file = UnpackedFile::open(path, limits);
    if (!file)
        return file.error();
    std::unique_ptr<TextDecoder> decoder(new TextDecoder(std::move(*file), limits));
    if (const auto surveyed = decoder->survey(); !surveyed)
        return surveyed.error();
    if (const auto rewound = decoder->m_file->rewind(); !rewound)
        return rewound.error();
    if (const auto started = decoder->start(); !started)
        return started.error();
    return decoder;
}

Result<> TextDecoder::survey()
{
    if (const auto started = start(); !started)
        return started;
    TextSurvey survey(m_file->path(), m_limits);
    QByteArray chunk(m_limits.chunkBytes, Qt::Uninitialized);
    for (;;) {
        const auto got = read(chunk.data(), chunk.size());
        if (!got)
            return got.error();
        if (*got == 0)
            break;
        const QByteArrayView bytes(chunk.constData(), *got);
        if (m_beginning.size() < m_limits.recordBytes)
            m_beginning.append(
                bytes.first(qMin<qsizetype>(*got, m_limits.recordBytes - m_beginning.size())));
        if (const auto fine = survey.add(bytes); !fine)
            return fine;
    }
    const auto valid = survey.isUtf8(m_hasMark);
    if (!valid)
        return valid.error();
    if (!*valid)
        m_encoding = TextEncoding::Windows1252;
    return {};
}

// Sets the encoding only where there is a mark: without one the survey's answer stays.
Result<> TextDecoder::start()
{
    constexpr qsizetype longestMark = 4;
    m_ready.resize(longestMark);
    m_readyUsed = 0;
    m_oddByte = -1;
    m_highSurrogate = 0;
    qsizetype size = 0;
    while (size < longestMark) {
        const auto got = m_file->read(m_ready.data() + size, longestMark - size);
        if (!got)
            return got.error();
        if (*got == 0)
            break;
        size += *got;
    }
    m_ready.resize(size);
    for (const KnownKind &kind : knownKinds) {
        if (m_ready.startsWith(kind.magic))
            return tableError(TableError::NotATable, m_file->path(), 0,
                              QString::fromLatin1(kind.what));
    }
    if (m_ready.startsWith("\xEF\xBB\xBF")) {
        m_hasMark = true;
        m_readyUsed = 3;
        return {};
    }
    const bool little = m_ready.startsWith("\xFF\xFE");
    if (!little && !m_ready.startsWith("\xFE\xFF"))
        return {};
    m_hasMark = true;
    m_encoding = little ? TextEncoding::Utf16LittleEndian : TextEncoding::Utf16BigEndian;
    m_packed.resize(m_limits.chunkBytes);
    const QByteArray rest = m_ready.mid(2);
    m_ready.clear();
    return decodeUtf16(rest);
}

Result<qint64> TextDecoder::read(char *to, qint64 capacity)
{
    if (m_readyUsed < m_ready.size()) {
        const qint64 count = qMin<qint64>(capacity, m_ready.size() - m_readyUsed);
        std::memcpy(to, m_ready.constData() + m_readyUsed, static_cast<size_t>(count));
        m_readyUsed += count;
        return count;
    }
    if (m_encoding == TextEncoding::Utf16LittleEndian || m_encoding == TextEncoding::Utf16BigEndian)
        return readUtf16(to, capacity);
    return m_file->read(to, capacity);
}

Result<qint64> TextDecoder::readUtf16(char *to, qint64 capacity)
{
    m_ready.resize(0);
    m_readyUsed = 0;
    while (m_ready.isEmpty()) {
        const auto got = m_file->read(m_packed.data(), m_packed.size());
        if (!got)
            return got;
        if (*got == 0) {
            if (m_oddByte >= 0 || m_highSurrogate != 0)
                return brokenUtf16(m_file->path());
            return 0;
        }
        if (const auto decoded = decodeUtf16(QByteArrayView(m_packed).first(*got)); !decoded)
            return decoded.error();
    }
    return read(to, capacity);
}

Result<> TextDecoder::decodeUtf16(QByteArrayView bytes)
{
    const bool little = m_encoding == TextEncoding::Utf16LittleEndian;
    for (const char c : bytes) {
        const int byte = static_cast<uchar>(c);
        if (m_oddByte < 0) {
            m_oddByte = byte;
            continue;
        }
        const auto unit =
            static_cast<char16_t>(little ? m_oddByte | byte << 8 : m_oddByte << 8 | byte);
        m_oddByte = -1;
        if (QChar::isLowSurrogate(unit) != (m_highSurrogate != 0))
            return brokenUtf16(m_file->path());
        if (QChar::isHighSurrogate(unit)) {
            m_highSurrogate = unit;
        } else if (m_highSurrogate != 0) {
            appendUtf8(m_ready, QChar::surrogateToUcs4(m_highSurrogate, unit));
            m_highSurrogate = 0;
        } else {
            appendUtf8(m_ready, unit);
        }
    }
    return {};
}

QString TextDecoder::text(QByteArrayView bytes) const
{
    if (m_encoding != TextEncoding::Windows1252)
        return QString::fromUtf8(bytes);
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() <= 0x9F)
            c = windows1252[c.unicode() - 0x80];
    }
    return text;
}

} // namespace kontor
