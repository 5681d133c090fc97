// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/topic_watch.h"

namespace kontor {

//! What waits in the shop and what needs a person, as numbers.
class ShopState : public QObject
{
    Q_OBJECT
public:
    explicit ShopState(const ShopAccess &access, QObject *parent = nullptr);

    void refresh();
    //! Calls to the payment system without an answer so far.
    int waiting() const { return m_calls; }
    //! Parcels, pickups and debts that a person has to look into.
    int attention() const { return m_parcels + m_pickups + m_dues + m_refunds; }

Q_SIGNALS:
    void changed();

private:
    template <class List>
    auto counted(int ShopState::*count);

    const ShopAccess &m_access;
    int m_calls = 0;
    int m_parcels = 0;
    int m_pickups = 0;
    int m_dues = 0;
    int m_refunds = 0;
    TopicWatch m_watch;
    QTimer m_poll;
};

} // namespace kontor
