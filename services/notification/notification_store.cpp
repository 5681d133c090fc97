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

Result<std::optional<MailFile>> NotificationStore::receiptFile(OrderId order) const
{
    return m_store.first(
        "SELECT name, pdf FROM receipt_file WHERE order_id = ?",
        [](const Row &row) {
            return MailFile{row.text(0), row.bytes(1)};
        },
        order);
}

Result<QList<MailPlan>> NotificationStore::plans() const
{
    const auto off = m_store.all("SELECT kind FROM mail_switched_off",
                                 [](const Row &row) { return row.named<MailKind>(0); });
    if (!off)
        return off.error();
    QList<MailPlan> plans;
    for (size_t kind = 0; kind < std::size(EnumNames<MailKind>::names); ++kind)
        plans.append({MailKind(kind), off->contains(MailKind(kind))});
    struct Own
    {
        MailKind kind;
        MailLanguage language;
        MailText text;
    };
    const auto own =
        m_store.all("SELECT kind, language, subject, body FROM mail_wording", [](const Row &row) {
            return Own{
                row.named<MailKind>(0), row.named<MailLanguage>(1), {row.text(2), row.text(3)}};
        });
    if (!own)
        return own.error();
    for (const Own &said : *own)
        plans[qsizetype(said.kind)].own.insert(said.language, said.text);
    return plans;
}

Result<std::optional<MailText>> NotificationStore::wording(MailKind kind,
                                                           MailLanguage language) const
{
    return m_store.first(
        "SELECT subject, body FROM mail_wording WHERE kind = ? AND language = ?",
        [](const Row &row) {
            return MailText{row.text(0), row.text(1)};
        },
        kind, language);
}

Result<bool> NotificationStore::isSwitchedOff(MailKind kind) const
{
    return m_store.exists("SELECT 1 FROM mail_switched_off WHERE kind = ?", kind);
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

Result<> NotificationStore::addReceipt(Transaction &tx, OrderId order, const MailFile &receipt,
                                       Timestamp at, Timestamp forgetBefore)
{
    const auto added = tx.run("INSERT INTO receipt_file (order_id, name, pdf, added_at) "
                              "VALUES (?, ?, ?, ?) ON CONFLICT (order_id) DO NOTHING",
                              order, receipt.name, receipt.pdf, at);
    if (!added)
        return added.error();
    return withoutValue(tx.run("DELETE FROM receipt_file WHERE added_at < ?", forgetBefore));
}

Result<> NotificationStore::saveWording(Transaction &tx, MailKind kind, MailLanguage language,
                                        const MailText &wording)
{
    return withoutValue(
        tx.run("INSERT INTO mail_wording (kind, language, subject, body) VALUES (?, ?, ?, ?) "
               "ON CONFLICT (kind, language) DO UPDATE SET subject = excluded.subject, "
               "body = excluded.body",
               kind, language, wording.subject, wording.body));
}

Result<> NotificationStore::dropWording(Transaction &tx, MailKind kind, MailLanguage language)
{
    return withoutValue(
        tx.run("DELETE FROM mail_wording WHERE kind = ? AND language = ?", kind, language));
}

Result<> NotificationStore::setSwitchedOff(Transaction &tx, MailKind kind, bool isOff)
{
    return withoutValue(
        isOff ? tx.run("INSERT INTO mail_switched_off (kind) VALUES (?) ON CONFLICT (kind) "
                       "DO NOTHING",
                       kind)
              : tx.run("DELETE FROM mail_switched_off WHERE kind = ?", kind));
}

} // namespace kontor
