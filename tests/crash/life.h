// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/owner.h"
#include "app/shop.h"

#include <memory>

namespace kontor {

//! What the programs that are killed have in common: a shop, opened as the command line says, and
//! what they say of themselves on their way.
class Life
{
public:
    //! Ends the program if the shop cannot be opened.
    Life();

    Shop &shop() { return *m_shop; }
    quint32 seed() const { return m_seed; }
    //! Where is written down what must never be lost.
    const QString &journal() const { return m_journal; }
    //! How many are to be sold; 0: only what was left is brought to rest.
    int orders() const { return m_orders; }

    //! Says READY: it has answered.
    static void tellReady();
    //! Says QUIET and ends the program once nothing is under way any more.
    void endWhenQuiet();
    //! Ends the program with what is wrong.
    static void complain(const QString &what);

private:
    SystemClock m_clock;
    OwnerOnly m_rights;
    quint32 m_seed = 0;
    QString m_journal;
    int m_orders = 0;
    std::unique_ptr<Shop> m_shop;
};

} // namespace kontor
