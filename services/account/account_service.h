// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/account/account_store.h"
#include "services/account/account_topic.h"
#include "services/core/service.h"

namespace kontor {

//! An account of an import.
struct NewAccount
{
    Command command;
    AccountId id;
    AccountDetails details;
};

//! Answers for who the customers are, where they live and how they pay.
class AccountService : public Service
{
    Q_OBJECT
public:
    AccountService(Store &store, AccountTopic &topic, const Clock &clock, const Rights &rights);

    //! The same id again makes no second account and changes nothing.
    Result<AccountId> create(const Command &command, AccountId id, const AccountDetails &details);
    //! All or none.
    Result<> createAll(const QList<NewAccount> &accounts);
    Result<> update(const Command &command, AccountId id, const AccountDetails &details);
    //! Afterwards it is found no more, and its saved card is not used; what refers to it stays.
    Result<> deactivate(const Command &command, AccountId id);
    Result<AddressId> addAddress(const Command &command, AccountId account, const Address &address);
    //! Replaces the card that was saved before.
    Result<> saveCard(const Command &command, AccountId account, const SavedCard &card);

    Result<Account> account(AccountId id) const;
    Result<Address> address(AddressId id) const;
    Result<QList<AccountAddress>> addresses(AccountId account) const;
    //! AccountError::NoSavedCard also where the account is not active.
    Result<SavedCard> savedCard(AccountId account) const;
    //! Active accounts by the beginnings of words of name, mail address or phone number; at most
    //! maxFound of them.
    Result<FoundAccounts> find(const QString &text) const;

    static constexpr int maxFound = 50;

private:
    Result<> changed(Transaction &tx, AccountId account, const Result<bool> &change);

    AccountStore m_store;
    AccountTopic &m_topic;
};

} // namespace kontor
