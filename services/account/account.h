// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/id.h"
#include "services/core/result.h"

#include <QList>
#include <QString>

namespace kontor {

enum class AccountError
{
    NotFound,
    NameMissing,
    NotAMailAddress,
    NotACountry,  //!< not two capital letters as in ISO 3166
    NotALanguage, //!< not two small letters as in ISO 639-1
    AddressIncomplete,
    TextTooLong,
    TextUnprintable, //!< a line break or another control character
    Inactive,
    NoSavedCard,
    NotACardToken, //!< a card's number, for instance, which must never come here
};
KONTOR_ERROR_DOMAIN(AccountError);

//! What is known of a customer, as people enter it.
struct AccountDetails
{
    QString name;
    QString email; //!< empty: has none
    QString phone;
    QString group;             //!< of prices; empty: the usual ones
    QString mailLanguage = {}; //!< ISO 639-1, two small letters; empty: the shop's
    bool wantsMails = true;    //!< of what happens to his orders

    bool operator==(const AccountDetails &) const = default;
};

struct Account
{
    AccountId id;
    AccountDetails details;
    bool active = true;
    int revision = 1;
    Timestamp createdAt;

    bool operator==(const Account &) const = default;
};

//! The first accounts that a search found.
struct FoundAccounts
{
    QList<Account> accounts;
    bool hasMore = false;

    bool operator==(const FoundAccounts &) const = default;
};

//! Where parcels go; kept for ever as it was.
struct Address
{
    QString name;
    QString street1;
    QString street2;
    QString city;
    QString zip;
    QString state;
    QString country; //!< ISO 3166, two capital letters
    QString phone;
    QString email;

    bool operator==(const Address &) const = default;
};

struct AccountAddress
{
    AddressId id;
    Address address;

    bool operator==(const AccountAddress &) const = default;
};

//! A card as the payment system names it.
struct SavedCard
{
    QString token;
    QString brand;
    QString last4;

    bool operator==(const SavedCard &) const = default;
};

Result<> checked(const AccountDetails &details);
Result<> checked(const Address &address);
Result<> checked(const SavedCard &card);

} // namespace kontor
