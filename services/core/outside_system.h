// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"

#include <QUrl>

namespace kontor {

//! Which world a system outside works in.
enum class SystemMode
{
    Sandbox, //!< the one that plays it on this machine
    Test,    //!< the provider's own, where nothing is real
    Live,
};

enum class SystemError
{
    OpenElsewhere,  //!< what is under way belongs to the system used so far
    KeyUnknown,     //!< the keychain does not have it
    TestKey,        //!< of the test mode, where a live one is needed
    LiveKey,        //!< the other way round
    PublishableKey, //!< the one that is for browsers
    NotAKey,
};
KONTOR_ERROR_DOMAIN(SystemError);

//! What a store calls a system by: its mode and server. A new key for both is the same system.
QString systemName(SystemMode mode, const QUrl &server);

//! Which of the systems of its kind a store's calls go to, so that a call that was meant for one is
//! never made, repeated or looked for at another.
class SystemInUse
{
public:
    explicit SystemInUse(Store &store) : m_store(store) {}

    Result<QString> name() const;
    //! SystemError::OpenElsewhere while a call is open.
    Result<> change(Transaction &tx, const QString &name);
    //! Notes that a call is meant for the system in use.
    Result<> claim(Transaction &tx, IntentId call);
    //! For which system a call was meant.
    Result<QString> of(IntentId call) const;
    //! Why a call may not go to this system; empty if it may. Asked of a call that is marked as
    //! sent, the answer holds until that call is done.
    Result<QString> whyNot(IntentId call, const QString &system) const;
    //! The same of the newest call of a kind about a subject; nothing if there was none.
    Result<std::optional<QString>> ofNewest(SubjectId subject, const QString &kind) const;

private:
    Store &m_store;
};

} // namespace kontor
