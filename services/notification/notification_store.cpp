// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/notification_store.h"

// The columns of a mail in the order in which mailFrom() reads them. One that has yet to be
// accepted says what its last try came to.
#define KONTOR_MAIL_COLUMNS                                                                        \
    "id, message_id, kind, account, order_id, placeholders, state, retries, created_at, "          \
    "COALESCE((SELECT i.note FROM intent i WHERE i.subject = mail.id AND i.state <> 'Done'), "     \
    "note), "                                                                                      \
    "COALESCE((SELECT i.next_at FROM intent i WHERE i.subject = mail.id AND i.state <> 'Done'), "  \
    "0)"

namespace kontor {

namespace {

QueuedMail mailFrom(const Row &row)
{
    const auto values = decode<QList<MailValue>>(row.bytes(5));
    KONTOR_CHECK(bool(values));
    return {row.id<MailId>(0),
            row.text(1),
            row.named<MailKind>(2),
            row.id<AccountId>(3),
            row.id<OrderId>(4),
            *values,
            row.named<MailState>(6),
            int(row.integer(7)),
            row.time(8),
            row.text(9),
            row.time(10)};
}

} // namespace

Result<std::optional<QueuedMail>> NotificationStore::mail(MailId id) const
{
    return m_store.first("SELECT " KONTOR_MAIL_COLUMNS " FROM mail WHERE id = ?", mailFrom, id);
}

Result<QList<QueuedMail>> NotificationStore::inState(MailState state, int limit) const
{
    return m_store.all("SELECT " KONTOR_MAIL_COLUMNS
                       " FROM mail WHERE state = ? ORDER BY created_at DESC, id DESC LIMIT ?",
                       mailFrom, state, limit);
}

Result<QList<QueuedMail>> NotificationStore::about(OrderId order) const
{
    return m_store.all("SELECT " KONTOR_MAIL_COLUMNS
                       " FROM mail WHERE order_id = ? ORDER BY created_at, id",
                       mailFrom, order);
}

Result<std::optional<QString>> NotificationStore::receiptOf(OrderId order) const
{
    return m_store.first(
        "SELECT receipt FROM customer_order WHERE order_id = ?",
        [](const Row &row) { return row.text(0); }, order);
}

Result<bool> NotificationStore::add(Transaction &tx, const QueuedMail &mail)
{
    const auto added =
        tx.run("INSERT INTO mail (id, message_id, kind, account, order_id, placeholders, state, "
               "created_at) VALUES (?, ?, ?, ?, ?, ?, 'Queued', ?) ON CONFLICT (id) DO NOTHING",
               mail.id, mail.messageId, mail.kind, mail.account, mail.order, encode(mail.values),
               mail.createdAt);
    if (!added)
        return added.error();
    return *added > 0;
}

Result<> NotificationStore::setState(Transaction &tx, MailId id, MailState state,
                                     const QString &note)
{
    const auto set = tx.run("UPDATE mail SET state = ?, note = ? WHERE id = ?", state, note, id);
    if (!set)
        return set.error();
    return {};
}

Result<> NotificationStore::queueAgain(Transaction &tx, MailId id, int retries)
{
    const auto queued = tx.run(
        "UPDATE mail SET state = 'Queued', note = '', retries = ? WHERE id = ?", retries, id);
    if (!queued)
        return queued.error();
    return {};
}

Result<> NotificationStore::noteReceipt(Transaction &tx, OrderId order, const QString &receipt)
{
    const auto noted = tx.run("INSERT INTO customer_order (order_id, receipt) VALUES (?, ?) "
                              "ON CONFLICT (order_id) DO NOTHING",
                              order, receipt);
    if (!noted)
        return noted.error();
    return {};
}

} // namespace kontor
