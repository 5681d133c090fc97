// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attention.h"
#include "models/topic_watch.h"

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
    //! What a person has to look into.
    const Attention &attention() const { return m_attention; }

Q_SIGNALS:
    void changed();

private:
    void noteCalls(std::optional<int> calls);

    const ShopAccess &m_access;
    std::optional<int> m_calls = 0; //!< nothing: not known
    Attention m_attention;
    TopicWatch m_watch;
    QTimer m_poll;
};

} // namespace kontor
