// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/known_secret.h"
#include "models/shop_access.h"
#include "models/system_settings.h"

namespace kontor {

//! How a system outside is reached: keeps what is said of it, gets the key from the keychain, and
//! tells the service.
class SystemDesk : public QObject
{
    Q_OBJECT
public:
    SystemDesk(const ShopAccess &access, SystemSettings::Kind kind, QObject *parent = nullptr);

    //! Tells the service its system as soon as the keychain has said the key.
    void start();
    //! Holds at once; kept() follows. Without a key the one before stays. Nothing is changed where
    //! the key is not known or not of this mode, or where the service refuses.
    void keep(const SystemSettings &settings, const std::optional<QByteArray> &key);
    //! Tries out what need not be kept; checked() or notChecked() follows.
    void check(const SystemSettings &settings, const std::optional<QByteArray> &key);

Q_SIGNALS:
    void kept(const kontor::SystemSettings &settings, const kontor::Result<> &done);
    //! What the keychain said to a key that it was given; the key holds all the same.
    void secretKept(const kontor::Result<> &kept);
    void checked(const kontor::SystemCheck &check);
    //! The key is not known, or not of this mode; nothing was sent.
    void notChecked(const kontor::Error &error);

private:
    using Use = std::function<void(const KnownSecret &)>;
    using Done = std::function<void(const Result<> &)>;

    void withKey(const SystemSettings &settings, const std::optional<QByteArray> &key, Use use);
    void tell(const SystemSettings &settings, const std::optional<QByteArray> &key, Done done);
    Result<> save(const SystemSettings &settings);
    void tellTraining();

    const ShopAccess m_access;
    SystemSettings::Kind m_kind;
    bool m_isChecking = false;
};

} // namespace kontor
