// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"
#include "services/notification/smtp_transfer.h"

#include <functional>
#include <optional>

namespace kontor {

struct MailParty
{
    QString name;
    QString address;
};

//! What goes along with a mail.
struct MailFile
{
    QString name;
    QByteArray pdf;

    bool operator==(const MailFile &) const = default;
};

//! A mail as it leaves the house.
struct Mail
{
    QString messageId; //!< with its angle brackets; the same however often the mail is sent
    Timestamp date;
    MailParty from;
    MailParty to;
    QString subject;
    QString body;
    QList<MailFile> files = {};
};

struct MailReply
{
    enum class Kind
    {
        Accepted,
        Refused,   //!< for good
        Postponed, //!< the server has no time or no place for it now
        NotSent,   //!< surely not; to be tried again
        Unknown,   //!< perhaps accepted; to be sent again under its message id
    };

    Kind kind = Kind::Unknown;
    QString note;
};

//! The server that takes the shop's mails.
struct MailServer
{
    QUrl url; //!< smtp: or smtps:
    SmtpEnvelope::Encryption encryption = SmtpEnvelope::Encryption::Required;
    QString user;                     //!< empty: it wants no log-in
    std::optional<QByteArray> secret; //!< the user's; nothing: not known yet
    bool isToken = false;             //!< the secret is a token for XOAUTH2, not a password
    QString authorities;              //!< as SmtpEnvelope::authorities
    QString sender;                   //!< the address that mails come from

    bool lacksSecret() const { return !user.isEmpty() && !secret; }
    bool operator==(const MailServer &) const = default;
};

//! The way out of the house for mails. Answers once, in the caller's thread.
class MailTransport
{
public:
    virtual ~MailTransport() = default;
    virtual void send(const Mail &mail, std::function<void(const MailReply &)> answered) = 0;
    //! By this server from now on, or not out of the house at all. What is under way goes on. One
    //! that lacks its secret keeps the one before, if host and user are the same.
    virtual void use(const std::optional<MailServer> &server) = 0;
    //! Connects to a server that need not be the one in use, and logs in.
    virtual void check(const MailServer &server,
                       std::function<void(const SmtpOutcome &)> answered) = 0;
};

} // namespace kontor
