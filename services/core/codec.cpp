// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/codec.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace kontor {

void Writer::value(qint64 number)
{
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    Q_UNUSED(error);
    m_out.append(digits, end - digits);
}

void Writer::value(const QString &text)
{
    m_out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            m_out += "\\\"";
            break;
        case '\\':
            m_out += "\\\\";
            break;
        case '\b':
            m_out += "\\b";
            break;
        case '\f':
            m_out += "\\f";
            break;
        case '\n':
            m_out += "\\n";
            break;
        case '\r':
            m_out += "\\r";
            break;
        case '\t':
            m_out += "\\t";
            break;
        default:
            if (quint8(c) < 0x20) {
                static constexpr char hex[] = "0123456789abcdef";
                m_out += "\\u00";
                m_out += hex[quint8(c) >> 4];
                m_out += hex[quint8(c) & 15];
            } else {
                m_out += c;
            }
        }
    }
    m_out += '"';
}

void Writer::value(const IdBytes &id)
{
    static constexpr char hex[] = "0123456789abcdef";
    char text[38];
    char *at = text;
    *at++ = '"';
    for (size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *at++ = '-';
        *at++ = hex[id[i] >> 4];
        *at++ = hex[id[i] & 15];
    }
    *at++ = '"';
    m_out.append(text, at - text);
}

void Writer::amount(qint64 number, Currency currency)
{
    const quint32 packed = currency.packed();
    m_out += '[';
    value(number);
    m_out += ",\"";
    if (packed != 0) {
        const char letters[] = {char(packed >> 16), char(packed >> 8), char(packed)};
        m_out.append(letters, 3);
    }
    m_out += "\"]";
}

bool Reader::takeKey(const char *key)
{
    if (m_failed)
        return false;
    const char *at = m_at;
    if (!m_first) {
        if (at == m_end || *at != ',')
            return false;
        ++at;
    }
    const auto length = ptrdiff_t(std::strlen(key));
    if (m_end - at < length + 3 || at[0] != '"' || std::memcmp(at + 1, key, size_t(length)) != 0 ||
        at[length + 1] != '"' || at[length + 2] != ':')
        return false;
    m_at = at + length + 3;
    m_first = false;
    return true;
}

void Reader::value(qint64 &number)
{
    const auto [end, error] = std::from_chars(m_at, m_end, number);
    if (error != std::errc())
        m_failed = true;
    m_at = end;
}

void Reader::value(int &number)
{
    const auto [end, error] = std::from_chars(m_at, m_end, number);
    if (error != std::errc())
        m_failed = true;
    m_at = end;
}

void Reader::value(bool &truth)
{
    const auto left = std::string_view(m_at, size_t(m_end - m_at));
    if (left.starts_with("true")) {
        truth = true;
        m_at += 4;
    } else if (left.starts_with("false")) {
        truth = false;
        m_at += 5;
    } else {
        m_failed = true;
    }
}

void Reader::value(QString &text)
{
    take('"');
    const char *begin = m_at;
    while (m_at != m_end && *m_at != '"' && *m_at != '\\')
        ++m_at;
    if (m_at != m_end && *m_at == '"') {
        text = QString::fromUtf8(begin, m_at - begin);
        ++m_at;
        return;
    }
    QByteArray utf8(begin, m_at - begin);
    while (m_at != m_end && *m_at != '"') {
        if (*m_at != '\\') {
            utf8 += *m_at++;
            continue;
        }
        if (m_end - m_at < 2)
            break;
        const char escaped = m_at[1];
        m_at += 2;
        switch (escaped) {
        case 'b':
            utf8 += '\b';
            break;
        case 'f':
            utf8 += '\f';
            break;
        case 'n':
            utf8 += '\n';
            break;
        case 'r':
            utf8 += '\r';
            break;
        case 't':
            utf8 += '\t';
            break;
        case '"':
        case '\\':
            utf8 += escaped;
            break;
        case 'u': {
            // Only control characters are ever written so.
            quint8 code = 0;
            if (m_end - m_at < 4 || std::from_chars(m_at, m_at + 4, code, 16).ptr != m_at + 4 ||
                code >= 0x20) {
                m_failed = true;
                return;
            }
            utf8 += char(code);
            m_at += 4;
            break;
        }
        default:
            m_failed = true;
            return;
        }
    }
    take('"');
    text = QString::fromUtf8(utf8);
}

void Reader::value(QDate &day)
{
    QString text;
    value(text);
    day = QDate::fromString(text, Qt::ISODate);
    if (day.toString(Qt::ISODate) != text)
        m_failed = true;
}

void Reader::value(IdBytes &id)
{
    const auto digit = [this](char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        m_failed = true;
        return 0;
    };
    if (m_end - m_at < 38) {
        m_failed = true;
        return;
    }
    take('"');
    for (size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            take('-');
        id[i] = quint8(digit(m_at[0]) << 4 | digit(m_at[1]));
        m_at += 2;
    }
    take('"');
}

std::string_view Reader::takeName()
{
    take('"');
    const char *begin = m_at;
    m_at = std::find(m_at, m_end, '"');
    const std::string_view name(begin, size_t(m_at - begin));
    take('"');
    return name;
}

void Reader::amount(qint64 &number, Currency &currency)
{
    take('[');
    value(number);
    take(',');
    const auto code = takeName();
    take(']');
    if (code.empty())
        return;
    if (code == m_lastCode) {
        currency = m_lastCurrency;
        return;
    }
    const auto known = Currency::fromCode(QString::fromLatin1(code.data(), qsizetype(code.size())));
    if (!known) {
        m_failed = true;
        return;
    }
    currency = m_lastCurrency = *known;
    m_lastCode = code;
}

} // namespace kontor
