// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/secrets.h"

#include <QHash>

#include <optional>

namespace kontor {

//! A keychain in memory, which answers as a test says.
class HeldSecrets : public Secrets
{
public:
    void read(const QString &name, QObject *receiver, Got got) override
    {
        const auto found = kept.constFind(name);
        if (trouble)
            later(receiver, [got, code = *trouble] { got(Error(code)); });
        else if (found == kept.cend())
            later(receiver, [got] { got(Error(SecretError::Missing)); });
        else
            later(receiver, [got, secret = *found] { got(secret); });
    }
    void write(const QString &name, const QByteArray &secret, QObject *receiver, Done done) override
    {
        if (!trouble)
            kept.insert(name, secret);
        later(receiver, [done, answer = state()] { done(answer); });
    }
    void remove(const QString &name, QObject *receiver, Done done) override
    {
        if (!trouble)
            kept.remove(name);
        later(receiver, [done, answer = state()] { done(answer); });
    }
    void probe(QObject *receiver, Done done) override
    {
        later(receiver, [done, answer = state()] { done(answer); });
    }

    QHash<QString, QByteArray> kept;
    std::optional<SecretError> trouble;

private:
    Result<> state() const { return trouble ? Result<>(Error(*trouble)) : Result<>(); }
    static void later(QObject *receiver, std::function<void()> answer)
    {
        QMetaObject::invokeMethod(receiver, std::move(answer), Qt::QueuedConnection);
    }
};

} // namespace kontor
