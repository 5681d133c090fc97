// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/known_secret.h"
#include "models/mail_settings.h"
#include "models/shop_access.h"

namespace kontor {

//! How mails leave the house: keeps what is said of it, gets the password from the keychain, and
//! tells the service.
class MailDesk : public QObject
{
    Q_OBJECT
public:
    explicit MailDesk(const ShopAccess &access, QObject *parent = nullptr);

    //! Tells the service its server as soon as the keychain has said the password.
    void start();
    //! Holds at once. Without a secret the one before stays.
    Result<> keep(const MailSettings &settings, const std::optional<QByteArray> &secret);
    //! Tries to log in with what need not be kept; checked() or notChecked() follows.
    void check(const MailSettings &settings, const std::optional<QByteArray> &secret);

Q_SIGNALS:
    //! What the keychain said to a password that it was given; the password holds all the same.
    void secretKept(const kontor::Result<> &kept);
    void checked(const kontor::SmtpOutcome &outcome);
    //! The keychain does not say the password.
    void notChecked(const kontor::Error &error);

private:
    using Use = std::function<void(const KnownSecret &)>;

    void withPassword(const MailSettings &settings, const std::optional<QByteArray> &secret,
                      Use use);
    void tell(const MailSettings &settings, const KnownSecret &secret);

    const ShopAccess m_access;
    bool m_isChecking = false;
};

} // namespace kontor
