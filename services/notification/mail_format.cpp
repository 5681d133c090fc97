// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_format.h"

#include "services/core/mail_address.h"
#include "services/notification/mail_html.h"

#include <QCryptographicHash>
#include <QLocale>

#include <algorithm>

namespace kontor {

namespace {

// RFC 2047 section 2: an encoded word has at most 75 characters and its line at most 76; before
// base64 this leaves 39 bytes beside a header's name.
constexpr qsizetype maxEncodedBytes = 39;
// RFC 5322 section 2.1.1.
constexpr qsizetype maxLineBytes = 998;

bool isControl(QChar c)
{
    return c < u' ' || c == QChar(0x7f) || c.category() == QChar::Other_Control ||
           c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

Result<> checkedHeader(const QString &value)
{
    if (std::any_of(value.begin(), value.end(), isControl))
        return Error(NotificationError::HeaderUnsafe,
                     QStringLiteral("a control character in a mail's header"));
    return {};
}

//! Words of base64, cut between characters and never within one, each on a line of its own.
QByteArray encodedWords(const QString &text)
{
    QByteArray words;
    QByteArray chunk;
    const auto close = [&] {
        if (!words.isEmpty())
            words += "\r\n ";
        words += "=?UTF-8?B?" + chunk.toBase64() + "?=";
        chunk.clear();
    };
    for (const char32_t codePoint : text.toUcs4()) {
        const QByteArray character = QString::fromUcs4(&codePoint, 1).toUtf8();
        if (chunk.size() + character.size() > maxEncodedBytes)
            close();
        chunk += character;
    }
    if (!chunk.isEmpty())
        close();
    return words;
}

QByteArray headerText(const QString &text)
{
    const bool plain =
        text.size() <= 60 && !text.contains(QStringLiteral("=?")) &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < QChar(0x7f); });
    return plain ? text.toLatin1() : encodedWords(text);
}

//! A name is encoded as soon as it is more than letters, digits and spaces: then it needs no
//! quoting.
QByteArray headerParty(const MailParty &party)
{
    const QByteArray address = '<' + party.address.toLatin1() + '>';
    if (party.name.isEmpty())
        return address;
    const bool atoms =
        party.name.size() <= 60 && std::all_of(party.name.begin(), party.name.end(), [](QChar c) {
            return (c < QChar(0x80) && c.isLetterOrNumber()) || c == u' ';
        });
    return (atoms ? party.name.toLatin1() : encodedWords(party.name)) + "\r\n " + address;
}

//! What every mail server takes as it is (RFC 5321 section 4.5.3.1.6, RFC 6152).
bool isPlainText(const QByteArray &body)
{
    if (std::any_of(body.begin(), body.end(), [](char c) { return (c & 0x80) != 0; }))
        return false;
    qsizetype begin = 0;
    for (;;) {
        const qsizetype end = body.indexOf('\n', begin);
        if ((end < 0 ? body.size() : end) - begin > maxLineBytes)
            return false;
        if (end < 0)
            return true;
        begin = end + 1;
    }
}

QByteArray inLines(const QByteArray &base64)
{
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += 76)
        lines += base64.mid(at, 76) + "\r\n";
    return lines;
}

QByteArray crlf(QString text)
{
    text.remove(QChar::Null);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    text.replace(u'\n', QStringLiteral("\r\n"));
    return text.toUtf8();
}

QByteArray textPart(const QString &text, const QByteArray &type)
{
    const QByteArray body = crlf(text);
    const bool asItIs = isPlainText(body);
    return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: " +
           (asItIs ? "7bit\r\n\r\n" + body : "base64\r\n\r\n" + inLines(body.toBase64()));
}

//! The boundary is made of the message id, so that a mail has the same bytes however often it is
//! sent, and nobody knows it who writes something that stands in the mail.
QByteArray multipart(const Mail &mail, const QByteArray &kind, const QByteArrayList &parts)
{
    const QByteArray digest =
        QCryptographicHash::hash(kind + mail.messageId.toUtf8(), QCryptographicHash::Sha256);
    const QByteArray boundary = "=_" + digest.first(16).toHex();
    const QByteArray next = "\r\n--" + boundary;
    QByteArray whole =
        "Content-Type: multipart/" + kind + ";\r\n boundary=\"" + boundary + "\"\r\n";
    for (const QByteArray &part : parts)
        whole += next + "\r\n" + part;
    return whole + next + "--\r\n";
}

//! A file's name may be anything, and the header of its part is made of it.
QByteArray plainFileName(const QString &name)
{
    QByteArray plain;
    for (const QChar c : name)
        plain += c < QChar(0x80) && (c.isLetterOrNumber() || c == u'.' || c == u'-') ? c.toLatin1()
                                                                                     : '_';
    return plain;
}

QByteArray filePart(const MailFile &file)
{
    const QByteArray name = plainFileName(file.name);
    return "Content-Type: application/pdf;\r\n name=\"" + name +
           "\"\r\nContent-Disposition: attachment;\r\n filename=\"" + name +
           "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + inLines(file.pdf.toBase64());
}

//! The text in two ways, the better one last (RFC 2046 section 5.1.4), and then the files.
QByteArray content(const Mail &mail)
{
    const QByteArray text = multipart(mail, "alternative",
                                      {textPart(mail.body, "text/plain"),
                                       textPart(mailHtml(mail.subject, mail.body), "text/html")});
    if (mail.files.isEmpty())
        return text;
    QByteArrayList parts{text};
    for (const MailFile &file : mail.files)
        parts.append(filePart(file));
    return multipart(mail, "mixed", parts);
}

} // namespace

QString messageIdFor(MailId mail, const QString &sender)
{
    const QByteArray digest =
        QCryptographicHash::hash(mail.toByteArray(), QCryptographicHash::Sha256);
    return u'<' + QString::fromLatin1(digest.first(16).toHex()) + u'@' + sender.section(u'@', -1) +
           u'>';
}

Result<QByteArray> formattedMail(const Mail &mail)
{
    for (const QString &value : {mail.messageId, mail.subject, mail.from.name, mail.from.address,
                                 mail.to.name, mail.to.address}) {
        if (const auto safe = checkedHeader(value); !safe)
            return safe.error();
    }
    if (!isMailAddress(mail.from.address) || !isMailAddress(mail.to.address))
        return Error(NotificationError::NotAMailAddress);

    const QString date =
        QLocale::c().toString(mail.date.toUtc(), QStringLiteral("ddd, d MMM yyyy HH:mm:ss")) +
        QStringLiteral(" +0000");
    QByteArray bytes;
    bytes += "Date: " + date.toLatin1() + "\r\n";
    bytes += "From: " + headerParty(mail.from) + "\r\n";
    bytes += "To: " + headerParty(mail.to) + "\r\n";
    bytes += "Subject: " + headerText(mail.subject) + "\r\n";
    bytes += "Message-ID: " + mail.messageId.toLatin1() + "\r\n";
    return bytes + "MIME-Version: 1.0\r\n" + content(mail);
}

} // namespace kontor
