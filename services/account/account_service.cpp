// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/account/account_service.h"

#include <algorithm>

namespace kontor {

namespace {

template <class T>
Result<T> orAccountError(const Result<std::optional<T>> &found, AccountError missing)
{
    if (!found)
        return found.error();
    if (!found->has_value())
        return Error(missing);
    return **found;
}

} // namespace

AccountService::AccountService(Store &store, AccountTopic &topic, const Clock &clock,
                               const Rights &rights)
    : Service(store, clock, rights)
    , m_store(store)
    , m_topic(topic)
{
}

Result<AccountId> AccountService::create(const Command &command, AccountId id,
                                         const AccountDetails &details)
{
    return perform<CommandName::AccountCreate>(command, [&](Transaction &tx) -> Result<AccountId> {
        if (const auto valid = checked(details); !valid)
            return valid.error();
        const auto made = m_store.create(tx, id, details);
        if (!made)
            return made.error();
        if (*made)
            m_topic.append(tx, AccountCreated{id});
        return id;
    });
}

Result<> AccountService::createAll(const QList<NewAccount> &accounts)
{
    return together([&]() -> Result<> {
        for (const NewAccount &account : accounts) {
            if (const auto made = create(account.command, account.id, account.details); !made)
                return made.error();
        }
        return {};
    });
}

Result<> AccountService::changed(Transaction &tx, AccountId account, const Result<bool> &change)
{
    if (!change)
        return change.error();
    if (!*change) {
        const auto known = m_store.account(account);
        if (!known)
            return known.error();
        return Error(known->has_value() ? AccountError::Inactive : AccountError::NotFound);
    }
    m_topic.append(tx, AccountUpdated{account});
    return {};
}

Result<> AccountService::update(const Command &command, AccountId id, const AccountDetails &details)
{
    return perform<CommandName::AccountUpdate>(command, [&](Transaction &tx) -> Result<> {
        if (const auto valid = checked(details); !valid)
            return valid.error();
        return changed(tx, id, m_store.update(tx, id, details));
    });
}

Result<> AccountService::deactivate(const Command &command, AccountId id)
{
    return perform<CommandName::AccountDeactivate>(command, [&](Transaction &tx) -> Result<> {
        const auto done = m_store.deactivate(tx, id);
        if (!done)
            return done.error();
        if (*done) {
            m_topic.append(tx, AccountDeactivated{id});
            return {};
        }
        if (const auto known = account(id); !known)
            return known.error();
        return {};
    });
}

Result<AddressId> AccountService::addAddress(const Command &command, AccountId account,
                                             const Address &address)
{
    return perform<CommandName::AccountUpdate>(command, [&](Transaction &tx) -> Result<AddressId> {
        if (const auto valid = checked(address); !valid)
            return valid.error();
        if (const auto noted = changed(tx, account, m_store.touch(tx, account)); !noted)
            return noted.error();
        const auto id = AddressId::named(tx.at(), command.id.toByteArray());
        if (const auto added = m_store.addAddress(tx, id, account, address); !added)
            return added.error();
        return id;
    });
}

Result<> AccountService::saveCard(const Command &command, AccountId account, const SavedCard &card)
{
    return perform<CommandName::AccountSaveCard>(command, [&](Transaction &tx) -> Result<> {
        if (const auto valid = checked(card); !valid)
            return valid.error();
        if (const auto noted = changed(tx, account, m_store.touch(tx, account)); !noted)
            return noted.error();
        return m_store.saveCard(tx, account, card);
    });
}

Result<Account> AccountService::account(AccountId id) const
{
    return orAccountError(m_store.account(id), AccountError::NotFound);
}

Result<Address> AccountService::address(AddressId id) const
{
    return orAccountError(m_store.address(id), AccountError::NotFound);
}

Result<QList<AccountAddress>> AccountService::addresses(AccountId account) const
{
    return m_store.addresses(account);
}

Result<SavedCard> AccountService::savedCard(AccountId id) const
{
    const auto known = account(id);
    if (!known)
        return known.error();
    if (!known->active)
        return Error(AccountError::NoSavedCard, QStringLiteral("the account is not active"));
    return orAccountError(m_store.savedCard(id), AccountError::NoSavedCard);
}

Result<FoundAccounts> AccountService::find(const QString &text) const
{
    auto found = m_store.find(text, maxFound + 1);
    if (!found)
        return found.error();
    const bool hasMore = found->size() > maxFound;
    return FoundAccounts{found->first(std::min<qsizetype>(found->size(), maxFound)), hasMore};
}

} // namespace kontor
