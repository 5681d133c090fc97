// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/topic.h"

namespace kontor {

// Names and addresses stay in the account's rows, where they can be erased; the events carry the
// id.

struct AccountCreated
{
    static constexpr const char *type = "AccountCreated";
    AccountId account;

    SubjectId subject() const { return kontor::subject(account); }
    bool operator==(const AccountCreated &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("account", self.account);
    }
};

struct AccountUpdated
{
    static constexpr const char *type = "AccountUpdated";
    AccountId account;

    SubjectId subject() const { return kontor::subject(account); }
    bool operator==(const AccountUpdated &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("account", self.account);
    }
};

struct AccountDeactivated
{
    static constexpr const char *type = "AccountDeactivated";
    AccountId account;

    SubjectId subject() const { return kontor::subject(account); }
    bool operator==(const AccountDeactivated &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("account", self.account);
    }
};

class AccountTopic : public Topic
{
    Q_OBJECT
public:
    using Topic::Topic;
    void append(Transaction &tx, const AccountCreated &event)
    {
        Topic::append(tx, event, &AccountTopic::created);
    }
    void append(Transaction &tx, const AccountUpdated &event)
    {
        Topic::append(tx, event, &AccountTopic::updated);
    }
    void append(Transaction &tx, const AccountDeactivated &event)
    {
        Topic::append(tx, event, &AccountTopic::deactivated);
    }

Q_SIGNALS:
    void created(const kontor::AccountCreated &event);
    void updated(const kontor::AccountUpdated &event);
    void deactivated(const kontor::AccountDeactivated &event);
};

} // namespace kontor
