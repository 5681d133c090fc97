// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/topic_watch.h"

#include <map>
#include <optional>

namespace kontor {

//! What waits in the shop and what needs a person, as numbers.
class ShopState : public QObject
{
    Q_OBJECT
public:
    explicit ShopState(const ShopAccess &access, QObject *parent = nullptr);

    void refresh();
    //! Calls to the payment system without an answer so far; nothing while that is not known.
    std::optional<int> waiting() const { return m_calls; }
    //! What a person has to look into, as far as it is known: parcels, pickups, debts, calls of
    //! unknown outcome, failed mails, parked events.
    int attention() const;
    //! False while a service cannot say what needs attention.
    bool attentionIsKnown() const;

Q_SIGNALS:
    void changed();

private:
    using Count = std::optional<int>; // nothing: not known

    template <class Entry>
    auto counted(Count &count);
    void note(Count &count, Count now);
    QList<Count> tasks() const;

    const ShopAccess &m_access;
    Count m_calls = 0;
    Count m_unclearPayments = 0;
    Count m_unclearShippings = 0;
    Count m_parcels = 0;
    Count m_pickups = 0;
    Count m_dues = 0;
    Count m_refunds = 0;
    Count m_mails = 0;
    std::map<const Service *, Count> m_parked;
    TopicWatch m_watch;
    QTimer m_poll;
};

} // namespace kontor
