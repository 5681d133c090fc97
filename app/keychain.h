// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/secrets.h"

#include <QHash>

namespace QKeychain {
class Job;
}

namespace kontor {

//! The desktop's keychain, through QtKeychain; what it does not keep is known until the program
//! ends. Lives in a thread with an event loop.
class Keychain : public QObject, public Secrets
{
    Q_OBJECT
public:
    //! shop: tells the secrets of this shop from those of others on this machine.
    explicit Keychain(QString shop, QObject *parent = nullptr);

    void read(const QString &name, QObject *receiver, Got got) override;
    void write(const QString &name, const QByteArray &secret, QObject *receiver,
               Done done) override;
    void remove(const QString &name, QObject *receiver, Done done) override;
    void probe(QObject *receiver, Done done) override;

    //! A keychain that asks a person for its password gets so long for that.
    static constexpr int patienceMs = 60'000;

private:
    //! Nothing: it did not answer in time.
    using Answered = std::function<void(QKeychain::Job *job)>;

    QString keyOf(const QString &name) const { return m_shop + u'/' + name; }
    void start(QKeychain::Job *job, const QString &key, Answered answered);
    void writeKey(const QString &key, const QByteArray &secret, Done done);
    void removeKey(const QString &key, Done done);

    QString m_shop;
    QHash<QString, QByteArray> m_session; //!< what the keychain does not keep
};

} // namespace kontor
