// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <qt6keychain/keychain.h>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString serviceName() { return u"Kontor"_s; }

Error errorOf(const QKeychain::Job *job)
{
    if (!job)
        return Error(SecretError::Locked, u"the keychain does not answer"_s);
    const QString detail = job->errorString();
    switch (job->error()) {
    case QKeychain::EntryNotFound:
        return Error(SecretError::Missing, detail);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error(SecretError::Locked, detail);
    case QKeychain::NoBackendAvailable:
    case QKeychain::OtherError:
        // No daemon, no bus and no library all look like this.
        return Error(SecretError::NoKeychain, detail);
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NotImplemented:
        break;
    }
    return Error(SecretError::NotKept, detail);
}

Result<> resultOf(const QKeychain::Job *job)
{
    if (job && job->error() == QKeychain::NoError)
        return {};
    return errorOf(job);
}

} // namespace

Keychain::Keychain(QString shop, QObject *parent) : QObject(parent), m_shop(std::move(shop)) {}

void Keychain::start(QKeychain::Job *job, const QString &key, Answered answered)
{
    job->setKey(key);
    auto *patience = new QTimer(job);
    patience->setSingleShot(true);
    connect(job, &QKeychain::Job::finished, this, [patience, answered](QKeychain::Job *finished) {
        if (patience->isActive())
            answered(finished);
    });
    // The job goes when it ends, which may be never.
    connect(patience, &QTimer::timeout, this, [answered] { answered(nullptr); });
    patience->start(patienceMs);
    job->start();
}

void Keychain::read(const QString &name, QObject *receiver, Got got)
{
    if (const auto known = m_session.constFind(keyOf(name)); known != m_session.cend()) {
        QMetaObject::invokeMethod(
            receiver, [got = std::move(got), secret = *known] { got(secret); },
            Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(serviceName(), this);
    start(job, keyOf(name),
          [this, asker = QPointer(receiver), got = std::move(got)](QKeychain::Job *answer) {
              if (!asker)
                  return;
              if (answer && answer->error() == QKeychain::NoError)
                  return got(static_cast<QKeychain::ReadPasswordJob *>(answer)->binaryData());
              const Error error = errorOf(answer);
              if (!error.is(SecretError::Missing))
                  return got(error);
              // A locked keychain says the same: only writing tells them apart.
              probe(asker, [got, error](const Result<> &open) {
                  got(open ? Result<QByteArray>(error) : Result<QByteArray>(open.error()));
              });
          });
}

void Keychain::writeKey(const QString &key, const QByteArray &secret, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName(), this);
    job->setBinaryData(secret);
    start(job, key,
          [done = std::move(done)](const QKeychain::Job *answer) { done(resultOf(answer)); });
}

void Keychain::removeKey(const QString &key, Done done)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName(), this);
    start(job, key, [done = std::move(done)](const QKeychain::Job *answer) {
        const auto removed = resultOf(answer);
        done(!removed && removed.error().is(SecretError::Missing) ? Result<>() : removed);
    });
}

void Keychain::write(const QString &name, const QByteArray &secret, QObject *receiver, Done done)
{
    const QString key = keyOf(name);
    m_session.insert(key, secret);
    writeKey(key, secret,
             [this, key, secret, asker = QPointer(receiver),
              done = std::move(done)](const Result<> &kept) {
                 // Another may have been given meanwhile.
                 if (kept && m_session.value(key) == secret)
                     m_session.remove(key);
                 if (asker)
                     done(kept);
             });
}

void Keychain::remove(const QString &name, QObject *receiver, Done done)
{
    const QString key = keyOf(name);
    m_session.remove(key);
    removeKey(key,
              [this, asker = QPointer(receiver), done = std::move(done)](const Result<> &gone) {
                  if (!asker)
                      return;
                  if (!gone)
                      return done(gone);
                  // A locked keychain says that it removed what it still has.
                  probe(asker, done);
              });
}

void Keychain::probe(QObject *receiver, Done done)
{
    const QString key = keyOf(u"probe-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
    const QByteArray secret = QUuid::createUuid().toRfc4122();
    const auto answer = [asker = QPointer(receiver), done = std::move(done)](const Result<> &open) {
        if (asker)
            done(open);
    };
    writeKey(key, secret, [this, key, secret, answer](const Result<> &written) {
        if (!written)
            return answer(written.error());
        auto *job = new QKeychain::ReadPasswordJob(serviceName(), this);
        start(job, key, [this, key, secret, answer](QKeychain::Job *found) {
            const bool same =
                found && found->error() == QKeychain::NoError &&
                static_cast<QKeychain::ReadPasswordJob *>(found)->binaryData() == secret;
            const Result<> open = same    ? Result<>()
                                  : found ? Error(SecretError::NotKept)
                                          : errorOf(found);
            removeKey(key, [answer, open](const Result<> &) { answer(open); });
        });
    });
}

} // namespace kontor
