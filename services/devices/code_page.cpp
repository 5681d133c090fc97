// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/code_page.h"

#include <algorithm>

namespace kontor {

namespace {

//! What the bytes from 0x80 on stand for.
constexpr QStringView upperHalf =
    u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
    u"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
static_assert(upperHalf.size() == 128);

//! 0 if the code page has no such character.
char byteFor(QChar c)
{
    if (c >= u' ' && c < QChar(0x7f))
        return char(c.unicode());
    const qsizetype place = upperHalf.indexOf(c);
    return place < 0 ? '\0' : char(0x80 + place);
}

//! What people type for it, where it is no letter with an accent.
QStringView standIn(QChar c)
{
    switch (c.unicode()) {
    case u'‘':
    case u'’':
        return u"'";
    case u'“':
    case u'”':
    case u'„':
        return u"\"";
    case u'–':
    case u'—':
    case u'−':
        return u"-";
    case u'…':
        return u"...";
    case u'ł':
        return u"l";
    case u'Ł':
        return u"L";
    case u'Œ':
        return u"OE";
    case u'œ':
        return u"oe";
    }
    return {};
}

} // namespace

QByteArray toCodePage858(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
        if (c.isLowSurrogate())
            continue; // the pair has been answered with one question mark
        if (const char byte = byteFor(c)) {
            bytes += byte;
        } else if (const QStringView other = standIn(c); !other.isEmpty()) {
            bytes += other.toLatin1();
        } else {
            const QString parts = c.decomposition();
            const char bare = parts.isEmpty() ? '\0' : byteFor(parts.front());
            bytes += bare ? bare : '?';
        }
    }
    return bytes;
}

bool hasCodePage858(const QString &text)
{
    const QString composed = text.normalized(QString::NormalizationForm_C);
    return std::ranges::all_of(composed, [](QChar c) {
        return byteFor(c) != '\0' || (!c.isLetter() && standIn(c).size() == 1);
    });
}

QString fromCodePage858(QByteArrayView bytes)
{
    QString text;
    for (const char byte : bytes) {
        const auto code = static_cast<uchar>(byte);
        text += code < 0x80 ? QChar(char16_t(code)) : upperHalf[code - 0x80];
    }
    return text;
}

} // namespace kontor
