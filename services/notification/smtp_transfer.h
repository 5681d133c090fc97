// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QStringList>
#include <QUrl>

#include <atomic>

namespace kontor {

//! From whom and to whom a mail goes, whatever its headers say, and how to log in.
struct SmtpEnvelope
{
    enum class Encryption
    {
        Required, //!< smtp: STARTTLS or nothing; smtps: from the first byte
        None,     //!< only to this machine itself
    };

    QString sender; //!< an address, in ASCII
    QStringList recipients;
    QString user; //!< empty: no log-in
    QByteArray secret;
    bool isToken = false; //!< the secret is a token for XOAUTH2, not a password
    Encryption encryption = Encryption::Required;
    QString authorities; //!< a file with the certificates that are trusted; empty: the system's
};

enum class SmtpFault
{
    None,
    Configuration, //!< what was asked for cannot be, nothing was tried
    HostNotFound,
    NotReached,
    TimedOut,
    NoStartTls,
    Certificate, //!< or another fault of TLS
    Login,
    Sender,
    Recipient,
    Content,
    Busy, //!< the server takes nothing now
    Lost, //!< the connection ended early
    Aborted,
};

//! What is known of a mail after one try.
struct SmtpOutcome
{
    enum class Kind
    {
        Accepted,
        Refused,   //!< this mail, for good
        Postponed, //!< for now
        NotSent,   //!< the server surely does not have it
        Lost,      //!< it has all of it, and its answer did not come
    };

    Kind kind = Kind::NotSent;
    SmtpFault fault = SmtpFault::None;
    int code = 0; //!< the server's last reply (RFC 5321 section 4.2), 0 where there was none
    QString text; //!< what the server or the connection said, one line

    QNetworkReply::NetworkError error() const;
};

struct SmtpTransfer
{
    QUrl url; //!< smtp: or smtps:
    SmtpEnvelope envelope;
    QByteArray message;      //!< as RFC 5322 has it, with CRLF
    bool checksOnly = false; //!< connects and logs in, and sends nothing
    QNetworkProxy proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    int timeoutMs = 40'000; //!< for everything together
};

//! Gives a mail to a server, once; takes as long as that takes. Nothing but EHLO and STARTTLS is
//! said before the server's certificate is verified. Ends early when isAborted becomes true.
SmtpOutcome transferMail(const SmtpTransfer &transfer, const std::atomic_bool &isAborted);

} // namespace kontor
