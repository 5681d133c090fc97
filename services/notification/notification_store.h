// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"
#include "services/notification/mail_template.h"
#include "services/notification/mail_transport.h"

#include <optional>

namespace kontor {

//! The SQL of mails.
class NotificationStore
{
public:
    explicit NotificationStore(Store &store) : m_store(store) {}

    Result<std::optional<QueuedMail>> mail(MailId id) const;
    //! The newest first.
    Result<QList<QueuedMail>> inState(MailState state, int limit) const;
    Result<QList<QueuedMail>> about(OrderId order) const;
    Result<std::optional<QString>> receiptOf(OrderId order) const;

    Result<std::optional<MailFile>> receiptFile(OrderId order) const;
    Result<QList<MailPlan>> plans() const;
    //! The shop's own.
    Result<std::optional<MailText>> wording(MailKind kind, MailLanguage language) const;
    Result<bool> isSwitchedOff(MailKind kind) const;

    //! False if it is queued already.
    Result<bool> add(Transaction &tx, const QueuedMail &mail);
    Result<> setState(Transaction &tx, MailId id, MailState state, const QString &note);
    Result<> queueAgain(Transaction &tx, MailId id, int retries);
    Result<> noteReceipt(Transaction &tx, OrderId order, const QString &receipt);
    //! Forgets those that were added before.
    Result<> addReceipt(Transaction &tx, OrderId order, const MailFile &receipt, Timestamp at,
                        Timestamp forgetBefore);
    Result<> saveWording(Transaction &tx, MailKind kind, MailLanguage language,
                         const MailText &wording);
    Result<> dropWording(Transaction &tx, MailKind kind, MailLanguage language);
    Result<> setSwitchedOff(Transaction &tx, MailKind kind, bool isOff);

private:
    Store &m_store;
};

} // namespace kontor
