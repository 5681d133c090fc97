// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"
#include "services/notification/mail_transport.h"

namespace kontor {

//! How the shop's mails leave the house; the password is in the keychain.
struct MailSettings
{
    enum class Way
    {
        Folder, //!< not at all: each mail becomes a file in the shop's folder
        StartTls,
        Tls,
        Plain, //!< only to a server on this machine
    };

    Way way = Way::Folder;
    QString host;
    int port = 0;          //!< 0: the usual one
    QString user;          //!< empty: the server wants no log-in
    bool hasToken = false; //!< the user logs in with a token (XOAUTH2) and not with a password
    QString sender;        //!< the address that mails come from
    QString authorities;   //!< as MailServer::authorities; said in the file only

    //! What its password or token is called among the secrets: it is for this server alone.
    QString secretName() const;
    int usualPort() const;

    //! From the file mail.ini in the shop's folder. Where it cannot be read, or says another way
    //! than there is, mails wait for a server that has no name.
    static MailSettings in(const QString &folder);
    Result<> save(const QString &folder) const;

    //! Nothing if mails stay in the house.
    std::optional<MailServer> server(const std::optional<QByteArray> &secret) const;

    bool operator==(const MailSettings &) const = default;
};

//! A server as a person types it, "host" or "host:port"; port 0 if it is not said. Nothing if it
//! cannot be one.
struct TypedServer
{
    QString host;
    int port = 0;

    static std::optional<TypedServer> of(const QString &text);
};

} // namespace kontor
