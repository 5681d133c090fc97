// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/text_survey.h"

namespace kontor {

namespace {

constexpr bool isUndefinedInWindows1252(uchar byte)
{
    return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
}

} // namespace

TextSurvey::TextSurvey(const QString &path, const TableLimits &limits)
    : m_path(path)
    , m_limits(limits)
{
}

Error TextSurvey::fail(TableError code, qint64 line, const QString &what) const
{
    return tableError(code, m_path, line, what);
}

Result<> TextSurvey::add(QByteArrayView bytes)
{
    for (const char c : bytes) {
        const auto byte = static_cast<uchar>(c);
        ++m_lineBytes;
        if (byte >= 0x20 && byte < 0x80 && m_missing == 0) {
            m_afterReturn = false;
            continue;
        }
        if (byte >= 0x80) {
            takeHigh(byte);
        } else if (!takeControl(byte)) {
            return fail(TableError::NotATable, m_line,
                        QStringLiteral("holds zero bytes, so this is not a text table (UTF-16 is "
                                       "read only with its byte order mark)"));
        }
    }
    if (m_lineBytes > m_limits.recordBytes)
        return fail(TableError::LineTooLong, m_line,
                    QStringLiteral("is longer than %1 bytes").arg(m_limits.recordBytes));
    return {};
}

// Everything below 128 that is not simply passed over; false for a zero byte.
bool TextSurvey::takeControl(uchar byte)
{
    if (m_missing > 0)
        invalid();
    const bool isBreak = byte == '\r' || byte == '\n';
    // A line that is too long stays so until the chunk has been seen, and is refused then.
    if (isBreak && m_lineBytes <= m_limits.recordBytes) {
        if (byte == '\r' || !m_afterReturn)
            ++m_line;
        m_lineBytes = 0;
    }
    m_afterReturn = byte == '\r';
    return byte != 0;
}

// Unicode 15, table 3-7: well-formed UTF-8 byte sequences
void TextSurvey::takeHigh(uchar byte)
{
    m_afterReturn = false;
    if (isUndefinedInWindows1252(byte) && m_firstUndefinedLine == 0)
        m_firstUndefinedLine = m_line;
    if (m_missing == 0) {
        startSequence(byte);
        return;
    }
    if (byte < m_lowest || byte > m_highest) {
        invalid();
        startSequence(byte);
        return;
    }
    m_lowest = 0x80;
    m_highest = 0xBF;
    if (--m_missing == 0)
        ++m_validSequences;
}

void TextSurvey::startSequence(uchar byte)
{
    m_lowest = 0x80;
    m_highest = 0xBF;
    if (byte >= 0xC2 && byte <= 0xDF) {
        m_missing = 1;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        m_missing = 2;
        if (byte == 0xE0)
            m_lowest = 0xA0;
        else if (byte == 0xED)
            m_highest = 0x9F;
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        m_missing = 3;
        if (byte == 0xF0)
            m_lowest = 0x90;
        else if (byte == 0xF4)
            m_highest = 0x8F;
    } else {
        invalid();
    }
}

void TextSurvey::invalid()
{
    m_missing = 0;
    ++m_invalidSequences;
    if (m_firstInvalidLine == 0)
        m_firstInvalidLine = m_line;
}

Result<bool> TextSurvey::isUtf8(bool promisedByMark)
{
    if (m_missing > 0)
        invalid();
    if (m_invalidSequences == 0)
        return true;
    if (promisedByMark || m_validSequences > m_invalidSequences)
        return fail(TableError::WrongEncoding, m_firstInvalidLine,
                    QStringLiteral("the text is UTF-8, but a character is damaged here"));
    if (m_firstUndefinedLine != 0)
        return fail(TableError::WrongEncoding, m_firstUndefinedLine,
                    QStringLiteral("the text is neither UTF-8 nor Windows-1252; "
                                   "save it as UTF-8 first"));
    return false;
}

} // namespace kontor
