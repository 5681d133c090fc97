// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/id.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>

namespace kontor {

namespace {

void stamp(IdBytes &bytes, Timestamp time)
{
    for (int i = 0; i < 6; ++i)
        bytes[size_t(i)] = quint8(quint64(time.ms) >> (40 - 8 * i));
    bytes[6] = quint8(0x70 | (bytes[6] & 0x0f));
    bytes[8] = quint8(0x80 | (bytes[8] & 0x3f));
}

int hexDigit(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f')
        return c.unicode() - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c.unicode() - u'A' + 10;
    return -1;
}

} // namespace

IdBytes newIdBytes(Timestamp now)
{
    // RFC 9562 section 6.2, method 1: a counter in the twelve bits after the time keeps ids of one
    // millisecond in order; when it runs over, the time is borrowed from the next millisecond.
    thread_local qint64 lastMs = 0;
    thread_local quint16 counter = 0;
    auto *random = QRandomGenerator::system();
    if (now.ms > lastMs) {
        lastMs = now.ms;
        counter = quint16(random->generate() & 0x7ff);
    } else if (++counter > 0xfff) {
        ++lastMs;
        counter = 0;
    }
    IdBytes bytes;
    quint32 words[4];
    random->fillRange(words);
    std::memcpy(bytes.data(), words, 16);
    bytes[6] = quint8(counter >> 8);
    bytes[7] = quint8(counter);
    stamp(bytes, {lastMs});
    return bytes;
}

IdBytes namedIdBytes(Timestamp time, QByteArrayView name)
{
    const QByteArray digest =
        QCryptographicHash::hash(name.toByteArray(), QCryptographicHash::Sha256);
    IdBytes bytes;
    std::memcpy(bytes.data(), digest.constData(), 16);
    stamp(bytes, time);
    return bytes;
}

QString idText(const IdBytes &bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    QString text;
    text.reserve(36);
    for (size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += u'-';
        text += QLatin1Char(digits[bytes[i] >> 4]);
        text += QLatin1Char(digits[bytes[i] & 15]);
    }
    return text;
}

std::optional<IdBytes> idBytesFromText(QStringView text)
{
    IdBytes bytes{};
    size_t nibble = 0;
    for (const QChar c : text) {
        if (c == u'-')
            continue;
        const int digit = hexDigit(c);
        if (digit < 0 || nibble == 32)
            return std::nullopt;
        bytes[nibble / 2] = quint8(bytes[nibble / 2] << 4 | digit);
        ++nibble;
    }
    if (nibble != 32)
        return std::nullopt;
    return bytes;
}

} // namespace kontor
