// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/external_calls.h"
#include "services/core/outside_system.h"

namespace kontor {

//! Where a service's calls go out to its system: to no other than the one in use, and not without
//! its key.
class SystemGate : public QObject
{
    Q_OBJECT
public:
    using Found = std::function<Result<bool>()>;

    //! noKey: in words, why nothing goes out without one.
    SystemGate(Store &store, QString noKey, QString system, bool hasKey);

    //! Another system than the one in use is refused with SystemError::OpenElsewhere while a call
    //! is open or anything else is, as found. With a key, what waits is due at once.
    Result<> use(const QString &system, bool hasKey, ExternalCalls &calls, const Found &anyOpen);
    //! Notes that a call is meant for the system in use.
    Result<> claim(Transaction &tx, IntentId call) { return m_inUse.claim(tx, call); }
    //! Empty if a call that is marked as sent may go out; else why not, which is told once.
    Result<QString> whyHeldUp(IntentId call);
    //! Whether the system may be asked for what is no call.
    Result<bool> isOpen() const;
    //! Whether the newest call of a kind about a subject was meant for another system.
    Result<bool> wasElsewhere(SubjectId subject, const QString &kind) const;

    //! A reply that waits for the key is looked at again sooner when that is told.
    static constexpr qint64 heldUpMs = 60'000;

Q_SIGNALS:
    //! Nothing goes out, for this reason; empty: it does again.
    void heldUp(const QString &reason);

private:
    void tell(const QString &reason);

    Store &m_store;
    SystemInUse m_inUse;
    QString m_noKey;
    QString m_system;
    bool m_hasKey;
    QString m_told;
};

} // namespace kontor
