// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/account/account.h"
#include "services/core/transaction.h"

#include <optional>

namespace kontor {

//! The SQL of accounts, their addresses and saved cards.
class AccountStore
{
public:
    explicit AccountStore(Store &store) : m_store(store) {}

    Result<std::optional<Account>> account(AccountId id) const;
    Result<std::optional<Address>> address(AddressId id) const;
    //! The newest first.
    Result<QList<AccountAddress>> addresses(AccountId account) const;
    Result<std::optional<SavedCard>> savedCard(AccountId account) const;
    //! Active accounts of which a word of the name, the mail address or the phone number begins
    //! with each word of the text.
    Result<QList<Account>> find(const QString &text, int limit) const;

    //! False if there is an account of this id.
    Result<bool> create(Transaction &tx, AccountId id, const AccountDetails &details);
    //! False if there is no such active account.
    Result<bool> update(Transaction &tx, AccountId id, const AccountDetails &details);
    Result<bool> deactivate(Transaction &tx, AccountId id);
    //! Counts a change that lies in another table.
    Result<bool> touch(Transaction &tx, AccountId id);
    Result<> addAddress(Transaction &tx, AddressId id, AccountId account, const Address &address);
    Result<> saveCard(Transaction &tx, AccountId account, const SavedCard &card);

private:
    Store &m_store;
};

} // namespace kontor
