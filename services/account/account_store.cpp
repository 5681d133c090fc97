// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/account/account_store.h"

#include <algorithm>

// The columns of an account in the order in which accountFrom() reads them.
#define KONTOR_ACCOUNT_COLUMNS                                                                     \
    "id, name, email, phone, customer_group, mail_language, wants_mails, active, revision, "       \
    "created_at"

namespace kontor {

namespace {

Account accountFrom(const Row &row)
{
    return {row.id<AccountId>(0),
            {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.truth(6)},
            row.truth(7),
            int(row.integer(8)),
            row.time(9)};
}

Address addressFrom(const Row &row, int first)
{
    return {row.text(first),     row.text(first + 1), row.text(first + 2),
            row.text(first + 3), row.text(first + 4), row.text(first + 5),
            row.text(first + 6), row.text(first + 7), row.text(first + 8)};
}

QString phoneKey(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

//! All that an account is found by, each word after a space.
QString searchKey(const AccountDetails &details)
{
    return u' ' + details.name.simplified().toCaseFolded() + u' ' + details.email.toCaseFolded() +
           u' ' + phoneKey(details.phone);
}

//! The text as it stands in a LIKE pattern with '!' as its escape: its own wildcards are letters.
QString literalPattern(QString text)
{
    return text.replace(u'!', QStringLiteral("!!"))
        .replace(u'%', QStringLiteral("!%"))
        .replace(u'_', QStringLiteral("!_"));
}

bool looksLikePhone(const QString &word)
{
    static const QStringView allowed = u"0123456789+-/().";
    return std::all_of(word.begin(), word.end(), [](QChar c) { return allowed.contains(c); });
}

} // namespace

Result<std::optional<Account>> AccountStore::account(AccountId id) const
{
    return m_store.first("SELECT " KONTOR_ACCOUNT_COLUMNS " FROM account WHERE id = ?", accountFrom,
                         id);
}

Result<std::optional<Address>> AccountStore::address(AddressId id) const
{
    return m_store.first(
        "SELECT name, street1, street2, city, zip, state, country, phone, email FROM address "
        "WHERE id = ?",
        [](const Row &row) { return addressFrom(row, 0); }, id);
}

Result<QList<AccountAddress>> AccountStore::addresses(AccountId account) const
{
    return m_store.all(
        "SELECT id, name, street1, street2, city, zip, state, country, phone, email FROM address "
        "WHERE account = ? ORDER BY id DESC",
        [](const Row &row) {
            return AccountAddress{row.id<AddressId>(0), addressFrom(row, 1)};
        },
        account);
}

Result<std::optional<SavedCard>> AccountStore::savedCard(AccountId account) const
{
    return m_store.first(
        "SELECT token, brand, last4 FROM saved_card WHERE account = ?",
        [](const Row &row) {
            return SavedCard{row.text(0), row.text(1), row.text(2)};
        },
        account);
}

Result<QList<Account>> AccountStore::find(const QString &text, int limit) const
{
    // Words of a phone number are one number to us.
    QString folded = text.simplified().toCaseFolded();
    if (looksLikePhone(QString(folded).remove(u' ')))
        folded = phoneKey(folded);
    QString pattern = QStringLiteral("%");
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        pattern += u' ' + literalPattern(word) + u'%';
    return m_store.all("SELECT " KONTOR_ACCOUNT_COLUMNS
                       " FROM account WHERE active = 1 AND search_key LIKE ? "
                       "ESCAPE '!' ORDER BY name, id LIMIT ?",
                       accountFrom, pattern, limit);
}

Result<bool> AccountStore::create(Transaction &tx, AccountId id, const AccountDetails &details)
{
    const auto made = tx.run(
        "INSERT INTO account (id, name, email, phone, customer_group, mail_language, wants_mails, "
        "search_key, active, revision, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 1, ?) "
        "ON CONFLICT (id) DO NOTHING",
        id, details.name, details.email, details.phone, details.group, details.mailLanguage,
        details.wantsMails, searchKey(details), tx.at());
    if (!made)
        return made.error();
    return *made > 0;
}

Result<bool> AccountStore::update(Transaction &tx, AccountId id, const AccountDetails &details)
{
    const auto changed =
        tx.run("UPDATE account SET name = ?, email = ?, phone = ?, customer_group = ?, "
               "mail_language = ?, wants_mails = ?, search_key = ?, revision = revision + 1 "
               "WHERE id = ? AND active = 1",
               details.name, details.email, details.phone, details.group, details.mailLanguage,
               details.wantsMails, searchKey(details), id);
    if (!changed)
        return changed.error();
    return *changed > 0;
}

Result<bool> AccountStore::deactivate(Transaction &tx, AccountId id)
{
    const auto changed = tx.run(
        "UPDATE account SET active = 0, revision = revision + 1 WHERE id = ? AND active = 1", id);
    if (!changed)
        return changed.error();
    return *changed > 0;
}

Result<bool> AccountStore::touch(Transaction &tx, AccountId id)
{
    const auto changed =
        tx.run("UPDATE account SET revision = revision + 1 WHERE id = ? AND active = 1", id);
    if (!changed)
        return changed.error();
    return *changed > 0;
}

Result<> AccountStore::addAddress(Transaction &tx, AddressId id, AccountId account,
                                  const Address &address)
{
    const auto added = tx.run(
        "INSERT INTO address (id, account, name, street1, street2, city, zip, state, country, "
        "phone, email, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, account, address.name, address.street1, address.street2, address.city, address.zip,
        address.state, address.country, address.phone, address.email, tx.at());
    if (!added)
        return added.error();
    return {};
}

Result<> AccountStore::saveCard(Transaction &tx, AccountId account, const SavedCard &card)
{
    const auto saved =
        tx.run("INSERT INTO saved_card (account, token, brand, last4) VALUES (?, ?, ?, ?) "
               "ON CONFLICT (account) DO UPDATE SET token = excluded.token, "
               "brand = excluded.brand, last4 = excluded.last4",
               account, card.token, card.brand, card.last4);
    if (!saved)
        return saved.error();
    return {};
}

} // namespace kontor
