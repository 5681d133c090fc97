// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/owner.h"
#include "app/shop.h"

#include <functional>
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
    using Done = std::function<void()>;
    //! Says QUIET and ends the program once nothing is under way any more. What is still to be
    //! done by people is done between two questions, never while one is asked.
    void endWhenQuiet(std::function<void(Done)> between = [](const Done &done) { done(); });
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
