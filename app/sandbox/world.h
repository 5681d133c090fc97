// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/http_message.h"
#include "app/sandbox/ledger.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace kontor::sandbox {

//! One line of the ledger: what happened to which object.
struct Effect
{
    QString kind;
    QString id;
    QJsonObject details;
};

//! An object of one of the systems as it is after an effect. What its "_sandbox" member holds is
//! ours and never leaves the program.
struct StoredObject
{
    QString kind;
    QJsonObject content;
};

//! All that one request changes; takes place as a whole or not at all.
struct Change
{
    QList<Effect> effects;
    QList<StoredObject> objects;
};

//! The first answer under an idempotency key.
struct IdempotentAnswer
{
    QString key;
    QString endpoint;
    QString requestHash;
    int status = 0;
    QByteArray body;
};

//! What a system makes of one request: the answer, and the change to commit before it is sent.
struct Answer
{
    HttpResponse response;
    Change change;
    bool executed = false; // past the checks of the request: the answer binds under its key
};

//! The state of both systems. It is made of the ledger's lines and nothing else.
class World
{
public:
    explicit World(Ledger &ledger);

    //! Null where there is no such object.
    const QJsonObject *find(const QString &kind, const QString &id) const;
    //! In the order of their creation.
    QStringList ids(const QString &kind) const { return m_ids.value(kind); }

    std::optional<IdempotentAnswer> answerTo(const QString &key) const;

    //! False when the ledger could not be written: then nothing may be answered any more.
    [[nodiscard]] bool commit(const Change &change,
                              const std::optional<IdempotentAnswer> &answer = std::nullopt);
    //! As after the day for which the payment system honours a key.
    [[nodiscard]] bool forgetKeys();

    qint64 ledgerLines() const { return m_ledger.count(); }

private:
    void apply(const QJsonObject &line);
    void put(const QString &kind, const QJsonObject &content);

    Ledger &m_ledger;
    QHash<QString, QHash<QString, QJsonObject>> m_objects;
    QHash<QString, QStringList> m_ids;
    QHash<QString, IdempotentAnswer> m_answers;
};

//! The object as its client may see it.
QJsonObject publicForm(QJsonObject stored);

//! A fresh id: the prefix and 24 letters and digits.
QString newId(const QString &prefix);

} // namespace kontor::sandbox
