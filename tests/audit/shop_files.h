// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/audit.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUuid>
#include <QVariantList>

#include <functional>

namespace kontor::test {

QUuid numbered(int number);
QString textOf(const QUuid &id);
//! As a literal of SQL.
QString blobOf(const QUuid &id);
QJsonArray euro(qint64 number);
//! The id of the print job that follows from this.
QUuid jobFor(const QByteArray &cause);

//! The stores of a shop as files, and the external systems' ledger. They are made of the services'
//! migrations, without the triggers that keep facts as they are, and of the test's own SQL.
class ShopFiles
{
public:
    ShopFiles();
    ~ShopFiles();

    void run(const QString &store, const QString &sql, const QVariantList &values = {});
    //! Appends an event; the same transaction's row in command is written if there is no cause.
    void event(const QString &store, const QString &type, const QUuid &subject,
               const QJsonObject &data, const QString &cause = QStringLiteral("cart:T1:1"));
    //! Lets every service read all topics to their ends.
    void readAll();
    void ledger(const QString &kind, const QString &id, QJsonObject details);

    //! Changes the envelope of an event and seals the chain anew: only its meaning gives it away.
    void amend(const QString &store, int seq, const std::function<void(QJsonObject &)> &change);
    void amendData(const QString &store, int seq, const std::function<void(QJsonObject &)> &change);
    void seal(const QString &store);

    QString path(const QString &store) const;
    AuditInput input() const;
    static QStringList stores();
    QStringList commands() const { return m_commands; }

private:
    void create(const QString &store);
    void migrate(const QString &store, const QString &component);

    QTemporaryDir m_folder;
    QHash<QString, QStringList> m_types; //!< of the events, by store
    QStringList m_commands;
    int m_lines = 0;
};

//! A small shop in which everything is as it should be: a sale, a delivery, a cancelled delivery, a
//! return by receipt, and a pickup that waits for its money.
void fillSoundly(ShopFiles &shop);

} // namespace kontor::test
