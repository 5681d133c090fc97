// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QObject>

#include <functional>

namespace kontor {

enum class SecretError
{
    Missing,    //!< nothing is kept under this name
    Locked,     //!< the keychain is there, and shut
    NoKeychain, //!< this machine has none
    NotKept,    //!< the keychain refuses
};
KONTOR_ERROR_DOMAIN(SecretError);

//! The one place for passwords, keys and tokens. Each question is answered once, from the event
//! loop, unless its receiver is gone by then; the keychain may ask a person first.
class Secrets
{
public:
    using Got = std::function<void(const Result<QByteArray> &)>;
    using Done = std::function<void(const Result<> &)>;

    virtual ~Secrets() = default;
    virtual void read(const QString &name, QObject *receiver, Got got) = 0;
    //! An error says why the keychain does not keep it; it is known until the program ends all the
    //! same.
    virtual void write(const QString &name, const QByteArray &secret, QObject *receiver,
                       Done done) = 0;
    //! Also what is not there is gone then.
    virtual void remove(const QString &name, QObject *receiver, Done done) = 0;
    //! Whether the keychain keeps what it is given, as a whole round trip shows.
    virtual void probe(QObject *receiver, Done done) = 0;
};

} // namespace kontor
