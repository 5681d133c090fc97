// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace kontor {

//! What a call that a fault strikes has done in the world.
enum class Effect
{
    None,
    Now,
    Later, //!< after the caller has given up
    Refused,
    RefusedLater,
};

//! Where a call that a fault strikes goes.
enum class Way
{
    Sandbox, //!< which lets it go wrong
    Closed,  //!< nobody listens there
    Unknown, //!< no such host
    Untrusted,
    WrongHost,
    Expired,
    Resetting, //!< resets the connection when the first bytes come
};

//! One way in which a call to an external system goes wrong.
struct OutsideFault
{
    const char *name;
    Way way;
    const char *plan; //!< Sandbox: its fault, as a fault plan names it, and what belongs to it
    Effect effect;
    bool harmless; //!< the caller can be sure at once that nothing was done

    //! The answer comes only after a caller without patience has given up.
    bool isLate() const;
    //! How long a caller waits for the answer: as shortly as it can where none comes in time, so
    //! long that a busy machine makes no difference where one does.
    int patienceMs() const;
};

//! What strikes the next calls, one after the other.
using Strikes = QList<const OutsideFault *>;

//! How it goes on after a fault.
enum class Continuation
{
    RunOn,
    Killed, //!< SIGKILL while the call is under way, and a start on the same store
    Lapsed, //!< a day passes, after which the system outside has forgotten keys or offers
};

const QList<OutsideFault> &outsideFaults();
//! The one of this name.
const OutsideFault &outsideFault(const QString &name);

//! How long the sandbox waits with what it does late.
inline constexpr int lateMs = 300;
inline constexpr int shortPatienceMs = 150;
inline constexpr int longPatienceMs = 10'000;

//! The sandbox's part of them, as its fault plan: each strikes the next call under its path.
QByteArray faultRules(const Strikes &strikes, const QList<QByteArray> &paths);

//! Where a call goes that a fault strikes, and for how long it is waited for.
struct MisledCall
{
    QUrl address;
    int patienceMs = longPatienceMs;
};

} // namespace kontor
