// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"

#include <QString>

#include <functional>

namespace kontor {

struct MailParty
{
    QString name;
    QString address;
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
};

struct MailReply
{
    enum class Kind
    {
        Accepted,
        Refused, //!< for good
        NotSent, //!< surely not; to be tried again
        Unknown, //!< perhaps accepted; to be sent again under its message id
    };

    Kind kind = Kind::Unknown;
    QString note;
};

//! The way out of the house for mails. Answers once, in the caller's thread.
class MailTransport
{
public:
    virtual ~MailTransport() = default;
    virtual void send(const Mail &mail, std::function<void(const MailReply &)> answered) = 0;
};

} // namespace kontor
